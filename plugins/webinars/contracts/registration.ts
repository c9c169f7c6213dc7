import { z } from 'zod';
import { consentsShown } from './consents';
import { isCountry } from './countries';

// Control characters, halves of characters, and the mark a decoder leaves where bytes were no UTF-8. Line breaks and tabs are fine in long texts.

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]|\p{Surrogate}/u;

/** Whether text can be stored and shown. */
export const readable = (text: string) => !UNREADABLE.test(text);
const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => readable(text) && !/[\r\n]/.test(text), { error: 'unreadable' });
const prose = (max: number) => z.string().trim().max(max).refine(readable, { error: 'unreadable' });

// A form sends an untouched field as an empty string or null: that is a field left out.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

const list = z.array(line(1, 100)).max(20);

/** Whether the visitor's own zone is one that clocks know. Offsets such as +01:00 are none: they do not know summer. */
export const isTimezone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const accepted = z.literal(true, { error: 'accept' });

/** How many people a company has. */
export const COMPANY_SIZES = ['upTo9', 'upTo49', 'upTo249', 'upTo999', 'over999'] as const;
export type CompanySize = (typeof COMPANY_SIZES)[number];

// The words `accept`, `unreadable`, `phone`, `country`, `companySize` and `timezone` are keys: the server answers in the visitor's language.

/** What a visitor sends to register: the specification's RegistrationFormData without `sessionId`, which is in the path. */
export const registrationForm = z.strictObject({
  firstName: line(2, 50).meta({ description: 'Given name' }),
  lastName: line(2, 50).meta({ description: 'Family name' }),
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email())
    .transform((email) => email.toLowerCase())
    .meta({ description: 'Compared trimmed and in lower case; one active registration per session and address' }),
  phone: optional(line(5, 40).regex(/^[+\d(][\d\s()./-]*$/, { error: 'phone' })),
  country: optional(
    z
      .string()
      .trim()
      .regex(/^[A-Z]{2}$/, { error: 'country' })
      .refine(isCountry, { error: 'country' }),
  ).meta({ description: 'ISO 3166-1 alpha-2, such as DE' }),
  company: line(2, 200),
  companySize: optional(z.enum(COMPANY_SIZES, { error: 'companySize' })).meta({
    description: 'How many people the company has',
  }),
  position: optional(line(1, 200)),
  website: optional(line(1, 500).pipe(z.url({ protocol: /^https?$/ }))),

  industryVertical: optional(line(1, 100)),
  currentChallenges: optional(list),
  expertiseInterest: optional(list),
  consultationInterest: z.boolean().default(false),

  specificQuestions: optional(prose(2000)),
  learningObjectives: optional(prose(1000)),
  followUpPreferences: optional(z.enum(['email', 'consultation', 'resources', 'none'])),

  interestedServices: optional(
    z.strictObject({
      oneOnOneConsultation: z.boolean().default(false),
      workshopSeries: z.boolean().default(false),
      whitepaperDownloads: z.boolean().default(false),
      ongoingMentorship: z.boolean().default(false),
    }),
  ),

  specialRequirements: optional(prose(500)),
  accessibilityNeeds: optional(prose(500)),

  termsAccepted: accepted.meta({ description: 'Must be true' }),
  marketingConsent: z.boolean().default(false),
  privacyConsent: accepted.meta({ description: 'Must be true' }),
  consultantFollowUpConsent: z.boolean().default(false),
  dataProcessingConsent: z.boolean().default(false),
  consentsShown: optional(consentsShown),

  language: z.enum(['en', 'de']).default('en').meta({ description: 'The language of the answer and of all mails' }),
  timezone: optional(line(1, 64).refine(isTimezone, { error: 'timezone' })).meta({
    description: 'IANA name of the visitor’s own time zone, in which mails tell the time beside the session’s',
  }),

  registrationSource: optional(line(1, 100)).meta({ description: 'website, social, email …' }),
  utmSource: optional(line(1, 200)),
  utmMedium: optional(line(1, 200)),
  utmCampaign: optional(line(1, 200)),
  utmTerm: optional(line(1, 200)),
  utmContent: optional(line(1, 200)),
});

export type RegistrationForm = z.infer<typeof registrationForm>;

/** Where and until when to pay for a held seat. `amount` in minor units of `currency` (ISO 4217). */
export const paymentDue = z.object({
  checkoutUrl: z.url(),
  amount: z.int(),
  currency: z.string().length(3),
  expiresAt: z.iso.datetime(),
});
export type PaymentDue = z.infer<typeof paymentDue>;

/** What a visitor is told about a registration just made. */
export const registrationReceipt = z.object({
  reference: z.string(),
  state: z.enum(['confirmed', 'waitlisted', 'pending_approval', 'pending_payment']),
  waitlistPosition: z.int().min(1).optional().meta({ description: 'The place in line, while waitlisted' }),
  manageToken: z
    .string()
    .meta({ description: 'Lets its bearer see and cancel this registration: treat it like a password' }),
  payment: paymentDue.optional(),
});
export type RegistrationReceipt = z.infer<typeof registrationReceipt>;

