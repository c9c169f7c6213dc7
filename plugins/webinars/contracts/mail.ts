import { z } from 'zod';

/**
 * What a mail is for. `service` belongs to the registration itself and is always sent; the others can be switched off by their reader and
 * carry one-click unsubscribe (RFC 8058).
 */
export const MAIL_CATEGORIES = ['service', 'reminders', 'follow_up', 'news'] as const;
export type MailCategory = (typeof MAIL_CATEGORIES)[number];

type Kind = {
  category: MailCategory;
  /** Whose mail it is: somebody registered, a speaker of the session, or the programme manager. */
  audience: 'attendee' | 'speaker' | 'manager';
  /** The calendar part that rides on it, where the registration holds a confirmed seat: RFC 5546. */
  calendar?: 'REQUEST' | 'CANCEL';
};

/** Every kind of mail there is. */
export const MAIL_KINDS = {
  confirmation: { category: 'service', audience: 'attendee', calendar: 'REQUEST' },
  waitlisted: { category: 'service', audience: 'attendee' },
  promoted: { category: 'service', audience: 'attendee', calendar: 'REQUEST' },
  payment_link: { category: 'service', audience: 'attendee' },
  approval_pending: { category: 'service', audience: 'attendee' },
  approved: { category: 'service', audience: 'attendee', calendar: 'REQUEST' },
  rejected: { category: 'service', audience: 'attendee' },
  cancelled: { category: 'service', audience: 'attendee', calendar: 'CANCEL' },
  session_moved: { category: 'service', audience: 'attendee', calendar: 'REQUEST' },
  session_cancelled: { category: 'service', audience: 'attendee', calendar: 'CANCEL' },
  meeting_details: { category: 'service', audience: 'attendee', calendar: 'REQUEST' },
  reminder_7d: { category: 'reminders', audience: 'attendee' },
  reminder_2d: { category: 'reminders', audience: 'attendee' },
  reminder_2h: { category: 'reminders', audience: 'attendee' },
  follow_up: { category: 'follow_up', audience: 'attendee' },
  certificate: { category: 'service', audience: 'attendee' },
  refund: { category: 'service', audience: 'attendee' },
  opt_in: { category: 'service', audience: 'attendee' },
  staff_message: { category: 'follow_up', audience: 'attendee' },
  speaker_alert: { category: 'service', audience: 'speaker' },
  programme_summary: { category: 'service', audience: 'manager' },
  new_registrations: { category: 'service', audience: 'manager' },
  performance_report: { category: 'service', audience: 'manager' },
} as const satisfies Record<string, Kind>;

export type MailKind = keyof typeof MAIL_KINDS;
export const mailKind = z.enum(Object.keys(MAIL_KINDS) as [MailKind, ...MailKind[]]);

/** The kinds that tell of a span of time instead of a session. */
export const REPORT_KINDS = ['new_registrations', 'performance_report'] as const satisfies readonly MailKind[];
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The kinds whose time is counted from a session's start or end. */
export const REMINDER_KINDS = [
  'reminder_7d',
  'reminder_2d',
  'reminder_2h',
  'follow_up',
  'speaker_alert',
  'programme_summary',
] as const satisfies readonly MailKind[];
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** A mail's life. `kept`: there is no mail server, so it is shown instead of sent. `skipped`: what it said is no longer true, or it is not wanted. */
export const MAIL_STATES = ['queued', 'sent', 'kept', 'failed', 'skipped', 'cancelled'] as const;
export type MailState = (typeof MAIL_STATES)[number];

type Person = { name: string; firstName: string; email: string };
type Moment = {
  /** In words, such as "Thursday, 26 November 2026". */
  date: string;
  /** From when until when with the zone's short name, such as "10:00 – 11:00 CET". */
  time: string;
};

type ReportedSession = {
  title: string;
  date: string;
  /** Registrations in the span. */
  fresh: number;
  taken: number;
  capacity: number | null;
  waiting: number;
  /** The session in the admin. */
  link: string;
};

