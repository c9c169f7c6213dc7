import type { MailKind } from '../../../contracts/mail';
import type { WishedMail } from '../../../contracts/roster';
import { conflict, type DomainError } from '../kernel/errors';
import { whyNotMark, type RegistrationState } from '../registration';
import { endsAt, type Session } from '../sessions';

type Timed = Pick<Session, 'state' | 'datetime' | 'duration'>;
type Standing = { state: RegistrationState; session: Timed; now: Date };

const HOUR = 3_600_000;

const isOver = ({ session, now }: Standing): boolean => session.state === 'completed' || now >= endsAt(session);

/** The mail that tells somebody where their registration stands. */
const STANDING_MAIL: Partial<Record<RegistrationState, MailKind>> = {
  confirmed: 'confirmation',
  attended: 'confirmation',
  waitlisted: 'waitlisted',
  pending_approval: 'approval_pending',
  pending_payment: 'payment_link',
};

/** The reminder whose words fit: what is said a week before is another thing than what is said on the day. */
const reminderFor = (ahead: number): MailKind =>
  ahead > 96 * HOUR ? 'reminder_7d' : ahead > 12 * HOUR ? 'reminder_2d' : 'reminder_2h';

const no = (code: string, message: string) => ({ refused: conflict(code, message) });

const ENDED = no(
  'SESSION_OVER',
  'This session is over or was cancelled, so this mail would say nothing that is still true. Nothing was sent.',
);
const NO_SEAT = no(
  'NOT_CONFIRMED',
  'Only somebody with a confirmed seat gets this mail, and this registration has none. Nothing was sent.',
);

/** Which mail a wish means at this moment, or why none is sent. */
export const mailFor = (
  wish: WishedMail['mail'],
  standing: Standing,
): { kind: MailKind } | { refused: DomainError } => {
  const { state, session, now } = standing;
  if (session.state === 'cancelled' || session.state === 'draft' || isOver(standing)) return ENDED;
  if (wish === 'confirmation') {
    const kind = STANDING_MAIL[state];
    return kind
      ? { kind }
      : no('REGISTRATION_CANCELLED', 'This registration holds no place any more. Nothing was sent.');
  }
  if (state !== 'confirmed') return NO_SEAT;
  if (wish === 'meeting_details') return { kind: 'meeting_details' };
  const ahead = session.datetime.getTime() - now.getTime();
  return ahead > 0
    ? { kind: reminderFor(ahead) }
    : no('SESSION_STARTED', 'This session has begun. Send the meeting details instead. Nothing was sent.');
};

/** What can be done about a registration at this moment. */
export const possible = (standing: Standing) => {
  const { state, session } = standing;
  const sends = (wish: WishedMail['mail']) => 'kind' in mailFor(wish, standing);
  return {
    confirmation: sends('confirmation'),
    reminder: sends('reminder'),
    meetingDetails: sends('meeting_details'),
    cancel: state !== 'cancelled',
    decide: state === 'pending_approval' && session.state !== 'cancelled' && session.state !== 'completed',
    markAttendance: whyNotMark(standing) === null,
    move: ['pending_approval', 'pending_payment', 'confirmed', 'waitlisted'].includes(state),
  };
};
