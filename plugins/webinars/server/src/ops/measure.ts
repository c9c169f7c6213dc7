import { rows, type Sql } from '../kernel/database';
import { sqlList } from '../kernel/text';
import { SESSION_STATES } from '../sessions';

/** A partner that is switched on, and the kinds of records that are kept in step with it. */
export type MeasuredPartner = { name: string; kinds: readonly string[] };

/** What is measured in the database: what each number means, and what it is told apart by. */
export const MEASURES = {
  partner_waiting: { help: 'Records that wait to be sent to a partner.', labels: ['partner', 'kind'] },
  partner_failed: { help: 'Records that were given up: dead letters.', labels: ['partner', 'kind'] },
  partner_oldest_waiting_seconds: {
    help: 'For how long the oldest record that a partner is to get has waited; 0 where none waits.',
    labels: ['partner'],
  },
  partner_paused: {
    help: '1 while a partner gets nothing: it does not answer, asked for a pause, or refuses our credentials.',
    labels: ['partner'],
  },
  partner_key_expires_at_seconds: {
    help: 'When the key of a partner expires, in seconds since 1970. Only where the partner tells.',
    labels: ['partner'],
  },
  partner_differences: { help: 'Differences the last reconciliation with a partner found.', labels: ['partner'] },
  jobs_waiting: { help: 'Jobs that are due, or were tried in vain and will be tried again.', labels: ['job'] },
  jobs_dead: { help: 'Jobs that used up their tries: dead letters.', labels: ['job'] },
  jobs_oldest_waiting_seconds: { help: 'Age of the oldest job that waits; 0 where none waits.', labels: [] },
  mails: {
    help: 'Mails that are not delivered: queued, failed for good, or kept without a server.',
    labels: ['state'],
  },
  mail_oldest_waiting_seconds: { help: 'Age of the oldest mail that is queued; 0 where none is.', labels: [] },
  sessions: { help: 'Sessions by state.', labels: ['state'] },
  seats_taken: { help: 'Seats taken in the sessions that have not ended.', labels: [] },
  seats_free: { help: 'Seats free in the sessions that have not ended and have a limit.', labels: [] },
} as const satisfies Record<string, { help: string; labels: readonly string[] }>;

export type MeasureName = keyof typeof MEASURES;
export type Sample = { name: MeasureName; labels: Record<string, string>; value: number };

const MAIL_STATES = ['queued', 'failed', 'kept'] as const;

const sample = (name: MeasureName, value: number, labels: Record<string, string> = {}): Sample => ({
  name,
  labels,
  value,
});

/** A number for each of the names, those nothing was found for included: an alert needs to see a nought. */
const forEach = <Row>(found: readonly Row[], nameOf: (row: Row) => string, names: readonly string[]) => {
  const byName = new Map<string, Row | undefined>(names.map((name) => [name, undefined]));
  for (const row of found) byName.set(nameOf(row), row);
  return [...byName];
};

type Links = { partner: string; kind: string; waiting: number; failed: number; oldest: number };
type Standing = { partner: string; paused: boolean; expires: number | null; differences: number | null };

const measureLinks = async (sql: Sql, partners: readonly MeasuredPartner[], now: Date): Promise<Sample[]> => {
  const found = await rows<Links>(
    sql,
    `select partner, kind, count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed,
            coalesce(greatest(0, extract(epoch from ?::timestamptz - min(waiting_since) filter (where state = 'waiting'))), 0)::float as oldest
       from webinars_links where state in ('waiting', 'failed') and partner = any(?) group by partner, kind`,
    [now, partners.map(({ name }) => name)],
  );
  return partners.flatMap(({ name: partner, kinds }) => {
    const ours = found.filter((row) => row.partner === partner);
    return [
      ...forEach(ours, (row) => row.kind, kinds).flatMap(([kind, row]) => [
        sample('partner_waiting', row?.waiting ?? 0, { partner, kind }),
        sample('partner_failed', row?.failed ?? 0, { partner, kind }),
      ]),
      sample('partner_oldest_waiting_seconds', Math.max(0, ...ours.map(({ oldest }) => oldest)), { partner }),
    ];
  });
};

