import type { OverviewPeriod, PeriodQuery, PeriodSums } from '../../../contracts/overview';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { periodOf, todayIn, type Span } from './period';
import { readPeriodNumbers, readViews, type PeriodNumbers } from './period-queries';
import { readDaySums, type DaySum } from './registration-sums';
import { seriesOf } from './series';

const MOST_SESSIONS = 8;
const MOST_NAMES = 6;

const registrationsOf = (sums: readonly DaySum[]) => sums.reduce((sum, one) => sum + one.registrations, 0);

const revenueOf = (sums: readonly DaySum[]): NonNullable<PeriodSums['revenue']> => {
  const amounts = new Map<string, number>();
  for (const { currency, amount } of sums) if (amount > 0) amounts.set(currency, (amounts.get(currency) ?? 0) + amount);
  return [...amounts].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => b.amount - a.amount);
};

const sumsOf = (
  { sessions, attendedSessions, attended, confirmed }: PeriodNumbers['current'],
  days: readonly DaySum[],
  seesMoney: boolean,
): PeriodSums => ({
  sessions,
  registrations: registrationsOf(days),
  attendance: { attended, confirmed, sessions: attendedSessions },
  revenue: seesMoney ? revenueOf(days) : null,
});

const within = (sums: readonly DaySum[], { from, to }: Pick<Span, 'from' | 'to'>) =>
  sums.filter(({ day }) => day >= from && day <= to);

/** Reads what a period tells, from one snapshot. `seesMoney`: payments are part of a registration, and not for everybody. */
export const createReadPeriod =
  ({ database, clock, timezone: readTimezone }: { database: Database; clock: Clock; timezone(): Promise<string> }) =>
  async (query: PeriodQuery, seesMoney: boolean): Promise<OverviewPeriod> => {
    const timezone = await readTimezone();
    return database.read.transaction(
      async (sql) => {
        const now = clock.now();
        const { current, previous } = periodOf(query, now, timezone);
        const numbers = await readPeriodNumbers(
          sql,
          { current, previous },
          { locale: query.locale, mostSessions: MOST_SESSIONS, mostNames: MOST_NAMES },
        );
        const sums = await readDaySums(sql, previous.from, current.to);
        const views = await readViews(sql, current);
        const days = within(sums, current);
        const perDay = new Map<string, number>();
        for (const { day, registrations } of days) perDay.set(day, (perDay.get(day) ?? 0) + registrations);
        return {
          at: now.toISOString(),
          timezone,
          period: { from: current.from, to: current.to },
          before: { from: previous.from, to: previous.to },
          current: sumsOf(numbers.current, days, seesMoney),
          previous: sumsOf(numbers.previous, within(sums, previous), seesMoney),
          registrations: seriesOf(current, perDay, todayIn(timezone, now)),
          views: {
            ...views,
            registrations:
              views.since === null ? 0 : registrationsOf(within(days, { from: views.since, to: current.to })),
          },
          attendance: numbers.attendance,
          topics: numbers.topics,
          speakers: numbers.speakers,
        };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  };
