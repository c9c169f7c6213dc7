import type { OverviewPeriod } from '../../../contracts/overview';
import { dayAfter, mondayOf } from './period';

/** Beyond this many days a bar for each would be too thin to point at. */
const MOST_BARS = 45;

const daysBetween = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
};

/** What was counted per day, day by day, or in a long period week by week; weeks are cut off where the period is. Nothing of what is still to come. */
export const seriesOf = (
  { from, to }: { from: string; to: string },
  counted: ReadonlyMap<string, number>,
  today: string,
): OverviewPeriod['registrations'] => {
  const last = to < today ? to : today;
  const days = daysBetween(from, last);
  if (days.length <= MOST_BARS) {
    return { unit: 'day', counts: days.map((day) => ({ from: day, to: day, count: counted.get(day) ?? 0 })) };
  }
  const weeks = new Map<string, { from: string; to: string; count: number }>();
  for (const day of days) {
    const monday = mondayOf(day);
    const week = weeks.get(monday) ?? { from: day, to: day, count: 0 };
    weeks.set(monday, { from: week.from, to: day, count: week.count + (counted.get(day) ?? 0) });
  }
  return { unit: 'week', counts: [...weeks.values()] };
};
