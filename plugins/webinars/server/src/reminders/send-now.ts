import type { Actor } from '../audit';
import { conflict } from '../kernel/errors';
import { standingUnderLock, type ReminderDeps, type Seen } from './change';
import { dueOf, managerOf } from './plan';
import { notePlans, writeReminders } from './queries';
import { ownRule } from './session-plan';

/**
 * Writes the mails of a reminder before its time, once. The note says what the plan's own would say, at the instant at which it was to be: so
 * when that comes there is nothing left to do, and a session that moves counts from there. Answers how many mails were written.
 */
export const createSendNow =
  (deps: Pick<ReminderDeps, 'database' | 'clock' | 'audit'>) =>
  (seen: Seen, by: Actor): Promise<number> =>
    deps.database.inTransaction(async (trx) => {
      const { session, settings, reminder, now } = await standingUnderLock(trx, seen, 'send_now', deps.clock.now());
      const due = dueOf(session, ownRule(session, seen.rule, settings), new Date(reminder.dueAt), settings.rulesSince);
      // The plan takes no session's lock: if it was faster, the note is its own.
      const ours = await notePlans(trx, [due], now);
      if (ours.size === 0) {
        throw conflict(
          'REMINDER_ALREADY_SENT',
          'The mails of this reminder are already on their way. Nothing was changed, and nobody gets it twice.',
        );
      }
      const mails = await writeReminders(trx, [due], managerOf(settings), now);
      if (mails === 0) {
        throw conflict(
          'NOBODY_REMINDED',
          'Nobody would get this reminder now, so nothing was sent. It goes out at its time to whoever has a seat by then.',
        );
      }
      await deps.audit(
        trx,
        [
          {
            action: 'reminder.sent_now',
            subject: { kind: 'session', documentId: seen.session },
            session: seen.session,
            data: { rule: seen.rule, kind: reminder.template, dueAt: reminder.dueAt, mails },
          },
        ],
        by,
        now,
      );
      return mails;
    });
