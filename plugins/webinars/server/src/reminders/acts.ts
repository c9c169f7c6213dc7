import { endsAt, type SessionState } from '../sessions';
import type { Timing } from './due';
import { anchorOf } from './rules';
import type { ReminderKind } from '../../../contracts/mail';
import type { ReminderState } from '../../../contracts/reminders';

/** What staff can do with a reminder of one session. */
export type Act = 'move' | 'hold' | 'release' | 'send_now';

type Standing = { template: ReminderKind; state: ReminderState; isHeld: boolean; dueAt: Date };

/**
 * Reminders of a start leave while it is ahead, follow-ups once the session has taken place: before that there is nothing to follow up, and a
 * session nobody can see reminds nobody.
 */
const mayLeave = ({ template }: Standing, session: Timing & { state: SessionState }, now: Date): boolean =>
  anchorOf(template) === 'start'
    ? session.state === 'published' && now < session.datetime
    : (session.state === 'live' || session.state === 'completed') && now >= endsAt(session);

/** What can be done with a reminder now. One whose instant has come is left to the plan. */
export const actsOf = (reminder: Standing, session: Timing & { state: SessionState }, now: Date): Act[] => {
  if (session.state === 'cancelled' || reminder.dueAt <= now) return [];
  if (reminder.isHeld) return ['release'];
  if (reminder.state !== 'to_come') return [];
  return mayLeave(reminder, session, now) ? ['move', 'hold', 'send_now'] : ['move', 'hold'];
};
