import { z } from 'zod';
import type { LeftReason, StaffDeed } from '../../../contracts/bulk';
import { writeAudit, type Actor } from '../audit';
import { addJobs, newJob, type Job, type Log } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Trx } from '../kernel/database';
import { asDomainError } from '../kernel/problems';
import { isPostgresError } from '../kernel/database';
import type { RegistrationState, Together, TogetherOutcome } from '../registration';
import { nextWaiting, writeOutcomes } from '../selections';
import { lockBulk, writeProgress, writeState, type Locked } from './queries';

/** Does a bulk action, person after person. */
export const bulkJob: Job<{ bulk: string }> = {
  name: 'bulk.work',
  payload: z.strictObject({ bulk: z.string() }),
  concurrency: 2,
  maxAttempts: 25,
};

export type WorkDeps = {
  database: Database;
  clock: Clock;
  log: Pick<Log, 'error'>;
  /** Does one thing with people of one session, in the caller's transaction. */
  act(trx: Trx, together: Together): Promise<TogetherOutcome[]>;
};

// As many as a session's lock is worth holding for: visitors wait behind it.
const AT_ONCE = 100;
// After so many batches another bulk action in the same lane has its turn.
const TURN = 50;

export const actorOf = ({ byId, byName }: Pick<Locked, 'byId' | 'byName'>): Actor => ({
  kind: 'staff',
  id: byId,
  name: byName,
});

/** What the audit log says of a bulk action as a whole. */
export const bulkEntry = (
  action: string,
  { id, session, deed }: { id: string; session: string | null; deed: StaffDeed },
  data: Record<string, unknown>,
) => ({
  action,
  subject: { kind: 'bulk', documentId: id },
  session,
  data: { deed, ...data },
});

const sum = (counts: Partial<Record<LeftReason, number>>): number =>
  Object.values(counts).reduce((all, one) => all + one, 0);

/** Whether an error is about what was to be written, and not about the machines: it would come again. */
const isAboutThem = (error: unknown): boolean => {
  const known = asDomainError(error);
  if (known) return known.code !== 'BUSY';
  return (
    error instanceof Error &&
    'code' in error &&
    /^2[23]/.test(String(error.code)) &&
    isPostgresError(error, String(error.code))
  );
};

/** Work on bulk actions: everybody once, whatever dies meanwhile, because what became of people is written with the change itself. */
export const createWork = ({ database, clock, log, act }: WorkDeps) => {
  const finish = async (trx: Trx, bulk: Locked, now: Date): Promise<void> => {
    await writeState(trx, bulk.id, { state: 'done', endedAt: now });
    const { people, changed, left } = bulk;
    await writeAudit(
      trx,
      [bulkEntry('bulk.ended', bulk, { people, changed, left: sum(left), reasons: left })],
      actorOf(bulk),
      now,
    );
  };

  /** One batch with its outcomes and how far it is, in one transaction. Answers whether there may be more. */
  const step = (id: string, most: number, fails: boolean): Promise<boolean> =>
    database.inTransaction(async (trx) => {
      const bulk = await lockBulk(trx, id);
      if (bulk?.state !== 'running') return false;
      const now = clock.now();
      const turn = await nextWaiting<RegistrationState>(trx, id, bulk.upTo, most);
      if (turn.length === 0) {
        await finish(trx, bulk, now);
        return false;
      }
      const outcomes = fails
        ? turn.map(() => ({ before: null, after: null, successor: null, left: 'FAILED' as const }))
        : await act(trx, {
            deed: bulk.deed,
            session: turn[0]!.session,
            people: turn.map(({ documentId, undone }) => ({ documentId, ...(undone ? { undone } : {}) })),
            by: actorOf(bulk),
            told: { bulk: id, ...(bulk.note === '' ? {} : { reason: bulk.note }) },
          });
      const left = { ...bulk.left };
      for (const one of outcomes) if (one.left) left[one.left] = (left[one.left] ?? 0) + 1;
      await writeOutcomes(
        trx,
        id,
        outcomes.map(({ before, after, successor, left: reason }, index) => ({
          place: turn[index]!.place,
          outcome: reason ? 'left' : 'changed',
          reason,
          before,
          after,
          successor,
        })),
      );
      const changed = bulk.changed + outcomes.filter((one) => one.left === null).length;
      await writeProgress(trx, id, { upTo: turn.at(-1)!.place, changed, left });
      return true;
    });

  /** A batch that cannot be written is done one by one, so that nobody waits for the one whose row is at fault; that one is left. */
  const advance = async (id: string): Promise<boolean> => {
    try {
      return await step(id, AT_ONCE, false);
    } catch (error) {
      if (!isAboutThem(error)) throw error;
    }
    for (let n = 0; n < AT_ONCE; n += 1) {
      try {
        if (!(await step(id, 1, false))) return false;
      } catch (error) {
        if (!isAboutThem(error)) throw error;
        // The name only: what the driver says can carry what was in a row.
        log.error(
          `[webinars] a registration was left out of bulk action ${id}: ${error instanceof Error ? error.name : 'unknown error'}`,
        );
        await step(id, 1, true);
      }
    }
    return true;
  };

  return async ({ bulk }: { bulk: string }): Promise<void> => {
    for (let turn = 0; turn < TURN; turn += 1) if (!(await advance(bulk))) return;
    await database.inTransaction((trx) => addJobs(trx, [newJob(bulkJob, { bulk }, bulk)]));
  };
};
