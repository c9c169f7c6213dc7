import type { PlanningChoice, PlanningSort } from '../../../contracts/planning';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import type { Session } from '../sessions';
import type { Slot } from './conflicts';
import { all, wanted, type Condition } from './filters';

/** A session's row as the planner reads it. */
export type Row = Pick<
  Session,
  | 'id'
  | 'documentId'
  | 'slug'
  | 'state'
  | 'datetime'
  | 'duration'
  | 'timezone'
  | 'language'
  | 'capacity'
  | 'allowWaitlist'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
  | 'registrationCount'
  | 'waitlistCount'
  | 'scheduledPublishAt'
  | 'revision'
> & {
  title: string;
  hasMeetingUrl: boolean;
  topic: { documentId: string; title: string; category: string | null } | null;
  people: { documentId: string; name: string; part: string }[];
  /** Where the page behind this row begins. */
  cursor: string;
};

const PEOPLE = `select coalesce(json_agg(json_build_object('documentId', k.document_id, 'part', p.part,
    'name', coalesce(nullif(btrim(concat_ws(' ', k.first_name, k.last_name)), ''), k.email, '')) order by p.rank, k.last_name, k.id), '[]')
  from (select 1 as rank, 'speaker' as part, speaker_id from sessions_speaker_lnk where session_id = s.id
        union all select 2, 'panelists', speaker_id from sessions_panelists_lnk where session_id = s.id
        union all select 3, 'moderator', speaker_id from sessions_moderator_lnk where session_id = s.id) p
  join speakers k on k.id = p.speaker_id`;

const TOPIC = `select json_build_object('documentId', t.document_id, 'category', t.category, 'title', coalesce(
    (select v.title from topics v where v.document_id = t.document_id order by (v.locale = l.locale) desc, (v.locale = 'en') desc, v.id limit 1), ''))
  from sessions_topic_lnk k join topics t on t.id = k.topic_id where k.session_id = s.id limit 1`;

const COLUMNS = `s.id, s.document_id as "documentId", s.slug, s.state, s.datetime, s.duration, s.timezone, s.language, s.capacity,
  s.allow_waitlist as "allowWaitlist", s.registration_opens_at as "registrationOpensAt", s.registration_closes_at as "registrationClosesAt",
  coalesce(s.registration_count, 0) as "registrationCount", coalesce(s.waitlist_count, 0) as "waitlistCount",
  s.scheduled_publish_at as "scheduledPublishAt", s.revision, coalesce(btrim(s.meeting_url), '') <> '' as "hasMeetingUrl",
  ${sessionTitleIn('l.locale')} as title, (${TOPIC}) as topic, (${PEOPLE}) as people`;

const ORDERS: Record<string, { column: string; type: string }> = {
  start: { column: 's.datetime', type: 'timestamp' },
  taken: { column: 'coalesce(s.registration_count, 0)', type: 'int' },
  waiting: { column: 'coalesce(s.waitlist_count, 0)', type: 'int' },
  saved: { column: 'coalesce(s.updated_at, s.created_at, s.datetime)', type: 'timestamp' },
};

const orderOf = (sort: PlanningSort) => {
  const isDown = sort.startsWith('-');
  return { ...ORDERS[isDown ? sort.slice(1) : sort]!, direction: isDown ? 'desc' : 'asc', beyond: isDown ? '<' : '>' };
};

/** A cursor is the last row's value in the order, and its id. Null for what is none. */
const behind = (sort: PlanningSort, cursor: string | undefined): Condition | null => {
  if (cursor === undefined) return null;
  const { column, type, beyond } = orderOf(sort);
  const [, value, id] = /^(.+)~(\d{1,9})$/.exec(cursor) ?? [];
  if (value === undefined || id === undefined) return null;
  if (type === 'int' ? !/^-?\d{1,9}$/.test(value) : Number.isNaN(Date.parse(`${value}Z`))) return null;
  return { text: `(${column}, s.id) ${beyond} (?::${type}, ?::int)`, bindings: [value, id] };
};

/** Sessions in an order, from a cursor on. */
export const readPage = (
  sql: Sql,
  condition: Condition,
  { sort, after, most, locale }: { sort: PlanningSort; after?: string; most: number; locale: Locale },
): Promise<Row[]> => {
  const { column, direction } = orderOf(sort);
  const { text, bindings } = all([condition, behind(sort, after)]);
  return rows<Row>(
    sql,
    `select ${COLUMNS}, ${column}::text || '~' || s.id as cursor
       from (select * from sessions s where ${text} order by ${column} ${direction}, s.id ${direction} limit ?) s
      cross join (select ?::text as locale) l
      order by ${column} ${direction}, s.id ${direction}`,
    [...bindings, most, locale],
  );
};

