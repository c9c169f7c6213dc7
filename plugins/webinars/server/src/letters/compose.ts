import { MAIL_KINDS, type LetterVariables } from '../../../contracts/mail';
import type { Database } from '../kernel/database';
import type { AddLinks, Links } from '../kernel/links';
import { brandOf, categoryOf, type Composed, type CurrentSettings, type Letters, type Mail } from '../mail';
import { readAudience } from './audience';
import {
  readRegistrationByReference,
  readRegistrations,
  readSessions,
  type RegistrationFacts,
  type SessionFacts,
} from './facts';
import type { CalendarParts } from './ports';
import { brokenPremise } from './premise';
import { attendeeVariables, sessionWords, staffVariables } from './variables';

export type LettersDeps = {
  database: Database;
  links: Links;
  /** Where the public pages are: the brand's website where none is set. */
  siteUrl: string;
  /** The address mails come from: support is there where nothing else is set. */
  senderAddress: string;
  addLinks: AddLinks;
  calendarParts: CalendarParts;
};

const isThere = <Value>(value: Value | null): value is Value => value !== null;

/** Which mails carry a calendar file now, and in which method. RFC 5546: who holds no confirmed seat is not invited. */
const calendarAsks = (mails: readonly Mail[], registrations: Map<string, RegistrationFacts>) =>
  mails.flatMap(({ id, kind, registrationDocumentId }) => {
    const about = MAIL_KINDS[kind];
    const registration = registrationDocumentId ? registrations.get(registrationDocumentId) : undefined;
    if (!registration || !('calendar' in about)) return [];
    const isInvited = about.calendar === 'REQUEST' && registration.state === 'confirmed';
    const isUninvited = about.calendar === 'CANCEL' && registration.state === 'cancelled';
    if (!isInvited && !isUninvited) return [];
    return [
      {
        mailId: id,
        registrationDocumentId: registration.documentId,
        method: about.calendar,
        isSessionCancelled: registration.cancelReason === 'session_cancelled',
      },
    ];
  });

/** What mails have to say. */
export const createLetters = (deps: LettersDeps): Letters => {
  const { links, database } = deps;
  const { read } = database;

  const variablesOf = async (
    mail: Mail,
    registration: RegistrationFacts | null,
    session: SessionFacts,
    settings: CurrentSettings,
    wordsOf: typeof sessionWords = sessionWords,
  ): Promise<LetterVariables> => {
    const given = {
      mail,
      session,
      words: wordsOf(session, mail.locale, registration?.timezone ?? null),
      settings,
      links,
      addLinks: deps.addLinks,
      brand: brandOf(settings, mail.locale, deps),
    };
    const { audience } = MAIL_KINDS[mail.kind];
    if (audience === 'attendee' && registration) return attendeeVariables(given, registration);
    const reader = audience === 'speaker' ? 'speaker' : 'manager';
    return staffVariables(given, await readAudience(read, session, mail.locale, reader));
  };

  return {
    /** A batch takes a handful of statements, however many mails are in it. What is no longer true is left out, with the reason. */
    async compose(mails, now, settings) {
      const [registrations, sessions] = await Promise.all([
        readRegistrations(read, mails.map((mail) => mail.registrationDocumentId).filter(isThere)),
        readSessions(read, mails.map((mail) => mail.sessionDocumentId).filter(isThere)),
      ]);
      const registrationOf = (mail: Mail) =>
        (mail.registrationDocumentId && registrations.get(mail.registrationDocumentId)) || null;
      const sessionOf = (mail: Mail) => (mail.sessionDocumentId && sessions.get(mail.sessionDocumentId)) || null;

      const composed = new Map<string, Composed>();
      const holding: Mail[] = [];
      for (const mail of mails) {
        const skip = brokenPremise(mail, registrationOf(mail), sessionOf(mail), now);
        if (skip) composed.set(mail.id, { skip });
        else holding.push(mail);
      }

      const calendars = await deps.calendarParts(calendarAsks(holding, registrations), settings);
      const words = rememberWords();
      for (const mail of holding) {
        const registration = registrationOf(mail);
        const variables = await variablesOf(mail, registration, sessionOf(mail)!, settings, words);
        const category = categoryOf(mail);
        const oneClick =
          registration && category !== 'service' ? links.oneClickUnsubscribe(registration.reference, category) : null;
        composed.set(mail.id, { letter: { variables, calendar: calendars.get(mail.id) ?? null, oneClick } });
      }
      return composed;
    },
    async preview({ kind, locale, reference, data = {} }, settings) {
      const registration = await readRegistrationByReference(read, reference);
      if (!registration) return null;
      const session = (await readSessions(read, [registration.sessionDocumentId])).get(registration.sessionDocumentId);
      if (!session) return null;
      const mail: Mail = {
        id: '0',
        key: '',
        kind,
        locale,
        recipient: registration.email,
        registrationDocumentId: registration.documentId,
        sessionDocumentId: session.documentId,
        speakerDocumentId: session.people[0]?.documentId ?? null,
        messageId: null,
        scheduleVersion: session.scheduleVersion,
        data,
        attempts: 0,
        createdAt: registration.registeredAt,
      };
      return variablesOf(mail, registration, session, settings);
    },
  };
};

/** Sessions' words are alike for all readers of one language and zone, and putting dates into words is what takes longest. */
const rememberWords = (): typeof sessionWords => {
  const known = new Map<string, ReturnType<typeof sessionWords>>();
  return (session, locale, zone) => {
    const key = `${session.documentId} ${locale} ${zone}`;
    const words = known.get(key) ?? sessionWords(session, locale, zone);
    known.set(key, words);
    return words;
  };
};
