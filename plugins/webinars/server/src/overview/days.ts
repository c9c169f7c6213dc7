import { DateTime } from '../kernel/time';

/** A calendar day of one place: from its midnight to the next. */
export type Day = { day: string; from: Date; to: Date };

/** The last days of a place, today last. A day is as long as its clocks make it: 23 to 25 hours. */
export const lastDays = (count: number, now: Date, timezone: string): Day[] => {
  const today = DateTime.fromJSDate(now, { zone: timezone }).startOf('day');
  return Array.from({ length: count }, (_, index) => {
    const from = today.minus({ days: count - 1 - index });
    return { day: from.toISODate() ?? '', from: from.toJSDate(), to: from.plus({ days: 1 }).toJSDate() };
  });
};
