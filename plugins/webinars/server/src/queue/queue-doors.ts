import type {
  DealtWith,
  DeadLetterPage,
  DeadLetterQuery,
  QueueStanding,
  WhichDeadLetters,
} from '../../../contracts/queue';
import type { Actor } from '../audit';
import { discardDeadLetters, replayDeadLetters } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Sql } from '../kernel/database';
import { countByKind, countDeadLetters, idsOf, readDeadLetters } from './queries';

/** So many at a time, so that whoever waits sees them go. */
const AT_ONCE = 200;

export type QueueDeps = {
  database: Database;
  clock: Clock;
  /** Every kind of work there is. */
  kinds(): string[];
  /** What failed in the queues that mails and partners have of their own. */
  failedElsewhere(sql: Sql): Promise<QueueStanding['elsewhere']>;
};

export type QueueDoors = ReturnType<typeof createQueueDoors>;

/** The queue as those see it who look after it. */
export const createQueueDoors = ({ database, clock, kinds, failedElsewhere }: QueueDeps) => {
  const leftOf = async (which: WhichDeadLetters): Promise<number> =>
    'ids' in which ? 0 : countDeadLetters(database.read, which.all.kind, which.all.until);

  return {
    async standing(): Promise<QueueStanding> {
      const [known, elsewhere] = await Promise.all([
        countByKind(database.read, kinds()),
        failedElsewhere(database.read),
      ]);
      return { at: clock.now().toISOString(), kinds: known, elsewhere };
    },
    async deadLetters(query: DeadLetterQuery): Promise<DeadLetterPage> {
      const [found, total] = await Promise.all([
        readDeadLetters(database.read, query),
        countDeadLetters(database.read, query.kind ?? null),
      ]);
      const data = found.slice(0, query.pageSize);
      return { data, meta: { next: found.length > query.pageSize ? data.at(-1)!.id : null, total } };
    },
    /** Gives them their tries again. Who asks for all asks until nothing is left: what fails anew meanwhile is not asked for. */
    async replay(which: WhichDeadLetters, by: Actor): Promise<DealtWith> {
      const count = await database.inTransaction(async (trx) =>
        replayDeadLetters(trx, await idsOf(trx, which, AT_ONCE), by, clock.now()),
      );
      return { count, left: await leftOf(which) };
    },
    /** Gives them up for good. What they were and why stays in the audit log. */
    async discard(which: WhichDeadLetters, reason: string, by: Actor): Promise<DealtWith> {
      const count = await database.inTransaction(async (trx) =>
        discardDeadLetters(trx, await idsOf(trx, which, AT_ONCE), { by, at: clock.now(), reason }),
      );
      return { count, left: await leftOf(which) };
    },
  };
};