/**
 * What a template may say. Every name is always there; what does not apply is null or an empty list, so that a template can ask for it.
 * Texts are in the reader's language, instants in words, money with its currency.
 */
export type LetterVariables = {
  recipient: Person;
  registration: {
    reference: string;
    state: string;
    waitlistPosition: number | null;
    company: string | null;
    position: string | null;
    questions: string | null;
    learningObjectives: string | null;
    registeredAt: string;
    isNoShow: boolean;
    wantsConsultation: boolean;
  } | null;
  /** Null where a mail is about no single session. */
  session:
    | (Moment & {
        title: string;
        description: string | null;
        /** IANA name of the session's zone. */
        timezone: string;
        /** The same moment in the reader's zone, where it is known and shows another time. */
        local: (Moment & { timezone: string }) | null;
        duration: number;
        language: string;
        category: string | null;
        platform: string | null;
        meetingUrl: string | null;
        meetingPassword: string | null;
        /** A page of the platform's on which a reader can try sound and connection, where it has one. */
        testUrl: string | null;
        materialsUrl: string | null;
        slidesUrl: string | null;
        recordingUrl: string | null;
        prerequisites: string | null;
        objectives: string[];
        agenda: { time: string; title: string; speaker: string | null }[];
        price: string | null;
      })
    | null;
  /** Where a session stood before it was moved. */
  before: (Moment & { timezone: string; local: Moment | null }) | null;
  speakers: { name: string; position: string | null; company: string | null; bookingUrl: string | null }[];
  /** A seat kept until somebody pays. */
  hold: { expiresAt: string; amount: string } | null;
  /** Why a registration ended, in words; null where its owner ended it. */
  reason: string | null;
  refund: { amount: string } | null;
  links: {
    session: string | null;
    manage: string | null;
    join: string | null;
    pay: string | null;
    feedback: string | null;
    calendarFile: string | null;
    googleCalendar: string | null;
    outlookCalendar: string | null;
    preferences: string | null;
    unsubscribe: string | null;
    consent: string | null;
    consultation: string | null;
    shareLinkedin: string | null;
    shareX: string | null;
    shareMail: string | null;
    /** Where the certificate of attendance waits. */
    certificate: string | null;
    /** The session in the admin; for speakers null. */
    admin: string | null;
  };
  /** Who comes: for speakers and the programme manager only. */
  audience: {
    registered: number;
    waiting: number;
    capacity: number | null;
    companies: { name: string; count: number }[];
    positions: { name: string; count: number }[];
    experienceLevels: { name: string; count: number }[];
    industries: { name: string; count: number }[];
    sources: { name: string; count: number }[];
    perDay: { day: string; count: number }[];
    questions: string[];
    /** For the programme manager only; empty for speakers. */
    attendees: { name: string; company: string; position: string | null; state: string; registeredAt: string }[];
    /** For the programme manager of a paid session only. */
    revenue: string | null;
  } | null;
  /** What a speaker needs to begin: for speakers and the programme manager only. */
  setup: {
    technicalRequirements: string | null;
    specialInstructions: string | null;
    backupFacilitator: string | null;
    moderator: string | null;
  } | null;
  /** What happened in a span of time: for the programme manager's digest and report only. */
  report: {
    /** The first and the last day in words. */
    from: string;
    until: string;
    registrations: number;
    /** In the span before, as long. */
    registrationsBefore: number;
    cancelled: number;
    /** The sessions that were registered for, those with most first. */
    sessions: ReportedSession[];
    /** How many sessions more there are than are named. */
    more: number;
    /** The sessions that took place; for the week's report only, as is the rest. */
    held: (ReportedSession & { attended: number; rating: string | null })[];
    /** The sessions of the next seven days. */
    ahead: ReportedSession[];
    /** What was received, one entry for each currency. */
    revenue: string[];
  } | null;
  /** What staff wrote, as plain text. */
  message: { subject: string; body: string } | null;
  brand: {
    name: string;
    /** Of buttons and links: `#rrggbb`. */
    colour: string;
    senderName: string;
    website: string;
    logoUrl: string | null;
    footer: string;
    supportEmail: string;
    supportPhone: string | null;
    emergencyContact: string;
  };
};

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !/[\u0000-\u001f\u007f]/.test(text), { error: 'unreadable' }); // eslint-disable-line no-control-regex
const optionalLine = (max: number) => oneLine(max).nullable().default(null);
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const webAddress = z.url({ protocol: /^https?$/ }).max(1000);
const email = z.email().max(254);

