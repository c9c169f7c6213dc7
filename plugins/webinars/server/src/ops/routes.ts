import { checkQuery, repairRequest, type CheckDetail, type CheckRow } from '../../../contracts/checks';
import { staffOf, type Actor } from '../audit';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';
import type { Locale } from '../kernel/text';

/** What the routes need of the application, asked for when a request comes. */
export type CheckDoors = {
  list(): Promise<CheckRow[]>;
  one(at: Date, locale: Locale): Promise<CheckDetail | null>;
  /** Mends what a check found, as far as that decides nothing for a person; answers the check that was made afterwards. */
  repair(at: Date, by: Actor): Promise<CheckRow>;
};

const instantIn = (text: string): Date => {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw notFound('This check');
  return at;
};

export const checksAdminRoutes = (doors: () => CheckDoors) => {
  const on = (method: string, path: string, handle: (ctx: StaffCtx) => Promise<unknown>) => ({
    method,
    path,
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await handle(ctx), meta: {} };
    }),
    config: may('verify'),
  });
  return [
    on('GET', '/verifications', () => doors().list()),
    on('GET', '/verifications/:at', async (ctx) => {
      const found = await doors().one(instantIn(ctx.params.at!), checkQuery.parse(ctx.query).locale);
      if (!found) throw notFound('This check');
      return found;
    }),
    on('POST', '/verifications/repair', (ctx) =>
      doors().repair(instantIn(repairRequest.parse(ctx.request.body).at), staffOf(ctx)),
    ),
  ];
};
