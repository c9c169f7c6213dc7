import type { Overview, OverviewSession } from '../../../contracts/overview';
import { deadLetters } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { lastVerification } from '../ops';
import { availability } from '../sessions';
import { createDailyCounts } from './daily-counts';
import { lastDays } from './days';
import { readNext, readTotals, readTroubled, readUndecided, type Row } from './queries';

export type OverviewDeps = { database: Database; clock: Clock; timezone: string };

const NEXT_SESSIONS = 8;
const TROUBLED_SESSIONS = 5;
// A session counts as nearly empty when less than a fifth of its seats is taken in its last week, or, without a limit, by fewer than five.
const SOON_DAYS = 7;
const FEW_SHARE = 0.2;
const FEW_PEOPLE = 5;
const DAY_MS = 86_400_000;

const asSession = (row: Row, now: Date): OverviewSession => ({
  documentId: row.documentId,
  title: row.title,
  state: row.state === 'live' ? 'live' : 'published',
  datetime: row.datetime.toISOString(),
  duration: row.duration,
  timezone: row.timezone,
  language: row.language,
  availability: availability(row, now),
  capacity: row.capacity,
  taken: row.registrationCount,
  waiting: row.waitlistCount,
});

const byName = (jobs: readonly { name: string }[]): Overview['attention']['deadJobs'] => {
  const counts = new Map<string, number>();
  for (const { name } of jobs) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
};

const sum = (days: readonly { count: number }[]) => days.reduce((total, { count }) => total + count, 0);

/** Reads the programme's numbers as they are at one instant. */
export const createReadOverview = ({ database, clock, timezone }: OverviewDeps) => {
  const dailyCounts = createDailyCounts();
  return (locale: Locale): Promise<Overview> =>
    database.read.transaction(
      async (sql) => {
        const now = clock.now();
        const totals = await readTotals(sql, now);
        const undecided = await readUndecided(sql, now);
        const perDay = await dailyCounts(sql, lastDays(30, now, timezone), now);
        const next = await readNext(sql, now, locale, NEXT_SESSIONS);
        const troubled = await readTroubled(sql, now, locale, {
          soonUntil: new Date(now.getTime() + SOON_DAYS * DAY_MS),
          fewShare: FEW_SHARE,
          fewPeople: FEW_PEOPLE,
          most: TROUBLED_SESSIONS,
        });
        const inTrouble = (trouble: 'full' | 'empty') => {
          const found = troubled.filter((row) => row.trouble === trouble);
          return { count: found[0]?.total ?? 0, sessions: found.map((row) => asSession(row, now)) };
        };
        return {
          at: now.toISOString(),
          timezone,
          sessions: { upcoming: totals.upcoming, running: totals.running, drafts: totals.drafts },
          seats: {
            taken: totals.taken,
            held: undecided.held,
            free: totals.free,
            capacity: totals.capacity,
            unlimitedSessions: totals.unlimited,
          },
          waitlist: { people: totals.waiting, sessions: totals.waitingSessions },
          approvals: { people: undecided.approvals, sessions: undecided.approvalSessions },
          registrations: { last7Days: sum(perDay.slice(-7)), last30Days: sum(perDay), perDay },
          next: next.map((row) => asSession(row, now)),
          attention: {
            fullWithWaitlist: inTrouble('full'),
            nearlyEmpty: inTrouble('empty'),
            deadJobs: byName(await deadLetters(sql)),
            verification: await lastVerification(sql),
          },
        };
      },
      // One snapshot: the numbers on one page agree.
      { isolationLevel: 'repeatable read', readOnly: true },
    );
};
