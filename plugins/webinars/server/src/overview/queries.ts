import { rows, type Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import type { Session } from '../sessions';
import type { Day } from './days';

// A session lasts at most a day, so the index on the start finds everything that has not ended.
const UPCOMING = `s.state in ('published', 'live') and s.datetime > ?::timestamp - interval '1 day'
  and s.datetime + make_interval(mins => s.duration) > ?::timestamp`;

export type Totals = {
  upcoming: number;
  running: number;
  drafts: number;
  taken: number;
  free: number;
  capacity: number;
  unlimited: number;
  waiting: number;
  waitingSessions: number;
};

/** Sums over the upcoming sessions' own counters: no registration is read. */
export const readTotals = async (sql: Sql, now: Date): Promise<Totals> => {
  const [totals] = await rows<Totals>(
    sql,
    `select count(*)::int as upcoming, count(*) filter (where s.state = 'live')::int as running,
            (select count(*) from sessions d where d.state = 'draft' and d.datetime > ?::timestamp)::int as drafts,
            coalesce(sum(s.registration_count), 0)::int as taken,
            coalesce(sum(greatest(0, s.capacity - s.registration_count)), 0)::int as free,
            coalesce(sum(s.capacity), 0)::int as capacity, count(*) filter (where s.capacity is null)::int as unlimited,
            coalesce(sum(s.waitlist_count), 0)::int as waiting,
            count(*) filter (where s.waitlist_count > 0)::int as "waitingSessions"
       from sessions s where ${UPCOMING}`,
    [now, now, now],
  );
  return totals!;
};

/** People who wait for a decision or still pay, over the upcoming sessions. Both are few, and have indexes of their own. */
export const readUndecided = async (
  sql: Sql,
  now: Date,
): Promise<{ approvals: number; approvalSessions: number; held: number }> => {
  const [undecided] = await rows<{ approvals: number; approvalSessions: number; held: number }>(
    sql,
    `select coalesce(sum(people), 0)::int as approvals, count(people)::int as "approvalSessions",
            (select count(*) from registrations h join sessions s on s.document_id = h.session_document_id
              where h.state = 'pending_payment' and h.hold_expires_at is not null and ${UPCOMING})::int as held
       from (select session_document_id, count(*) as people from registrations where state = 'pending_approval' group by 1) a
       join sessions s on s.document_id = a.session_document_id and ${UPCOMING}`,
    [now, now, now, now],
  );
  return undecided!;
};

export const countPerDay = (sql: Sql, days: readonly Day[]): Promise<{ day: string; count: number }[]> =>
  rows(
    sql,
    `select d.day, (select count(*) from registrations r where r.registered_at >= d."from" and r.registered_at < d."to")::int as count
       from jsonb_to_recordset(?::jsonb) as d(day text, "from" timestamp, "to" timestamp)`,
    [JSON.stringify(days)],
  );

/** A session's row as the overview reads it. */
export type Row = Pick<
  Session,
  | 'documentId'
  | 'state'
  | 'datetime'
  | 'duration'
  | 'timezone'
  | 'language'
  | 'capacity'
  | 'registrationCount'
  | 'waitlistCount'
  | 'allowWaitlist'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
> & { title: string };

const COLUMNS = `s.document_id as "documentId", s.state, s.datetime, s.duration, s.timezone, s.language, s.capacity,
  s.registration_count as "registrationCount", s.waitlist_count as "waitlistCount", s.allow_waitlist as "allowWaitlist",
  s.registration_opens_at as "registrationOpensAt", s.registration_closes_at as "registrationClosesAt"`;

// The session's own title, else its topic's; in the reader's language where there is one.
const TITLE = `coalesce(
  (select t.title from sessions_cmps c join components_session_localized_texts t on t.id = c.cmp_id
    where c.entity_id = s.id and c.field = 'texts' and t.title <> '' order by (t.locale = ?) desc, c."order" limit 1),
  (select v.title from sessions_topic_lnk l join topics t on t.id = l.topic_id join topics v on v.document_id = t.document_id
    where l.session_id = s.id order by (v.locale = ?) desc, (v.locale = 'en') desc, v.id limit 1),
  s.slug, '')`;

/** Upcoming sessions in the order of their start. */
export const readNext = (sql: Sql, now: Date, locale: Locale, most: number): Promise<Row[]> =>
  rows<Row>(
    sql,
    `select ${COLUMNS}, ${TITLE} as title
       from (select * from sessions s where ${UPCOMING} order by s.datetime, s.id limit ?) s order by s.datetime, s.id`,
    [locale, locale, now, now, most],
  );

/** Upcoming sessions that are full while people wait, or nearly empty shortly before they start; the most urgent of each. */
export const readTroubled = (
  sql: Sql,
  now: Date,
  locale: Locale,
  { soonUntil, fewShare, fewPeople, most }: { soonUntil: Date; fewShare: number; fewPeople: number; most: number },
): Promise<(Row & { trouble: 'full' | 'empty'; total: number })[]> =>
  rows(
    sql,
    `select ${COLUMNS}, ${TITLE} as title, s.trouble, s.total
       from (select *, count(*) over (partition by trouble)::int as total,
                    row_number() over (partition by trouble order by urgency desc, datetime, id) as place
               from (select s.*, 'full' as trouble, s.waitlist_count as urgency from sessions s
                      where ${UPCOMING} and s.waitlist_count > 0 and s.registration_count >= s.capacity
                     union all
                     select s.*, 'empty', 0 from sessions s
                      where ${UPCOMING} and s.datetime between ?::timestamp and ?::timestamp and s.waitlist_count = 0
                        and s.registration_count < coalesce(s.capacity * ?::float, ?::float)) s) s
      where s.place <= ? order by s.trouble, s.place`,
    [locale, locale, now, now, now, now, now, soonUntil, fewShare, fewPeople, most],
  );
