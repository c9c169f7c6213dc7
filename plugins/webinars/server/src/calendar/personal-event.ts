import type { Locale } from '../kernel/text';
import type { CalendarEvent, Party } from './event';
import { uidOf } from './public-event';
import type { PersonalRow } from './queries';
import { TEXTS } from './texts';
import { wordsOf } from './words';

/** A day and half an hour before. */
const REMINDERS = [24 * 60, 30];

export type Surroundings = {
  /** The page from which one person joins. */
  joinPage(reference: string): string;
  now: Date;
};

/** What became of it, as far as calendars need to know. */
export type Standing = 'held' | 'registration_cancelled' | 'session_cancelled';

export const attendeeOf = ({ firstName, lastName, email }: PersonalRow): Party => ({
  name: `${firstName} ${lastName}`,
  email,
});

export const languageOf = (row: PersonalRow): Locale => row.locale ?? 'en';

/**
 * One person's entry. It leads to their page to join from, which counts them in and knows the meeting's address of the day; the address
 * itself and its password stand in no file, because files are forwarded and meetings move. Nor does a link that
 * shows, changes or cancels the registration.
 *
 * Cancelling a session raises its version, cancelling one registration does not: there the entry must say one more than was ever sent.
 */
export const personalEvent = (
  row: PersonalRow,
  { joinPage, now }: Surroundings,
  standing: Standing,
  locale: Locale,
): CalendarEvent => {
  const texts = TEXTS[locale];
  const title = texts.webinar(wordsOf(row, locale).title);
  const join = joinPage(row.reference);
  const speakers = [...new Set(row.speakers ?? [])];
  const entry = {
    uid: uidOf(row.registrationDocumentId),
    start: row.datetime,
    minutes: row.duration,
    timezone: row.timezone,
    stamp: now,
    created: row.registeredAt,
    modified: now,
    isPersonal: true,
  };
  if (standing !== 'held') {
    const isSession = standing === 'session_cancelled';
    return {
      ...entry,
      sequence: row.scheduleVersion + (isSession ? 0 : 1),
      isCancelled: true,
      summary: texts.cancelled(title),
      description: `${isSession ? texts.sessionCancelled : texts.registrationCancelled}\n\n${texts.reference(row.reference)}`,
      location: texts.online,
      url: null,
      reminders: [],
    };
  }
  return {
    ...entry,
    sequence: row.scheduleVersion,
    isCancelled: false,
    summary: title,
    description: [
      `${texts.join}\n${join}\n${texts.yourLink}`,
      [
        ...(speakers.length > 0 ? [texts.speakers(speakers)] : []),
        texts.duration(row.duration),
        texts.preparation(row.materialsUrl || null),
        texts.reference(row.reference),
      ].join('\n'),
    ].join('\n\n'),
    // Where calendars look for an address to offer a button for.
    location: join,
    url: join,
    reminders: REMINDERS,
  };
};
