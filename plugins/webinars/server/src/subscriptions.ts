import type { Subscription } from './jobs';
import { announceJob } from './strapi-webhooks';

/** When one of these happens, this job follows: all consequences of all events, on one screen. */
export const subscriptions: Subscription[] = [
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
  },
];
