import type { LetterVariables, MailKind } from '../../../../contracts/mail';
import type { Locale } from '../../kernel/text';
import { PARTIALS, type PartialName } from './partials';
import { sampleVariables } from './sample';

/** Something a template may say. In a name, `[]` stands for each entry of a list. `kinds`: the only kinds where it is ever filled. */
export type Variable = { name: string; kinds?: readonly MailKind[]; en: string; de: string; example: string };

type Entry = [name: string, en: string, de: string, kinds?: readonly MailKind[]];

const HOUSE: readonly MailKind[] = ['speaker_alert', 'programme_summary'];
const MANAGER: readonly MailKind[] = ['programme_summary'];
const REPORTS: readonly MailKind[] = ['new_registrations', 'performance_report'];
const WEEKLY: readonly MailKind[] = ['performance_report'];
const HELD: readonly MailKind[] = ['promoted', 'approved', 'payment_link'];
const MOVED: readonly MailKind[] = ['session_moved'];
const STAFF: readonly MailKind[] = ['staff_message'];

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
  ['session.title', 'The session’s title', 'Der Titel der Veranstaltung'],
  ['session.description', 'The session’s description', 'Die Beschreibung der Veranstaltung'],
  ['session.date', 'The day, where the session is', 'Der Tag, am Ort der Veranstaltung'],
  ['session.time', 'From when until when, where the session is', 'Von wann bis wann, am Ort der Veranstaltung'],
  ['session.timezone', 'The session’s time zone', 'Die Zeitzone der Veranstaltung'],
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
  ['before.date', 'The day before the move', 'Der bisherige Tag', MOVED],
  ['before.time', 'The time before the move', 'Die bisherige Uhrzeit', MOVED],
  ['before.timezone', 'The time zone before the move', 'Die bisherige Zeitzone', MOVED],
  ['before.local.date', 'The former day in the reader’s zone', 'Der bisherige Tag in der Zeitzone der Lesenden', MOVED],
  [
    'before.local.time',
    'The former time in the reader’s zone',
    'Die bisherige Uhrzeit in der Zeitzone der Lesenden',
    MOVED,
  ],
  ['speakers[].name', 'Each speaker’s name', 'Der Name jeder sprechenden Person'],
  ['speakers[].position', 'Each speaker’s position', 'Die Position jeder sprechenden Person'],
  ['speakers[].company', 'Each speaker’s company', 'Das Unternehmen jeder sprechenden Person'],
  ['speakers[].bookingUrl', 'Where to book a talk with the speaker', 'Wo sich ein Gespräch buchen lässt'],
  ['hold.expiresAt', 'Until when the seat is held', 'Bis wann der Platz gehalten wird', HELD],
  ['hold.amount', 'What is to be paid', 'Was zu zahlen ist', HELD],
  [
    'reason',
    'Why the registration ended',
    'Warum die Anmeldung endete',
    ['cancelled', 'rejected', 'session_cancelled'],
  ],
  ['refund.amount', 'What is paid back', 'Was erstattet wird', ['refund', 'cancelled', 'session_cancelled']],
  ['links.session', 'The session’s page', 'Die Seite der Veranstaltung'],
  ['links.manage', 'The reader’s own registration', 'Die eigene Anmeldung'],
  ['links.join', 'The reader’s own way into the meeting', 'Der eigene Weg in das Meeting'],
  ['links.pay', 'Where to pay', 'Wo bezahlt wird', HELD],
  ['links.feedback', 'The feedback form', 'Das Feedback-Formular'],
  ['links.calendarFile', 'The appointment as a file', 'Der Termin als Datei'],
  ['links.googleCalendar', 'Adds the appointment to Google Calendar', 'Trägt den Termin in den Google Kalender ein'],
  ['links.outlookCalendar', 'Adds the appointment to Outlook', 'Trägt den Termin in Outlook ein'],
  ['links.preferences', 'Which mails the reader wants', 'Welche Mails gewünscht sind'],
  [
    'links.unsubscribe',
    'Switches these mails off',
    'Bestellt diese Mails ab',
    ['reminder_7d', 'reminder_2d', 'reminder_2h', 'follow_up', 'staff_message'],
  ],
  ['links.consent', 'Confirms the consent', 'Bestätigt die Einwilligung', ['opt_in']],
  ['links.consultation', 'Where to ask for a consultation', 'Wo sich ein Beratungsgespräch anfragen lässt'],
  ['links.shareLinkedin', 'Shares the session on LinkedIn', 'Teilt die Veranstaltung auf LinkedIn'],
  ['links.shareX', 'Shares the session on X', 'Teilt die Veranstaltung auf X'],
  ['links.shareMail', 'Shares the session by mail', 'Teilt die Veranstaltung per E-Mail'],
  ['links.certificate', 'The certificate of attendance', 'Die Teilnahmebescheinigung', ['certificate']],
  [
    'links.admin',
    'The session in the admin, or the programme',
    'Die Veranstaltung in der Verwaltung, oder das Programm',
    [...MANAGER, ...REPORTS],
  ],
  ['audience.registered', 'Seats taken', 'Belegte Plätze', HOUSE],
  ['audience.waiting', 'People in line', 'Personen auf der Warteliste', HOUSE],
  ['audience.capacity', 'Seats in all', 'Plätze insgesamt', HOUSE],
  ['audience.companies[].name', 'Each company', 'Jedes Unternehmen', HOUSE],
  ['audience.companies[].count', 'How many come from it', 'Wie viele von dort kommen', HOUSE],
  ['audience.positions[].name', 'Each job title', 'Jede Position', HOUSE],
  ['audience.positions[].count', 'How many have it', 'Wie viele sie haben', HOUSE],
  ['audience.experienceLevels[].name', 'Each level of experience', 'Jede Erfahrungsstufe', HOUSE],
  ['audience.experienceLevels[].count', 'How many have it', 'Wie viele sie haben', HOUSE],
  ['audience.industries[].name', 'Each industry', 'Jede Branche', HOUSE],
  ['audience.industries[].count', 'How many come from it', 'Wie viele aus ihr kommen', HOUSE],
  ['audience.sources[].name', 'Each source of registrations', 'Jede Quelle von Anmeldungen', HOUSE],
  ['audience.sources[].count', 'How many came from it', 'Wie viele daher kamen', HOUSE],
  ['audience.perDay[].day', 'Each day with registrations', 'Jeder Tag mit Anmeldungen', HOUSE],
  ['audience.perDay[].count', 'How many came that day', 'Wie viele an dem Tag kamen', HOUSE],
  ['audience.questions[]', 'Each question sent beforehand', 'Jede vorab gesendete Frage', HOUSE],
  ['audience.attendees[].name', 'Each attendee’s name', 'Der Name jeder teilnehmenden Person', MANAGER],
  ['audience.attendees[].company', 'Each attendee’s company', 'Das Unternehmen jeder teilnehmenden Person', MANAGER],
  ['audience.attendees[].position', 'Each attendee’s job title', 'Die Position jeder teilnehmenden Person', MANAGER],
  ['audience.attendees[].state', 'Each attendee’s state', 'Der Stand jeder Anmeldung', MANAGER],
  ['audience.attendees[].registeredAt', 'When each attendee registered', 'Wann sich die Person anmeldete', MANAGER],
  ['audience.revenue', 'What the session earned', 'Was die Veranstaltung eingenommen hat', MANAGER],
  ['setup.technicalRequirements', 'What the speaker needs', 'Was die sprechende Person braucht', HOUSE],
  ['setup.specialInstructions', 'What the speaker should know', 'Was die sprechende Person wissen sollte', HOUSE],
  ['setup.backupFacilitator', 'Who takes over in an emergency', 'Wer im Notfall übernimmt', HOUSE],
  ['setup.moderator', 'Who moderates', 'Wer moderiert', HOUSE],
  ['report.from', 'The first day, or since when', 'Der erste Tag, oder seit wann', REPORTS],
  ['report.until', 'The last day, or until when', 'Der letzte Tag, oder bis wann', REPORTS],
  ['report.registrations', 'New registrations in this time', 'Neue Anmeldungen in dieser Zeit', REPORTS],
  ['report.registrationsBefore', 'New registrations in the time before', 'Neue Anmeldungen in der Zeit davor', REPORTS],
  ['report.cancelled', 'Cancelled in this time', 'In dieser Zeit storniert', REPORTS],
  ['report.more', 'How many sessions more there were', 'Wie viele Veranstaltungen es noch gab', REPORTS],
  [
    'report.sessions[].title',
    'Each session that was registered for: the title',
    'Jede Veranstaltung mit Anmeldungen: der Titel',
    REPORTS,
  ],
  ['report.sessions[].date', 'When it is', 'Wann sie ist', REPORTS],
  ['report.sessions[].fresh', 'Its new registrations', 'Ihre neuen Anmeldungen', REPORTS],
  ['report.sessions[].taken', 'Its seats taken', 'Ihre belegten Plätze', REPORTS],
  ['report.sessions[].capacity', 'Its seats in all', 'Ihre Plätze insgesamt', REPORTS],
  ['report.sessions[].waiting', 'People in its line', 'Personen auf ihrer Warteliste', REPORTS],
  ['report.sessions[].link', 'The session in the admin', 'Die Veranstaltung in der Verwaltung', REPORTS],
  [
    'report.held[].title',
    'Each session that took place: the title',
    'Jede Veranstaltung, die stattfand: der Titel',
    WEEKLY,
  ],
  ['report.held[].date', 'When it is', 'Wann sie ist', WEEKLY],
  ['report.held[].fresh', 'Its new registrations', 'Ihre neuen Anmeldungen', WEEKLY],
  ['report.held[].taken', 'Its seats taken', 'Ihre belegten Plätze', WEEKLY],
  ['report.held[].capacity', 'Its seats in all', 'Ihre Plätze insgesamt', WEEKLY],
  ['report.held[].waiting', 'People in its line', 'Personen auf ihrer Warteliste', WEEKLY],
  ['report.held[].link', 'The session in the admin', 'Die Veranstaltung in der Verwaltung', WEEKLY],
  [
    'report.ahead[].title',
    'Each session of the next days: the title',
    'Jede Veranstaltung der nächsten Tage: der Titel',
    WEEKLY,
  ],
  ['report.ahead[].date', 'When it is', 'Wann sie ist', WEEKLY],
  ['report.ahead[].fresh', 'Its new registrations', 'Ihre neuen Anmeldungen', WEEKLY],
  ['report.ahead[].taken', 'Its seats taken', 'Ihre belegten Plätze', WEEKLY],
  ['report.ahead[].capacity', 'Its seats in all', 'Ihre Plätze insgesamt', WEEKLY],
  ['report.ahead[].waiting', 'People in its line', 'Personen auf ihrer Warteliste', WEEKLY],
  ['report.ahead[].link', 'The session in the admin', 'Die Veranstaltung in der Verwaltung', WEEKLY],
  ['report.held[].attended', 'How many attended', 'Wie viele teilnahmen', WEEKLY],
  ['report.held[].rating', 'How it was rated', 'Wie sie bewertet wurde', WEEKLY],
  ['report.revenue[]', 'Each sum that was received', 'Jeder eingegangene Betrag', WEEKLY],
  ['message.subject', 'What staff wrote: the subject', 'Was das Team schrieb: der Betreff', STAFF],
  ['message.body', 'What staff wrote', 'Was das Team schrieb', STAFF],
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

