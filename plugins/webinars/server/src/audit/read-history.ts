import type { HistoryChange, HistoryEntry, HistoryPage, HistoryQuery } from '../../../contracts/history';
import { rows, type Sql } from '../kernel/database';
import { actorOf, actorOfEvent } from './actors';
import type { Fields } from './changed-fields';
import { readTitles, type Subject } from './titles';

type Data = Record<string, unknown>;

/** The event log, the audit log: of one instant, what somebody did is the later. */
type Log = 0 | 1;

/** One line of either log. Of the audit log everything is there; of the event log what it has, and who caused it where somebody did. */
type Line = {
  log: Log;
  id: string;
  at: string;
  xact: string | null;
  actor: string | null;
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectDocumentId: string;
  session: string | null;
  before: Fields | null;
  after: Fields | null;
  data: Data;
  isErased: boolean;
  cause: string | null;
};

type Part = { sql: string; values: unknown[] };

const and = (...parts: Part[]): Part => ({
  sql: parts.map(({ sql }) => sql).join(' and '),
  values: parts.flatMap(({ values }) => values),
});
const part = (sql: string, ...values: unknown[]): Part => ({ sql, values });
const ALL = part('true');

const INSTANT = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What stands before a cursor, in the order of the page. */
const beforeCursor = (alias: string, log: Log, cursor: string | undefined): Part => {
  if (!cursor) return ALL;
  const [at, of, id] = cursor.split('_');
  return part(
    `${alias}.at <= ?::timestamptz and (${alias}.at, ${log}, ${alias}.id) < (?::timestamptz, ?::int, ?::bigint)`,
    at,
    at,
    of,
    id,
  );
};

const period = (alias: string, { from, to }: HistoryQuery): Part =>
  and(from ? part(`${alias}.at >= ?::timestamptz`, from) : ALL, to ? part(`${alias}.at < ?::timestamptz`, to) : ALL);

const auditScope = ({ session, registration, topic, speaker, actor, action }: HistoryQuery): Part => {
  const subject = registration ?? topic ?? speaker;
  const kind = registration ? 'registration' : topic ? 'topic' : 'speaker';
  return and(
    session ? part('a.session_document_id = ?', session) : ALL,
    subject ? part('a.subject_document_id = ? and a.subject_kind = ?', subject, kind) : ALL,
    actor ? part('a.actor = ?', actor) : ALL,
    action ? part('a.action = ?', action) : ALL,
  );
};

// Numbers of transactions begin anew where a database is restored from a dump: nearness in time tells them apart.
const SAME_STEP = `a.xact = e.xact and a.at between e.at - interval '1 hour' and e.at + interval '1 hour'`;

const audited = (query: HistoryQuery): Part => {
  const where = and(auditScope(query), period('a', query), beforeCursor('a', 1, query.before));
  return part(
    `select 1 as log, a.id, a.at, a.xact, a.actor, a.actor_name, a.action, a.subject_kind, a.subject_document_id,
            a.session_document_id, a.before, a.after, a.data, a.is_erased, null as cause
       from webinars_audit a where ${where.sql} order by a.at desc, a.id desc limit ?`,
    ...where.values,
    query.pageSize + 1,
  );
};

/**
 * Events of one session or registration that no audited change of the same thing tells already. The first thing that was audited in the
 * same transaction is why they came about.
 */
const happened = (query: HistoryQuery): Part | null => {
  const { session, registration } = query;
  const subject = registration ?? session;
  // Nobody in particular did what is only an event, and the story of everything is of what people did.
  if (!subject || query.actor || query.action) return null;
  const scope = registration
    ? part('e.registration_document_id = ?', registration)
    : part('e.session_document_id = ? and e.registration_document_id is null', session);
  const where = and(scope, period('e', query), beforeCursor('e', 0, query.before));
  return part(
    `select 0 as log, e.id, e.at, e.xact, c.actor, c.actor_name, e.type as action, ?::text as subject_kind, ?::text as subject_document_id,
            e.session_document_id, null::jsonb as before, null::jsonb as after, e.data, false as is_erased, c.action as cause
       from webinars_events e
       left join lateral (select a.actor, a.actor_name, a.action from webinars_audit a where ${SAME_STEP} order by a.id limit 1) c on true
      where ${where.sql} and not exists (select from webinars_audit a where ${SAME_STEP} and a.subject_document_id = ?)
      order by e.at desc, e.id desc limit ?`,
    registration ? 'registration' : 'session',
    subject,
    ...where.values,
    subject,
    query.pageSize + 1,
  );
};

