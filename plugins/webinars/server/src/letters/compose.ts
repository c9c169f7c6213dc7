import { MAIL_KINDS, type LetterVariables } from '../../../contracts/mail';
import type { Database } from '../kernel/database';
import type { AddLinks, Links } from '../kernel/links';
import { normaliseEmail } from '../kernel/text';
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
import { brokenPremise, isReport } from './premise';
import { readReport, type Span } from './report';
import { reportVariables } from './report-variables';
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
  /** The programme's zone: its days are those of reports. */
  timezone(): Promise<string>;
};

const spanIn = ({ data }: Mail): Span => ({
  from: new Date(data.from as string),
  until: new Date(data.until as string),
});

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

  const reportVariablesOf = async (
    mail: Mail,
    span: Span,
    settings: CurrentSettings,
    now: Date,
  ): Promise<LetterVariables> => {
    const { locale } = mail;
    const report = await readReport(read, mail.kind === 'performance_report' ? mail.kind : 'new_registrations', span, {
      locale,
      zone: await deps.timezone(),
      now,
      links,
    });
    return reportVariables({
      mail,
      report,
      name: settings.programmeManager.name ?? '',
      overview: links.overview,
      brand: brandOf(settings, locale, deps),
    });
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
      const reports: Mail[] = [];
      for (const mail of mails) {
        const skip = brokenPremise(mail, registrationOf(mail), sessionOf(mail), now);
        if (skip) composed.set(mail.id, { skip });
        else if (isReport(mail.kind)) reports.push(mail);
        else holding.push(mail);
      }

      const calendars = await deps.calendarParts(calendarAsks(holding, registrations), settings);
      const words = rememberWords();
      for (const mail of reports) {
        // Whoever follows is told what comes from then on; this one was for another reader.
        const isForReader = mail.recipient === normaliseEmail(settings.programmeManager.email ?? '');
        composed.set(
          mail.id,
          isForReader
            ? {
                letter: {
                  variables: await reportVariablesOf(mail, spanIn(mail), settings, now),
                  calendar: null,
                  oneClick: null,
                },
              }
            : { skip: 'not_needed' },
        );
      }
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
      // As it would have been just after this person had registered.
      const until = new Date(registration.registeredAt.getTime() + 1);
      const from = new Date(until.getTime() - (kind === 'performance_report' ? 7 : 1) * 86_400_000);
      if (isReport(kind)) return reportVariablesOf(mail, { from, until }, settings, until);
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
