import { DateTime, IANAZone } from 'luxon';

/** The one importer of luxon: zones and local times stand behind this file. */
export { DateTime, IANAZone };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The same time of day some calendar days later (or earlier) in a zone: a week before ten o'clock is ten o'clock, whatever the clocks did
 * meanwhile. As PostgreSQL has it, an hour that the clocks skip becomes the hour after, and of an hour that comes twice the second is meant.
 * In a zone that nobody knows the clocks are never changed.
 */
export const addDays = (instant: Date, days: number, timezone: string): Date => {
  const zone = IANAZone.create(timezone);
  if (!zone.isValid) return new Date(instant.getTime() + days * DAY);
  const offset = (at: number): number => zone.offset(at) * 60_000;
  // What a clock on the wall shows, told as if the wall were in Greenwich. Clocks change at most once within these two days.
  const wall = instant.getTime() + offset(instant.getTime()) + days * DAY;
  const before = offset(wall - DAY);
  const after = offset(wall + DAY);
  return new Date(wall - (offset(wall - after) === after ? after : before));
};
