import type { Deps } from './deps';
import { lapse, settle } from './settle';

/** Takes back the lapsed seats of one session and gives free ones to its line. Repeatable: a second time finds nothing to do. */
export const createReleaseSeats =
  (deps: Deps) =>
  (sessionDocumentId: string): Promise<void> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const [session] = await deps.lock(trx, [sessionDocumentId]);
      if (!session) return;
      const lapsed = await lapse(deps, trx, sessionDocumentId, now);
      await deps.recordEvents(trx, [...lapsed, ...(await settle(deps, trx, sessionDocumentId, now))], now);
    });
