import { rows, type Sql } from '../kernel/database';
import { sessionTitleIn } from '../kernel/session-title';
import type { Locale } from '../kernel/text';
import type { Session } from '../sessions';

const MOST_FAILED = 1000;

type Few = { count: number; ids: number[] };

export type Numbers = {
  upcoming: number;
  running: number;
  drafts: number;
  taken: number;
  held: number;
  free: number;
  capacity: number;
  unlimited: number;
  waiting: number;
  waitingSessions: number;
  approvals: number;
  approvalSessions: number;
  /** The next sessions, in the order of their start. */
  next: number[];
  /** Full while people wait; the longest line first. */
  full: Few;
  /** Nearly full while nobody waits; the soonest first. */
  almost: Few;
  /** Nearly empty shortly before they start; the soonest first. */
  empty: Few;
  /** With registrants whose address takes no mail; the soonest first. */
  unreachable: Few;
  /** How many such registrants each of those listed has, by the session's row id. */
  people: Record<string, number>;
};

const few = (name: string, order: string) => `json_build_object('count', (select count(*) from ${name}), 'ids',
  coalesce((select json_agg(id) from (select id from ${name} order by ${order} limit ?) f), '[]'))`;

/**
 * Everything that is counted over the upcoming sessions, with one look at them. Seats and lines are the sessions' own counters; of the
 * registrations only those are read that wait for a decision or a payment: they are few, and have indexes of their own.
 */
export const readNumbers = async (
  sql: Sql,
  now: Date,
  options: {
    soonUntil: Date;
    almostShare: number;
    fewShare: number;
    fewPeople: number;
    next: number;
    troubled: number;
  },
): Promise<Numbers> => {
  const [numbers] = await rows<Numbers>(
    sql,
    // A session lasts at most a day, so the index on the start finds everything that has not ended.
    `with upcoming as materialized (
       select s.id, s.document_id, s.state, s.datetime, s.capacity, s.registration_count, s.waitlist_count from sessions s
        where s.state in ('published', 'live') and s.datetime > ?::timestamp - interval '1 day'
          and s.datetime + make_interval(mins => s.duration) > ?::timestamp),
     busy as (select * from upcoming where waitlist_count > 0 and registration_count >= capacity),
     almost as (select * from upcoming where waitlist_count = 0 and registration_count between capacity * ?::float and capacity and capacity > 0),
     idle as (select * from upcoming
               where datetime between ?::timestamp and ?::timestamp and waitlist_count = 0
                 and registration_count < coalesce(capacity * ?::float, ?::float)),
     -- Few addresses ever bounce, and both sides have an index.
     lost as (select u.id, u.datetime, count(*)::int as people
                from webinars_mail_addresses a join registrations b on b.email = a.email and b.state <> 'cancelled'
                join upcoming u on u.document_id = b.session_document_id
               where a.bounced_at is not null group by u.id, u.datetime),
     asking as (select session_document_id, count(*) as people from registrations where state = 'pending_approval' group by 1),
     approvals as (select a.people from asking a join upcoming u on u.document_id = a.session_document_id)
     select t.*, (select count(*) from sessions d where d.state = 'draft' and d.datetime > ?::timestamp)::int as drafts,
            (select count(*) from registrations h join upcoming u on u.document_id = h.session_document_id
              where h.state = 'pending_payment')::int as held,
            (select coalesce(sum(people), 0) from approvals)::int as approvals,
            (select count(*) from approvals)::int as "approvalSessions",
            (select coalesce(json_agg(id), '[]') from (select id from upcoming order by datetime, id limit ?) n) as next,
            ${few('busy', 'waitlist_count desc, datetime, id')} as full,
            ${few('almost', 'datetime, id')} as almost,
            ${few('idle', 'datetime, id')} as empty,
            ${few('lost', 'datetime, id')} as unreachable,
            (select coalesce(json_object_agg(id, people), '{}') from (select id, people from lost order by datetime, id limit ?) l) as people
       from (select count(*)::int as upcoming, count(*) filter (where state = 'live')::int as running,
                    coalesce(sum(registration_count), 0)::int as taken,
                    coalesce(sum(greatest(0, capacity - registration_count)), 0)::int as free,
                    coalesce(sum(capacity), 0)::int as capacity, count(*) filter (where capacity is null)::int as unlimited,
                    coalesce(sum(waitlist_count), 0)::int as waiting,
                    count(*) filter (where waitlist_count > 0)::int as "waitingSessions" from upcoming) t`,
    [
      now,
      now,
      options.almostShare,
      now,
      options.soonUntil,
      options.fewShare,
      options.fewPeople,
      now,
      options.next,
      options.troubled,
      options.troubled,
      options.troubled,
      options.troubled,
      options.troubled,
    ],
  );
  return numbers!;
};

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

/** Sessions by their row ids, with a title in the reader's language. */
export const readRows = async (sql: Sql, ids: readonly number[], locale: Locale): Promise<Map<number, Row>> => {
  const found = await rows<Row & { id: number }>(
    sql,
    `select s.id, ${COLUMNS}, ${sessionTitleIn('?')} as title from sessions s where s.id = any(?)`,
    [locale, locale, ids],
  );
  return new Map(found.map((row) => [row.id, row]));
};

/** Mails that lately could not be sent. Beyond a thousand nobody counts. */
export const countFailedMails = async (sql: Sql, since: Date): Promise<{ count: number; isMore: boolean }> => {
  const [found] = await rows<{ count: number }>(
    sql,
    `select count(*) filter (where f.created_at > ?::timestamptz)::int as count
       from (select created_at from webinars_mails where state = 'failed' order by id desc limit ${MOST_FAILED + 1}) f`,
    [since],
  );
  const count = found?.count ?? 0;
  return { count: Math.min(count, MOST_FAILED), isMore: count > MOST_FAILED };
};
