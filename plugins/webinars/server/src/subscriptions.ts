import type { Subscription } from './jobs';
import type { MailSubscription } from './mail';
import type { MarkSubscription } from './partners';
import { announceJob } from './strapi-webhooks';

/** When one of these happens, this job follows. `strapiListens`: whether one of Strapi's webhooks would hear of it. */
export const createSubscriptions = ({ strapiListens }: { strapiListens(): boolean }): Subscription[] => [
  {
    when: [
      'registration.confirmed',
      'registration.waitlisted',
      'registration.approval_requested',
      'registration.payment_requested',
      'registration.promoted',
      'registration.approved',
      'registration.paid',
      'registration.cancelled',
    ],
    then: announceJob,
    onlyIf: strapiListens,
  },
];

/** When one of these happens, this mail follows. With the jobs above and the marks below: all consequences of all events, on one screen. */
export const mailSubscriptions: MailSubscription[] = [
  { when: ['registration.confirmed', 'registration.paid'], mail: 'confirmation', to: 'registration' },
  { when: ['registration.waitlisted'], mail: 'waitlisted', to: 'registration' },
  { when: ['registration.approval_requested'], mail: 'approval_pending', to: 'registration' },
  { when: ['registration.payment_requested'], mail: 'payment_link', to: 'registration' },
  { when: ['registration.promoted'], mail: 'promoted', to: 'registration' },
  { when: ['registration.approved'], where: { state: 'waitlisted' }, mail: 'waitlisted', to: 'registration' },
  { when: ['registration.approved'], where: { state: 'confirmed' }, mail: 'approved', to: 'registration' },
  { when: ['registration.approved'], where: { state: 'pending_payment' }, mail: 'approved', to: 'registration' },
  ...(['by_attendee', 'by_admin', 'payment_expired', 'duplicate', 'moved'] as const).map(
    (reason): MailSubscription => ({
      when: ['registration.cancelled'],
      where: { reason },
      mail: 'cancelled',
      to: 'registration',
    }),
  ),
  { when: ['registration.cancelled'], where: { reason: 'rejected' }, mail: 'rejected', to: 'registration' },
  {
    when: ['registration.cancelled'],
    where: { reason: 'session_cancelled' },
    mail: 'session_cancelled',
    to: 'registration',
  },
  { when: ['session.moved'], mail: 'session_moved', to: 'session' },
];

/** When one of these happens, the registration or the session is brought in step with the partners that keep it. */
export const markSubscriptions: MarkSubscription[] = [
  {
    when: [
      'registration.confirmed',
      'registration.waitlisted',
      'registration.approval_requested',
      'registration.payment_requested',
      'registration.promoted',
      'registration.approved',
      'registration.paid',
      'registration.cancelled',
      'registration.edited',
      'registration.attendance_recorded',
      'registration.feedback_given',
      'registration.deleted',
    ],
    mark: 'registration',
  },
  {
    when: [
      'session.published',
      'session.unpublished',
      'session.moved',
      'session.capacity_changed',
      'session.went_live',
      'session.completed',
      'session.cancelled',
    ],
    mark: 'session',
  },
];
