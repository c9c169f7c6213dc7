import type { ReminderRule } from '../../../contracts/mail';
import type { ReminderState, UpcomingReminder } from '../../../contracts/reminders';
import type { Sql } from '../kernel/database';
import { readSettings } from '../mail';
import { dueAt, windowOf, type Window } from './due';
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
