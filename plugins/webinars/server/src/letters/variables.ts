import type { LetterVariables, MailCategory } from '../../../contracts/mail';
import type { AddLinks, Links } from '../kernel/links';
import { piece, type Locale } from '../kernel/text';
import { categoryOf, type CurrentSettings, type Mail } from '../mail';
import type { PersonFacts, RegistrationFacts, SessionFacts, TopicFacts } from './facts';
import { clockAt, differAt, instantIn, languageIn, moneyIn, momentIn, reasonIn, type MomentWords } from './words';

/** Where the platforms let a reader try sound and connection. */
const TEST_PAGES: Record<string, string> = {
  zoom: 'https://zoom.us/test',
  webex: 'https://www.webex.com/test-meeting.html',
};

const inLocale = <One extends { locale: Locale | null }>(all: readonly One[], locale: Locale): One | undefined =>
  all.find((one) => one.locale === locale) ?? all.find((one) => one.locale === 'en') ?? all[0];

const filled = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null);

/** A session's own title in the reader's language, else its topic's, else either in another one. */
const titleOf = (session: SessionFacts, topic: TopicFacts | undefined, locale: Locale): string => {
  const own = session.texts.find((text) => text.locale === locale && filled(text.title));
  if (own) return filled(own.title)!;
  if (topic?.locale === locale && filled(topic.title)) return topic.title;
  return filled(inLocale(session.texts, locale)?.title) ?? filled(topic?.title) ?? session.slug ?? session.documentId;
};

const onStage = (people: readonly PersonFacts[]): PersonFacts[] => {
  const seen = new Set<string>();
  return people.filter(({ role, documentId }) => {
    if (role === 'backup' || seen.has(documentId)) return false;
    seen.add(documentId);
    return true;
  });
};

const nameOf = ({ firstName, lastName }: Pick<PersonFacts, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].map(filled).filter(Boolean).join(' ');

const shareLinks = (session: SessionFacts, title: string, address: string, locale: Locale) => {
  const copy = filled(inLocale(session.socialCopy, locale)?.text);
  const words = copy ?? (locale === 'de' ? `Ich nehme teil: ${title}` : `I am attending: ${title}`);
  const url = encodeURIComponent(address);
  return {
    shareLinkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    shareX: `https://x.com/intent/post?text=${encodeURIComponent(piece(words, 0, 200))}&url=${url}`,
    shareMail: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${words}\n\n${address}`)}`,
  };
};

/** The session's part of the variables, alike for all readers of one language and zone. */
export const sessionWords = (
  session: SessionFacts,
  locale: Locale,
  zone: string | null,
): Pick<LetterVariables, 'speakers'> & { session: NonNullable<LetterVariables['session']> } => {
  const { datetime: start, duration, timezone } = session;
  const topic = inLocale(session.topics, locale);
  const own = session.texts.find((text) => text.locale === locale);
  const isElsewhere = zone !== null && zone !== timezone && differAt(start, timezone, zone);
  return {
    session: {
      ...momentIn(start, duration, timezone, locale),
      title: titleOf(session, topic, locale),
      description: filled(own?.description) ?? filled(topic?.summary),
      timezone,
      local: isElsewhere ? { ...momentIn(start, duration, zone, locale), timezone: zone } : null,
      duration,
      language: languageIn(session.language, locale),
      category: filled(topic?.category),
      platform: filled(session.platform),
      meetingUrl: filled(session.meetingUrl),
      meetingPassword: filled(session.meetingPassword),
      testUrl: TEST_PAGES[session.platform ?? ''] ?? null,
      materialsUrl: filled(session.materialsUrl),
      slidesUrl: filled(session.slidesUrl),
      recordingUrl: filled(session.recordingUrl),
      prerequisites: filled(topic?.prerequisites),
      objectives: Array.isArray(topic?.objectives)
        ? topic.objectives.filter((one): one is string => typeof one === 'string' && one.trim() !== '')
        : [],
      agenda: (topic?.agenda ?? [])
        .filter((item) => filled(item.title))
        .map((item) => ({
          time: clockAt(start, item.offset ?? 0, timezone),
          title: filled(item.title)!,
          speaker: filled(item.speaker),
        })),
      price: session.price > 0 ? moneyIn(session.price, session.currency, locale) : null,
    },
    speakers: onStage(session.people).map((person) => ({
      name: nameOf(person),
      position: filled(inLocale(person.positions, locale)?.position),
      company: filled(person.company),
      bookingUrl: person.isBookable ? person.bookingUrl : null,
    })),
  };
};

type Moved = { from?: { datetime?: string; duration?: number; timezone?: string } };

const beforeOf = (mail: Mail, zone: string | null): LetterVariables['before'] => {
  const { from } = mail.data as Moved;
  if (mail.kind !== 'session_moved' || !from?.datetime || !from.duration || !from.timezone) return null;
  const start = new Date(from.datetime);
  const local: MomentWords | null =
    zone && zone !== from.timezone && differAt(start, from.timezone, zone)
      ? momentIn(start, from.duration, zone, mail.locale)
      : null;
  return { ...momentIn(start, from.duration, from.timezone, mail.locale), timezone: from.timezone, local };
};

type Given = {
  mail: Mail;
  session: SessionFacts;
  words: ReturnType<typeof sessionWords>;
  settings: CurrentSettings;
  links: Links;
  addLinks: AddLinks;
  brand: LetterVariables['brand'];
};

