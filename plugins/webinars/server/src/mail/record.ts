import type { Result } from './mail';

/** Milliseconds until what the database did not take is offered again: sooner than another instance asks what is due, which would send it anew. */
const OFFER_AGAIN = 100;

/**
 * Writes results as they come: one at once, and those that come while it writes together after it. A result that could not be written is kept
 * and offered again until it is, whoever works the lane by then: what was sent is not sent again because the database was away for a moment.
 */
export const createRecorder = (write: (results: readonly Result[]) => Promise<void>) => {
  let waiting: Result[] = [];
  let writing: Promise<void> | null = null;
  let isRefused = false;
  let again: NodeJS.Timeout | null = null;

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(batch);
        isRefused = false;
      } catch (error) {
        waiting = [...batch, ...waiting];
        isRefused = true;
        again ??= setTimeout(offerAgain, OFFER_AGAIN).unref();
        throw error;
      }
    }
  };
  const start = (): Promise<void> => {
    writing ??= flush().finally(() => {
      writing = null;
    });
    return writing;
  };

  const offerAgain = (): void => {
    again = null;
    start().catch(() => {});
  };

  return {
    add(result: Result): void {
      waiting.push(result);
      // Whoever waits for `settled` hears of a failure.
      start().catch(() => {});
    },
    /** Whether the database did not take what was offered last. Nothing more is sent until it does. */
    isRefused: () => isRefused,
    /** Resolves once everything is written; rejects where the database does not take it. */
    async settled(): Promise<void> {
      if (writing) await writing.catch(() => {});
      if (waiting.length > 0) await start();
    },
  };
};
