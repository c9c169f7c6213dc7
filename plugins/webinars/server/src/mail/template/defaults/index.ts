import type { MailKind } from '../../../../../contracts/mail';
import { approvalPending } from './approval-pending';
import { approved } from './approved';
import { cancelled } from './cancelled';
import { certificate } from './certificate';
import { confirmation } from './confirmation';
import { followUp } from './follow-up';
import { meetingDetails } from './meeting-details';
import { newRegistrations } from './new-registrations';
import { optIn } from './opt-in';
import { paymentLink } from './payment-link';
import { performanceReport } from './performance-report';
import { programmeSummary } from './programme-summary';
import { promoted } from './promoted';
import { refund } from './refund';
import { rejected } from './rejected';
import { reminder2d } from './reminder-2d';
import { reminder2h } from './reminder-2h';
import { reminder7d } from './reminder-7d';
import { sessionCancelled } from './session-cancelled';
import { sessionMoved } from './session-moved';
import { speakerAlert } from './speaker-alert';
import { staffMessage } from './staff-message';
import { waitlisted } from './waitlisted';
import type { Template } from './template';

/** What each kind of mail says until somebody edits it. */
export const DEFAULT_TEMPLATES: Record<MailKind, Template> = {
  confirmation,
  waitlisted,
  promoted,
  payment_link: paymentLink,
  approval_pending: approvalPending,
  approved,
  rejected,
  cancelled,
  session_moved: sessionMoved,
  session_cancelled: sessionCancelled,
  meeting_details: meetingDetails,
  reminder_7d: reminder7d,
  reminder_2d: reminder2d,
  reminder_2h: reminder2h,
  follow_up: followUp,
  certificate,
  refund,
  opt_in: optIn,
  staff_message: staffMessage,
  speaker_alert: speakerAlert,
  programme_summary: programmeSummary,
  new_registrations: newRegistrations,
  performance_report: performanceReport,
};
