import type { Result } from './mail';

/**
 * Writes results as they come: one at once, and those that come while it writes together after it. A result that could not be written is kept
 * and tried with the next: what was sent is not sent again because the database was away for a moment.
 */
export const createRecorder = (write: (results: readonly Result[]) => Promise<void>) => {
  let waiting: Result[] = [];
  let writing: Promise<void> | null = null;

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(batch);
      } catch (error) {
        waiting = [...batch, ...waiting];
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

  return {
    add(result: Result): void {
      waiting.push(result);
      // Whoever waits for `settled` hears of a failure.
      start().catch(() => {});
    },
    /** Resolves once everything is written; rejects where the database does not take it. */
    async settled(): Promise<void> {
      if (writing) await writing.catch(() => {});
      if (waiting.length > 0) await start();
    },
  };
};