const readLines = (sql: Sql, query: HistoryQuery): Promise<Line[]> => {
  const parts = [audited(query), happened(query)].filter((one) => one !== null);
  return rows<Line>(
    sql,
    `select log, id::text, ${INSTANT('at')} as at, xact::text, actor, actor_name as "actorName", action, subject_kind as "subjectKind",
            subject_document_id as "subjectDocumentId", session_document_id as session, before::json, after::json, data::json,
            is_erased as "isErased", cause
       from (${parts.map((one) => `(${one.sql})`).join(' union all ')}) story
      order by story.at desc, log desc, story.id desc limit ?`,
    [...parts.flatMap(({ values }) => values), query.pageSize + 1],
  );
};

type Followed = { xact: string; type: string; data: Data };

/** What came about in the steps of a page, for the thing whose history it is. */
const readFollowed = async (
  sql: Sql,
  query: HistoryQuery,
  lines: readonly Line[],
): Promise<Map<string, Followed[]>> => {
  const steps = lines.filter(({ log, xact }) => log === 1 && xact !== null);
  const followed = new Map<string, Followed[]>();
  const subject = query.registration ?? query.session;
  if (!subject || steps.length === 0) return followed;
  const scope = query.registration
    ? 'e.registration_document_id = ?'
    : 'e.session_document_id = ? and e.registration_document_id is null';
  const found = await rows<Followed>(
    sql,
    `select e.xact::text, e.type, e.data::json from webinars_events e
      where ${scope} and e.xact = any(?::bigint[]) and e.at between ?::timestamptz - interval '1 hour' and ?::timestamptz + interval '1 hour'
      order by e.id limit 1000`,
    [subject, steps.map(({ xact }) => xact), steps.at(-1)!.at, steps[0]!.at],
  );
  for (const one of found) followed.set(one.xact, [...(followed.get(one.xact) ?? []), one]);
  return followed;
};

const changesOf = ({ before, after }: Line): HistoryChange[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((field) => ({
    field,
    before: before?.[field] ?? null,
    after: after?.[field] ?? null,
  }));

const subjectOf = ({ subjectKind: kind, subjectDocumentId: documentId }: Line): Subject => ({ kind, documentId });

const byOf = (line: Line): Pick<HistoryEntry, 'by' | 'because'> => {
  if (line.log === 1) return { by: actorOf(line.actor!, line.actorName), because: null };
  if (line.cause === null) return { by: actorOfEvent({ type: line.action, data: line.data }), because: null };
  return {
    by: actorOf('system', null),
    because: { by: actorOf(line.actor!, line.actorName), action: line.cause },
  };
};

/** A page of history, the newest first: of a session or a registration one story of both logs, else of the audit log. */
export const readHistory = async (sql: Sql, query: HistoryQuery): Promise<HistoryPage> => {
  const found = await readLines(sql, query);
  const lines = found.slice(0, query.pageSize);
  const followed = await readFollowed(sql, query, lines);
  const titleOf = await readTitles(
    sql,
    [
      ...lines.map(subjectOf),
      ...lines.flatMap(({ session }) => (session ? [{ kind: 'session', documentId: session }] : [])),
    ],
    query.titles,
  );
  const entries = lines.map((line): HistoryEntry => {
    const subject = subjectOf(line);
    const isOwn = subject.documentId === (query.registration ?? query.session);
    return {
      id: `${line.log === 1 ? 'a' : 'e'}${line.id}`,
      at: line.at,
      ...byOf(line),
      action: line.action,
      subject: { ...subject, title: titleOf(subject) },
      session: line.session && {
        documentId: line.session,
        title: titleOf({ kind: 'session', documentId: line.session }) ?? '',
      },
      changes: changesOf(line),
      data: line.data,
      events: line.log === 1 && isOwn ? (followed.get(line.xact!) ?? []).map(({ type, data }) => ({ type, data })) : [],
      isErased: line.isErased,
    } as HistoryEntry;
  });
  const last = lines.at(-1);
  return { entries, next: found.length > lines.length && last ? `${last.at}_${last.log}_${last.id}` : null };
};
