import { consentPublication } from '../../../contracts/consents';
import { staffOf } from '../audit';
import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';
import type { Consents } from './consents';

export const consentsAdminRoutes = (consents: () => Pick<Consents, 'list' | 'publish'>) => [
  {
    method: 'GET',
    path: '/consents',
    handler: answering<StaffCtx>(async (ctx) => {
      ctx.body = { data: await consents().list(), meta: {} };
    }),
    config: may('programme.settings'),
  },
  {
    method: 'POST',
    path: '/consents',
    handler: answering<StaffCtx>(async (ctx) => {
      const published = await consents().publish(consentPublication.parse(ctx.request.body), staffOf(ctx));
      ctx.status = 201;
      ctx.body = { data: published, meta: {} };
    }),
    config: may('programme.settings'),
  },
];
