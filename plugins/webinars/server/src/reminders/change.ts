import type { ReminderRule } from '../../../contracts/mail';
import type { ReminderOverride } from '../../../contracts/reminders';
import type { Actor, WriteAudit } from '../audit';
import type { Clock } from '../kernel/clock';
import type { Database, Sql, Trx } from '../kernel/database';
import { conflict, notFound } from '../kernel/errors';
import { readSettings, type CurrentSettings } from '../mail';
import { lockSessions } from '../sessions';
import type { Act } from './acts';
import { dueAt } from './due';
import { readSession, type Candidate } from './queries';
import { ownRule, planOf, type SessionReminder } from './session-plan';

export type ReminderDeps = {
  database: Database;
  clock: Clock;
  audit: WriteAudit;
  /** Saves what a session says about its own reminders, by the same door as its form in the Content Manager. */
  saveOverrides(sessionDocumentId: string, overrides: readonly ReminderOverride[]): Promise<void>;
};

/** A reminder of a session, as somebody saw it. */
export type Seen = { session: string; rule: string; revision: string };

/** What is done with it. */
export type Change = { act: 'hold' } | { act: 'release' } | { act: 'move'; minutes: number };

export type Standing = {
  session: Candidate;
  settings: CurrentSettings;
  reminder: SessionReminder;
  now: Date;
};

const WHY_NOT: Record<Act, string> = {
  move: 'This reminder can no longer be moved.',
  hold: 'This reminder can no longer be held.',
  release: 'This reminder is not held, or its time has passed.',
  send_now: 'This reminder cannot be sent now.',
};

/** Reads a reminder under the session's lock. Throws where it is not as it was seen, or where this cannot be done with it. */
export const standingUnderLock = async (trx: Trx, seen: Seen, act: Act, now: Date): Promise<Standing> => {
  await lockSessions(trx, [seen.session]);
  const session = await readSession(trx, seen.session);
  if (!session) throw notFound('This session');
  const settings = await readSettings(trx);
  const reminder = planOf(session, settings, now).find(({ rule }) => rule === seen.rule);
  if (!reminder) throw notFound('This reminder');
  if (reminder.state === 'planned') {
    throw conflict(
      'REMINDER_ALREADY_SENT',
      'The mails of this reminder are already on their way. Nothing was changed, and nobody gets it twice.',
    );
  }
  if (reminder.revision !== seen.revision) {
    throw conflict(
      'RUN_SHEET_CHANGED',
      'Somebody has changed this reminder or the session meanwhile. Nothing was changed: look at the run sheet again.',
    );
  }
  if (!reminder.acts.includes(act)) throw conflict('REMINDER_FIXED', `${WHY_NOT[act]} Nothing was changed.`);
  return { session, settings, reminder, now };
};

/** What a session says about a rule after a change; nothing where it says what the settings say anyway. */
export const overrideAfter = (
  usual: Pick<ReminderRule, 'id' | 'isOn' | 'minutes'>,
  before: ReminderOverride | undefined,
  change: Change,
): ReminderOverride | null => {
  const minutes = change.act === 'move' ? change.minutes : (before?.minutes ?? null);
  const own = {
    rule: usual.id,
    isOn: change.act !== 'hold',
    minutes: minutes === usual.minutes ? null : minutes,
  };
  return own.isOn === usual.isOn && own.minutes === null ? null : own;
};

const said = ({ isOn, minutes }: { isOn: boolean; minutes: number }) => ({ isOn, minutes });

/** Holds a reminder for one session, releases it, or moves it. Whom it reaches is decided when it is due. */
export const createChangeReminder =
  (deps: ReminderDeps) =>
  (seen: Seen, change: Change, by: Actor): Promise<void> =>
    deps.database.joinTransaction(async (trx) => {
      const { session, settings, now } = await standingUnderLock(trx, seen, change.act, deps.clock.now());
      const usual = settings.reminders.find(({ id }) => id === seen.rule)!;
      const own = session.overrides.find(({ rule }) => rule === seen.rule);
      const next = overrideAfter(usual, own, change);
      const overrides = [...session.overrides.filter(({ rule }) => rule !== seen.rule), ...(next ? [next] : [])];
      const after = ownRule({ ...session, overrides }, seen.rule, settings);
      if (dueAt(after, session) <= now) {
        throw conflict(
          'REMINDER_IN_PAST',
          'At that distance its time has already passed, so nobody would get it. Choose a shorter one, or send it now. Nothing was changed.',
        );
      }
      await deps.saveOverrides(seen.session, overrides);
      await deps.audit(
        trx,
        [
          {
            action: `reminder.${{ hold: 'held', release: 'released', move: 'moved' }[change.act]}`,
            subject: { kind: 'session', documentId: seen.session },
            session: seen.session,
            before: said(ownRule(session, seen.rule, settings)),
            after: said(after),
            data: { rule: seen.rule, kind: usual.template },
          },
        ],
        by,
        now,
      );
    });

/** When a reminder would go out at another distance, by the same rule that moves it. Null where there is no such session or reminder. */
export const foreseeMove = async (
  sql: Sql,
  { session: documentId, rule }: Pick<Seen, 'session' | 'rule'>,
  minutes: number,
  now: Date,
): Promise<{ at: Date; isPast: boolean } | null> => {
  const session = await readSession(sql, documentId);
  const usual = session && (await readSettings(sql)).reminders.find(({ id }) => id === rule);
  if (!session || !usual) return null;
  const at = dueAt({ ...usual, minutes }, session);
  return { at, isPast: at <= now };
};
