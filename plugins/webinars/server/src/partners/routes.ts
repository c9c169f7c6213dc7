import { pageQuery, partnerName, recordChoice, recordsQuery, repairChoice } from '../../../contracts/partners';
import { notFound } from '../kernel/errors';
import { answering } from '../kernel/problems';
import { staffOf } from '../audit';
import { may, type StaffCtx } from '../kernel/staff';
import type { Partners } from './partners';

const READ = may('partners.read');
const MANAGE = may('partners.manage');

/** The admin's own endpoints for partners, each with what an administrator must be allowed to do. */
export const partnerAdminRoutes = (partners: () => Partners) => {
  const on = (
    method: string,
    path: string,
    config: ReturnType<typeof may>,
    handle: (ctx: StaffCtx) => Promise<void>,
  ) => ({
    method,
    path,
    handler: answering<StaffCtx>(handle),
    config,
  });
  const named = ({ params }: StaffCtx) => {
    const parsed = partnerName.safeParse(params.partner);
    if (!parsed.success) throw notFound('This partner');
    return parsed.data;
  };
  return [
    on('GET', '/partners', READ, async (ctx) => {
      ctx.body = { data: await partners().cards(), meta: {} };
    }),
    on('GET', '/partners/records', READ, async (ctx) => {
      ctx.body = { data: await partners().records(recordsQuery.parse(ctx.query)), meta: {} };
    }),
    on('POST', '/partners/:partner/test', MANAGE, async (ctx) => {
      ctx.body = { data: await partners().check(named(ctx), staffOf(ctx)), meta: {} };
    }),
    on('POST', '/partners/:partner/dry-run', MANAGE, async (ctx) => {
      ctx.body = { data: await partners().rehearse(named(ctx)), meta: {} };
    }),
    on('POST', '/partners/:partner/reconcile', MANAGE, async (ctx) => {
      ctx.status = 202;
      ctx.body = { data: await partners().askToReconcile(named(ctx), staffOf(ctx)), meta: {} };
    }),
    on('GET', '/partners/:partner/differences', READ, async (ctx) => {
      const { data, pagination } = await partners().differences(named(ctx), pageQuery.parse(ctx.query));
      ctx.body = { data, meta: { pagination } };
    }),
    on('POST', '/partners/:partner/repair', MANAGE, async (ctx) => {
      const { ids } = repairChoice.parse(ctx.request.body ?? {});
      ctx.body = { data: { queued: await partners().repair(named(ctx), ids ?? null, staffOf(ctx)) }, meta: {} };
    }),
    on('GET', '/partners/:partner/failures', READ, async (ctx) => {
      const { data, pagination } = await partners().left(named(ctx), pageQuery.parse(ctx.query));
      ctx.body = { data, meta: { pagination } };
    }),
    on('POST', '/partners/:partner/replay', MANAGE, async (ctx) => {
      const { records } = recordChoice.parse(ctx.request.body ?? {});
      ctx.body = { data: { replayed: await partners().replay(named(ctx), records ?? null, staffOf(ctx)) }, meta: {} };
    }),
  ];
};
