import type { SessionPeople } from '../../../contracts/session-people';
import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';

/** What the routes need of the application, asked for when a request comes. */
export type PeopleDoors = { read(session: string): Promise<SessionPeople> };

/** Who is registered for a session, in figures. A figure of one is a person: it is for those who may read registrations. */
export const peopleAdminRoutes = (doors: () => PeopleDoors) => [
  {
    method: 'GET',
    path: '/sessions/:session/people',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await doors().read(ctx.params.session!), meta: {} };
    }),
    config: may('registrations.read'),
  },
];
