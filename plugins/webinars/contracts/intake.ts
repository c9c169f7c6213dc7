import { z } from 'zod';

/** How large a file may be that brings registrants in. */
export const MOST_BYTES = 10 * 2 ** 20;
export const MOST_LINES = 20_000;
export const MOST_COLUMNS = 200;

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = ['comma', 'semicolon', 'tab', 'pipe'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How a file was read. `headerLine`: the line with the names of the columns; 0 where there is none. */
export type Dialect = { encoding: Encoding; delimiter: Delimiter; headerLine: number };

/** What an editor corrects of it; what is left out is recognised. */
export const dialectChoice = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  headerLine: z.coerce.number().int().min(0).max(1000).optional(),
});
export type DialectChoice = z.infer<typeof dialectChoice>;

/**
 * What a column can hold. `fullName` is split; `status` says who is not coming; `registeredElsewhere` is kept in the history as it is written;
 * all others are fields of the registration form.
 */
export const INTAKE_FIELDS = [
  'fullName',
  'firstName',
  'lastName',
  'email',
  'country',
  'company',
  'companySize',
  'position',
  'phone',
  'website',
  'industryVertical',
  'language',
  'timezone',
  'specificQuestions',
  'learningObjectives',
  'specialRequirements',
  'accessibilityNeeds',
  'status',
  'registeredElsewhere',
  'termsAccepted',
  'privacyConsent',
  'marketingConsent',
] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** Consents come from a column or, terms and privacy only, by the editor's word for all: nothing is assumed. */
export const CONSENT_FIELDS = ['termsAccepted', 'privacyConsent', 'marketingConsent'] as const;

const line = (max: number) => z.string().trim().max(max);

/** What to do with a file: which column is what, what holds for all, and what happens when the seats run out. */
export const intakeSettings = z.strictObject({
  session: z.string().regex(/^[A-Za-z0-9]{1,40}$/),
  /** For each column, in order, what it holds; null is left out. */
  columns: z
    .array(z.enum(INTAKE_FIELDS).nullable())
    .max(MOST_COLUMNS)
    .refine((columns) => {
      const named = columns.filter((field) => field !== null);
      return new Set(named).size === named.length;
    }, 'Each field comes from one column.'),
  /** For whom no column names one. */
  language: z.enum(['en', 'de']),
  company: line(200).default(''),
  /** The editor's word that everybody in the file accepted the terms and the privacy notice where they registered. */
  allAgreed: z.boolean(),
  /** Where the consents were given, and in which wording: kept with each of them. */
  consentFrom: line(200).default(''),
  consentVersion: line(50).default(''),
  whenFull: z.enum(['waitlist', 'leave_out']),
  /** For sessions that cost something: paid here as by everyone, free for these people, or paid already elsewhere. */
  payment: z.enum(['here', 'waived', 'paid']),
  sendsMails: z.boolean(),
});
export type IntakeSettings = z.infer<typeof intakeSettings>;

const revision = z.int().min(1);

export const checkRequest = z.strictObject({ revision, settings: intakeSettings });
export const runRequest = z.strictObject({ revision });

export const INTAKE_STATES = [
  'open',
  'checking',
  'checked',
  'running',
  'stopped',
  'done',
  'discarded',
  'taking_back',
  'taken_back',
] as const;
export type IntakeState = (typeof INTAKE_STATES)[number];

/** What becomes of a line: the first three bring somebody in, `fault` can be mended, the others are left alone. */
export const VERDICTS = [
  'confirmed',
  'waitlisted',
  'pending_payment',
  'fault',
  'not_coming',
  'in_file',
  'registered',
  'full',
  'refused',
] as const;
export type Verdict = (typeof VERDICTS)[number];
export const ACCEPTED = ['confirmed', 'waitlisted', 'pending_payment'] as const satisfies readonly Verdict[];

export const INTAKE_SOURCES = ['zoom', 'eventbrite', 'ours', 'other'] as const;
export type IntakeSource = (typeof INTAKE_SOURCES)[number];

export type IntakeColumn = { name: string; samples: string[] };

export type IntakeSession = {
  documentId: string;
  title: string;
  datetime: string;
  timezone: string;
  language: 'en' | 'de';
  capacity: number | null;
  taken: number;
  waiting: number;
  allowWaitlist: boolean;
  isPriced: boolean;
};

export type IntakeSummary = {
  id: string;
  state: IntakeState;
  fileName: string;
  source: IntakeSource;
  session: { documentId: string; title: string } | null;
  total: number;
  counts: Partial<Record<Verdict, number>>;
  createdAt: string;
  createdBy: string | null;
};

export type IntakeView = Omit<IntakeSummary, 'session'> & {
  revision: number;
  dialect: Dialect;
  /** Empty once the values are forgotten. */
  columns: IntakeColumn[];
  settings: IntakeSettings;
  session: IntakeSession | null;
  /** Lines looked at so far by what is under way. */
  done: number;
  /** Mails that follow, or followed, from who is brought in. */
  mails: { kind: string; people: number }[];
  /** Until when the lines' values are kept; null once they are forgotten. */
  keptUntil: string | null;
  /** Why it stopped by itself, as a code. */
  trouble: string | null;
  takenBack: number;
};

export type IntakeFault = { field: string | null; column: string | null; value: string | null; message: string };

export type IntakeLine = {
  line: number;
  verdict: Verdict;
  name: string | null;
  email: string | null;
  faults: IntakeFault[];
  /** The line with the same person. */
  twin: number | null;
  registration: string | null;
};

export type IntakeLines = { lines: IntakeLine[]; next: number | null };

export const linesQuery = z.strictObject({
  verdict: z.enum(VERDICTS).optional(),
  after: z.coerce.number().int().min(0).default(0),
  locale: z.enum(['en', 'de']).default('en'),
});
export type LinesQuery = z.infer<typeof linesQuery>;

/** What taking an import back would do: who goes, and who stays because something has happened with them since. */
export type TakeBackPreview = { people: number; changed: number; sendsMails: boolean };
