import type { MISSING, OverviewActivity, Task } from '../../../contracts/overview';
import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import { sqlList, type Locale } from '../kernel/text';

type Newest = {
  documentId: string;
  name: string;
  state: OverviewActivity['registrations'][number]['state'];
  registeredAt: Date;
  session: { documentId: string; title: string };
};

/** The newest registrations. */
export const readNewest = (sql: Sql, locale: Locale, most: number): Promise<Newest[]> =>
  rows(
    sql,
    `select r.document_id as "documentId", concat_ws(' ', r.first_name, r.last_name) as name, r.state, r.registered_at as "registeredAt",
            json_build_object('documentId', s.document_id, 'title', ${sessionTitleIn('?')}) as session
       from (select * from registrations where registered_at is not null order by registered_at desc, id desc limit ?) r
       join sessions s on s.document_id = r.session_document_id
      order by r.registered_at desc, r.id desc`,
    [locale, locale, most],
  );

type Completed = {
  documentId: string;
  title: string;
  datetime: Date;
  timezone: string;
  attended: number;
  confirmed: number;
  rating: number | null;
};

/** The sessions that were held last. */
export const readCompleted = (sql: Sql, locale: Locale, most: number): Promise<Completed[]> =>
  rows(
    sql,
    `select s.document_id as "documentId", ${sessionTitleIn('?')} as title, s.datetime, s.timezone,
            coalesce(s.attendance_count, 0) as attended, coalesce(s.registration_count, 0) as confirmed, s.average_rating::float8 as rating
       from (select * from sessions where state in ('published', 'live', 'completed') and state = 'completed'
              order by datetime desc, id desc limit ?) s
      order by s.datetime desc, s.id desc`,
    [locale, locale, most],
  );

type Due = {
  task: Task;
  /** How many sessions the task has in all. */
  count: number;
  documentId: string;
  title: string;
  datetime: Date;
  timezone: string;
  people: number | null;
  missing: (typeof MISSING)[number][];
};

// What a session cannot be held without.
const LACKS = `array_remove(array[
    case when coalesce(btrim(s.meeting_url), '') = '' then 'meeting_url' end,
    case when not exists (select from sessions_speaker_lnk l where l.session_id = s.id) then 'speaker' end,
    case when not exists (select from sessions_topic_lnk l where l.session_id = s.id) then 'topic' end], null)`;

const NOTED = sqlList(['attended', 'no_show']);

/** The sessions for which somebody has something to do, the most urgent of each task first. */
export const readTasks = (
  sql: Sql,
  { now, soon, drafts, since }: { now: Date; soon: Date; drafts: Date; since: Date },
  locale: Locale,
  most: number,
): Promise<Due[]> =>
  rows(
    sql,
    `with at as (select ?::timestamp as now, ?::timestamp as soon, ?::timestamp as drafts, ?::timestamp as since),
     -- A session lasts at most a day, so the index on the start finds everything that has not ended.
     coming as materialized (
       select s.id, s.datetime, s.state, s.scheduled_publish_at, ${LACKS} as missing from sessions s, at
        where s.state in ('published', 'live') and s.datetime > at.now - interval '1 day' and s.datetime <= at.soon
          and s.datetime + make_interval(mins => s.duration) > at.now
       union all
       select s.id, s.datetime, s.state, s.scheduled_publish_at, ${LACKS} from sessions s, at
        where s.state = 'draft' and s.datetime > at.now and (s.datetime <= at.drafts or s.scheduled_publish_at <= at.soon)),
     past as materialized (
       select s.id, s.datetime, s.document_id, s.registration_count, s.attendance_count, s.recording_enabled and coalesce(btrim(s.recording_url), '') = '' as is_unseen
         from sessions s, at where s.state in ('published', 'live', 'completed') and s.state = 'completed' and s.datetime > at.since and s.datetime <= at.now),
     asking as (select session_document_id, count(*)::int as people from registrations where state = 'pending_approval' group by 1),
     due as (
       select 'approve' as task, s.id, s.datetime, a.people, '{}'::text[] as missing
         from asking a join sessions s on s.document_id = a.session_document_id cross join at
        where s.state in ('published', 'live') and s.datetime + make_interval(mins => s.duration) > at.now
       union all select 'prepare', id, datetime, null, missing from coming where cardinality(missing) > 0
       union all select 'publish', c.id, c.datetime, null, '{}' from coming c where c.state = 'draft' and c.scheduled_publish_at is null
       union all
       select 'record_attendance', p.id, p.datetime, p.registration_count, '{}' from past p
        where p.registration_count > 0 and p.attendance_count = 0
          and not exists (select from registrations r where r.session_document_id = p.document_id and r.state in (${NOTED}))
       union all select 'add_recording', id, datetime, null, '{}' from past where is_unseen),
     placed as (
       select d.*, count(*) over (partition by task)::int as count, row_number() over (partition by task order by datetime, id) as place from due d)
     select d.task, d.count, s.document_id as "documentId", ${sessionTitleIn('?')} as title, s.datetime, s.timezone, d.people, to_json(d.missing) as missing
       from placed d join sessions s on s.id = d.id where d.place <= ? order by d.task, d.place`,
    [now, soon, drafts, since, locale, locale, most],
  );
