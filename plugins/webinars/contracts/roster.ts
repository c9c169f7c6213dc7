import { z } from 'zod';
import { COMPANY_SIZES, type CompanySize } from './registration';
import type { MailKind, MailState } from './mail';
import { titles } from './titles';

/** What a registration can be, in the order in which a list sorted by state shows them: first those that wait for somebody. */
export const ROSTER_STATES = [
  'pending_approval',
  'pending_payment',
  'waitlisted',
  'confirmed',
  'attended',
  'no_show',
  'cancelled',
] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

export const PAYMENT_STATES = ['not_required', 'pending', 'completed', 'failed', 'refunded'] as const;

/** What somebody agreed to. `news`: that they confirmed it themselves, which a tick in the form does not say. */
export const ROSTER_CONSENTS = ['marketing', 'news', 'consultantFollowUp', 'dataProcessing'] as const;

/** `joined`: came in, whatever was noted since. `unrecorded`: the session is over and nobody has said whether they were there. */
export const ATTENDANCES = ['attended', 'no_show', 'joined', 'unrecorded'] as const;

// In an address a list stands as `a,b` and a boolean as its word; in a body both are what they are.
const listOf = <Item extends z.ZodType<string>>(item: Item, most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).min(1).max(most),
  );
const yes = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean());
const documentId = z.string().regex(/^[A-Za-z0-9]{1,40}$/);
const line = (max: number) => z.string().trim().min(1).max(max);

/** Which registrations: those that are all of this. What is left out asks for nothing. */
export const rosterFilter = z.strictObject({
  /** Words that begin so in name, address or company, in any order and with or without accents; or a reference. */
  search: line(200).optional(),
  states: listOf(z.enum(ROSTER_STATES), ROSTER_STATES.length).optional(),
  sessions: listOf(documentId, 50).optional(),
  /** A topic's document id. */
  topic: documentId.optional(),
  category: line(100).optional(),
  /** Days in the programme's time zone, both included. */
  registeredFrom: z.iso.date().optional(),
  registeredTo: z.iso.date().optional(),
  sessionFrom: z.iso.date().optional(),
  sessionTo: z.iso.date().optional(),
  /** How the company's name begins, in any case. */
  company: line(200).optional(),
  source: line(100).optional(),
  locale: z.enum(['en', 'de']).optional(),
  /** Given all of these. */
  consents: listOf(z.enum(ROSTER_CONSENTS), ROSTER_CONSENTS.length).optional(),
  payments: listOf(z.enum(PAYMENT_STATES), PAYMENT_STATES.length).optional(),
  attendance: z.enum(ATTENDANCES).optional(),
  /** Whether the address takes no mail. */
  bounced: yes.optional(),
  /** Whether they asked something when they registered. */
  questions: yes.optional(),
  consultation: yes.optional(),
});
export type RosterFilter = z.infer<typeof rosterFilter>;

export const ROSTER_SORTS = ['registered', 'name', 'company', 'session', 'state'] as const;
export type RosterSort = (typeof ROSTER_SORTS)[number];

export const rosterOrder = z.strictObject({
  sort: z.enum(ROSTER_SORTS).default('registered'),
  direction: z.enum(['asc', 'desc']).default('desc'),
});
export type RosterOrder = z.infer<typeof rosterOrder>;

const cursor = z.string().regex(/^[A-Za-z0-9_-]{1,2000}$/);

/** A page of registrations. `after` and `before` are cursors of an earlier answer in the same order; without either it is the first. */
export const rosterQuery = rosterFilter.extend({
  ...rosterOrder.shape,
  after: cursor.optional(),
  before: cursor.optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  titles,
});
export type RosterQuery = z.infer<typeof rosterQuery>;