/** How many sessions each state has. */
export const countStates = async (sql: Sql, { text, bindings }: Condition): Promise<Map<string, number>> => {
  const counts = await rows<{ state: string; count: number }>(
    sql,
    `select s.state, count(*)::int as count from sessions s where ${text} group by s.state`,
    bindings,
  );
  return new Map(counts.map(({ state, count }) => [state, count]));
};

/** The first sessions of each day of a zone, and how many the day has. */
export const readDays = (
  sql: Sql,
  { text, bindings }: Condition,
  { timezone, mostPerDay, locale }: { timezone: string; mostPerDay: number; locale: Locale },
): Promise<(Row & { day: string; ofDay: number })[]> =>
  rows(
    sql,
    `select ${COLUMNS}, s.day, s."ofDay", '' as cursor
       from (select f.*, row_number() over (partition by f.day order by f.datetime, f.id) as place, (count(*) over (partition by f.day))::int as "ofDay"
               from (select s.*, to_char(s.datetime at time zone 'UTC' at time zone ?, 'YYYY-MM-DD') as day from sessions s where ${text}) f) s
      cross join (select ?::text as locale) l
      where s.place <= ? order by s.datetime, s.id`,
    [timezone, ...bindings, locale, mostPerDay],
  );

/** A session that can be in another's way. */
export type Neighbour = Slot & { title: string; timezone: string };

/**
 * All sessions that take place within any of the spans. A session lasts at most a day, so the index on the start finds them: for each span by
 * itself, which `offset 0` says, for joined at will PostgreSQL reads all sessions.
 */
export const readNeighbours = (
  sql: Sql,
  spans: readonly { from: Date; to: Date }[],
  locale: Locale,
): Promise<Neighbour[]> =>
  spans.length === 0
    ? Promise.resolve([])
    : rows<Neighbour>(
        sql,
        `select s.document_id as "documentId", s.datetime, s.duration, s.timezone, s.state, ${sessionTitleIn('l.locale')} as title,
                (${PEOPLE}) as people,
                (select t.category from sessions_topic_lnk k join topics t on t.id = k.topic_id where k.session_id = s.id limit 1) as category
           from sessions s cross join (select ?::text as locale) l
          where s.id in (
            select o.id from jsonb_to_recordset(?::jsonb) as a("from" timestamp, "to" timestamp)
             cross join lateral (
               select o.id from sessions o
                where o.datetime > a."from" - interval '1 day' and o.datetime < a."to"
                  and o.datetime + make_interval(mins => o.duration) > a."from" and o.state in ('draft', 'published', 'live') offset 0) o)
          order by s.datetime, s.id`,
        [locale, JSON.stringify(spans)],
      );

export type StageChange = Record<'speaker' | 'panelists' | 'moderator', { connect: string[]; disconnect: string[] }>;

/** Who would be on stage of a session, and whom it would be for, after these links are made and undone. */
export const readStage = async (
  sql: Sql,
  session: string | null,
  parts: StageChange,
  topic: { connect: string[]; disconnect: string[] },
): Promise<{ people: { documentId: string; name: string }[]; category: string | null }> => {
  const [stage] = await rows<{ people: { documentId: string; name: string }[]; category: string | null }>(
    sql,
    `with changed as (select * from jsonb_to_recordset(?::jsonb) as c(part text, connect jsonb, disconnect jsonb)),
     saved as (
       select p.part, k.document_id
         from sessions s
        cross join lateral (
          select 'speaker' as part, speaker_id from sessions_speaker_lnk where session_id = s.id
          union all select 'panelists', speaker_id from sessions_panelists_lnk where session_id = s.id
          union all select 'moderator', speaker_id from sessions_moderator_lnk where session_id = s.id) p
         join speakers k on k.id = p.speaker_id
        where s.document_id = ?),
     staying as (
       select v.document_id from saved v left join changed c on c.part = v.part
        where c.part is null
           or (not jsonb_exists(c.disconnect, v.document_id) and (v.part = 'panelists' or jsonb_array_length(c.connect) = 0))
       union select jsonb_array_elements_text(c.connect) from changed c),
     theme as (select ?::jsonb as connect, ?::jsonb as disconnect)
     select coalesce((select json_agg(json_build_object('documentId', d.document_id, 'name', d.name))
              from (select distinct on (k.document_id) k.document_id, concat_ws(' ', k.first_name, k.last_name) as name
                      from speakers k where k.document_id in (select document_id from staying) order by k.document_id, k.id) d), '[]') as people,
            (select case when jsonb_array_length(theme.connect) > 0
                      then (select t.category from topics t where t.document_id = theme.connect->>0 limit 1)
                      else (select t.category from sessions s join sessions_topic_lnk k on k.session_id = s.id join topics t on t.id = k.topic_id
                             where s.document_id = ? and not jsonb_exists(theme.disconnect, t.document_id) limit 1) end from theme) as category`,
    [
      JSON.stringify(Object.entries(parts).map(([part, links]) => ({ part, ...links }))),
      session,
      JSON.stringify(topic.connect),
      JSON.stringify(topic.disconnect),
      session,
    ],
  );
  return stage!;
};

