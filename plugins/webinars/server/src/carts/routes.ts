import { answering } from '../kernel/problems';
import type { Ctx } from '../kernel/request';
import type { createCartController } from './controller';

type Controller = ReturnType<typeof createCartController>;

const on = (controller: () => Controller, verb: keyof Controller) => answering<Ctx>((ctx) => controller()[verb](ctx));

// A token opens a cart; whoever is signed in besides has the form filled in.
const PUBLIC = { auth: false };

export const cartRoutes = (controller: () => Controller) => [
  { method: 'POST', path: '/carts', handler: on(controller, 'begin'), config: PUBLIC },
  { method: 'GET', path: '/carts/:token', handler: on(controller, 'view'), config: PUBLIC },
  { method: 'PATCH', path: '/carts/:token', handler: on(controller, 'change'), config: PUBLIC },
  { method: 'POST', path: '/carts/:token/submit', handler: on(controller, 'submit'), config: PUBLIC },
];
