import { MAIL_KINDS, REPORT_KINDS, type LetterVariables, type MailKind } from '../../../../contracts/mail';
import type { Locale } from '../../kernel/text';

type Brand = LetterVariables['brand'];
type Words = Pick<LetterVariables, 'speakers'> & {
  session: NonNullable<LetterVariables['session']>;
  registration: NonNullable<LetterVariables['registration']>;
  before: NonNullable<LetterVariables['before']>;
  hold: NonNullable<LetterVariables['hold']>;
  audience: NonNullable<LetterVariables['audience']>;
  setup: NonNullable<LetterVariables['setup']>;
  report: NonNullable<LetterVariables['report']>;
  message: NonNullable<LetterVariables['message']>;
  reasons: Partial<Record<MailKind, string>>;
  refund: string;
  footer: string;
};

const SITE = 'https://webinars.example.com';
const TOKEN = 'W7K3M9QXA2F.sample';

const en: Words = {
  session: {
    title: 'Cloud migration without surprises',
    description: 'What a move to the cloud costs, what it saves, and how to keep both in hand.',
    date: 'Thursday, 26 November 2026',
    time: '10:00 – 11:00 CET',
    timezone: 'Europe/Berlin',
    local: { date: 'Thursday, 26 November 2026', time: '9:00 – 10:00 GMT', timezone: 'Europe/London' },
    duration: 60,
    language: 'English',
    category: 'Cloud & infrastructure',
    platform: 'Zoom',
    meetingUrl: 'https://zoom.example.com/j/98765432100',
    meetingPassword: 'harbour-42',
    testUrl: 'https://zoom.example.com/test',
    materialsUrl: `${SITE}/materials/cloud-migration.pdf`,
    slidesUrl: `${SITE}/materials/cloud-migration-slides.pdf`,
    recordingUrl: `${SITE}/recordings/cloud-migration`,
    prerequisites: 'Have a rough list of the applications you would move first.\nNo further knowledge is needed.',
    objectives: ['Tell which applications to move first', 'Estimate running costs before you sign'],
    agenda: [
      { time: '10:00', title: 'Welcome', speaker: null },
      { time: '10:05', title: 'Three migrations, three lessons', speaker: 'Dr. Anna Keller' },
      { time: '10:40', title: 'Your questions', speaker: null },
    ],
    price: '€49.00',
  },
  speakers: [
    {
      name: 'Dr. Anna Keller',
      position: 'Principal Cloud Architect',
      company: 'Magnetiq',
      bookingUrl: `${SITE}/book/anna-keller`,
    },
    { name: 'Tom Okafor', position: 'Head of Platform', company: 'Northwind Logistics', bookingUrl: null },
  ],
  registration: {
    reference: 'W7K3M9QXA2F',
    state: 'confirmed',
    waitlistPosition: null,
    company: 'Analytical Engines',
    position: 'Head of IT',
    questions: 'How do you estimate egress costs?',
    learningObjectives: 'A plan for our first two applications',
    registeredAt: '2 November 2026',
    isNoShow: false,
    wantsConsultation: true,
  },
  before: {
    date: 'Tuesday, 24 November 2026',
    time: '14:00 – 15:00 CET',
    timezone: 'Europe/Berlin',
    local: { date: 'Tuesday, 24 November 2026', time: '13:00 – 14:00 GMT' },
  },
  hold: { expiresAt: 'Friday, 13 November 2026, 10:00 CET', amount: '€49.00' },
  audience: {
    registered: 42,
    waiting: 3,
    capacity: 60,
    companies: [
      { name: 'Analytical Engines', count: 5 },
      { name: 'Northwind Logistics', count: 4 },
      { name: 'Contoso', count: 2 },
    ],
    positions: [
      { name: 'Head of IT', count: 9 },
      { name: 'Cloud Architect', count: 7 },
    ],
    experienceLevels: [
      { name: 'Beginner', count: 12 },
      { name: 'Advanced', count: 30 },
    ],
    industries: [
      { name: 'Logistics', count: 11 },
      { name: 'Manufacturing', count: 8 },
    ],
    sources: [
      { name: 'LinkedIn', count: 21 },
      { name: 'Newsletter', count: 15 },
      { name: 'Direct', count: 6 },
    ],
    perDay: [
      { day: '22 November', count: 9 },
      { day: '23 November', count: 14 },
      { day: '24 November', count: 6 },
    ],
    questions: ['How do you estimate egress costs?', 'When is it better to stay on premises?'],
    attendees: [
      {
        name: 'Ada Lovelace',
        company: 'Analytical Engines',
        position: 'Head of IT',
        state: 'confirmed',
        registeredAt: '2 November',
      },
      {
        name: 'Grace Hopper',
        company: 'Northwind Logistics',
        position: null,
        state: 'confirmed',
        registeredAt: '5 November',
      },
    ],
    revenue: '€2,058.00',
  },
  setup: {
    technicalRequirements: 'A headset and a wired connection.\nSlides in 16:9, sent to us a day before.',
    specialInstructions: 'Please be in the meeting 20 minutes early for a sound check.',
    backupFacilitator: 'Lena Vogt',
    moderator: 'Jonas Brandt',
  },
  report: {
    from: '16 November',
    until: '22 November',
    registrations: 37,
    registrationsBefore: 29,
    cancelled: 4,
    sessions: [
      {
        title: 'Cloud migration without surprises',
        date: '26 November 2026, 10:00 CET',
        fresh: 21,
        taken: 42,
        capacity: 60,
        waiting: 3,
        link: `${SITE}/admin/session/cloud-migration`,
      },
      {
        title: 'Prices that carry',
        date: '1 December 2026, 14:00 CET',
        fresh: 16,
        taken: 16,
        capacity: null,
        waiting: 0,
        link: `${SITE}/admin/session/prices`,
      },
    ],
    more: 2,
    held: [
      {
        title: 'First steps with robots',
        date: '18 November 2026, 10:00 CET',
        fresh: 0,
        taken: 50,
        capacity: 50,
        waiting: 0,
        link: `${SITE}/admin/session/robots`,
        attended: 38,
        rating: '4.6',
      },
    ],
    ahead: [
      {
        title: 'Cloud migration without surprises',
        date: '26 November 2026, 10:00 CET',
        fresh: 21,
        taken: 42,
        capacity: 60,
        waiting: 3,
        link: `${SITE}/admin/session/cloud-migration`,
      },
    ],
    revenue: ['€1,029.00'],
  },
  message: {
    subject: 'A small change to the agenda',
    body: 'The first part grew a little, so we begin with the questions that reached us in advance.\n\nYou need to do nothing:\nthe time and the link stay as they are.',
  },
  reasons: {
    cancelled: 'The payment did not arrive in time.',
    rejected: 'This session is meant for members of the partner programme.',
    session_cancelled: 'The speaker has fallen ill.',
  },
  refund: '€49.00',
  footer: 'Magnetiq GmbH · Hafenstraße 1 · 20457 Hamburg\nRegister court: Hamburg, HRB 123456',
};