const exampleOf = (name: string, kinds: readonly MailKind[] = ['confirmation']): string => {
  const found = [...kinds, 'waitlisted' as const].flatMap((kind) => {
    const sample: LetterVariables = sampleVariables(kind, 'en', { logoUrl: 'https://webinars.example.com/logo.png' });
    return valuesAt(sample, name);
  });
  const example = found.find((value) => value !== null && value !== undefined);
  return typeof example === 'string' || typeof example === 'number' || typeof example === 'boolean' ? `${example}` : '';
};

/** Every path a template may name. */
export const VARIABLES: Variable[] = ENTRIES.map(([name, en, de, kinds]) => ({
  name,
  ...(kinds && { kinds }),
  en,
  de,
  example: exampleOf(name, kinds),
}));

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

const PARTIAL_WORDS: Record<PartialName, Record<Locale, string>> = {
  session: { en: 'Date, time, length, language and speakers', de: 'Datum, Uhrzeit, Dauer, Sprache und Mitwirkende' },
  calendar: { en: 'Links that put the date into a calendar', de: 'Links, die den Termin in einen Kalender eintragen' },
  meeting: { en: 'How to join: button and password', de: 'So nimmt man teil: Schaltfläche und Passwort' },
  agenda: { en: 'The agenda', de: 'Der Ablauf' },
  preparation: { en: 'Prerequisites, materials and objectives', de: 'Voraussetzungen, Unterlagen und Lernziele' },
  checklist: { en: 'The technical checklist', de: 'Die Technik-Checkliste' },
  contact: { en: 'Whom to ask', de: 'Wer hilft' },
  sharing: { en: 'A post to share, and where', de: 'Ein fertiger Beitrag zum Teilen, und wo' },
  payment: {
    en: 'How long the seat is held, and the way to pay',
    de: 'Wie lange der Platz gehalten wird, und der Weg zur Zahlung',
  },
  manage: {
    en: 'The way to view or cancel the registration',
    de: 'Der Weg, die Anmeldung anzusehen oder zu stornieren',
  },
  audience: { en: 'Who is coming, in figures, and what they ask', de: 'Wer kommt, in Zahlen, und was gefragt wird' },
  setup: { en: 'What speakers need to begin', de: 'Was Sprechende für den Anfang brauchen' },
  signature: { en: 'The closing words', de: 'Der Gruß' },
};

/** The parts that a body may include: `{% include 'name' %}`. */
export const PARTIAL_LIST: { name: PartialName; en: string; de: string }[] = (
  Object.keys(PARTIALS) as PartialName[]
).map((name) => ({ name, ...PARTIAL_WORDS[name] }));

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
