export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `2030-05-17` of an instant, in UTC. */
export const isoDay = (instant: Date): string => instant.toISOString().slice(0, 10);

const dayPlus = (day: string, days: number): string => isoDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY));

const isHoliday = (day: string): boolean => /-(12-(2[4-6]|31)|01-01|05-01|10-03)$/.test(day);

const isWorkday = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
};

/** The working day that lies `days` from `today`, or the next one further away from it. */
export const workdayFrom = (today: string, days: number): string => {
  const step = days < 0 ? -1 : 1;
  let day = dayPlus(today, days);
  while (!isWorkday(day)) day = dayPlus(day, step);
  return day;
};

const wallClock = (instant: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
};

/** The instant at which clocks in `zone` show this day and time. */
export const instantIn = (zone: string, day: string, time: string): Date => {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // Twice, because the first guess may lie on the other side of a change of clocks.
  const guess = wanted - (wallClock(wanted, zone) - wanted);
  return new Date(guess + (wanted - wallClock(guess, zone)));
};
