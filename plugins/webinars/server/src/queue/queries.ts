import type { DeadLetterQuery, DeadLetterRow, QueueKind, WhichDeadLetters } from '../../../contracts/queue';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import { troubleOf } from './trouble';

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const JOBS = `graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;
const IS_DEAD = `j.attempts >= j.max_attempts and j.locked_at is null`;

/** Every kind of work there is, and how it stands. A kind that nobody knows any more is shown while work of it is left. */
export const countByKind = (sql: Sql, known: readonly string[]): Promise<QueueKind[]> =>
  rows<QueueKind>(
    sql,
    `select coalesce(k.name, c.name) as name, coalesce(c.waiting, 0)::int as waiting, coalesce(c.scheduled, 0)::int as scheduled,
            coalesce(c.running, 0)::int as running, coalesce(c.retrying, 0)::int as retrying, coalesce(c.dead, 0)::int as dead,
            ${utc('c.oldest')} as "oldestDueAt"
       from unnest(?::text[]) k(name)
       full join (
         select t.identifier as name, count(*) filter (where j.locked_at is not null) as running,
                count(*) filter (where ${IS_DEAD}) as dead,
                count(*) filter (where j.locked_at is null and j.attempts > 0 and j.attempts < j.max_attempts) as retrying,
                count(*) filter (where j.locked_at is null and j.attempts = 0 and j.run_at <= now()) as waiting,
                count(*) filter (where j.locked_at is null and j.attempts = 0 and j.run_at > now()) as scheduled,
                min(j.run_at) filter (where j.locked_at is null and j.attempts = 0 and j.run_at <= now()) as oldest
           from ${JOBS} group by t.identifier) c on c.name = k.name
      order by coalesce(c.dead, 0) > 0 desc, 1`,
    [known],
  );

type Row = Omit<DeadLetterRow, 'trouble' | 'words'> & { error: string | null };

/** A page of dead letters, the newest first, with what each is about. One more than is shown tells whether there is another page. */
export const readDeadLetters = async (
  sql: Sql,
  { kind, before, pageSize, locale }: DeadLetterQuery,
): Promise<DeadLetterRow[]> => {
  const found = await rows<Row>(
    sql,
    `with page as (
       select j.id, t.identifier as name, j.attempts, j.last_error as error, j.updated_at, j.payload from ${JOBS}
        where ${IS_DEAD} and (?::text is null or t.identifier = ?) and (?::bigint is null or j.id < ?::bigint)
        order by j.id desc limit ?::int)
     select p.id::text, p.name, p.attempts, p.error, ${utc('p.updated_at')} as at, p.payload->>'message' as message,
            p.payload->>'partner' as partner,
            case when s.id is not null then json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn(`'${locale}'`)}) end as session,
            case when r.id is not null then json_build_object('documentId', r.document_id, 'reference', r.reference) end as registration
       from page p
       left join webinars_events e on e.id = case when p.payload->>'eventId' ~ '^[0-9]{1,18}$' then (p.payload->>'eventId')::bigint end
       left join sessions s on s.document_id = coalesce(p.payload->>'session', e.session_document_id)
       left join registrations r on r.document_id = e.registration_document_id
      order by p.id desc`,
    [kind ?? null, kind ?? null, before ?? null, before ?? null, pageSize + 1],
  );
  return found.map(({ error, ...row }) => ({ ...row, ...troubleOf(error) }));
};

export const countDeadLetters = async (sql: Sql, kind: string | null, until: string | null = null): Promise<number> => {
  const [counted] = await rows<{ count: number }>(
    sql,
    `select count(*)::int as count from ${JOBS}
      where ${IS_DEAD} and (?::text is null or t.identifier = ?) and (?::timestamptz is null or j.updated_at <= ?::timestamptz)`,
    [kind, kind, until, until],
  );
  return counted!.count;
};

/** The ids that are meant, as far as they are dealt with at once. */
export const idsOf = async (sql: Sql, which: WhichDeadLetters, most: number): Promise<string[]> => {
  if ('ids' in which) return which.ids;
  const { kind, until } = which.all;
  const found = await rows<{ id: string }>(
    sql,
    `select j.id::text from ${JOBS}
      where ${IS_DEAD} and (?::text is null or t.identifier = ?) and j.updated_at <= ?::timestamptz
      order by j.id limit ?::int`,
    [kind, kind, until, most],
  );
  return found.map(({ id }) => id);
};
