import type { ReminderOverride } from '../../../contracts/reminders';
import type { Trx } from '../kernel/database';
import { invalid, type Fault } from '../kernel/errors';
import { readSettings } from '../mail';
import type { Data } from './staff-data';

const named = (reminders: unknown): string[] =>
  Array.isArray(reminders) ? reminders.map((one) => String((one as Data | null)?.rule ?? '')) : [];

/**
 * Refuses a session's word about a reminder that does not exist, or two about one. What was saved while the settings still had the reminder
 * says nothing any more, and does not keep anybody from saving the rest.
 */
export const checkOverrides = async (
  trx: Trx,
  data: Data,
  before: readonly Pick<ReminderOverride, 'rule'>[] = [],
): Promise<void> => {
  const rules = named(data.reminders);
  if (rules.length === 0) return;
  const { reminders } = await readSettings(trx);
  const known = [...reminders.map(({ id }) => id), ...before.map(({ rule }) => rule)];
  const faults: Fault[] = rules.flatMap((rule, index) => {
    const fault = (message: string) => [
      { path: ['reminders', String(index), 'rule'], message, name: 'ValidationError' },
    ];
    if (!known.includes(rule)) {
      return fault(
        `No reminder is called "${rule}". The mail settings have: ${reminders.map(({ id }) => id).join(', ') || 'none'}.`,
      );
    }
    return rules.indexOf(rule) < index ? fault(`"${rule}" stands here twice. Keep one of the two.`) : [];
  });
  if (faults.length > 0) throw invalid(faults);
};

/** The rules about which a session says something else than before. */
export const changedOverrides = (before: readonly ReminderOverride[], after: readonly ReminderOverride[]): string[] => {
  const said = (overrides: readonly ReminderOverride[], rule: string) => {
    const one = overrides.find((override) => override.rule === rule);
    return one && `${one.isOn} ${one.minutes}`;
  };
  const rules = new Set([...before, ...after].map(({ rule }) => rule));
  return [...rules].filter((rule) => said(before, rule) !== said(after, rule)).sort();
};
