import { answering } from '../kernel/problems';
import { may } from '../kernel/staff';
import type { Ctx } from '../kernel/request';
import type { createRegistrationController } from './controller';

type Controller = ReturnType<typeof createRegistrationController>;

/** A route's controller is composed only when the application has started, after Strapi reads this table. */
const on = (controller: () => Controller, verb: keyof Controller) => answering<Ctx>((ctx) => controller()[verb](ctx));

const PUBLIC = { auth: false };
// No scope: whoever is signed in may ask, and is shown only what belongs to the confirmed address.
const SIGNED_IN = {};

export const registrationRoutes = (controller: () => Controller) => [
  { method: 'POST', path: '/sessions/:slug/registrations', handler: on(controller, 'register'), config: PUBLIC },
  { method: 'GET', path: '/registrations/:token', handler: on(controller, 'view'), config: PUBLIC },
  { method: 'POST', path: '/registrations/:token/cancel', handler: on(controller, 'cancel'), config: PUBLIC },
  { method: 'PATCH', path: '/registrations/:token', handler: on(controller, 'edit'), config: PUBLIC },
  { method: 'POST', path: '/registrations/:token/join', handler: on(controller, 'join'), config: PUBLIC },
  { method: 'POST', path: '/registrations/:token/feedback', handler: on(controller, 'giveFeedback'), config: PUBLIC },
  { method: 'GET', path: '/me/registrations', handler: on(controller, 'mine'), config: SIGNED_IN },
  {
    method: 'POST',
    path: '/me/registrations/:reference/cancel',
    handler: on(controller, 'cancelMine'),
    config: SIGNED_IN,
  },
];

export const registrationAdminRoutes = (controller: () => Controller) => [
  {
    method: 'POST',
    path: '/registrations/:documentId/approve',
    handler: on(controller, 'approve'),
    config: may('registrations.decide'),
  },
  {
    method: 'POST',
    path: '/registrations/:documentId/reject',
    handler: on(controller, 'reject'),
    config: may('registrations.decide'),
  },
];