const de: Words = {
  session: {
    ...en.session,
    title: 'Cloud-Migration ohne Überraschungen',
    description: 'Was ein Umzug in die Cloud kostet, was er spart und wie Sie beides in der Hand behalten.',
    date: 'Donnerstag, 26. November 2026',
    time: '10:00 – 11:00 Uhr MEZ',
    local: { date: 'Donnerstag, 26. November 2026', time: '9:00 – 10:00 Uhr GMT', timezone: 'Europe/London' },
    language: 'Deutsch',
    category: 'Cloud & Infrastruktur',
    prerequisites:
      'Halten Sie eine grobe Liste der Anwendungen bereit, die zuerst umziehen sollen.\nWeitere Vorkenntnisse sind nicht nötig.',
    objectives: ['Erkennen, welche Anwendungen zuerst umziehen', 'Laufende Kosten schätzen, bevor Sie unterschreiben'],
    agenda: [
      { time: '10:00', title: 'Begrüßung', speaker: null },
      { time: '10:05', title: 'Drei Migrationen, drei Lehren', speaker: 'Dr. Anna Keller' },
      { time: '10:40', title: 'Ihre Fragen', speaker: null },
    ],
    price: '49,00 €',
  },
  speakers: [
    { ...en.speakers[0]!, position: 'Leitende Cloud-Architektin' },
    { ...en.speakers[1]!, position: 'Leiter Plattform' },
  ],
  registration: {
    ...en.registration,
    position: 'IT-Leiterin',
    questions: 'Wie schätzen Sie die Kosten für ausgehende Daten?',
    learningObjectives: 'Ein Plan für unsere ersten zwei Anwendungen',
    registeredAt: '2. November 2026',
  },
  before: {
    date: 'Dienstag, 24. November 2026',
    time: '14:00 – 15:00 Uhr MEZ',
    timezone: 'Europe/Berlin',
    local: { date: 'Dienstag, 24. November 2026', time: '13:00 – 14:00 Uhr GMT' },
  },
  hold: { expiresAt: 'Freitag, 13. November 2026, 10:00 Uhr MEZ', amount: '49,00 €' },
  audience: {
    ...en.audience,
    positions: [
      { name: 'IT-Leitung', count: 9 },
      { name: 'Cloud-Architektur', count: 7 },
    ],
    experienceLevels: [
      { name: 'Einsteiger', count: 12 },
      { name: 'Fortgeschrittene', count: 30 },
    ],
    industries: [
      { name: 'Logistik', count: 11 },
      { name: 'Fertigung', count: 8 },
    ],
    sources: [
      { name: 'LinkedIn', count: 21 },
      { name: 'Newsletter', count: 15 },
      { name: 'Direkt', count: 6 },
    ],
    perDay: [
      { day: '22. November', count: 9 },
      { day: '23. November', count: 14 },
      { day: '24. November', count: 6 },
    ],
    questions: [
      'Wie schätzen Sie die Kosten für ausgehende Daten?',
      'Wann bleibt man besser im eigenen Rechenzentrum?',
    ],
    attendees: [
      { ...en.audience.attendees[0]!, position: 'IT-Leiterin', state: 'bestätigt', registeredAt: '2. November' },
      { ...en.audience.attendees[1]!, state: 'bestätigt', registeredAt: '5. November' },
    ],
    revenue: '2.058,00 €',
  },
  setup: {
    technicalRequirements: 'Headset und Netzwerkkabel.\nFolien im Format 16:9, einen Tag vorher an uns gesendet.',
    specialInstructions: 'Bitte kommen Sie 20 Minuten früher zur Tonprobe in das Meeting.',
    backupFacilitator: 'Lena Vogt',
    moderator: 'Jonas Brandt',
  },
  report: {
    ...en.report,
    from: '16. November',
    until: '22. November',
    sessions: [
      {
        ...en.report.sessions[0]!,
        title: 'Cloud-Migration ohne Überraschungen',
        date: '26. November 2026, 10:00 Uhr MEZ',
      },
      { ...en.report.sessions[1]!, title: 'Preise, die tragen', date: '1. Dezember 2026, 14:00 Uhr MEZ' },
    ],
    held: [
      {
        ...en.report.held[0]!,
        title: 'Erste Schritte mit Robotern',
        date: '18. November 2026, 10:00 Uhr MEZ',
        rating: '4,6',
      },
    ],
    ahead: [
      {
        ...en.report.ahead[0]!,
        title: 'Cloud-Migration ohne Überraschungen',
        date: '26. November 2026, 10:00 Uhr MEZ',
      },
    ],
    revenue: ['1.029,00 €'],
  },
  message: {
    subject: 'Eine kleine Änderung im Ablauf',
    body: 'Der erste Teil ist etwas gewachsen, deshalb beginnen wir mit den Fragen, die uns vorab erreicht haben.\n\nSie brauchen nichts zu tun:\nUhrzeit und Link bleiben, wie sie sind.',
  },
  reasons: {
    cancelled: 'Die Zahlung ist nicht rechtzeitig eingegangen.',
    rejected: 'Diese Veranstaltung richtet sich an Mitglieder des Partnerprogramms.',
    session_cancelled: 'Die Referentin ist erkrankt.',
  },
  refund: '49,00 €',
  footer: 'Magnetiq GmbH · Hafenstraße 1 · 20457 Hamburg\nAmtsgericht Hamburg, HRB 123456',
};

