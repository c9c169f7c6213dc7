import { MAIL_KINDS, type ReminderKind, type ReminderRule } from '../../../contracts/mail';
import type { ReminderOverride } from '../../../contracts/reminders';

/** What a rule may ask of a session. */
export type Trait = { price: number; sessionType: string; language: string };

/** What the minutes of a rule are counted from. */
export type Anchor = 'start' | 'end';
export const anchorOf = (template: ReminderKind): Anchor => (template === 'follow_up' ? 'end' : 'start');

export type Audience = (typeof MAIL_KINDS)[ReminderKind]['audience'];
export const audienceOf = (template: ReminderKind): Audience => MAIL_KINDS[template].audience;

const fits = ({ only }: ReminderRule, session: Trait): boolean =>
  (only.price === null || (only.price === 'paid') === session.price > 0) &&
  (only.sessionType === null || only.sessionType === session.sessionType) &&
  (only.language === null || only.language === session.language);

/** A rule as one session has it: the session's own word goes before the settings'. */
export const overridden = (rule: ReminderRule, overrides: readonly ReminderOverride[]): ReminderRule => {
  const own = overrides.find((override) => override.rule === rule.id);
  return own ? { ...rule, isOn: own.isOn, minutes: own.minutes ?? rule.minutes } : rule;
};

/** Whether a rule, as the session has it, is followed for it. */
export const isFollowed = (rule: ReminderRule, session: Trait): boolean => rule.isOn && fits(rule, session);

/** The rules that are followed for a session, as the session has them. An override of a rule that no longer exists says nothing. */
export const effectiveRules = (
  rules: readonly ReminderRule[],
  overrides: readonly ReminderOverride[],
  session: Trait,
): ReminderRule[] => rules.map((rule) => overridden(rule, overrides)).filter((rule) => isFollowed(rule, session));
