import { notFound } from './errors';
import { answering } from './problems';
import type { may, StaffCtx } from './staff';

/** A route of the admin whose answer is about people: no browser keeps it. What `handle` gives is its data. */
export const aboutPeople = <Ctx extends StaffCtx>(
  method: string,
  path: string,
  config: ReturnType<typeof may>,
  handle: (ctx: Ctx) => Promise<unknown>,
) => ({
  method,
  path,
  handler: answering<Ctx>(async (ctx) => {
    ctx.set('Cache-Control', 'private, no-store');
    ctx.body = { data: await handle(ctx), meta: {} };
  }),
  config,
});

/** A number of ours as an id in a path or a query. */
export const ID = /^\d{1,18}$/;

/** The id in a route's path; what is no id names nothing. `what`: what it would name. */
export const idIn = ({ params }: Pick<StaffCtx, 'params'>, what: string): string => {
  if (!ID.test(params.id!)) throw notFound(what);
  return params.id!;
};
