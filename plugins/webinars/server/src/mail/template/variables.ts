import { MAIL_KINDS, type MailKind } from '../../../../contracts/mail';
import type { TemplatePartial, TemplateVariable } from '../../../../contracts/mail-admin';
import type { Locale } from '../../kernel/text';
import { PARTIALS, type PartialName } from './partials';
import { sampleVariables } from './sample';

type Entry = [name: string, en: string, de: string];

/** What each list of sessions in a report says of a session. */
const REPORTED: Entry[] = [
  ['date', 'When it is', 'Wann er ist'],
  ['fresh', 'Its new registrations', 'Seine neuen Anmeldungen'],
  ['taken', 'Its seats taken', 'Seine belegten Plätze'],
  ['capacity', 'Its seats in all', 'Seine Plätze insgesamt'],
  ['waiting', 'People in its line', 'Personen auf seiner Warteliste'],
  ['link', 'The session in the admin', 'Der Termin in der Verwaltung'],
];

const reported = (list: string, en: string, de: string): Entry[] => [
  [`report.${list}[].title`, en, de],
  ...REPORTED.map(([name, ...words]): Entry => [`report.${list}[].${name}`, ...words]),
];

const ENTRIES: Entry[] = [
  ['recipient.name', 'The reader’s full name', 'Der volle Name der Leserin oder des Lesers'],
  ['recipient.firstName', 'The reader’s first name', 'Der Vorname der Leserin oder des Lesers'],
  ['recipient.email', 'The reader’s e-mail address', 'Die E-Mail-Adresse der Leserin oder des Lesers'],
  ['registration.reference', 'The registration’s reference', 'Die Referenz der Anmeldung'],
  ['registration.state', 'The registration’s state', 'Der Stand der Anmeldung'],
  ['registration.waitlistPosition', 'Place in line', 'Platz auf der Warteliste'],
  ['registration.company', 'The registrant’s company', 'Das Unternehmen der angemeldeten Person'],
  ['registration.position', 'The registrant’s job title', 'Die Position der angemeldeten Person'],
  ['registration.questions', 'Questions sent with the registration', 'Fragen, die mit der Anmeldung kamen'],
  ['registration.learningObjectives', 'What the registrant wants to learn', 'Was die angemeldete Person lernen möchte'],
  ['registration.registeredAt', 'When the registration was made', 'Wann die Anmeldung einging'],
  [
    'registration.isNoShow',
    'True for who had a seat and did not come',
    'Wahr, wenn jemand einen Platz hatte und nicht kam',
  ],
  [
    'registration.wantsConsultation',
    'True for who asked for a consultation',
    'Wahr, wenn ein Beratungsgespräch gewünscht ist',
  ],
  ['session.title', 'The session’s title', 'Der Titel des Termins'],
  ['session.description', 'The session’s description', 'Die Beschreibung des Termins'],
  ['session.date', 'The day, where the session is', 'Der Tag, in der Zeitzone des Termins'],
  ['session.time', 'From when until when, where the session is', 'Von wann bis wann, in der Zeitzone des Termins'],
  ['session.timezone', 'The session’s time zone', 'Die Zeitzone des Termins'],
  [
    'session.local.date',
    'The day in the reader’s zone, where it differs',
    'Der Tag in der Zeitzone der Lesenden, wo sie abweicht',
  ],
  ['session.local.time', 'The time in the reader’s zone', 'Die Uhrzeit in der Zeitzone der Lesenden'],
  ['session.local.timezone', 'The reader’s time zone', 'Die Zeitzone der Lesenden'],
  ['session.duration', 'Length in minutes', 'Dauer in Minuten'],
  ['session.language', 'What is spoken', 'Die gesprochene Sprache'],
  ['session.category', 'The topic’s category', 'Die Kategorie des Themas'],
  ['session.platform', 'The meeting platform', 'Die Meeting-Plattform'],
  ['session.meetingUrl', 'The meeting’s address', 'Die Adresse des Meetings'],
  ['session.meetingPassword', 'The meeting’s password', 'Das Passwort des Meetings'],
  ['session.testUrl', 'A page to test sound and connection', 'Eine Seite zum Testen von Ton und Verbindung'],
  ['session.materialsUrl', 'Preparation or further materials', 'Unterlagen zur Vor- oder Nachbereitung'],
  ['session.slidesUrl', 'The slides', 'Die Folien'],
  ['session.recordingUrl', 'The recording', 'Die Aufzeichnung'],
  ['session.prerequisites', 'What to know or have beforehand', 'Was man vorher wissen oder haben sollte'],
  ['session.objectives[]', 'Each thing that is learnt', 'Jedes Lernziel'],
  ['session.agenda[].time', 'Agenda: when', 'Ablauf: wann'],
  ['session.agenda[].title', 'Agenda: what', 'Ablauf: was'],
  ['session.agenda[].speaker', 'Agenda: who', 'Ablauf: wer'],
  ['session.price', 'The price, with its currency', 'Der Preis mit Währung'],
  ['before.date', 'The day before the move', 'Der bisherige Tag'],
  ['before.time', 'The time before the move', 'Die bisherige Uhrzeit'],
  ['before.timezone', 'The time zone before the move', 'Die bisherige Zeitzone'],
  ['before.local.date', 'The former day in the reader’s zone', 'Der bisherige Tag in der Zeitzone der Lesenden'],
  ['before.local.time', 'The former time in the reader’s zone', 'Die bisherige Uhrzeit in der Zeitzone der Lesenden'],
  ['speakers[].name', 'Each speaker’s name', 'Der Name jeder sprechenden Person'],
  ['speakers[].position', 'Each speaker’s position', 'Die Position jeder sprechenden Person'],
  ['speakers[].company', 'Each speaker’s company', 'Das Unternehmen jeder sprechenden Person'],
  ['speakers[].bookingUrl', 'Where to book a talk with the speaker', 'Wo sich ein Gespräch buchen lässt'],
  ['hold.expiresAt', 'Until when the seat is held', 'Bis wann der Platz gehalten wird'],
  ['hold.amount', 'What is to be paid', 'Was zu zahlen ist'],
  ['reason', 'Why the registration ended', 'Warum die Anmeldung endete'],
  ['refund.amount', 'What is paid back', 'Was erstattet wird'],
  ['links.session', 'The session’s page', 'Die Seite des Termins'],
  ['links.manage', 'The reader’s own registration', 'Die eigene Anmeldung'],
  ['links.join', 'The reader’s own way into the meeting', 'Der eigene Weg in das Meeting'],
  ['links.pay', 'Where to pay', 'Wo bezahlt wird'],
  ['links.feedback', 'The feedback form', 'Das Feedback-Formular'],
  ['links.calendarFile', 'The appointment as a file', 'Der Kalendereintrag als Datei'],
  ['links.googleCalendar', 'Adds the appointment to Google Calendar', 'Trägt den Termin in den Google Kalender ein'],
  ['links.outlookCalendar', 'Adds the appointment to Outlook', 'Trägt den Termin in Outlook ein'],
  ['links.preferences', 'Which mails the reader wants', 'Welche Mails gewünscht sind'],
  ['links.unsubscribe', 'Switches these mails off', 'Bestellt diese Mails ab'],
  ['links.consent', 'Confirms the consent', 'Bestätigt die Einwilligung'],
  ['links.consultation', 'Where to ask for a consultation', 'Wo sich ein Beratungsgespräch anfragen lässt'],
  ['links.shareLinkedin', 'Shares the session on LinkedIn', 'Teilt den Termin auf LinkedIn'],
  ['links.shareX', 'Shares the session on X', 'Teilt den Termin auf X'],
  ['links.shareMail', 'Shares the session by mail', 'Teilt den Termin per E-Mail'],
  ['links.certificate', 'The certificate of attendance', 'Die Teilnahmebescheinigung'],
  ['links.admin', 'The session in the admin, or the programme', 'Der Termin in der Verwaltung, oder das Programm'],
  ['audience.registered', 'Seats taken', 'Belegte Plätze'],
  ['audience.waiting', 'People in line', 'Personen auf der Warteliste'],
  ['audience.capacity', 'Seats in all', 'Plätze insgesamt'],
  ['audience.companies[].name', 'Each company', 'Jedes Unternehmen'],
  ['audience.companies[].count', 'How many come from it', 'Wie viele von dort kommen'],
  ['audience.positions[].name', 'Each job title', 'Jede Position'],
  ['audience.positions[].count', 'How many have it', 'Wie viele sie haben'],
  ['audience.experienceLevels[].name', 'Each level of experience', 'Jede Erfahrungsstufe'],
  ['audience.experienceLevels[].count', 'How many have it', 'Wie viele sie haben'],
  ['audience.industries[].name', 'Each industry', 'Jede Branche'],
  ['audience.industries[].count', 'How many come from it', 'Wie viele aus ihr kommen'],
  ['audience.sources[].name', 'Each source of registrations', 'Jede Quelle von Anmeldungen'],
  ['audience.sources[].count', 'How many came from it', 'Wie viele daher kamen'],
  ['audience.perDay[].day', 'Each day with registrations', 'Jeder Tag mit Anmeldungen'],
  ['audience.perDay[].count', 'How many came that day', 'Wie viele an dem Tag kamen'],
  ['audience.questions[]', 'Each question sent beforehand', 'Jede vorab gesendete Frage'],
  ['audience.attendees[].name', 'Each attendee’s name', 'Der Name jeder teilnehmenden Person'],
  ['audience.attendees[].company', 'Each attendee’s company', 'Das Unternehmen jeder teilnehmenden Person'],
  ['audience.attendees[].position', 'Each attendee’s job title', 'Die Position jeder teilnehmenden Person'],
  ['audience.attendees[].state', 'Each attendee’s state', 'Der Stand jeder Anmeldung'],
  ['audience.attendees[].registeredAt', 'When each attendee registered', 'Wann sich die Person anmeldete'],
  ['audience.revenue', 'What the session earned', 'Was der Termin eingenommen hat'],
  ['setup.technicalRequirements', 'What the speaker needs', 'Was die sprechende Person braucht'],
  ['setup.specialInstructions', 'What the speaker should know', 'Was die sprechende Person wissen sollte'],
  ['setup.backupFacilitator', 'Who takes over in an emergency', 'Wer im Notfall übernimmt'],
  ['setup.moderator', 'Who moderates', 'Wer moderiert'],
  ['report.from', 'The first day, or since when', 'Der erste Tag, oder seit wann'],
  ['report.until', 'The last day, or until when', 'Der letzte Tag, oder bis wann'],
  ['report.registrations', 'New registrations in this time', 'Neue Anmeldungen in dieser Zeit'],
  ['report.registrationsBefore', 'New registrations in the time before', 'Neue Anmeldungen in der Zeit davor'],
  ['report.cancelled', 'Cancelled in this time', 'In dieser Zeit storniert'],
  ['report.more', 'How many sessions more there were', 'Wie viele Termine es noch gab'],
  ...reported('sessions', 'Each session that was registered for: the title', 'Jeder Termin mit Anmeldungen: der Titel'),
  ...reported('held', 'Each session that took place: the title', 'Jeder Termin, der stattfand: der Titel'),
  ...reported('ahead', 'Each session of the next days: the title', 'Jeder Termin der nächsten Tage: der Titel'),
  ['report.held[].attended', 'How many attended', 'Wie viele teilnahmen'],
  ['report.held[].rating', 'How it was rated', 'Wie sie bewertet wurde'],
  ['report.revenue[]', 'Each sum that was received', 'Jeder eingegangene Betrag'],
  ['message.subject', 'What staff wrote: the subject', 'Was das Team schrieb: der Betreff'],
  ['message.body', 'What staff wrote', 'Was das Team schrieb'],
  ['brand.name', 'The programme’s name', 'Der Name des Programms'],
  ['brand.colour', 'The colour of buttons', 'Die Farbe der Schaltflächen'],
  ['brand.senderName', 'Who signs', 'Wer unterschreibt'],
  ['brand.website', 'The company’s website', 'Die Website des Unternehmens'],
  ['brand.logoUrl', 'The logo’s address', 'Die Adresse des Logos'],
  ['brand.footer', 'The closing lines', 'Die Schlusszeilen'],
  ['brand.supportEmail', 'Where help is asked for', 'Wo es Hilfe gibt'],
  ['brand.supportPhone', 'Where help is called', 'Wo es telefonisch Hilfe gibt'],
  ['brand.emergencyContact', 'Whom to reach in the last two hours', 'Wer in den letzten zwei Stunden hilft'],
];

