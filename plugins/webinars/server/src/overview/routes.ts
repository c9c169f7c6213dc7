import { overviewQuery, type Overview, type OverviewVerification } from '../../../contracts/overview';
import { answering } from '../kernel/problems';
import { staffOf, type Actor } from '../audit';
import { may, type Staff } from '../kernel/staff';
import type { Locale } from '../kernel/text';

/** What the routes need of the application, asked for when a request comes: Strapi reads routes before the application is composed. */
type Doors = {
  readOverview(locale: Locale): Promise<Overview>;
  verify(by: Actor): Promise<OverviewVerification>;
};

type Ctx = {
  query: unknown;
  state: { user?: Staff };
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

export const overviewAdminRoutes = (doors: () => Doors) => [
  {
    method: 'GET',
    path: '/overview',
    handler: answering<Ctx>(async (ctx) => {
      ctx.body = { data: await doors().readOverview(overviewQuery.parse(ctx.query).locale) };
    }),
    config: may('overview.read'),
  },
  {
    method: 'POST',
    path: '/verifications',
    handler: answering<Ctx>(async (ctx) => {
      ctx.status = 201;
      ctx.body = { data: await doors().verify(staffOf(ctx)) };
    }),
    config: may('verify'),
  },
];
