import { AsyncLocalStorage } from 'node:async_hooks';

const telling = new AsyncLocalStorage<true>();

/**
 * For a use case that says in its own words what was done and lets Strapi's documents write it: what is written in `work` is not told a
 * second time. The use case tells it in the same transaction.
 */
export const toldElsewhere = <T>(work: () => Promise<T>): Promise<T> => telling.run(true, work);

/** Whether somebody else tells of what is being written now. */
export const isToldElsewhere = (): boolean => telling.getStore() === true;