const WORDS = { en, de };

const RECIPIENTS = {
  attendee: { name: 'Ada Lovelace', firstName: 'Ada', email: 'ada@example.com' },
  speaker: { name: 'Dr. Anna Keller', firstName: 'Anna', email: 'anna.keller@example.com' },
  manager: { name: 'Mira Sommer', firstName: 'Mira', email: 'mira.sommer@example.com' },
};

const brandOf = (words: Words): Brand => ({
  name: 'Magnetiq Webinars',
  colour: '#4945ff',
  senderName: 'Magnetiq Webinars',
  website: SITE,
  logoUrl: null,
  footer: words.footer,
  supportEmail: 'help@example.com',
  supportPhone: '+49 40 1234560',
  emergencyContact: '+49 40 1234561',
});

const HELD: readonly MailKind[] = ['promoted', 'approved', 'payment_link'];
const REFUNDED: readonly MailKind[] = ['refund', 'session_cancelled'];
/** Their readers have no seat, or none any more: no way in, and nothing for a calendar. */
const UNSEATED: readonly MailKind[] = [
  'waitlisted',
  'payment_link',
  'approval_pending',
  'rejected',
  'cancelled',
  'session_cancelled',
  'refund',
];

/** A believable letter in full, for previews and tests: everything that a mail of the kind can have, it has. */
export const sampleVariables = (kind: MailKind, locale: Locale, brand: Partial<Brand> = {}): LetterVariables => {
  const words = WORDS[locale];
  const { audience, category } = MAIL_KINDS[kind];
  const isAttendee = audience === 'attendee';
  const isReport = (REPORT_KINDS as readonly MailKind[]).includes(kind);
  const isSeated = isAttendee && !UNSEATED.includes(kind);
  const own = (path: string, isThere = isAttendee) => (isThere ? `${SITE}/${path}/${TOKEN}` : null);
  const ofSession = (link: string) => (isReport ? null : link);
  const page = encodeURIComponent(`${SITE}/sessions/cloud-migration`);
  return {
    recipient: RECIPIENTS[audience],
    registration: isAttendee ? { ...words.registration, waitlistPosition: kind === 'waitlisted' ? 3 : null } : null,
    session: isReport ? null : words.session,
    before: kind === 'session_moved' ? words.before : null,
    speakers: isReport ? [] : words.speakers,
    hold: HELD.includes(kind) ? words.hold : null,
    reason: words.reasons[kind] ?? null,
    refund: REFUNDED.includes(kind) ? { amount: words.refund } : null,
    links: {
      session: ofSession(`${SITE}/sessions/cloud-migration`),
      manage: own('manage'),
      join: own('join', isSeated),
      pay: HELD.includes(kind) ? `${SITE}/pay/${TOKEN}` : null,
      feedback: own('feedback'),
      calendarFile: own('calendar', isSeated),
      googleCalendar: isSeated ? 'https://calendar.google.com/calendar/render?action=TEMPLATE&text=Cloud' : null,
      outlookCalendar: isSeated ? 'https://outlook.office.com/calendar/0/deeplink/compose?subject=Cloud' : null,
      preferences: own('preferences'),
      unsubscribe: category === 'service' ? null : own('unsubscribe'),
      consent: kind === 'opt_in' ? own('consent') : null,
      consultation: isAttendee ? `${SITE}/consultation` : null,
      shareLinkedin: ofSession(`https://www.linkedin.com/sharing/share-offsite/?url=${page}`),
      shareX: ofSession(`https://x.com/intent/post?url=${page}`),
      shareMail: ofSession(`mailto:?subject=Webinar&body=${page}`),
      certificate: kind === 'certificate' ? own('certificate') : null,
      admin: audience === 'manager' ? `${SITE}/admin/plugins/webinars` : null,
    },
    audience:
      isAttendee || isReport
        ? null
        : audience === 'manager'
          ? words.audience
          : { ...words.audience, attendees: [], revenue: null },
    setup: isAttendee || isReport ? null : words.setup,
    report: isReport
      ? kind === 'new_registrations'
        ? { ...words.report, held: [], ahead: [], revenue: [] }
        : words.report
      : null,
    message: kind === 'staff_message' ? words.message : null,
    brand: { ...brandOf(words), ...brand },
  };
};

/** The sparest letter there can be: nothing optional is there, every list is empty. */
export const sparseVariables = (kind: MailKind, locale: Locale): LetterVariables => {
  const full = sampleVariables(kind, locale);
  const { session, shareLinkedin, shareX, shareMail } = full.links;
  return {
    recipient: full.recipient,
    registration: null,
    session: full.session && {
      ...full.session,
      description: null,
      local: null,
      category: null,
      platform: null,
      meetingUrl: null,
      meetingPassword: null,
      testUrl: null,
      materialsUrl: null,
      slidesUrl: null,
      recordingUrl: null,
      prerequisites: null,
      objectives: [],
      agenda: [],
      price: null,
    },
    before: null,
    speakers: [],
    hold: null,
    reason: null,
    refund: null,
    links: {
      session,
      shareLinkedin,
      shareX,
      shareMail,
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
    },
    audience: null,
    setup: null,
    report: full.report && {
      ...full.report,
      registrations: 0,
      registrationsBefore: 0,
      cancelled: 0,
      sessions: [],
      more: 0,
      held: [],
      ahead: [],
      revenue: [],
    },
    message: null,
    brand: { ...full.brand, footer: '', logoUrl: null, supportPhone: null },
  };
};
