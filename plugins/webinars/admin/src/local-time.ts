const FIELDS = ['year', 'month', 'day', 'hour', 'minute'] as const;

/** What the clocks of a zone show at an instant, as a field for date and time wants it: `2030-05-06T10:00`. */
export const wallTime = (instant: string | number | Date, zone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(instant));
  const [year, month, day, hour, minute] = FIELDS.map((type) => parts.find((part) => part.type === type)?.value ?? '');
  return `${year!.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
};

/** Whether there is such a zone. */
export const isZone = (zone: string): boolean => {
  try {
    wallTime(0, zone);
    return true;
  } catch {
    return false;
  }
};

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const asUtc = (wall: string): number => (WALL.test(wall) ? Date.parse(`${wall}:00Z`) : NaN);

/** The instant at which the clocks of a zone show this; of an hour that the clocks skip, the hour after. Null for what is no time. */
export const instantAt = (wall: string, zone: string): string | null => {
  const wanted = asUtc(wall);
  if (Number.isNaN(wanted) || !isZone(zone)) return null;
  const offsetAt = (instant: number) => asUtc(wallTime(instant, zone)) - instant;
  // Clocks change at most once within two days: one of the offsets around it is the one that holds.
  const guess = wanted - offsetAt(wanted - 86_400_000);
  const other = wanted - offsetAt(wanted + 86_400_000);
  const found = [guess, other].find((instant) => asUtc(wallTime(instant, zone)) === wanted);
  return new Date(found ?? Math.max(guess, other)).toISOString();
};