/** What stands at a path: several where it goes through lists. */
const valuesAt = (value: unknown, name: string): unknown[] =>
  name
    .split('.')
    .reduce<unknown[]>(
      (wholes, key) =>
        wholes.flatMap((whole) => (whole as Record<string, unknown> | null)?.[key.replace('[]', '')] as unknown),
      [value],
    );

/** What samples leave out of a letter, because it would not go with the rest of it. */
const BESIDE_SAMPLES: Record<string, readonly MailKind[]> = {
  'registration.waitlistPosition': ['session_moved', 'staff_message'],
  'refund.amount': ['cancelled'],
};

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const SAMPLES = KINDS.map(
  (kind) => [kind, sampleVariables(kind, 'en', { logoUrl: 'https://webinars.example.com/logo.png' })] as const,
);

const variableOf = ([name, en, de]: Entry): TemplateVariable => {
  const values = SAMPLES.flatMap(([kind, sample]) => {
    const value = valuesAt(sample, name).find((one) => one !== null && one !== undefined);
    return value === undefined ? [] : [{ kind, value }];
  });
  const filled = [...values.map(({ kind }) => kind), ...(BESIDE_SAMPLES[name] ?? [])];
  return {
    name,
    kinds: filled.length < KINDS.length ? filled : null,
    en,
    de,
    example: String(values[0]?.value ?? ''),
  };
};

