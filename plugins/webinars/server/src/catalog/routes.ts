import { answering } from '../kernel/problems';
import type { createCatalogController, Ctx } from './controller';

type Controller = ReturnType<typeof createCatalogController>;

/** A route's controller is composed only when the application has started, after Strapi reads this table. */
const on = (controller: () => Controller, verb: keyof Controller) => answering<Ctx>((ctx) => controller()[verb](ctx));

const PUBLIC = { auth: false };

export const catalogRoutes = (controller: () => Controller) => [
  { method: 'GET', path: '/catalog', handler: on(controller, 'browse'), config: PUBLIC },
  { method: 'GET', path: '/sessions/:slug', handler: on(controller, 'landing'), config: PUBLIC },
];
