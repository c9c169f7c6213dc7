import { addDays, DateTime } from '../kernel/time';
import type { Session } from '../sessions';

type Dated = Pick<
  Session,
  'datetime' | 'timezone' | 'registrationOpensAt' | 'registrationClosesAt' | 'earlyBirdEndsAt'
>;

const MINUTE = 60_000;

const dayOf = (instant: Date, zone: string): number =>
  Math.round(Date.parse(`${DateTime.fromJSDate(instant, { zone }).toISODate()}T00:00:00Z`) / 86_400_000);

/**
 * The dates of a copy: registration and early bird keep their distance to the start, in days of the calendar and at their time of day. What
 * was set to the minute against the start, such as closing an hour before, moves with the minute as well.
 */
export const datesOfCopy = (original: Dated, datetime: Date): Dated => {
  const { timezone } = original;
  const days = dayOf(datetime, timezone) - dayOf(original.datetime, timezone);
  const rest = datetime.getTime() - addDays(original.datetime, days, timezone).getTime();
  const isSameDay = (instant: Date) => dayOf(instant, timezone) === dayOf(original.datetime, timezone);
  const along = (instant: Date | null): Date | null =>
    instant === null
      ? null
      : new Date(
          addDays(instant, days, timezone).getTime() + (isSameDay(instant) ? Math.round(rest / MINUTE) * MINUTE : 0),
        );
  return {
    datetime,
    timezone,
    registrationOpensAt: along(original.registrationOpensAt),
    registrationClosesAt: along(original.registrationClosesAt),
    earlyBirdEndsAt: along(original.earlyBirdEndsAt),
  };
};
