import type { Locale } from '../kernel/text';
import { sessionPage } from './addresses';
import type { CalendarEvent } from './event';
import type { SessionRow } from './queries';
import { TEXTS } from './texts';
import { wordsOf } from './words';

/** Constant: a UID must outlive every change of the site's address. */
export const uidOf = (documentId: string): string => `${documentId}@webinars`;

/** A session as everybody may see it. Calendars that do not know a cancelled entry still show its title. */
export const publicEvent = (session: SessionRow, locale: Locale, siteUrl: string): CalendarEvent => {
  const texts = TEXTS[locale];
  const { title, description } = wordsOf(session, locale);
  const isCancelled = session.state === 'cancelled';
  const speakers = [...new Set(session.speakers ?? [])];
  const url = sessionPage(siteUrl, session);
  return {
    uid: uidOf(session.documentId),
    sequence: session.scheduleVersion,
    isCancelled,
    start: session.datetime,
    minutes: session.duration,
    timezone: session.timezone,
    summary: isCancelled ? texts.cancelled(title) : title,
    description: [
      isCancelled ? texts.sessionCancelled : null,
      description,
      speakers.length > 0 ? texts.speakers(speakers) : null,
      texts.details(url),
    ]
      .filter(Boolean)
      .join('\n\n'),
    location: texts.online,
    url,
    stamp: session.updatedAt,
    created: session.createdAt,
    modified: session.updatedAt,
    reminders: [],
    isPersonal: false,
  };
};
