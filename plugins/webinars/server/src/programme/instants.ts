import { DateTime } from '../kernel/time';

/** When the manager's mails are put together, on the clocks of the programme's zone. */
const HOUR = 7;

const morning = (at: DateTime): DateTime => at.startOf('day').set({ hour: HOUR });

/** The last morning that has come; of a week's, the last of a Monday. */
export const lastMorning = (now: Date, zone: string, every: 'day' | 'week'): Date => {
  const local = DateTime.fromJSDate(now, { zone });
  const thisOne = morning(every === 'day' ? local : local.startOf('week'));
  const last =
    thisOne <= local
      ? thisOne
      : morning(every === 'day' ? local.minus({ days: 1 }) : local.startOf('week').minus({ weeks: 1 }));
  return last.toJSDate();
};

/** The next one. */
export const nextMorning = (now: Date, zone: string, every: 'day' | 'week'): Date =>
  morning(
    DateTime.fromJSDate(lastMorning(now, zone, every), { zone }).plus(every === 'day' ? { days: 1 } : { weeks: 1 }),
  ).toJSDate();

/** The week before the one that an instant is in: from its Monday until the next, midnight to midnight. */
export const weekBefore = (at: Date, zone: string): { from: Date; until: Date } => {
  const until = DateTime.fromJSDate(at, { zone }).startOf('week');
  return { from: until.minus({ weeks: 1 }).toJSDate(), until: until.toJSDate() };
};
