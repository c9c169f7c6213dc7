import { PartnerError } from '../kernel/http-client';
import type { Link, Outcome, Outcomes } from './partner';

/** Trouble that concerns everything we ask of a partner; what is left is trouble with a record. */
const CONCERNS_ALL = ['unreachable', 'limited', 'unauthorized'];

export const concernsAll = (error: PartnerError): boolean => CONCERNS_ALL.includes(error.trouble);

const outcomeOf = ({ trouble, words }: PartnerError): Outcome =>
  trouble === 'failed' ? { state: 'retry', trouble, words } : { state: 'refused', trouble, words };

// As many of one batch are refused alone, for the same reason, before the others are taken to be refused as well: a right that is missing
// must not cost a call for each record.
const SAME_REFUSALS = 8;
/** A failure that may pass is tried together so many times; whoever keeps failing is then looked for alone. */
const TOGETHER = 3;

/**
 * Sends records together. A batch stands or falls as one, so where one is refused it is halved until the faulty ones stand alone. What was
 * sent before trouble that concerns all stays in `outcomes`; that trouble is thrown.
 */
export const pushSplitting = async (
  push: (links: readonly Link[], outcomes: Outcomes) => Promise<void>,
  links: readonly Link[],
  outcomes: Outcomes,
): Promise<void> => {
  let lastWords = '';
  let same = 0;
  const settle = (some: readonly Link[], outcome: Outcome): void => {
    for (const { record } of some) outcomes.set(record, outcome);
  };
  const send = async (some: readonly Link[]): Promise<void> => {
    try {
      await push(some, outcomes);
      same = 0;
    } catch (error) {
      if (!(error instanceof PartnerError) || concernsAll(error)) throw error;
      const left = some.filter(({ record }) => !outcomes.has(record));
      const mayPass = error.trouble === 'failed' && left.some(({ attempts }) => attempts < TOGETHER);
      if (left.length <= 1 || mayPass || same >= SAME_REFUSALS) {
        settle(left, outcomeOf(error));
        same = error.words === lastWords ? same + 1 : 1;
        lastWords = error.words;
        return;
      }
      const middle = Math.ceil(left.length / 2);
      await send(left.slice(0, middle));
      await send(left.slice(middle));
    }
  };
  await send(links);
};
