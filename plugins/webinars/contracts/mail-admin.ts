import { z } from 'zod';
import { mailKind, MAIL_STATES, mailSettings, type MailKind, type MailState } from './mail';
import type { UpcomingReminder } from './reminders';
import { titles } from './titles';

/** A template as staff edit it: one-line Liquid, one-line Liquid, and Markdown with Liquid. */
export const templateSource = z.strictObject({
  subject: z.string().trim().min(1).max(300),
  preheader: z.string().trim().max(300),
  body: z.string().min(1).max(50_000),
});
export type TemplateSource = z.infer<typeof templateSource>;

// The language in which faults are told: the editor's own, whatever the template's.
const words = z.enum(['en', 'de']).default('en');

/** A text that replaces the one of `revision`. */
export const templateChange = z.strictObject({ source: templateSource, revision: z.string().max(64), words });

/** What an editor wants to see: a text, with a registration's own data or with a sample. */
export const templatePreview = z.strictObject({
  source: templateSource,
  /** A registration's reference; null is the sample. */
  reference: z.string().trim().max(40).nullable().default(null),
  words,
});

/** Sends what the preview shows to one address. */
export const templateTest = templatePreview.extend({ to: z.email().max(254) });

export type MailTemplate = TemplateSource & {
  kind: MailKind;
  locale: 'en' | 'de';
  isEdited: boolean;
  /** The release has brought a newer text than the one that was edited. */
  hasNewerDefault: boolean;
  revision: string;
  updatedAt: string | null;
  updatedBy: string | null;
};

export type RenderedPreview = { subject: string; html: string; text: string };

/** Something a template may say. In a name, `[]` stands for each entry of a list. `kinds`: those where it is ever filled; null for all. */
export type TemplateVariable = { name: string; kinds: MailKind[] | null; en: string; de: string; example: string };

/** Something a template can do to a value, or a part it may include. */
export type TemplateFilter = { name: string; en: string; de: string; example: string };
export type TemplatePartial = { name: string; kinds: MailKind[] | null; en: string; de: string };

/** What an editor can use; `default` is the release's own text, where one template is asked for. */
export type TemplateHelp = {
  variables: TemplateVariable[];
  filters: TemplateFilter[];
  partials: TemplatePartial[];
  default?: TemplateSource;
};

/** What somebody types to find a session or a registration. */
export const choiceQuery = z.strictObject({ search: z.string().trim().max(200).default(''), titles });
export type ChoiceQuery = z.infer<typeof choiceQuery>;

export type SessionChoice = {
  documentId: string;
  title: string;
  datetime: string;
  timezone: string;
  state: string;
  registered: number;
};

export type RegistrationChoice = { reference: string; name: string; email: string; session: string | null };

/** How mail stands for one session: what became of it, who cannot be reached, and which reminders are to come. */
export type SessionMail = {
  counts: { state: MailState; count: number }[];
  unreachable: { documentId: string; name: string; email: string; words: string | null }[];
  reminders: UpcomingReminder[];
};

/** Which mails to list; the newest first, `before` an id for the page behind it. */
export const mailQuery = z.strictObject({
  state: z.enum(MAIL_STATES).optional(),
  kind: mailKind.optional(),
  /** Document ids. */
  registration: z.string().max(40).optional(),
  session: z.string().max(40).optional(),
  message: z.coerce.number().int().optional(),
  /** The recipient's address, or how it begins. */
  recipient: z.string().trim().toLowerCase().max(254).optional(),
  isBounced: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  before: z.coerce.number().int().optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  titles,
});
export type MailQuery = z.infer<typeof mailQuery>;

export type MailRow = {
  id: string;
  kind: MailKind;
  locale: 'en' | 'de';
  recipient: string;
  state: MailState;
  subject: string | null;
  /** The mail server's last words, or the code of why it was skipped. */
  answer: string | null;
  attempts: number;
  createdAt: string;
  sentAt: string | null;
  nextTryAt: string | null;
  bouncedAt: string | null;
  bounce: string | null;
  registration: { documentId: string; name: string } | null;
  session: { documentId: string; title: string } | null;
};

export type MailDetail = MailRow & {
  messageId: string | null;
  html: string | null;
  text: string | null;
  calendar: string | null;
  /** Whether the address is known to take no mail, whatever became of this one. */
  isAddressBounced: boolean;
};

/** How mail stands: for the mailbox's heading and for who must be told. */
export type MailStatus = {
  /** Whether there is a mail server. */
  isOn: boolean;
  queued: number;
  failed: number;
  kept: number;
  /** Since when the oldest due mail waits. */
  oldestDueAt: string | null;
  bounced: number;
};

export const replayRequest = z.strictObject({
  ids: z
    .array(z.string().regex(/^\d{1,18}$/))
    .min(1)
    .max(1000),
});

export const settingsChange = mailSettings.extend({ revision: z.int().min(0) });
export type SettingsView = z.infer<typeof settingsChange> & {
  /** What applies where nothing is set. */
  defaults: { senderAddress: string; siteUrl: string };
};
