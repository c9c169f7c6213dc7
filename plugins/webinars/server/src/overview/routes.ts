import {
  overviewQuery,
  periodQuery,
  type Overview,
  type OverviewActivity,
  type OverviewPeriod,
  type OverviewVerification,
  type PeriodQuery,
} from '../../../contracts/overview';
import { answering } from '../kernel/problems';
import { staffOf, type Actor } from '../audit';
import { may, mayAlso, type StaffCtx } from '../kernel/staff';
import type { Locale } from '../kernel/text';

/** What the routes need of the application, asked for when a request comes: Strapi reads routes before the application is composed. */
export type OverviewDoors = {
  readOverview(locale: Locale): Promise<Overview>;
  readPeriod(query: PeriodQuery, seesMoney: boolean): Promise<OverviewPeriod>;
  readActivity(locale: Locale, seesPeople: boolean): Promise<OverviewActivity>;
  verify(by: Actor): Promise<OverviewVerification>;
};

/** Names and payments are parts of registrations: only who may read those is told. */
const seesRegistrations = (ctx: StaffCtx): boolean => mayAlso(ctx, 'registrations.read');

export const overviewAdminRoutes = (doors: () => OverviewDoors) => [
  {
    method: 'GET',
    path: '/overview',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await doors().readOverview(overviewQuery.parse(ctx.query).locale) };
    }),
    config: may('overview.read'),
  },
  {
    method: 'GET',
    path: '/overview/period',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await doors().readPeriod(periodQuery.parse(ctx.query), seesRegistrations(ctx)) };
    }),
    config: may('overview.read'),
  },
  {
    method: 'GET',
    path: '/overview/activity',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = {
        data: await doors().readActivity(overviewQuery.parse(ctx.query).locale, seesRegistrations(ctx)),
      };
    }),
    config: may('overview.read'),
  },
  {
    method: 'POST',
    path: '/verifications',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.status = 201;
      ctx.body = { data: await doors().verify(staffOf(ctx)) };
    }),
    config: may('verify'),
  },
];
