import type { Locale } from './text/words';

// English as Europe writes it: day before month, 24 hours, CET by its name.
const TAG: Record<Locale, string> = { en: 'en-GB', de: 'de-DE' };

/** A moment in words, such as "Thursday, 26 November 2026" and "10:00 – 11:00 CET". */
export type Moment = { date: string; time: string };

const part = (at: Date, locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(TAG[locale], { timeZone, ...options }).format(at);

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

export const momentOf = (from: Date, to: Date, timezone: string, locale: Locale): Moment => ({
  date: part(from, locale, timezone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  time: `${part(from, locale, timezone, CLOCK)} – ${part(to, locale, timezone, { ...CLOCK, timeZoneName: 'short' })}`,
});

/** The same moment on the reader's clock, where it shows another time than the session's. */
export const localMoment = (
  from: Date,
  to: Date,
  zones: { session: string; own: string | null },
  locale: Locale,
): Moment | null => {
  if (!zones.own) return null;
  const shown = (zone: string) => part(from, locale, zone, { dateStyle: 'short', timeStyle: 'short' });
  return shown(zones.own) === shown(zones.session) ? null : momentOf(from, to, zones.own, locale);
};

/** One instant, with its day. */
export const instantOf = (at: Date, timezone: string, locale: Locale): string =>
  part(at, locale, timezone, { day: 'numeric', month: 'long', year: 'numeric', ...CLOCK, timeZoneName: 'short' });

/** One instant's time of day. */
export const clockOf = (at: Date, timezone: string, locale: Locale): string =>
  part(at, locale, timezone, { ...CLOCK, timeZoneName: 'short' });

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long it takes until then, in its two greatest units: "2 days 3 hours". Less than a minute counts as one. */
export const spanOf = (milliseconds: number, locale: Locale): string => {
  let left = Math.max(60, Math.ceil(milliseconds / 60_000) * 60);
  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    if (count > 0 && parts.length < 2) {
      parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
    }
  }
  return parts.join(' ');
};
