import { z } from 'zod';

const REACHABLE = [
  'pending_approval',
  'pending_payment',
  'confirmed',
  'waitlisted',
  'attended',
  'no_show',
  'cancelled',
] as const;

const line = (max: number) => z.string().trim().min(1).max(max);

/** Registrants of one session who are all of this. What is left out asks for nothing. */
const sessionAudience = z.strictObject({
  /** The session's document id. */
  session: z.string().min(1).max(40),
  states: z.array(z.enum(REACHABLE)).min(1).max(REACHABLE.length).default(['confirmed']),
  /** Part of the company's name, in any case. */
  company: line(200).nullable().default(null),
  source: line(100).nullable().default(null),
  locale: z.enum(['en', 'de']).nullable().default(null),
  /** Only who asked for a consultation. */
  wantsConsultation: z.boolean().default(false),
});
export type SessionAudience = z.infer<typeof sessionAudience>;

/** Those who were chosen in the list, whatever becomes of them meanwhile. */
const selectedAudience = z.strictObject({ selection: z.string().regex(/^\d{1,18}$/) });

/** Whom a message is for. */
export const messageAudience = z.union([selectedAudience, sessionAudience]);
export type MessageAudience = z.infer<typeof messageAudience>;

/** Registrants as they were chosen and written down. */
export type SelectedPeople = { selection: string; people: number };

const messageText = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((text) => !/[\r\n]/.test(text), { error: 'The subject is one line.' }),
  body: z.string().trim().min(1).max(20_000),
});

/** A message in one language or both; who reads the other language gets the one there is. */
export const messageTexts = z
  .strictObject({ en: messageText.nullable().default(null), de: messageText.nullable().default(null) })
  .refine((texts) => texts.en || texts.de, { error: 'Write the message in at least one language.' });
export type MessageTexts = z.infer<typeof messageTexts>;

/** `follow_up`: about the session, for everyone who has not switched such mails off. `news`: only for those who confirmed that they want news. */
export const messageCategory = z.enum(['follow_up', 'news']);

export const newMessage = z.strictObject({
  audience: messageAudience,
  texts: messageTexts,
  category: messageCategory.default('follow_up'),
  /** Makes a second click harmless: a message of the same key is the same message. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
});
export type NewMessage = z.infer<typeof newMessage>;

export const messageCountRequest = z.strictObject({
  audience: messageAudience,
  category: messageCategory.default('follow_up'),
});

/** How many an audience has, and how many of them a message reaches. */
export type MessageCount = {
  registered: number;
  reached: number;
  switchedOff: number;
  withoutConsent: number;
  bounced: number;
};

export const messagePreviewRequest = z.strictObject({
  audience: messageAudience,
  texts: messageTexts,
  locale: z.enum(['en', 'de']),
});

/** A message and how far it is. */
export type MessageView = {
  id: string;
  /** Null where it goes to registrants of several. */
  session: { documentId: string; title: string } | null;
  audience: MessageAudience;
  category: 'follow_up' | 'news';
  texts: MessageTexts;
  state: 'writing' | 'sending' | 'done' | 'cancelled';
  createdAt: string;
  createdBy: string | null;
  /** Mails that are meant to go out, and what became of those written so far. */
  total: number;
  written: number;
  sent: number;
  waiting: number;
  failed: number;
  skipped: number;
  cancelled: number;
};