/** Columns that a list can show beside the name, which is always there. */
export const ROSTER_COLUMNS = [
  'email',
  'company',
  'companySize',
  'position',
  'country',
  'session',
  'sessionAt',
  'state',
  'registered',
  'payment',
  'source',
  'locale',
  'attendance',
  'rating',
  'reference',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

export const DEFAULT_COLUMNS: readonly RosterColumn[] = ['email', 'company', 'session', 'state', 'registered'];

/** A registration as a list shows it. */
export type RosterRow = {
  documentId: string;
  reference: string;
  firstName: string | null;
  lastName: string | null;
  email: string;
  company: string | null;
  companySize: CompanySize | null;
  position: string | null;
  country: string | null;
  state: RosterState;
  /** The place in line, while waitlisted. */
  waitlistPosition: number | null;
  holdExpiresAt: string | null;
  cancelReason: string | null;
  registeredAt: string;
  paymentStatus: string | null;
  paymentAmount: number | null;
  paymentCurrency: string | null;
  source: string | null;
  locale: 'en' | 'de';
  joinedAt: string | null;
  attendanceMinutes: number | null;
  rating: number | null;
  isBounced: boolean;
  session: { documentId: string; title: string; datetime: string; timezone: string; state: string };
};

/** How many there are in all: `count` of them, or more than that. */
export type RosterCount = { count: number; isMore: boolean };

/** Cursors of the pages before and behind this one; null where there is none. */
export type RosterPage = {
  data: RosterRow[];
  meta: { before: string | null; after: string | null; total: RosterCount };
};

/** What there is to choose from: the values that registrations, sessions and topics have. */
export type RosterChoices = { categories: string[]; sources: string[] };

/** A view that somebody keeps: which registrations, in which order, with which columns. */
const viewFields = {
  name: line(80),
  filter: rosterFilter,
  ...rosterOrder.shape,
  columns: z.array(z.enum(ROSTER_COLUMNS)).max(ROSTER_COLUMNS.length),
  /** Whether everybody who may read registrations sees it. */
  isShared: z.boolean(),
};
export const newRosterView = z.strictObject(viewFields);
/** A change of the view of this `revision`. */
export const rosterViewChange = z.strictObject({ ...viewFields, revision: z.int().min(1) });
export type NewRosterView = z.infer<typeof newRosterView>;
export type RosterViewChange = z.infer<typeof rosterViewChange>;
export type RosterView = NewRosterView & {
  id: string;
  revision: number;
  /** Whose it is; null where they have left. */
  owner: string | null;
  isMine: boolean;
};

/** Mails that staff send to one person by hand. `confirmation`: what tells where their registration stands, whatever that is. */
export const WISHED_MAILS = ['confirmation', 'reminder', 'meeting_details'] as const;
export const wishedMail = z.strictObject({
  mail: z.enum(WISHED_MAILS),
  /** Makes a second click harmless: a mail of the same key is the same mail. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
});
export type WishedMail = z.infer<typeof wishedMail>;

export const attendanceMark = z.strictObject({ attended: z.boolean() });
export const moveRequest = z.strictObject({ session: documentId });

// A field that was emptied is null; the rules of the form itself stand behind it.
const text = (max: number) => z.string().max(max).nullable();

/** What staff may change of a person's registration, by the names of the content type. */
export const registrationEdit = z
  .strictObject({
    firstName: z.string().max(50),
    lastName: z.string().max(50),
    email: z.string().max(254),
    phone: text(40),
    country: text(2),
    company: z.string().max(200),
    companySize: z.enum(COMPANY_SIZES).nullable(),
    position: text(200),
    website: text(500),
    industryVertical: text(100),
    specificQuestions: text(2000),
    learningObjectives: text(1000),
    specialRequirements: text(500),
    accessibilityNeeds: text(500),
    locale: z.enum(['en', 'de']),
    internalNotes: text(5000),
  })
  .partial();
export type RegistrationEdit = z.infer<typeof registrationEdit>;
/** A change of the registration of this `revision`. */
export const registrationEditRequest = z.strictObject({
  change: registrationEdit,
  revision: z.string().min(1).max(40),
});

/** A mail of a registration, the newest first. */
export type RosterMail = {
  id: string;
  kind: MailKind;
  state: MailState;
  subject: string | null;
  createdAt: string;
  sentAt: string | null;
  bouncedAt: string | null;
};

/** One person's registration with everything that is known of it: the specification's RegistrationDetailsView. */
export type RosterDetail = {
  documentId: string;
  reference: string;
  /** Changes with every change of the row: who saves says which one they began with. */
  revision: string;
  state: RosterState;
  waitlistPosition: number | null;
  waitlistLength: number;
  holdExpiresAt: string | null;
  cancelReason: string | null;
  cancelledAt: string | null;
  registeredAt: string;
  person: {
    firstName: string | null;
    lastName: string | null;
    email: string;
    phone: string | null;
    country: string | null;
    company: string | null;
    companySize: CompanySize | null;
    position: string | null;
    website: string | null;
    locale: 'en' | 'de';
    timezone: string | null;
    /** The mail server's words, where the address takes no mail. */
    bounce: { at: string; words: string | null } | null;
    /** Other registrations of this address. */
    others: number;
  };
  session: {
    documentId: string;
    title: string;
    datetime: string;
    duration: number;
    timezone: string;
    state: string;
    capacity: number | null;
    taken: number;
    waiting: number;
  };
  answers: {
    industryVertical: string | null;
    currentChallenges: string[];
    expertiseInterest: string[];
    specificQuestions: string | null;
    learningObjectives: string | null;
    followUpPreferences: string | null;
    consultationInterest: boolean;
    interestedServices: string[];
    specialRequirements: string | null;
    accessibilityNeeds: string | null;
  };
  attendance: {
    joinedAt: string | null;
    leftAt: string | null;
    minutes: number | null;
    questionsAsked: number;
    chatMessages: number;
    /** From 0 to 100: how much of the session they were there, and how much they took part. Null where nothing was recorded. */
    engagement: number | null;
    rating: number | null;
    feedback: string | null;
  };
  payment: {
    status: string | null;
    amount: number | null;
    currency: string | null;
    method: string | null;
    reference: string | null;
  };
  /** `wording`: the words that stood there; null where they were never published here. */
  consents: {
    what: string;
    given: boolean;
    textVersion: string;
    language: 'en' | 'de' | null;
    wording: string | null;
    at: string;
  }[];
  /** Whether the address itself agreed to news, and when. Null where it was never asked. */
  news: {
    state: 'requested' | 'confirmed' | 'withdrawn';
    textVersion: string;
    language: 'en' | 'de' | null;
    wording: string | null;
    at: string;
  } | null;
  source: { name: string | null; utm: Record<string, string> };
  internalNotes: string | null;
  mails: RosterMail[];
  /** Whether there are more than those. */
  hasMoreMails: boolean;
  /** What can be done about it at this moment, whoever asks. */
  can: {
    confirmation: boolean;
    reminder: boolean;
    meetingDetails: boolean;
    cancel: boolean;
    decide: boolean;
    markAttendance: boolean;
    move: boolean;
  };
};
