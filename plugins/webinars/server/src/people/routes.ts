import type { SessionPeople } from '../../../contracts/session-people';
import { answering } from '../kernel/problems';
import { may } from '../kernel/staff';

/** What the routes need of the application, asked for when a request comes. */
export type PeopleDoors = { read(session: string): Promise<SessionPeople> };

type Ctx = {
  params: Record<string, string>;
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

/** Who is registered for a session, in figures. A figure of one is a person: it is for those who may read registrations. */
export const peopleAdminRoutes = (doors: () => PeopleDoors) => [
  {
    method: 'GET',
    path: '/sessions/:session/people',
    handler: answering<Ctx>(async (ctx) => {
      ctx.body = { data: await doors().read(ctx.params.session!), meta: {} };
    }),
    config: may('registrations.read'),
  },
];