/** Why a registration was refused, though well formed. */
export const REFUSAL_CODES = [
  'DUPLICATE_REGISTRATION',
  'SESSION_FULL',
  'REGISTRATION_NOT_OPEN',
  'REGISTRATION_CLOSED',
  'SESSION_CANCELLED',
  'PAYMENT_UNAVAILABLE',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The attendee's own view of a registration. Meeting details are there only while it is confirmed. */
export const registrationView = z.object({
  reference: z.string(),
  state: z.string(),
  waitlistPosition: z.int().optional(),
  holdExpiresAt: z.iso.datetime().optional(),
  cancelReason: z.string().optional(),
  cancelledAt: z.iso.datetime().optional(),
  registeredAt: z.iso.datetime(),
  paymentStatus: z.string(),
  attendee: z.object({
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    country: z.string().nullable(),
    company: z.string().nullable(),
    companySize: z.enum(COMPANY_SIZES).nullable(),
    position: z.string().nullable(),
    website: z.string().nullable(),
    industryVertical: z.string().nullable(),
    specificQuestions: z.string().nullable(),
    learningObjectives: z.string().nullable(),
    specialRequirements: z.string().nullable(),
    accessibilityNeeds: z.string().nullable(),
    language: z.enum(['en', 'de']),
    timezone: z.string().nullable(),
  }),
  session: z.object({
    documentId: z.string(),
    slug: z.string().nullable(),
    title: z.string().nullable(),
    state: z.string(),
    datetime: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    joinOpensAt: z.iso.datetime(),
    duration: z.int(),
    timezone: z.string(),
    language: z.enum(['en', 'de']),
  }),
  meeting: z
    .object({ platform: z.string().nullable(), url: z.string().nullable(), password: z.string().nullable() })
    .optional(),
  joinedAt: z.iso.datetime().optional().meta({ description: 'When its owner first came in' }),
  feedback: z.object({ rating: z.int(), comment: z.string().nullable() }).optional(),
  resources: z
    .object({
      recordingUrl: z.string().nullable(),
      slidesUrl: z.string().nullable(),
      materialsUrl: z.string().nullable(),
    })
    .optional()
    .meta({ description: 'What remains of the session, once it is over, for those who held a seat' }),
  can: z
    .object({ edit: z.boolean(), cancel: z.boolean(), join: z.boolean(), giveFeedback: z.boolean() })
    .meta({ description: 'What its owner may do at this moment' }),
});
export type RegistrationView = z.infer<typeof registrationView>;

/** What people may change of their registration themselves. The address stays: a link that was forwarded must not take a seat over. */
export const EDITABLE = [
  'firstName',
  'lastName',
  'phone',
  'country',
  'company',
  'companySize',
  'position',
  'website',
  'industryVertical',
  'specificQuestions',
  'learningObjectives',
  'specialRequirements',
  'accessibilityNeeds',
  'language',
  'timezone',
] as const satisfies readonly (keyof RegistrationForm)[];
export type Editable = (typeof EDITABLE)[number];

const { shape } = registrationForm;

type Clearable = Exclude<Editable, 'firstName' | 'lastName' | 'company' | 'language'>;
const clearable = EDITABLE.filter(
  (name): name is Clearable => shape[name].safeParse(undefined).success && name !== 'language',
);

/** A change of one's own details, by the form's own rules. Fields that are not named stay; null clears one. */
export const registrationChange = registrationForm
  .pick(Object.fromEntries(EDITABLE.map((name) => [name, true])) as Record<Editable, true>)
  // Without its default: what is not sent must not become English.
  .extend({
    language: shape.language.unwrap(),
    ...(Object.fromEntries(clearable.map((name) => [name, shape[name].nullable()])) as {
      [Name in Clearable]: z.ZodNullable<(typeof shape)[Name]>;
    }),
  })
  .partial();
export type RegistrationChange = z.infer<typeof registrationChange>;

/** What somebody who was there says about a session. */
export const feedbackForm = z.strictObject({
  rating: z.int().min(1).max(5).meta({ description: '5 is best' }),
  comment: optional(prose(2000)),
});
export type FeedbackForm = z.infer<typeof feedbackForm>;

/** People are let in this long before the start. */
export const JOIN_OPENS_MINUTES = 15;

/** Feedback is taken this long after the end: later it is about what people remember, not about the session. */
export const FEEDBACK_DAYS = 90;

/** Why something that a registration allows is not possible at this moment. */
export const STEP_CODES = [
  'NOT_CONFIRMED',
  'SESSION_CANCELLED',
  'SESSION_OVER',
  'JOIN_NOT_OPEN_YET',
  'MEETING_NOT_SET',
  'FEEDBACK_NOT_OPEN',
  'FEEDBACK_CLOSED',
  'REGISTRATION_CANCELLED',
] as const;
export type StepCode = (typeof STEP_CODES)[number];

/** What a form may be filled with from an earlier registration. Consents are given anew each time. */
export const registrationPrefill = z
  .object({
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    phone: z.string().optional(),
    country: z.string().optional(),
    company: z.string().optional(),
    companySize: z.enum(COMPANY_SIZES).optional(),
    position: z.string().optional(),
    website: z.string().optional(),
    industryVertical: z.string().optional(),
    language: z.enum(['en', 'de']),
    timezone: z.string().optional(),
  })
  .meta({ description: 'From the latest registration of the address. Consents are given anew each time.' });
