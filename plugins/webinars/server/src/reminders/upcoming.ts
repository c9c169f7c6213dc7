import type { ReminderRule } from '../../../contracts/mail';
import type { ForeseenReminder } from '../../../contracts/planning';
import type { ReminderState, UpcomingReminder } from '../../../contracts/reminders';
import type { Sql } from '../kernel/database';
import { readSettings } from '../mail';
import { dueAt, repeatsAfter, windowOf, type Timing, type Window } from './due';
import { readSession, type Candidate, type Noted } from './queries';
import { audienceOf, effectiveRules, overridden } from './rules';

const stateOf = (session: Candidate, window: Window, noted: Noted | undefined, now: Date): ReminderState => {
  if (noted && noted.plannedAt < window.until.getTime()) return 'planned';
  return noted || now >= window.until || session.state === 'cancelled' ? 'over' : 'to_come';
};

/** One rule as it stands for a session. */
export const tell = (
  session: Candidate,
  given: ReminderRule,
  effective: readonly ReminderRule[],
  now: Date,
): UpcomingReminder => {
  const rule = overridden(given, session.overrides);
  const told = {
    rule: rule.id,
    template: rule.template,
    audience: audienceOf(rule.template),
    minutes: rule.minutes,
    isOverridden: session.overrides.some((override) => override.rule === rule.id),
    dueAt: dueAt(rule, session).toISOString(),
  };
  if (!effective.some(({ id }) => id === rule.id)) return { ...told, state: 'off', until: null, mails: null };
  const window = windowOf(rule, effective, session);
  const noted = session.noted.find((one) => one.rule === rule.id && one.dueAt === window.dueAt.getTime());
  const state = stateOf(session, window, noted, now);
  return {
    ...told,
    state,
    until: window.until.toISOString(),
    mails: state === 'planned' ? noted!.mails : null,
  };
};

/**
 * How the reminders of a session change when it moves. Afterwards nothing is written for an instant that has passed already, and whoever has
 * had a reminder is not written to again unless the move is further than the reminder is early.
 */
export const foreseeReminders = async (
  sql: Sql,
  sessionDocumentId: string,
  moved: Timing,
  now: Date,
): Promise<ForeseenReminder[]> => {
  const session = await readSession(sql, sessionDocumentId);
  if (!session) return [];
  const { reminders } = await readSettings(sql);
  const effective = effectiveRules(reminders, session.overrides, session);
  const later = { ...session, ...moved, noted: [] };
  return effective
    .map((rule): ForeseenReminder => {
      const before = tell(session, rule, effective, now);
      const after = tell(later, rule, effective, now);
      const due = new Date(after.dueAt);
      const had = session.noted.filter((one) => one.rule === rule.id && one.mails > 0);
      return {
        rule: rule.id,
        template: rule.template,
        audience: before.audience,
        before: { dueAt: before.dueAt, state: before.state },
        after: { dueAt: after.dueAt, state: due <= now ? 'over' : after.state },
        isRepeated: !had.some(({ dueAt: at }) => at > repeatsAfter(rule, due, moved.timezone).getTime()),
      };
    })
    .sort((a, b) => a.after.dueAt.localeCompare(b.after.dueAt) || a.rule.localeCompare(b.rule));
};

/** Every reminder of a session by its instant: what was written, what is to come, what is not for it. Null where there is no such session. */
export const upcomingReminders = async (
  sql: Sql,
  sessionDocumentId: string,
  now: Date,
): Promise<UpcomingReminder[] | null> => {
  const session = await readSession(sql, sessionDocumentId);
  if (!session) return null;
  const { reminders } = await readSettings(sql);
  const effective = effectiveRules(reminders, session.overrides, session);
  return reminders
    .map((rule) => tell(session, rule, effective, now))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || a.rule.localeCompare(b.rule));
};
