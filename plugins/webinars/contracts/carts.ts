import { z } from 'zod';
import { consentsShown } from './consents';
import { COMPANY_SIZES, readable, REFUSAL_CODES, registrationReceipt } from './registration';

/** Sessions one cart holds at most. */
export const MOST_SESSIONS = 20;

const text = (max: number) => z.string().trim().max(max).refine(readable, { error: 'unreadable' }).nullish();
const flag = z.boolean().nullish();
const list = z
  .array(z.string().trim().max(100).refine(readable, { error: 'unreadable' }))
  .max(20)
  .nullish();

/** The registration form while it is being filled in: any part of it, of the right types and lengths. What is missing shows at submit. */
export const draftForm = z.strictObject({
  firstName: text(50),
  lastName: text(50),
  email: text(254),
  phone: text(40),
  country: text(2),
  company: text(200),
  companySize: z.enum([...COMPANY_SIZES, '']).nullish(),
  position: text(200),
  website: text(500),

  industryVertical: text(100),
  currentChallenges: list,
  expertiseInterest: list,
  consultationInterest: flag,

  specificQuestions: text(2000),
  learningObjectives: text(1000),
  followUpPreferences: z.enum(['email', 'consultation', 'resources', 'none', '']).nullish(),

  interestedServices: z
    .strictObject({
      oneOnOneConsultation: z.boolean().optional(),
      workshopSeries: z.boolean().optional(),
      whitepaperDownloads: z.boolean().optional(),
      ongoingMentorship: z.boolean().optional(),
    })
    .nullish(),

  specialRequirements: text(500),
  accessibilityNeeds: text(500),

  termsAccepted: flag,
  marketingConsent: flag,
  privacyConsent: flag,
  consultantFollowUpConsent: flag,
  dataProcessingConsent: flag,
  /** Which wordings the form showed when the boxes were ticked. */
  consentsShown: z.strictObject(consentsShown.shape).nullish(),

  language: z.enum(['en', 'de']).nullish(),
  timezone: text(64),

  registrationSource: text(100),
  utmSource: text(200),
  utmMedium: text(200),
  utmCampaign: text(200),
  utmTerm: text(200),
  utmContent: text(200),
});
export type DraftForm = z.infer<typeof draftForm>;

const sessions = z
  .array(z.string().trim().min(1).max(255).refine(readable, { error: 'unreadable' }))
  .max(MOST_SESSIONS);
const named = 'Sessions by slug or documentId';

const formParts = {
  email: text(254).meta({ description: 'Short for registrationData.email, which wins where both are given' }),
  registrationData: draftForm
    .meta({ id: 'CartForm', description: 'Any part of the registration form; null or an empty text clears a field' })
    .nullish(),
};

/** What a visitor begins a cart with; everything can come later. */
export const newCart = z.strictObject({
  ...formParts,
  sessionWebinars: sessions.nullish().meta({ description: named }),
  manageToken: z
    .string()
    .max(200)
    .nullish()
    .meta({ description: 'Of an earlier registration, to fill the form from it. Consents are given anew each time.' }),
});
export type NewCart = z.infer<typeof newCart>;

/** A change to a cart. Fields that are not named stay; null or an empty text clears a field. */
export const cartChange = z.strictObject({
  ...formParts,
  sessionWebinars: sessions.nullish().meta({
    description: `${named}, in place of those the cart holds. From several tabs at once, add and remove instead.`,
  }),
  addSessionWebinars: sessions.nullish().meta({ description: `${named}, beside those the cart holds` }),
  removeSessionWebinars: sessions.nullish().meta({ description: named }),
});
export type CartChange = z.infer<typeof cartChange>;

const minorUnits = z.int().min(0).meta({ description: 'Minor units of the currency' });
const instant = z.iso.datetime();

export const cartSession = z
  .object({
    documentId: z.string(),
    slug: z.string().nullable(),
    title: z.string().nullable(),
    datetime: instant,
    endsAt: instant,
    duration: z.int().meta({ description: 'Minutes' }),
    timezone: z.string().meta({ description: 'IANA time zone of the session' }),
    language: z.enum(['en', 'de']).meta({ description: 'The language that is spoken' }),
    price: z
      .object({
        amount: minorUnits,
        regular: minorUnits,
        currency: z.string().meta({ description: 'ISO 4217' }),
        earlyBird: z.object({ amount: minorUnits, endsAt: instant }).nullable(),
      })
      .meta({ description: 'What a seat costs now. The price at submit is the one that counts.' }),
    availability: z.enum(['open', 'waitlist', 'full', 'not_open_yet', 'closed', 'cancelled', 'completed']),
    spotsLeft: z.int().nullable().meta({ description: 'null: without limit' }),
    requiresApproval: z.boolean(),
  })
  .meta({ id: 'CartSession', description: 'A session of a cart, as it stands at this moment' });
export type CartSession = z.infer<typeof cartSession>;

/** Why a session of a cart was refused: as for a single registration, or for what can happen to a cart besides. */
export const CART_REFUSAL_CODES = [...REFUSAL_CODES, 'SESSION_NOT_FOUND', 'HOLD_LAPSED'] as const;
export type CartRefusalCode = (typeof CART_REFUSAL_CODES)[number];

const decided = {
  session: z.string().meta({ description: 'documentId' }),
  slug: z.string().nullable(),
  title: z.string().nullable(),
};

export const cartResult = z
  .discriminatedUnion('outcome', [
    z.object({ ...decided, outcome: z.literal('accepted'), registration: registrationReceipt }),
    z.object({
      ...decided,
      outcome: z.literal('refused'),
      refusal: z.object({ code: z.enum(CART_REFUSAL_CODES), message: z.string() }),
    }),
  ])
  .meta({ id: 'CartResult', description: 'What became of one session of a submitted cart' });
export type CartResult = z.infer<typeof cartResult>;

export const cartView = z
  .object({
    token: z
      .string()
      .meta({ description: 'Lets its bearer see, change and submit this cart: treat it like a password' }),
    userId: z.string().nullable().meta({ description: 'Of the account that was signed in when the cart was begun' }),
    email: z.string().nullable(),
    registrationData: draftForm,
    sessionWebinars: z.array(z.string()).meta({ description: 'documentIds, in the order in which they were added' }),
    sessions: z
      .array(cartSession)
      .meta({ description: 'The same, as they stand now. One that the public no longer sees is left out.' }),
    expiresAt: instant,
    expiresInSeconds: z.int().min(0),
    expiresSoon: z.boolean().meta({ description: 'Less than 30 minutes are left' }),
    completedAt: instant.nullable(),
    results: z.array(cartResult).optional().meta({ description: 'Once it is completed' }),
  })
  .meta({ id: 'Cart', description: 'A draft to register for several sessions at once. It lives for four hours.' });
export type CartView = z.infer<typeof cartView>;

export const cartReceipt = z.object({ completedAt: instant, results: z.array(cartResult) }).meta({
  id: 'CartReceipt',
  description: 'Each session is decided by itself, so some may be refused and others not.',
});
export type CartReceipt = z.infer<typeof cartReceipt>;
