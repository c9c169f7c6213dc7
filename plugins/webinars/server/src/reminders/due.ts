import type { ReminderRule } from '../../../contracts/mail';
import { addDays } from '../kernel/time';
import { endsAt } from '../sessions';
import { anchorOf, audienceOf } from './rules';

/** When a session is, as far as reminders are concerned. */
export type Timing = { datetime: Date; duration: number; timezone: string };

/** From when until when a reminder may be written: `until` itself is too late. */
export type Window = { dueAt: Date; until: Date };

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
/** How long after its instant a follow-up still makes sense. */
const FOLLOW_UP_DAYS = 7;

/**
 * So many minutes before or after an instant. Whole days are days of the calendar in the session's zone: people read "a week before ten
 * o'clock" as ten o'clock, and 10080 minutes before the Monday after the clocks change it is eleven, or nine. Anything else is counted.
 */
export const shift = (instant: Date, minutes: number, timezone: string): Date =>
  minutes % DAY_MINUTES === 0
    ? addDays(instant, minutes / DAY_MINUTES, timezone)
    : new Date(instant.getTime() + minutes * MINUTE);

export const dueAt = (rule: Pick<ReminderRule, 'template' | 'minutes'>, session: Timing): Date =>
  anchorOf(rule.template) === 'start'
    ? shift(session.datetime, -rule.minutes, session.timezone)
    : shift(endsAt(session), rule.minutes, session.timezone);

/**
 * A rule's time begins when it is due and ends where that of the next rule for the same people begins, so that after an outage one mail goes
 * out and not three; at the latest with the start, or a week later for a follow-up. Rules due at one instant share their time.
 */
export const windowOf = (rule: ReminderRule, rules: readonly ReminderRule[], session: Timing): Window => {
  const due = dueAt(rule, session);
  const anchor = anchorOf(rule.template);
  const last = anchor === 'start' ? session.datetime : shift(due, FOLLOW_UP_DAYS * DAY_MINUTES, session.timezone);
  const next = rules
    .filter((other) => anchorOf(other.template) === anchor && audienceOf(other.template) === audienceOf(rule.template))
    .map((other) => dueAt(other, session).getTime())
    .filter((instant) => instant > due.getTime());
  return { dueAt: due, until: new Date(Math.min(last.getTime(), ...next)) };
};

/**
 * An earlier mail of the same rule counts for this date too if it was due after this instant: the session has not moved by the rule's own
 * offset since. Compared are the instants both were due at; a mail is written some seconds after, and "the same time next week" is a week.
 */
export const repeatsAfter = (rule: Pick<ReminderRule, 'minutes'>, due: Date, timezone: string): Date =>
  shift(due, -rule.minutes, timezone);
