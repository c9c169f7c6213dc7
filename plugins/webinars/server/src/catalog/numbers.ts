import type { Database } from '../kernel/database';
import { createMemory } from '../kernel/memory';
import { readNumbers, type AllNumbers } from './queries';

export type ReadNumbers = (version: string, now: Date) => Promise<AllNumbers>;

const MINUTE = 60_000;

/** What every speaker's sessions came to, counted at most once a minute: ratings and attendance move without a new version. */
export const createNumbers = (database: Database): ReadNumbers => {
  const memory = createMemory<AllNumbers>(1);
  return (version, now) =>
    memory.recall(version, String(Math.floor(now.getTime() / MINUTE)), async () => {
      const counted = await readNumbers(database.read);
      return new Map(counted.map((numbers) => [numbers.documentId, numbers]));
    });
};

export const averagesOf = (numbers: AllNumbers): Map<string, number> =>
  new Map([...numbers].flatMap(([documentId, { average }]) => (average === null ? [] : [[documentId, average]])));
