import type { ReminderRule } from '../../../contracts/mail';
import type { UpcomingReminder } from '../../../contracts/reminders';
import type { Sql } from '../kernel/database';
import { digest } from '../kernel/token';
import { readSettings, type CurrentSettings } from '../mail';
import { actsOf, type Act } from './acts';
import { dueOf, managerOf } from './plan';
import { countRecipients, readSession, type Candidate } from './queries';
import { effectiveRules, isFollowed, overridden } from './rules';
import { tell } from './upcoming';

/** A reminder of one session with all that staff decide upon. */
export type SessionReminder = UpcomingReminder & {
  /** In the settings. */
  usualMinutes: number;
  /** Since when the settings have it as it is; null: since ever. Nobody was written to for an instant before. */
  since: string | null;
  /** Off because this session says so. */
  isHeld: boolean;
  acts: Act[];
  /** Tells one standing from another. */
  revision: string;
};

/** Whether the session's own word, and nothing else, keeps a rule from being followed. */
const isHeldBack = (rule: ReminderRule, session: Candidate): boolean =>
  session.overrides.some((own) => own.rule === rule.id && !own.isOn) && isFollowed({ ...rule, isOn: true }, session);

/** The reminders of a session: those that are followed, and those that it holds back. */
export const planOf = (
  session: Candidate,
  { reminders, rulesSince }: CurrentSettings,
  now: Date,
): SessionReminder[] => {
  const effective = effectiveRules(reminders, session.overrides, session);
  return reminders.flatMap((rule) => {
    const told = tell(session, rule, effective, now);
    const isHeld = isHeldBack(rule, session);
    if (told.state === 'off' && !isHeld) return [];
    const standing = [
      session.scheduleVersion,
      session.state,
      told.dueAt,
      told.minutes,
      isHeld,
      told.state === 'planned',
    ];
    return [
      {
        ...told,
        usualMinutes: rule.minutes,
        since: rulesSince[rule.id] ?? null,
        isHeld,
        acts: actsOf({ ...told, dueAt: new Date(told.dueAt), isHeld }, session, now),
        revision: digest(JSON.stringify([rule.id, ...standing])).slice(0, 16),
      },
    ];
  });
};

/** A reminder as the session has it, for who writes its mails now. */
export const ownRule = (session: Candidate, rule: string, { reminders }: CurrentSettings): ReminderRule =>
  overridden(
    reminders.find(({ id }) => id === rule)!,
    session.overrides,
  );

/** A session's reminder, and how many would get it, were it sent now; null once its time has come. */
export type CountedReminder = SessionReminder & { recipients: number | null; unreached: number | null };

/** Every reminder of a session that is or could be followed. Null where there is no such session. */
export const readSessionPlan = async (sql: Sql, documentId: string, now: Date): Promise<CountedReminder[] | null> => {
  const session = await readSession(sql, documentId);
  if (!session) return null;
  const settings = await readSettings(sql);
  const plan = planOf(session, settings, now);
  const open = plan.filter(({ state, isHeld, dueAt }) => (state === 'to_come' || isHeld) && new Date(dueAt) > now);
  const counted =
    open.length === 0
      ? []
      : await countRecipients(
          sql,
          documentId,
          open.map(({ rule, dueAt }) =>
            dueOf(session, ownRule(session, rule, settings), new Date(dueAt), settings.rulesSince),
          ),
          managerOf(settings),
        );
  return plan.map((reminder) => {
    const found = counted.find(({ rule }) => rule === reminder.rule);
    return { ...reminder, recipients: found?.recipients ?? null, unreached: found?.unreached ?? null };
  });
};