const shared = ({ mail, session, words, links, brand }: Given) => {
  const address = links.session(session.slug ?? session.documentId, mail.locale);
  return { ...words, brand, address, ...shareLinks(session, words.session.title, address, mail.locale) };
};

export const NO_LINKS = {
  session: null,
  shareLinkedin: null,
  shareX: null,
  shareMail: null,
  manage: null,
  join: null,
  pay: null,
  feedback: null,
  calendarFile: null,
  googleCalendar: null,
  outlookCalendar: null,
  preferences: null,
  unsubscribe: null,
  consent: null,
  consultation: null,
  certificate: null,
  admin: null,
} as const;

/** The pages of one registration. Nobody unsubscribes from what belongs to the registration itself. */
const linksOf = (links: Links, reference: string, category: MailCategory) => ({
  manage: links.manage(reference),
  join: links.join(reference),
  pay: links.manage(reference),
  feedback: links.feedback(reference),
  calendarFile: links.calendarFile(reference),
  preferences: links.preferences(reference),
  unsubscribe: category === 'service' ? null : links.unsubscribe(reference, category),
  consent: links.consent(reference),
});

/** What a mail to somebody registered may say. */
export const attendeeVariables = (given: Given, registration: RegistrationFacts): LetterVariables => {
  const { mail, session, links, addLinks } = given;
  const { locale } = mail;
  const { address, shareLinkedin, shareX, shareMail, ...words } = shared(given);
  const zone = registration.timezone;
  const isSeated = registration.state === 'confirmed';
  const own = linksOf(links, registration.reference, categoryOf(mail));
  const calendars = isSeated
    ? addLinks({
        title: words.session.title,
        start: session.datetime,
        duration: session.duration,
        description: words.session.description ?? '',
        location: own.join,
        timezone: session.timezone,
      })
    : null;
  const hold =
    registration.state === 'pending_payment' && registration.holdExpiresAt && registration.paymentAmount !== null
      ? {
          expiresAt: instantIn(registration.holdExpiresAt, zone ?? session.timezone, locale),
          amount: moneyIn(registration.paymentAmount, registration.paymentCurrency ?? session.currency, locale),
        }
      : null;
  const { refund, subject, body } = mail.data as {
    refund?: { amount: number; currency: string };
    subject?: string;
    body?: string;
  };
  return {
    ...words,
    recipient: {
      name: `${registration.firstName} ${registration.lastName}`.trim(),
      firstName: registration.firstName,
      email: mail.recipient,
    },
    registration: {
      reference: registration.reference,
      state: registration.state,
      waitlistPosition: registration.waitlistPosition,
      company: filled(registration.company),
      position: filled(registration.position),
      questions: filled(registration.questions),
      learningObjectives: filled(registration.learningObjectives),
      registeredAt: instantIn(registration.registeredAt, zone ?? session.timezone, locale),
      isNoShow: registration.state === 'no_show',
      wantsConsultation: registration.wantsConsultation,
    },
    before: beforeOf(mail, zone),
    hold,
    reason: reasonIn(registration.cancelReason, locale),
    refund: refund ? { amount: moneyIn(refund.amount, refund.currency, locale) } : null,
    links: {
      session: address,
      ...own,
      join: isSeated ? own.join : null,
      pay: hold ? own.pay : null,
      calendarFile: isSeated ? own.calendarFile : null,
      googleCalendar: calendars?.google ?? null,
      outlookCalendar: calendars?.outlook ?? null,
      consultation: words.speakers.find((speaker) => speaker.bookingUrl)?.bookingUrl ?? null,
      shareLinkedin,
      shareX,
      shareMail,
      certificate: mail.kind === 'certificate' ? own.manage : null,
      admin: null,
    },
    audience: null,
    setup: null,
    report: null,
    message: mail.kind === 'staff_message' ? { subject: subject ?? '', body: body ?? '' } : null,
  };
};

const setupOf = ({ people }: SessionFacts, speaker: PersonFacts | undefined): LetterVariables['setup'] => {
  const named = (role: PersonFacts['role']) => {
    const person = people.find((one) => one.role === role);
    return person ? filled(nameOf(person)) : null;
  };
  return {
    technicalRequirements: filled(speaker?.technicalRequirements),
    specialInstructions: filled(speaker?.specialInstructions),
    backupFacilitator: named('backup'),
    moderator: named('moderator'),
  };
};

/** What a mail to a speaker or to the programme manager may say. */
export const staffVariables = (given: Given, audience: NonNullable<LetterVariables['audience']>): LetterVariables => {
  const { mail, session, settings, links } = given;
  const { address, shareLinkedin, shareX, shareMail, ...words } = shared(given);
  const speaker = session.people.find((person) => person.documentId === mail.speakerDocumentId);
  const isSpeaker = mail.kind === 'speaker_alert';
  const name = isSpeaker ? (speaker ? nameOf(speaker) : '') : (settings.programmeManager.name ?? '');
  return {
    ...words,
    recipient: {
      name,
      firstName: isSpeaker ? (filled(speaker?.firstName) ?? '') : (name.split(' ')[0] ?? ''),
      email: mail.recipient,
    },
    registration: null,
    before: null,
    hold: null,
    reason: null,
    refund: null,
    links: {
      ...NO_LINKS,
      session: address,
      shareLinkedin,
      shareX,
      shareMail,
      admin: isSpeaker ? null : links.admin(session.documentId),
    },
    audience,
    setup: setupOf(session, speaker),
    report: null,
    message: null,
  };
};