/** How mails and pages look and who they come from. */
export const brandSettings = z.strictObject({
  name: oneLine(100).min(1).default('Magnetiq Webinars'),
  logoUrl: webAddress.nullable().default(null),
  /** Of buttons and links, on white. */
  colour: colour.default('#4945ff'),
  website: webAddress.nullable().default(null),
  /** What visitors accept and are told when they register: linked beside the boxes they tick. */
  termsUrl: webAddress.nullable().default(null),
  privacyUrl: webAddress.nullable().default(null),
  /** The closing lines of each mail: who writes, from where. */
  footer: z.strictObject({ en: z.string().max(1000), de: z.string().max(1000) }).default({ en: '', de: '' }),
  /** Null: MAIL_FROM of the environment. */
  senderName: optionalLine(100),
  replyTo: email.nullable().default(null),
  supportEmail: email.nullable().default(null),
  supportPhone: optionalLine(40),
  /** Whom to reach in the last two hours; null: the support contact. */
  emergencyContact: optionalLine(200),
});
export type BrandSettings = z.infer<typeof brandSettings>;

/** One rule of the reminder plan: what goes out how long before the start (or for `follow_up` after the end), and for which sessions. */
export const reminderRule = z.strictObject({
  /** Names the rule for ever: a mail of the past says which rule it followed. */
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/),
  /** The template, which says who gets it: attendees, speakers or the programme manager. */
  template: z.enum(REMINDER_KINDS),
  isOn: z.boolean(),
  /** Minutes before the session's start, or for `follow_up` after its end. */
  minutes: z
    .int()
    .min(1)
    .max(60 * 24 * 90),
  /** Only for sessions that are like this; null asks for nothing. */
  only: z
    .strictObject({
      price: z.enum(['free', 'paid']).nullable().default(null),
      sessionType: z.enum(['single-speaker', 'panel-discussion', 'workshop', 'q-and-a']).nullable().default(null),
      language: z.enum(['en', 'de']).nullable().default(null),
    })
    .prefault({}),
});
export type ReminderRule = z.infer<typeof reminderRule>;

const DAY = 24 * 60;
const always = { price: null, sessionType: null, language: null };

/** The specification's plan. */
export const DEFAULT_REMINDERS: ReminderRule[] = [
  { id: '7-days', template: 'reminder_7d', isOn: true, minutes: 7 * DAY, only: always },
  { id: '2-days', template: 'reminder_2d', isOn: true, minutes: 2 * DAY, only: always },
  { id: '2-hours', template: 'reminder_2h', isOn: true, minutes: 120, only: always },
  { id: 'follow-up', template: 'follow_up', isOn: true, minutes: DAY, only: always },
  { id: 'speaker-alert', template: 'speaker_alert', isOn: true, minutes: 3 * DAY, only: always },
  { id: 'programme-summary', template: 'programme_summary', isOn: true, minutes: 2 * DAY, only: always },
];

/** Everything about mail that staff set in the admin. */
export const mailSettings = z.strictObject({
  brand: brandSettings.prefault({}),
  reminders: z
    .array(reminderRule)
    .max(30)
    .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, { error: 'twice' })
    .default(DEFAULT_REMINDERS),
  /** Marketing consent counts only once the address has confirmed it. */
  doubleOptIn: z.boolean().default(true),
});
export type MailSettings = z.infer<typeof mailSettings>;
