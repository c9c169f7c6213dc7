import { answering } from '../kernel/problems';
import type { createCalendarController, Ctx } from './controller';

type Controller = ReturnType<typeof createCalendarController>;

/** A route's controller is composed only when the application has started, after Strapi reads this table. */
const on = (controller: () => Controller, verb: keyof Controller) => answering<Ctx>((ctx) => controller()[verb](ctx));

const PUBLIC = { auth: false };

export const calendarRoutes = (controller: () => Controller) => [
  { method: 'GET', path: '/sessions/:slug/calendar.ics', handler: on(controller, 'session'), config: PUBLIC },
  {
    method: 'GET',
    path: '/registrations/:token/calendar.ics',
    handler: on(controller, 'registration'),
    config: PUBLIC,
  },
  { method: 'GET', path: '/calendar.ics', handler: on(controller, 'programme'), config: PUBLIC },
  { method: 'GET', path: '/calendar/categories/:category.ics', handler: on(controller, 'category'), config: PUBLIC },
  { method: 'GET', path: '/calendar/speakers/:speaker.ics', handler: on(controller, 'speaker'), config: PUBLIC },
];
