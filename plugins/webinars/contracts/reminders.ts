import { z } from 'zod';
import { REMINDER_KINDS } from './mail';

/** How one reminder differs for one session. `minutes` null: as in the settings. */
export type ReminderOverride = { rule: string; isOn: boolean; minutes: number | null };

/**
 * `planned`: its mails are written. `to_come`: its instant is ahead, or this very minute. `over`: its time passed and nobody was written to,
 * because nobody could be or it was too late. `off`: not for this session.
 */
export const REMINDER_STATES = ['to_come', 'planned', 'over', 'off'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** One reminder of one session: when it is due, until when it would still be written after an outage, and what became of it. */
export const upcomingReminder = z.strictObject({
  /** The rule's id in the settings. */
  rule: z.string(),
  template: z.enum(REMINDER_KINDS),
  audience: z.enum(['attendee', 'speaker', 'manager']),
  /** Before the start, or for `follow_up` after the end. */
  minutes: z.int(),
  /** Whether the session has a word of its own about this rule. */
  isOverridden: z.boolean(),
  state: z.enum(REMINDER_STATES),
  dueAt: z.iso.datetime(),
  /** Null where it is off. */
  until: z.iso.datetime().nullable(),
  /** Written for the session as it stands now; null where none were planned. */
  mails: z.int().nullable(),
});
export type UpcomingReminder = z.infer<typeof upcomingReminder>;
