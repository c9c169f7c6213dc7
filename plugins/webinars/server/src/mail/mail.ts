import type { LetterVariables, MailKind } from '../../../contracts/mail';
import type { Locale } from '../kernel/text';

/** A mail that waits to leave: what for and to whom, not yet the words. */
export type Mail = {
  id: string;
  key: string;
  kind: MailKind;
  locale: Locale;
  recipient: string;
  registrationDocumentId: string | null;
  sessionDocumentId: string | null;
  speakerDocumentId: string | null;
  messageId: string | null;
  scheduleVersion: number | null;
  data: Record<string, unknown>;
  attempts: number;
  createdAt: Date;
};

/**
 * What a mail has to say, before its template says it. `calendar` is a whole file in the method that its kind names; `oneClick` the address
 * a mail program posts to when its reader unsubscribes (RFC 8058).
 */
export type Letter = { variables: LetterVariables; calendar: string | null; oneClick: string | null };

/** Why a mail no longer goes out. Kept in its row; the admin says it in words. */
export type SkipReason =
  | 'registration_gone'
  | 'registration_changed'
  | 'session_gone'
  | 'session_moved_again'
  | 'session_cancelled'
  | 'session_over'
  | 'session_started'
  | 'unsubscribed'
  | 'no_consent'
  | 'address_bounced'
  | 'not_needed';

/** A mail as it goes out. */
export type RenderedMail = { subject: string; html: string; text: string; calendar: string | null };

/** What became of one try. */
export type Result = {
  id: string;
  state: 'queued' | 'sent' | 'kept' | 'failed' | 'skipped';
  attempts: number;
  nextTryAt: Date;
  sentAt: Date | null;
  smtpMessageId: string | null;
  answer: string | null;
  bouncedAt: Date | null;
} & { [Name in keyof RenderedMail]: RenderedMail[Name] | null };

const MINUTE = 60_000;
const LONGEST_PAUSE = 6 * 60 * MINUTE;
const GIVE_UP_AFTER = 48 * 60 * MINUTE;
const FEWEST_TRIES = 5;

/** When to try again after `attempts` tries that failed: after 1, 2, 4 … minutes, at most six hours. */
export const nextTry = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LONGEST_PAUSE, MINUTE * 2 ** (attempts - 1)));

/** Whether a mail that keeps failing for passing reasons is given up: after two days, as mail servers do. RFC 5321, 4.5.4.1. */
export const isGivenUp = (mail: Pick<Mail, 'createdAt'>, attempts: number, now: Date): boolean =>
  attempts >= FEWEST_TRIES && now.getTime() - mail.createdAt.getTime() >= GIVE_UP_AFTER;