/** Every path a template may name. */
export const VARIABLES: TemplateVariable[] = ENTRIES.map(variableOf);

/** What can be done to a value on its way into a letter: `{{ value | filter }}`. */
export const FILTERS: { name: string; en: string; de: string; example: string }[] = [
  {
    name: 'default',
    en: 'Says something else where the value is empty',
    de: 'Sagt etwas anderes, wo der Wert leer ist',
    example: "{{ registration.company | default: 'your company' }}",
  },
  {
    name: 'join_words',
    en: 'A list as words: A, B and C; of the name given where the entries have several',
    de: 'Eine Liste als Worte: A, B und C; nach dem genannten Namen, wo die Einträge mehrere haben',
    example: "{{ speakers | join_words: 'name' }}",
  },
  {
    name: 'join',
    en: 'A list with something between its entries',
    de: 'Eine Liste mit etwas zwischen den Einträgen',
    example: "{{ session.objectives | join: ' · ' }}",
  },
  {
    name: 'paragraphs',
    en: 'Keeps the paragraphs and lines of a longer text',
    de: 'Erhält Absätze und Zeilen eines längeren Textes',
    example: '{{ session.description | paragraphs }}',
  },
  {
    name: 'truncate',
    en: 'Cuts a long text',
    de: 'Kürzt einen langen Text',
    example: '{{ session.title | truncate: 40 }}',
  },
  { name: 'upcase', en: 'In capitals', de: 'In Großbuchstaben', example: '{{ session.language | upcase }}' },
  { name: 'downcase', en: 'In small letters', de: 'In Kleinbuchstaben', example: '{{ session.platform | downcase }}' },
  {
    name: 'capitalize',
    en: 'With a capital first letter',
    de: 'Mit großem Anfangsbuchstaben',
    example: '{{ registration.state | capitalize }}',
  },
  { name: 'size', en: 'How many', de: 'Wie viele', example: '{{ session.objectives | size }}' },
];

