import { DateTime } from '../kernel/time';
import type { Locale } from '../kernel/text';

const LOCALE = { en: 'en-GB', de: 'de-DE' } as const;

/** A day and a span of time in words, in one zone. */
export type MomentWords = { date: string; time: string };

/** What a zone is called at a moment; where a locale has only an offset for it, the English of where the name is at home. */
const zoneName = (at: DateTime, locale: Locale): string => {
  const own = at.setLocale(LOCALE[locale]).offsetNameShort ?? '';
  if (!/^(GMT|UTC)[+-−]/.test(own)) return own;
  const american = at.setLocale('en-US').offsetNameShort ?? own;
  return /^(GMT|UTC)[+-−]/.test(american) ? own : american;
};

/** "Thursday, 26 November 2026" and "10:00 – 11:00 CET". */
export const momentIn = (start: Date, duration: number, zone: string, locale: Locale): MomentWords => {
  const begins = DateTime.fromJSDate(start, { zone }).setLocale(LOCALE[locale]);
  const ends = begins.plus({ minutes: duration });
  const hours = `${begins.toFormat('HH:mm')} – ${ends.toFormat('HH:mm')}`;
  return {
    date: begins.toLocaleString({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time: `${hours}${locale === 'de' ? ' Uhr' : ''} ${zoneName(begins, locale)}`.trim(),
  };
};

/** An instant in words: "26 November 2026, 10:00 CET". */
export const instantIn = (at: Date, zone: string, locale: Locale): string => {
  const moment = DateTime.fromJSDate(at, { zone }).setLocale(LOCALE[locale]);
  const day = moment.toLocaleString({ day: 'numeric', month: 'long', year: 'numeric' });
  return `${day}, ${moment.toFormat('HH:mm')}${locale === 'de' ? ' Uhr' : ''} ${zoneName(moment, locale)}`.trim();
};

/** A day in words, without the year: "26 November". */
export const dayIn = (at: Date, zone: string, locale: Locale): string =>
  DateTime.fromJSDate(at, { zone }).setLocale(LOCALE[locale]).toLocaleString({ day: 'numeric', month: 'long' });

/** The time of day at an offset from the start, in minutes: "10:30". */
export const clockAt = (start: Date, offset: number, zone: string): string =>
  DateTime.fromJSDate(start, { zone }).plus({ minutes: offset }).toFormat('HH:mm');

/** Whether two zones show another time of day at a moment. */
export const differAt = (at: Date, zone: string, other: string): boolean =>
  DateTime.fromJSDate(at, { zone }).offset !== DateTime.fromJSDate(at, { zone: other }).offset;

/** Money in words. `amount` in minor units of `currency`. */
export const moneyIn = (amount: number, currency: string, locale: Locale): string => {
  const format = new Intl.NumberFormat(LOCALE[locale], { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

const LANGUAGES = { en: { en: 'English', de: 'German' }, de: { en: 'Englisch', de: 'Deutsch' } } as const;

export const languageIn = (language: Locale, locale: Locale): string => LANGUAGES[locale][language];

/** Why a registration ended, for its owner. Null where its owner ended it. */
export const reasonIn = (reason: string | null, locale: Locale): string | null =>
  (reason && REASONS[reason]?.[locale]) ?? null;

const REASONS: Record<string, Record<Locale, string>> = {
  by_admin: { en: 'The organiser cancelled your registration.', de: 'Der Veranstalter hat Ihre Anmeldung storniert.' },
  payment_expired: {
    en: 'The payment did not arrive in time, so the seat was released.',
    de: 'Die Zahlung ist nicht rechtzeitig eingegangen, daher wurde der Platz wieder freigegeben.',
  },
  moved: {
    en: 'We moved you to another date; a mail of its own says when and how.',
    de: 'Wir haben Sie auf einen anderen Termin umgebucht; wann und wie, steht in einer eigenen E-Mail.',
  },
  duplicate: {
    en: 'You have another registration for this session, which stays valid.',
    de: 'Sie haben eine weitere Anmeldung für diesen Termin; sie bleibt gültig.',
  },
};

const LEVELS: [pattern: RegExp, level: keyof typeof LEVEL_NAMES][] = [
  [
    /\b(c[efimotx]o|chief|founder|gründer\w*|owner|inhaber\w*|president|vorstand\w*|geschäftsführ\w*|managing director|partner)\b/i,
    'executive',
  ],
  [/\b(head|director|vp|vice president|leit\w+|direktor\w*|bereichsleit\w*|abteilungsleit\w*)\b/i, 'lead'],
  [
    /\b(intern|trainee|student\w*|praktikant\w*|werkstudent\w*|azubi\w*|junior|assistant|assistenz\w*|assistent\w*)\b/i,
    'junior',
  ],
  [/\b(senior|principal|lead|expert\w*|architect|architekt\w*)\b/i, 'senior'],
  [/\b(manager\w*|owner)\b/i, 'manager'],
];

const LEVEL_NAMES = {
  executive: { en: 'Executives', de: 'Geschäftsführung' },
  lead: { en: 'Heads and directors', de: 'Leitung' },
  manager: { en: 'Managers', de: 'Management' },
  senior: { en: 'Senior experts', de: 'Erfahrene Fachleute' },
  specialist: { en: 'Specialists', de: 'Fachleute' },
  junior: { en: 'Beginners', de: 'Berufseinstieg' },
  unknown: { en: 'Not stated', de: 'Keine Angabe' },
} as const;

/** How experienced somebody is, as far as a job title tells. */
export const experienceIn = (position: string | null, locale: Locale): string => {
  if (!position?.trim()) return LEVEL_NAMES.unknown[locale];
  const level = LEVELS.find(([pattern]) => pattern.test(position))?.[1] ?? 'specialist';
  return LEVEL_NAMES[level][locale];
};
