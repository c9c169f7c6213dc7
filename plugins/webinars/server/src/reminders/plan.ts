import { z } from 'zod';
import type { ReminderRule } from '../../../contracts/mail';
import type { Job } from '../jobs';
import type { Clock } from '../kernel/clock';
import type { Database, Trx } from '../kernel/database';
import { normaliseEmail } from '../kernel/text';
import { readSettings, type CurrentSettings } from '../mail';
import { repeatsAfter } from './due';
import { findPassed, reachOf } from './find-due';
import { notePlans, readCandidates, writeReminders, type Candidate, type Due, type Manager } from './queries';
import { anchorOf, audienceOf } from './rules';

/** Who is reminded of a session, and who hears from us after it. */
const STATES = { start: ['confirmed'], end: ['confirmed', 'attended', 'no_show'] } as const;

/** Whom the programme manager's mails go to. */
export const managerOf = ({ programmeManager }: CurrentSettings): Manager =>
  programmeManager.email !== null && programmeManager.sessionReminders
    ? { email: normaliseEmail(programmeManager.email), locale: programmeManager.locale }
    : null;

/** A rule of a session whose mails are to be written for one instant. */
export const dueOf = (
  session: Pick<Candidate, 'documentId' | 'scheduleVersion' | 'timezone'>,
  rule: ReminderRule,
  at: Date,
  rulesSince: CurrentSettings['rulesSince'],
): Due => ({
  session: session.documentId,
  version: session.scheduleVersion,
  rule: rule.id,
  template: rule.template,
  audience: audienceOf(rule.template),
  dueAt: at,
  repeatsAfter: repeatsAfter(rule, at, session.timezone),
  since: rulesSince[rule.id] ?? null,
  states: STATES[anchorOf(rule.template)],
});

/**
 * Notes every rule whose instant has passed and writes the mails of those whose time is not over, all or nothing, whatever their number.
 * Two instances of one minute: the note's primary key lets one of them, and the other finds nothing to write. Answers how many mails it wrote.
 */
export const planReminders = async (trx: Trx, now: Date, settings: CurrentSettings): Promise<number> => {
  const sessions = await readCandidates(trx, now, reachOf(settings));
  const passed = sessions.flatMap((session) =>
    findPassed(session, settings.reminders, now).map((found) => ({
      isMissed: found.isMissed,
      due: dueOf(session, found.rule, found.dueAt, settings.rulesSince),
    })),
  );
  if (passed.length === 0) return 0;
  const ours = await notePlans(
    trx,
    passed.map(({ due }) => due),
    now,
  );
  const due = passed.filter((one) => !one.isMissed && ours.has(`${one.due.session} ${one.due.rule}`));
  if (due.length === 0) return 0;
  return writeReminders(
    trx,
    due.map((one) => one.due),
    managerOf(settings),
    now,
  );
};

/** Asks which reminders are due. */
export const planJob: Job<Record<string, never>> = { name: 'reminders.plan', payload: z.strictObject({}) };

/** The job's deed: every reminder that is due, in one transaction. */
export const createPlan = (deps: { database: Database; clock: Clock }) => (): Promise<void> =>
  deps.database.inTransaction(async (trx) => {
    await planReminders(trx, deps.clock.now(), await readSettings(trx));
  });
