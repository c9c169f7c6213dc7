import { writeAudit, type Actor } from '../audit';
import { rows, type Sql, type Trx } from '../kernel/database';
import { DEFAULT_ATTEMPTS, laneOf, type Job } from './job';

export type Log = {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  debug(text: string): void;
};

export type NewJob = {
  name: string;
  payload: unknown;
  /** Two jobs of one key are one job: the later word counts. Prefixed with the kind's name here. */
  key: string;
  lane: string | null;
  runAt: Date | null;
  maxAttempts: number;
};

export type DeadLetter = {
  id: string;
  name: string;
  payload: unknown;
  attempts: number;
  error: string | null;
  at: string;
};

/** A job as the queue wants it, checked against its kind. */
export const newJob = <Payload>(
  job: Job<Payload>,
  payload: Payload,
  key: string,
  runAt: Date | null = null,
): NewJob => ({
  name: job.name,
  payload: job.payload.parse(payload),
  key,
  lane: laneOf(job, key),
  runAt,
  maxAttempts: job.maxAttempts ?? DEFAULT_ATTEMPTS,
});

/** Queues jobs in the caller's transaction: they exist when it commits, and never when it does not. */
export const addJobs = async (trx: Trx, jobs: readonly NewJob[]): Promise<void> => {
  if (jobs.length === 0) return;
  await rows(
    trx,
    `select count(*) from graphile_worker.add_jobs((
       select array_agg((j.name, j.payload, j.lane, j.run_at, j.max_attempts, j.name || ':' || j.key, null, null)::graphile_worker.job_spec)
         from jsonb_to_recordset(?::jsonb) as j(name text, payload json, lane text, run_at timestamptz, max_attempts smallint, key text)))`,
    [
      JSON.stringify(
        jobs.map((job) => ({
          name: job.name,
          payload: job.payload,
          lane: job.lane,
          run_at: job.runAt,
          max_attempts: job.maxAttempts,
          key: job.key,
        })),
      ),
    ],
  );
};

/** Jobs that used up their tries. They stay, with the last error, until someone replays or discards them. */
export const deadLetters = (sql: Sql, limit = 100): Promise<DeadLetter[]> =>
  rows(
    sql,
    `select j.id::text, t.identifier as name, j.payload, j.attempts, j.last_error as error, j.updated_at as at
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts >= j.max_attempts and j.locked_at is null
      order by j.updated_at desc limit ?`,
    [limit],
  );

type Dead = Pick<DeadLetter, 'id' | 'name' | 'payload' | 'attempts'>;

/** Those of them that are dead letters, locked: what has tries left, or is being done at this moment, is nobody's to replay or discard. */
const lockDead = (trx: Trx, ids: readonly string[]): Promise<Dead[]> =>
  rows<Dead>(
    trx,
    `select j.id::text, t.identifier as name, j.payload, j.attempts
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.id = any(?::bigint[]) and j.attempts >= j.max_attempts and j.locked_at is null
      order by j.id for update of j`,
    [ids],
  );

/** Gives dead letters their full number of tries again, at once. Answers how many there were. */
export const replayDeadLetters = async (trx: Trx, ids: readonly string[], by: Actor, at: Date): Promise<number> => {
  const replayed = await lockDead(trx, ids);
  if (replayed.length === 0) return 0;
  await rows(trx, `select count(*) from graphile_worker.reschedule_jobs(?::bigint[], run_at := now(), attempts := 0)`, [
    replayed.map(({ id }) => id),
  ]);
  const entries = replayed.map(({ id, name }) => ({
    action: 'job.replayed',
    subject: { kind: 'job', documentId: id },
    data: { name },
  }));
  await writeAudit(trx, entries, by, at);
  return replayed.length;
};

/** Gives dead letters up for good; the audit log keeps what they were, and why. Answers how many there were. */
export const discardDeadLetters = async (
  trx: Trx,
  ids: readonly string[],
  { by, at, reason }: { by: Actor; at: Date; reason: string },
): Promise<number> => {
  const discarded = await lockDead(trx, ids);
  if (discarded.length === 0) return 0;
  await rows(trx, `select count(*) from graphile_worker.complete_jobs(?::bigint[])`, [discarded.map(({ id }) => id)]);
  const entries = discarded.map(({ id, name, payload, attempts }) => ({
    action: 'job.discarded',
    subject: { kind: 'job', documentId: id },
    data: { name, payload, attempts, reason },
  }));
  await writeAudit(trx, entries, by, at);
  return discarded.length;
};
