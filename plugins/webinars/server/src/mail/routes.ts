import { answering } from '../kernel/problems';
import type { Ctx } from '../kernel/request';
import type { createPreferencesController } from './controller';

type Controller = ReturnType<typeof createPreferencesController>;

const on = (controller: () => Controller, verb: keyof Controller) => answering<Ctx>((ctx) => controller()[verb](ctx));

const PUBLIC = { auth: false };

export const preferencesRoutes = (controller: () => Controller) => [
  { method: 'GET', path: '/preferences/:token', handler: on(controller, 'view'), config: PUBLIC },
  { method: 'PATCH', path: '/preferences/:token', handler: on(controller, 'change'), config: PUBLIC },
  { method: 'POST', path: '/unsubscribe/:token', handler: on(controller, 'unsubscribe'), config: PUBLIC },
  { method: 'POST', path: '/consents/:token/confirm', handler: on(controller, 'confirmConsent'), config: PUBLIC },
];
