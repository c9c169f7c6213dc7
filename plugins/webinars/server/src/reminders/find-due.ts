import type { MailSettings, ReminderRule } from '../../../contracts/mail';
import type { ReminderOverride } from '../../../contracts/reminders';
import { endsAt } from '../sessions';
import { dueAt, windowOf, type Timing, type Window } from './due';
import { anchorOf, effectiveRules, type Trait } from './rules';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** A session's length is at most a day, a follow-up has a week, and a day of the calendar may have an hour more or less. */
const SLACK = (1 + 7 + 1) * DAY_MINUTES;

const widest = (rules: readonly ReminderRule[]): number => Math.max(0, ...rules.map(({ minutes }) => minutes));

/** How far from now the sessions start for which one of these rules may be due; rules that are off too, for a session may switch one on. */
export const reachOf = ({ reminders }: Pick<MailSettings, 'reminders'>) => ({
  ahead: widest(reminders.filter(({ template }) => anchorOf(template) === 'start')),
  back: widest(reminders.filter(({ template }) => anchorOf(template) === 'end')),
  slack: SLACK,
});

/**
 * Whether a rule's instant is ahead however the clocks change: that takes no calendar, which is what costs time with a hundred sessions
 * each minute.
 */
const isFarAhead = ({ template, minutes }: ReminderRule, session: Timing, now: Date): boolean => {
  const counted =
    anchorOf(template) === 'start'
      ? session.datetime.getTime() - minutes * MINUTE
      : endsAt(session).getTime() + minutes * MINUTE;
  return counted - DAY_MINUTES * MINUTE > now.getTime();
};

/** A rule whose instant has passed. `isMissed`: its time has passed as well, so nobody is written to any more. */
export type Passed = Window & { rule: ReminderRule; isMissed: boolean };

/**
 * The rules of a session whose instant has passed and that are not noted yet. Those whose time is over are among them: once noted as missed
 * they stay so, even if the rule that followed them is switched off.
 */
export const findPassed = (
  session: Timing &
    Trait & { overrides: readonly ReminderOverride[]; noted: readonly { rule: string; dueAt: number }[] },
  rules: readonly ReminderRule[],
  now: Date,
): Passed[] => {
  const effective = effectiveRules(rules, session.overrides, session);
  const isNoted = (rule: ReminderRule, due: Date) =>
    session.noted.some((noted) => noted.rule === rule.id && noted.dueAt === due.getTime());
  return effective
    .filter((rule) => anchorOf(rule.template) === 'end' || now < session.datetime)
    .filter((rule) => {
      if (isFarAhead(rule, session, now)) return false;
      const due = dueAt(rule, session);
      return due <= now && !isNoted(rule, due);
    })
    .map((rule) => {
      const window = windowOf(rule, effective, session);
      return { ...window, rule, isMissed: now >= window.until };
    });
};
