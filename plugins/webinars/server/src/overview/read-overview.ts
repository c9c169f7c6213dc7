import type { Overview, OverviewSession, OverviewVerification } from '../../../contracts/overview';
import { deadLetters } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { availability } from '../sessions';
import { createDailyCounts } from './daily-counts';
import { lastDays } from './days';
import { readNumbers, readRows, type Row } from './queries';

export type OverviewDeps = {
  database: Database;
  clock: Clock;
  timezone(): Promise<string>;
  lastVerification(sql: Sql): Promise<OverviewVerification | null>;
};

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
export const createReadOverview = ({ database, clock, timezone: readTimezone, lastVerification }: OverviewDeps) => {
  const dailyCounts = createDailyCounts();
  return async (locale: Locale): Promise<Overview> => {
    const timezone = await readTimezone();
    return database.read.transaction(
      async (sql) => {
        const now = clock.now();
        const numbers = await readNumbers(sql, now, {
          soonUntil: new Date(now.getTime() + SOON_DAYS * DAY_MS),
          fewShare: FEW_SHARE,
          fewPeople: FEW_PEOPLE,
          next: NEXT_SESSIONS,
          troubled: TROUBLED_SESSIONS,
        });
        const perDay = await dailyCounts(sql, lastDays(30, now, timezone), now);
        const shown = await readRows(
          sql,
          [...numbers.next, ...numbers.full.ids, ...numbers.empty.ids, ...numbers.unreachable.ids],
          locale,
        );
        const sessionsOf = (ids: readonly number[]) =>
          ids.flatMap((id) => {
            const row = shown.get(id);
            return row ? [asSession(row, now)] : [];
          });
        const some = ({ count, ids }: { count: number; ids: readonly number[] }) => ({
          count,
          sessions: sessionsOf(ids),
        });
        return {
          at: now.toISOString(),
          timezone,
          sessions: { upcoming: numbers.upcoming, running: numbers.running, drafts: numbers.drafts },
          seats: {
            taken: numbers.taken,
            held: numbers.held,
            free: numbers.free,
            capacity: numbers.capacity,
            unlimitedSessions: numbers.unlimited,
          },
          waitlist: { people: numbers.waiting, sessions: numbers.waitingSessions },
          approvals: { people: numbers.approvals, sessions: numbers.approvalSessions },
          registrations: { last7Days: sum(perDay.slice(-7)), last30Days: sum(perDay), perDay },
          next: sessionsOf(numbers.next),
          attention: {
            fullWithWaitlist: some(numbers.full),
            nearlyEmpty: some(numbers.empty),
            unreachable: {
              count: numbers.unreachable.count,
              sessions: numbers.unreachable.ids.flatMap((id) =>
                sessionsOf([id]).map((session) => ({ ...session, people: numbers.people[id] ?? 0 })),
              ),
            },
            deadJobs: byName(await deadLetters(sql)),
            verification: await lastVerification(sql),
          },
        };
      },
      // One snapshot: the numbers on one page agree.
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  };
};