/** How many of those who have a place in a session have an address that takes no mail. */
export const countUnreachable = async (sql: Sql, session: string): Promise<number> => {
  const [found] = await rows<{ count: number }>(
    sql,
    `select count(*)::int as count from registrations r join webinars_mail_addresses a on a.email = r.email and a.bounced_at is not null
      where r.session_document_id = ? and r.state <> 'cancelled'`,
    [session],
  );
  return found!.count;
};

const MOST_CHOICES = 20;

/** Topics by a part of their title, or one by its id. */
export const findTopics = (sql: Sql, search: string, locale: Locale): Promise<PlanningChoice[]> =>
  rows<PlanningChoice>(
    sql,
    `select f."documentId", f.label, f.hint
       from (select distinct on (t.document_id) t.document_id as "documentId", coalesce(t.title, '') as label, t.category as hint
               from topics t, (select lower(?) as search, ?::text as locale) q
              where q.search = '' or lower(t.document_id) = q.search
                 or exists (select from topics v where v.document_id = t.document_id and position(q.search in lower(v.title)) > 0)
              order by t.document_id, (t.locale = q.locale) desc, (t.locale = 'en') desc, t.id) f
      order by lower(f.label), f."documentId" limit ${MOST_CHOICES}`,
    [search, locale],
  );

/** Speakers by a part of their name, or one by their id. */
export const findSpeakers = (sql: Sql, search: string): Promise<PlanningChoice[]> =>
  rows<PlanningChoice>(
    sql,
    `select f."documentId", f.label, f.hint
       from (select distinct on (k.document_id) k.document_id as "documentId", concat_ws(' ', k.first_name, k.last_name) as label,
                    nullif(k.company, '') as hint, k.last_name
               from speakers k, (select lower(?) as search) q
              where q.search = '' or lower(k.document_id) = q.search
                 or position(q.search in lower(concat_ws(' ', k.first_name, k.last_name))) > 0
              order by k.document_id, k.id) f
      order by lower(f.last_name), f."documentId" limit ${MOST_CHOICES}`,
    [search],
  );

export const readCategories = async (sql: Sql): Promise<string[]> => {
  const found = await rows<{ category: string }>(
    sql,
    `select distinct btrim(category) as category from topics where btrim(category) <> '' order by 1 limit 200`,
  );
  return found.map(({ category }) => category);
};

/** How many sessions a topic or a speaker has, and how many people these have in them. */
export const countSessionsOf = async (
  sql: Sql,
  of: { topic?: string; speaker?: string },
  now: Date,
): Promise<{ upcoming: number; past: number; drafts: number; taken: number }> => {
  const { text, bindings } = wanted(of);
  const [counts] = await rows<{ upcoming: number; past: number; drafts: number; taken: number }>(
    sql,
    `select count(*) filter (where s.state in ('published', 'live') and s.datetime + make_interval(mins => s.duration) > t.now)::int as upcoming,
            count(*) filter (where s.state = 'completed' or (s.state in ('published', 'live') and s.datetime + make_interval(mins => s.duration) <= t.now))::int as past,
            count(*) filter (where s.state = 'draft')::int as drafts, coalesce(sum(s.registration_count), 0)::int as taken
       from sessions s cross join (select ?::timestamp as now) t where ${text}`,
    [now, ...bindings],
  );
  return counts!;
};
