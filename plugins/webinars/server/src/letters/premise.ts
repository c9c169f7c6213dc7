import { REPORT_KINDS, type MailKind, type ReportKind } from '../../../contracts/mail';
import type { Mail, SkipReason } from '../mail';
import { HOLDING } from '../registration';
import type { RegistrationFacts, SessionFacts } from './facts';

/** Whether a mail tells of a span of time: that is true whenever it leaves. */
export const isReport = (kind: MailKind): kind is ReportKind => (REPORT_KINDS as readonly MailKind[]).includes(kind);

const holds = (registration: Pick<RegistrationFacts, 'state'>): boolean =>
  (HOLDING as readonly string[]).includes(registration.state);

type Registration = Pick<RegistrationFacts, 'state' | 'consentState'>;
type Session = Pick<SessionFacts, 'state' | 'datetime' | 'duration' | 'scheduleVersion'>;

const isOver = (session: Session, now: Date): boolean =>
  now.getTime() >= session.datetime.getTime() + session.duration * 60_000;

const ahead = (mail: Pick<Mail, 'scheduleVersion'>, session: Session, now: Date): SkipReason | null => {
  if (session.state === 'cancelled' || session.state === 'draft') return 'session_cancelled';
  if (session.scheduleVersion !== mail.scheduleVersion) return 'session_moved_again';
  return now >= session.datetime ? 'session_started' : null;
};

/**
 * Whether a mail still says what is true, or why it does not. A mail may wait, for the mail server or behind another one; what it was written for
 * can be over by then.
 */
export const brokenPremise = (
  mail: Pick<Mail, 'kind' | 'scheduleVersion'>,
  registration: Registration | null,
  session: Session | null,
  now: Date,
): SkipReason | null => {
  if (isReport(mail.kind)) return null;
  if (!session) return 'session_gone';
  if (mail.kind === 'speaker_alert' || mail.kind === 'programme_summary') return ahead(mail, session, now);
  if (!registration) return 'registration_gone';
  const { state } = registration;
  switch (mail.kind) {
    case 'reminder_7d':
    case 'reminder_2d':
    case 'reminder_2h':
      return state === 'confirmed' ? ahead(mail, session, now) : 'registration_changed';
    case 'meeting_details':
      if (session.state === 'cancelled') return 'session_cancelled';
      if (state !== 'confirmed') return 'registration_changed';
      return isOver(session, now) ? 'session_over' : null;
    case 'confirmation':
    case 'approved':
    case 'promoted':
      if (!holds(registration)) return session.state === 'cancelled' ? 'session_cancelled' : 'registration_changed';
      return isOver(session, now) ? 'session_over' : null;
    case 'payment_link':
      return state === 'pending_payment' ? null : 'registration_changed';
    case 'waitlisted':
      return state === 'waitlisted' ? null : 'registration_changed';
    case 'approval_pending':
      return state === 'pending_approval' ? null : 'registration_changed';
    case 'session_moved':
      if (session.state === 'cancelled') return 'session_cancelled';
      if (state === 'cancelled') return 'registration_changed';
      if (session.scheduleVersion !== mail.scheduleVersion) return 'session_moved_again';
      return isOver(session, now) ? 'session_over' : null;
    case 'follow_up':
      return holds(registration) && state !== 'pending_payment' ? null : 'registration_changed';
    case 'certificate':
      return state === 'attended' ? null : 'registration_changed';
    case 'opt_in':
      return registration.consentState === 'requested' ? null : 'not_needed';
    case 'cancelled':
    case 'rejected':
    case 'session_cancelled':
    case 'refund':
    case 'staff_message':
      return null;
  }
};