/** The parts in words, and the variable that each is about: without it there is nothing to say. */
const PARTIAL_WORDS: Record<PartialName, Record<Locale, string> & { about: string }> = {
  session: {
    about: 'session.title',
    en: 'Date, time, length, language and speakers',
    de: 'Datum, Uhrzeit, Dauer, Sprache und Mitwirkende',
  },
  calendar: {
    about: 'links.calendarFile',
    en: 'Links that put the date into a calendar',
    de: 'Links, die den Termin in einen Kalender eintragen',
  },
  meeting: {
    about: 'session.meetingUrl',
    en: 'How to join: button and password',
    de: 'So nimmt man teil: Schaltfläche und Passwort',
  },
  agenda: { about: 'session.title', en: 'The agenda', de: 'Der Ablauf' },
  preparation: {
    about: 'session.title',
    en: 'Prerequisites, materials and objectives',
    de: 'Voraussetzungen, Unterlagen und Lernziele',
  },
  checklist: { about: 'session.title', en: 'The technical checklist', de: 'Die Technik-Checkliste' },
  contact: { about: 'brand.supportEmail', en: 'Whom to ask', de: 'Wer hilft' },
  sharing: { about: 'links.shareX', en: 'A post to share, and where', de: 'Ein fertiger Beitrag zum Teilen, und wo' },
  payment: {
    about: 'hold.amount',
    en: 'How long the seat is held, and the way to pay',
    de: 'Wie lange der Platz gehalten wird, und der Weg zur Zahlung',
  },
  manage: {
    about: 'links.manage',
    en: 'The way to view or cancel the registration',
    de: 'Der Weg, die Anmeldung anzusehen oder zu stornieren',
  },
  audience: {
    about: 'audience.registered',
    en: 'Who is coming, in figures, and what they ask',
    de: 'Wer kommt, in Zahlen, und was gefragt wird',
  },
  setup: {
    about: 'setup.moderator',
    en: 'What speakers need to begin',
    de: 'Was Sprechende für den Anfang brauchen',
  },
  signature: { about: 'brand.senderName', en: 'The closing words', de: 'Der Gruß' },
};

const kindsOf = (variable: string) => VARIABLES.find(({ name }) => name === variable)?.kinds ?? null;

/** The parts that a body may include: `{% include 'name' %}`. */
export const PARTIAL_LIST: TemplatePartial[] = (Object.keys(PARTIALS) as PartialName[]).map((name) => {
  const { about, ...words } = PARTIAL_WORDS[name];
  return { name, kinds: kindsOf(about), ...words };
});

const kinds = new Map<string, 'value' | 'list' | 'group'>();
for (const { name } of VARIABLES) {
  const keys = name.split('.');
  let path = '';
  for (const [index, key] of keys.entries()) {
    const bare = path + key.replace('[]', '');
    const isLast = index === keys.length - 1;
    if (key.endsWith('[]')) {
      kinds.set(bare, 'list');
      kinds.set(`${bare}.size`, 'value');
      kinds.set(`${bare}[]`, isLast ? 'value' : 'group');
    } else kinds.set(bare, isLast ? 'value' : 'group');
    path += `${key}.`;
  }
}

/** What a path stands for: one value, a list to go through, or a group of values to choose from. Undefined: there is no such path. */
export const kindOfPath = (path: string): 'value' | 'list' | 'group' | undefined => kinds.get(path);
