import { z } from 'zod';
import { mailKind, type MailKind, type ReminderKind } from './mail';
import type { PartnerName } from './partners';

/**
 * `done`: it has happened, and its mails have left. `due`: its time is now, or something of it still waits. `planned`: it is ahead. `held`: switched
 * off for this session. `missed`: its time passed and nobody was written to. `failed`: something of it needs somebody.
 */
export const RUN_SHEET_STATES = ['done', 'due', 'planned', 'held', 'missed', 'failed'] as const;
export type RunSheetState = (typeof RUN_SHEET_STATES)[number];

/** What can be done with an item of the run sheet. Who may do it is another question. */
export const RUN_SHEET_ACTIONS = ['preview', 'move', 'hold', 'release', 'send_now'] as const;
export type RunSheetAction = (typeof RUN_SHEET_ACTIONS)[number];

/** What became of a group of mails. `sent` includes those that are shown instead, where there is no mail server. */
export type MailCounts = { sent: number; waiting: number; failed: number; skipped: number; cancelled: number };

type Timing = { datetime: string; duration: number; timezone: string };

/** Things that happen at an instant and say nothing else. */
export type Moment =
  'published' | 'unpublished' | 'registration_opens' | 'registration_closes' | 'early_bird_ends' | 'starts' | 'ends';

export type RunSheetItem = {
  /** Names the item for ever, or as long as it is there. */
  id: string;
  at: string;
  state: RunSheetState;
  actions: RunSheetAction[];
} & (
  | { kind: 'created'; by: string | null }
  | { kind: Moment }
  | { kind: 'capacity_changed'; from: number | null; to: number | null }
  /** `mails`: those that told registrants, under this and later instants. */
  | { kind: 'moved'; from: Timing; to: Timing; mails: MailCounts | null }
  | { kind: 'cancelled'; mails: MailCounts | null }
  | {
      kind: 'reminder';
      /** The rule's id in the settings. */
      rule: string;
      template: ReminderKind;
      audience: 'attendee' | 'speaker' | 'manager';
      /** Before the start, or for `follow_up` after the end; null of a date that the session no longer has. */
      minutes: number | null;
      /** As the settings have it; null where they no longer have the rule. */
      usualMinutes: number | null;
      /** Whether the session has a word of its own about it. */
      isOverridden: boolean;
      /** How many would get it, were it sent now, and how many of those cannot be reached or do not want it. Null once it was sent. */
      recipients: number | null;
      unreached: number | null;
      mails: MailCounts | null;
      /** Until when it would still be written after an outage. */
      until: string | null;
      /** Tells one standing of the reminder from another: who acts says which one was on the screen. */
      revision: string | null;
    }
  /** All mails of a kind that follows from what people do, from the first to the last, which is `at`. */
  | { kind: 'mails'; template: MailKind; since: string; mails: MailCounts }
  | { kind: 'message'; message: string; subject: string; by: string | null; isCancelled: boolean; mails: MailCounts }
  /** Seats that are held while somebody pays; the first lapses at `at`. */
  | { kind: 'holds'; count: number; until: string }
  /** What a partner has of the session: records of one kind, by where they stand. */
  | {
      kind: 'sync';
      partner: PartnerName;
      record: string;
      since: string | null;
      records: { done: number; waiting: number; failed: number; gone: number };
    }
);

export type RunSheet = { now: string; timezone: string; items: RunSheetItem[] };

/** Minutes: as far as the settings let a rule be. */
const FARTHEST = 60 * 24 * 90;

const revision = z.string().min(1).max(64);

/** Does something with a reminder as it was on the screen. */
export const reminderAct = z.strictObject({ revision });

/** Another distance from the start (for a follow-up: from the end), for this session only. */
export const reminderMove = z.strictObject({
  revision,
  minutes: z.int().min(1).max(FARTHEST),
});

/** What a move would come to. */
export const moveQuery = z.object({ minutes: z.coerce.number().int().min(1).max(FARTHEST) });
export type ForeseenMove = { at: string; isPast: boolean };

/** The mail of a kind as it would be; in the language of whoever it is shown for, where none is asked for. */
export const previewQuery = z.strictObject({ kind: mailKind, locale: z.enum(['en', 'de']).optional() });

/** A mail as somebody would get it. `to` null: nobody has registered, so it is made of a sample. */
export type RunSheetPreview = {
  locale: 'en' | 'de';
  to: { name: string; email: string } | null;
  subject: string;
  html: string;
  text: string;
};
