import type { LetterVariables, ReportKind } from '../../../contracts/mail';
import { rows, type Sql } from '../kernel/database';
import type { Links } from '../kernel/links';
import { sessionTitleIn } from '../kernel/session-title';
import { sqlList, type Locale } from '../kernel/text';
import { HOLDING } from '../registration';
import { dayIn, instantIn, moneyIn } from './words';

type Report = NonNullable<LetterVariables['report']>;

/** The span that a report tells of; `until` itself is the next one's. */
export type Span = { from: Date; until: Date };

type Row = {
  documentId: string;
  title: string;
  datetime: Date;
  timezone: string;
  fresh: number;
  taken: number;
  capacity: number | null;
  waiting: number;
};

const MOST_SESSIONS = 20;
const AHEAD_DAYS = 7;

const sessionColumns = (
  locale: Locale,
) => `s.document_id as "documentId", ${sessionTitleIn(`'${locale}'`)} as title, s.datetime, s.timezone,
  s.registration_count as taken, s.capacity, s.waitlist_count as waiting`;

const countAll = async (sql: Sql, { from, until }: Span) => {
  const [counted] = await rows<{ registrations: number; before: number; cancelled: number; sessions: number }>(
    sql,
    `select (select count(*)::int from registrations where registered_at >= ?::timestamp and registered_at < ?::timestamp) as registrations,
            (select count(*)::int from registrations where registered_at >= ?::timestamp and registered_at < ?::timestamp) as before,
            (select count(*)::int from registrations where cancelled_at >= ?::timestamp and cancelled_at < ?::timestamp) as cancelled,
            (select count(distinct session_document_id)::int from registrations
              where registered_at >= ?::timestamp and registered_at < ?::timestamp) as sessions`,
    [from, until, new Date(from.getTime() - (until.getTime() - from.getTime())), from, from, until, from, until],
  );
  return counted!;
};

const readFresh = (sql: Sql, { from, until }: Span, locale: Locale): Promise<Row[]> =>
  rows<Row>(
    sql,
    `select f.fresh, ${sessionColumns(locale)}
       from (select session_document_id, count(*)::int as fresh from registrations
              where registered_at >= ?::timestamp and registered_at < ?::timestamp
              group by 1 order by 2 desc, 1 limit ${MOST_SESSIONS}) f
       join sessions s on s.document_id = f.session_document_id order by f.fresh desc, s.datetime, s.id`,
    [from, until],
  );

const readHeld = (sql: Sql, { from, until }: Span, locale: Locale) =>
  rows<Row & { attended: number; rating: number | null }>(
    sql,
    `select 0 as fresh, s.attendance_count as attended, round(r.rating, 1)::float8 as rating, ${sessionColumns(locale)}
       from (select * from sessions where state in ('live', 'completed') and datetime >= ?::timestamp and datetime < ?::timestamp
              order by datetime, id limit ${MOST_SESSIONS}) s
       left join lateral (
         select avg(rating) as rating from registrations where session_document_id = s.document_id and rating is not null) r on true
      order by s.datetime, s.id`,
    [from, until],
  );

const readAhead = (sql: Sql, { from, until }: Span, now: Date, locale: Locale): Promise<Row[]> =>
  rows<Row>(
    sql,
    `select coalesce(f.fresh, 0) as fresh, ${sessionColumns(locale)}
       from (select * from sessions where state = 'published' and datetime >= ?::timestamp
                and datetime < ?::timestamp + make_interval(days => ${AHEAD_DAYS})
              order by datetime, id limit ${MOST_SESSIONS}) s
       left join lateral (
         select count(*)::int as fresh from registrations
          where session_document_id = s.document_id and registered_at >= ?::timestamp and registered_at < ?::timestamp) f on true
      order by s.datetime, s.id`,
    [now, now, from, until],
  );

const readRevenue = (sql: Sql, { from, until }: Span) =>
  rows<{ amount: number; currency: string }>(
    sql,
    `select sum(payment_amount)::bigint::float8 as amount, payment_currency as currency from registrations
      where registered_at >= ?::timestamp and registered_at < ?::timestamp and payment_status = 'completed'
        and payment_amount > 0 and state in (${sqlList(HOLDING)})
      group by 2 order by 2`,
    [from, until],
  );

/** What happened in a span of time, in the reader's words: the digest tells who registered, the week's report the rest as well. */
export const readReport = async (
  sql: Sql,
  kind: ReportKind,
  span: Span,
  { locale, zone, now, links }: { locale: Locale; zone: string; now: Date; links: Pick<Links, 'admin'> },
): Promise<Report> => {
  const told = ({ documentId, title, datetime, timezone, fresh, taken, capacity, waiting }: Row) => ({
    title,
    date: instantIn(datetime, timezone, locale),
    fresh,
    taken,
    capacity,
    waiting,
    link: links.admin(documentId),
  });
  const counted = await countAll(sql, span);
  const fresh = await readFresh(sql, span, locale);
  const isWeekly = kind === 'performance_report';
  const held = isWeekly ? await readHeld(sql, span, locale) : [];
  const ahead = isWeekly ? await readAhead(sql, span, now, locale) : [];
  const revenue = isWeekly ? await readRevenue(sql, span) : [];
  return {
    from: isWeekly ? dayIn(span.from, zone, locale) : instantIn(span.from, zone, locale),
    until: isWeekly ? dayIn(new Date(span.until.getTime() - 1), zone, locale) : instantIn(span.until, zone, locale),
    registrations: counted.registrations,
    registrationsBefore: counted.before,
    cancelled: counted.cancelled,
    sessions: fresh.map(told),
    more: Math.max(0, counted.sessions - fresh.length),
    held: held.map(({ attended, rating, ...row }) => ({
      ...told(row),
      attended,
      rating: rating === null ? null : new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(rating),
    })),
    ahead: ahead.map(told),
    revenue: revenue.map(({ amount, currency }) => moneyIn(amount, currency, locale)),
  };
};
