import type { Sql } from '../kernel/database';
import type { Day } from './days';
import { countPerDay } from './queries';

const GOOD_FOR_MS = 15 * 60_000;

/**
 * Registrations per day. Counting a day reads one index entry per registration, and thirty of them would grow with the programme. A day
 * that is over gains none but by import, so its count is remembered for a quarter of an hour; today is counted every time.
 */
export const createDailyCounts = () => {
  const known = new Map<string, { count: number; at: number }>();
  return async (sql: Sql, days: readonly Day[], now: Date): Promise<{ day: string; count: number }[]> => {
    const isKnown = ({ day, to }: Day) => to <= now && now.getTime() - (known.get(day)?.at ?? 0) < GOOD_FOR_MS;
    const unknown = days.filter((day) => !isKnown(day));
    for (const { day, count } of await countPerDay(sql, unknown)) known.set(day, { count, at: now.getTime() });
    for (const day of known.keys()) if (day < days[0]!.day) known.delete(day);
    return days.map(({ day }) => ({ day, count: known.get(day)?.count ?? 0 }));
  };
};