const measureStandings = async (sql: Sql, partners: readonly MeasuredPartner[], now: Date): Promise<Sample[]> => {
  const names = partners.map(({ name }) => name);
  const found = await rows<Standing>(
    sql,
    `select partner, stopped_at is not null or coalesce(paused_until > ?::timestamptz, false) as paused,
            extract(epoch from key_expires_at)::float as expires, case when reconciled is not null then differences end as differences
       from webinars_partners where partner = any(?)`,
    [now, names],
  );
  return forEach(found, (row) => row.partner, names).flatMap(([partner, row]) => [
    sample('partner_paused', row?.paused ? 1 : 0, { partner }),
    ...(row?.expires == null ? [] : [sample('partner_key_expires_at_seconds', row.expires, { partner })]),
    ...(row?.differences == null ? [] : [sample('partner_differences', row.differences, { partner })]),
  ]);
};

// The queue goes by PostgreSQL's clock. What is taken counts until it is done: a job that hangs is work that waits.
const measureJobs = async (sql: Sql, names: readonly string[]): Promise<Sample[]> => {
  const found = await rows<{ job: string; waiting: number; dead: number; oldest: number }>(
    sql,
    `select t.identifier as job, count(*) filter (where not dead and behind)::int as waiting, count(*) filter (where dead)::int as dead,
            coalesce(extract(epoch from now() - min(created_at) filter (where not dead and behind)), 0)::float as oldest
       from (select task_id, created_at, attempts >= max_attempts and locked_at is null as dead, run_at <= now() or attempts > 0 as behind
               from graphile_worker._private_jobs) j
       join graphile_worker._private_tasks t on t.id = j.task_id group by t.identifier`,
  );
  return [
    ...forEach(found, (row) => row.job, names).flatMap(([job, row]) => [
      sample('jobs_waiting', row?.waiting ?? 0, { job }),
      sample('jobs_dead', row?.dead ?? 0, { job }),
    ]),
    sample('jobs_oldest_waiting_seconds', Math.max(0, ...found.map(({ oldest }) => oldest))),
  ];
};

const measureMails = async (sql: Sql, now: Date): Promise<Sample[]> => {
  const found = await rows<{ state: string; count: number; oldest: number }>(
    sql,
    `select 'queued' as state, count(*)::int as count, coalesce(extract(epoch from ?::timestamptz - min(created_at)), 0)::float as oldest
       from webinars_mails where state = 'queued'
     union all
     select state, count(*)::int, 0 from webinars_mails where state in ('failed', 'kept') group by state`,
    [now],
  );
  return [
    ...forEach(found, (row) => row.state, MAIL_STATES).map(([state, row]) =>
      sample('mails', row?.count ?? 0, { state }),
    ),
    sample('mail_oldest_waiting_seconds', Math.max(0, ...found.map(({ oldest }) => oldest))),
  ];
};

const measureProgramme = async (sql: Sql, now: Date): Promise<Sample[]> => {
  const found = await rows<{ state: string; count: number; taken: number; free: number }>(
    sql,
    `select state, count(*)::int as count, coalesce(sum(registration_count) filter (where coming), 0)::int as taken,
            coalesce(sum(greatest(0, capacity - registration_count)) filter (where coming), 0)::int as free
       from (select state, capacity, registration_count,
                    state in ('published', 'live') and datetime + make_interval(mins => duration) > ?::timestamp as coming
               from sessions where state in (${sqlList(SESSION_STATES)})) s
      group by state`,
    [now],
  );
  const sum = (key: 'taken' | 'free') => found.reduce((total, row) => total + row[key], 0);
  return [
    ...forEach(found, (row) => row.state, SESSION_STATES).map(([state, row]) =>
      sample('sessions', row?.count ?? 0, { state }),
    ),
    sample('seats_taken', sum('taken')),
    sample('seats_free', sum('free')),
  ];
};

/** Everything that is true of the database at one instant, for any instance to tell. `jobs` are the kinds of jobs there are. */
export const measure = async (
  sql: Sql,
  { partners, jobs, now }: { partners: readonly MeasuredPartner[]; jobs: readonly string[]; now: Date },
): Promise<Sample[]> => [
  ...(partners.length === 0 ? [] : await measureLinks(sql, partners, now)),
  ...(partners.length === 0 ? [] : await measureStandings(sql, partners, now)),
  ...(await measureJobs(sql, jobs)),
  ...(await measureMails(sql, now)),
  ...(await measureProgramme(sql, now)),
];
