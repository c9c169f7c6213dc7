import type { PeriodQuery } from '../../../contracts/overview';
import { DateTime } from '../kernel/time';

/** Days of one place, from the first to the last, and the instants between which they lie. */
export type Span = { from: string; to: string; start: Date; end: Date };

type Day = ReturnType<typeof DateTime.fromISO>;

const spanOf = (first: Day, last: Day): Span => ({
  from: first.toISODate() ?? '',
  to: last.toISODate() ?? '',
  start: first.toJSDate(),
  // A day is as long as its clocks make it: 23 to 25 hours.
  end: last.plus({ days: 1 }).toJSDate(),
});

export const todayIn = (timezone: string, now: Date): string =>
  DateTime.fromJSDate(now, { zone: timezone }).toISODate() ?? '';

/** A day some days before or after another. */
export const dayAfter = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'UTC' }).plus({ days }).toISODate() ?? '';

/** The Monday of a day's week. */
export const mondayOf = (day: string): string =>
  DateTime.fromISO(day, { zone: 'UTC' }).startOf('week').toISODate() ?? '';

/** The period somebody asks for, and the one before, which has as many days. */
export const periodOf = (
  { period, from, to }: Pick<PeriodQuery, 'period' | 'from' | 'to'>,
  now: Date,
  timezone: string,
): { current: Span; previous: Span } => {
  const today = DateTime.fromJSDate(now, { zone: timezone }).startOf('day');
  const day = (text: string) => DateTime.fromISO(text, { zone: timezone }).startOf('day');
  const firstOf = () => (period === 'year' ? today.startOf('year') : today.minus({ days: Number(period) - 1 }));
  const [first, last] = from && to ? [day(from), day(to)] : [firstOf(), today];
  // Counted in days of the calendar: over a change of the clocks a period has an hour more or less, and no day.
  const days = Math.round(last.diff(first, 'days').days) + 1;
  return { current: spanOf(first, last), previous: spanOf(first.minus({ days }), first.minus({ days: 1 })) };
};
