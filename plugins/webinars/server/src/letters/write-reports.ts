import { z } from 'zod';
import type { ReportKind } from '../../../contracts/mail';
import type { Job } from '../jobs';
import type { Clock } from '../kernel/clock';
import { rows, type Database, type Trx } from '../kernel/database';
import { normaliseEmail } from '../kernel/text';
import { readSettings, writeToManager } from '../mail';
import { lastMorning, weekBefore, type Programme } from '../programme';
import type { Span } from './report';

/** What has been told of, and until when. Applied after Strapi's schema sync; idempotent. */
export const lettersConstraints: string[] = [
  // A row is the right to write one report: whoever inserts it writes it, in the same transaction, or has nothing to tell.
  `create table if not exists webinars_reports (
     kind text not null,
     due_at timestamptz not null,
     from_at timestamptz not null,
     until_at timestamptz not null,
     primary key (kind, due_at)
   )`,
  `create index if not exists webinars_registrations_by_cancellation on registrations (cancelled_at) where cancelled_at is not null`,
];

/** Asks which of the manager's reports are due. */
export const reportJob: Job<Record<string, never>> = { name: 'programme.write-reports', payload: z.strictObject({}) };

const DAY = 86_400_000;
/** A digest that could not be written for days tells of no more than a week. */
const LONGEST_DIGEST = 7 * DAY;

const KINDS = [
  { kind: 'new_registrations', wish: 'newRegistrations', every: 'day' },
  { kind: 'performance_report', wish: 'performanceReports', every: 'week' },
] as const satisfies { kind: ReportKind; wish: string; every: 'day' | 'week' }[];

/** A digest goes on where the last one ended, so that nobody who registered is told of twice, or not at all. */
const spanOf = async (trx: Trx, kind: ReportKind, due: Date, since: Date, zone: string): Promise<Span> => {
  if (kind === 'performance_report') return weekBefore(due, zone);
  const [last] = await rows<{ until: Date | null }>(
    trx,
    `select max(until_at) as until from webinars_reports where kind = ?`,
    [kind],
  );
  const begins = Math.max(
    last?.until?.getTime() ?? due.getTime() - DAY,
    since.getTime() - DAY,
    due.getTime() - LONGEST_DIGEST,
  );
  return { from: new Date(begins), until: due };
};

const hasNews = async (trx: Trx, { from, until }: Span): Promise<boolean> => {
  const [found] = await rows<{ is: boolean }>(
    trx,
    `select exists (select from registrations where registered_at >= ?::timestamp and registered_at < ?::timestamp) as is`,
    [from, until],
  );
  return found!.is;
};

/**
 * Writes what is due to the programme manager: the morning's digest where anybody has registered, the Monday's report. Two instances of one
 * minute: the note's primary key lets one of them. Who begins to want a mail gets the next one, not the last.
 */
export const createWriteReports =
  ({ database, clock, programme }: { database: Database; clock: Clock; programme: Pick<Programme, 'current'> }) =>
  (): Promise<void> =>
    database.inTransaction(async (trx) => {
      const now = clock.now();
      const { programmeManager: manager } = await readSettings(trx);
      if (manager.email === null) return;
      const { timezone } = await programme.current(trx);
      for (const { kind, wish, every } of KINDS) {
        const since = manager.since[wish];
        const due = lastMorning(now, timezone, every);
        if (!manager[wish] || since === undefined || due <= new Date(since)) continue;
        const span = await spanOf(trx, kind, due, new Date(since), timezone);
        const ours = await rows(
          trx,
          `insert into webinars_reports (kind, due_at, from_at, until_at) values (?, ?::timestamptz, ?::timestamptz, ?::timestamptz)
           on conflict do nothing returning kind`,
          [kind, due, span.from, span.until],
        );
        if (ours.length === 0 || (kind === 'new_registrations' && !(await hasNews(trx, span)))) continue;
        await writeToManager(
          trx,
          {
            kind,
            cause: due.toISOString(),
            recipient: normaliseEmail(manager.email),
            locale: manager.locale,
            data: { from: span.from, until: span.until },
          },
          now,
        );
      }
    });
