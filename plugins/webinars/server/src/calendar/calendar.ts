import type { Clock } from '../kernel/clock';
import type { Database, Sql } from '../kernel/database';
import { conflict, notFound } from '../kernel/errors';
import { createMemory } from '../kernel/memory';
import { slugify, type Locale } from '../kernel/text';
import { digest, type ManageTokens } from '../kernel/token';
import type { Party } from './event';
import { feed, invitation } from './ics';
import { calendarParts, type PartAsk } from './parts';
import { attendeeOf, languageOf, personalEvent, type Surroundings } from './personal-event';
import { publicEvent } from './public-event';
import { findSpeaker, isCategory, readFeed, readRegistration, readSession, type Subject } from './queries';
import { TEXTS } from './texts';

export type CalendarDeps = {
  database: Database;
  clock: Clock;
  tokens: ManageTokens;
  joinPage: Surroundings['joinPage'];
  /** Where links lead that people follow, without a slash at the end. */
  siteUrl: string;
  /** Differs whenever anything differs that the public may see of the programme. */
  programmeVersion(): Promise<string>;
  /** Who invites, and whose programme the feeds are. */
  organizer(): Promise<Party>;
};

/** A calendar file with the name it is saved under. The tag of a public one changes when the file does. */
export type CalendarFile = { name: string; text: string; tag: string };

export type Calendar = {
  ofSession(slugOrId: string, locale: Locale): Promise<CalendarFile>;
  ofRegistration(manageToken: string, locale: Locale | undefined, refuseIn: Locale): Promise<CalendarFile>;
  /** The `text/calendar` parts of mails, by mail, read with one statement. A registration that is no longer there has none. */
  parts(sql: Sql, asks: readonly PartAsk[], organizer: Party): Promise<Map<string, string>>;
  /** The tag alone where it is the one that is known already. */
  feed(subject: Subject, locale: Locale, isKnown: (tag: string) => boolean): Promise<CalendarFile>;
};

/** A feed's subject as it is looked up, what the feed is called, and what its file is. */
type Named = { subject: Subject; name: string; file: string };

const DAY = 24 * 60 * 60_000;
const DAYS_BACK = 30;
const REFRESH_MINUTES = 60;
const FEEDS = 30;

const tagOf = (...parts: unknown[]): string => `W/"${digest(JSON.stringify(parts)).slice(0, 27)}"`;

/** The calendar files that people download and programs subscribe to. */
export const createCalendar = ({
  database,
  clock,
  tokens,
  joinPage,
  siteUrl,
  programmeVersion,
  organizer,
}: CalendarDeps): Calendar => {
  const feeds = createMemory<string>(FEEDS);

  const named = async (subject: Subject, programme: string): Promise<Named> => {
    if (subject.of === 'programme') return { subject, name: programme, file: 'webinars' };
    if (subject.of === 'category') {
      if (!(await isCategory(database.read, subject.value))) throw notFound('The category');
      return { subject, name: `${programme}: ${subject.value}`, file: `webinars-${slugify(subject.value)}` };
    }
    const speaker = await findSpeaker(database.read, subject.value);
    if (!speaker) throw notFound('The speaker');
    return {
      subject: { of: 'speaker', value: speaker.documentId },
      name: `${programme}: ${speaker.name}`,
      file: `webinars-${slugify(speaker.name)}`,
    };
  };

  const write = async ({ subject, name }: Named, locale: Locale, from: Date): Promise<string> => {
    const sessions = await readFeed(database.read, subject, from);
    const events = sessions.map((session) => publicEvent(session, locale, siteUrl));
    return feed({ name, language: locale, refreshMinutes: REFRESH_MINUTES, events });
  };

  return {
    async ofSession(slugOrId, locale) {
      const session = await readSession(database.read, slugOrId);
      if (!session) throw notFound('The session');
      const event = publicEvent(session, locale, siteUrl);
      const text = invitation({ method: 'PUBLISH', language: locale, event });
      return { name: slugify(session.slug ?? '') || session.documentId, text, tag: tagOf(text) };
    },

    async ofRegistration(manageToken, asked, refuseIn) {
      const reference = tokens.read(manageToken);
      const row = reference && (await readRegistration(database.read, reference));
      if (!row) throw notFound('This registration');
      const language = asked ?? languageOf(row);
      const surroundings = { joinPage, now: clock.now() };
      const isCancelled = row.registrationState === 'cancelled';
      if (!isCancelled && row.registrationState !== 'confirmed' && row.registrationState !== 'attended') {
        throw conflict('NO_CONFIRMED_SEAT', TEXTS[refuseIn].noConfirmedSeat, { state: row.registrationState });
      }
      const standing = !isCancelled
        ? 'held'
        : row.state === 'cancelled'
          ? 'session_cancelled'
          : 'registration_cancelled';
      const event = personalEvent(row, surroundings, standing, language);
      // REQUEST is for mail: opened as a file it asks for an answer in Outlook, and Google's interface imports it only for that very
      // address. Published under the same UID, it is replaced all the same by the next invitation that comes by mail.
      const text = isCancelled
        ? invitation({ method: 'CANCEL', language, event, organizer: await organizer(), attendee: attendeeOf(row) })
        : invitation({ method: 'PUBLISH', language, event });
      return { name: slugify(`webinar ${row.slug ?? ''}`), text, tag: tagOf(text) };
    },

    parts: (sql, asks, inviting) => calendarParts(sql, asks, { organizer: inviting, joinPage, now: clock.now() }),

    async feed(subject, locale, isKnown) {
      // A feed's beginning moves on once a day, so that it stays the same between changes.
      const today = Math.floor(clock.now().getTime() / DAY) * DAY;
      const [version, { name: programme }] = await Promise.all([programmeVersion(), organizer()]);
      const tag = tagOf(version, subject, locale, programme, today, siteUrl);
      if (isKnown(tag)) return { name: '', text: '', tag };
      // Asked for by a visitor, so it is looked up before anything is remembered under it.
      const found = await named(subject, programme);
      const text = await feeds.recall(version, JSON.stringify([found, locale, today]), () =>
        write(found, locale, new Date(today - DAYS_BACK * DAY)),
      );
      return { name: found.file, text, tag };
    },
  };
};
