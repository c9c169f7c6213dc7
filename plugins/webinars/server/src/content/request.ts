import type { Core } from '@strapi/strapi';

type Asked = { type: 'public' | 'token' | 'other'; locale: string | null };

type Koa = {
  query?: Record<string, unknown>;
  state?: { auth?: { strategy?: { name?: string } }; route?: { info?: { type?: string } } };
};

/**
 * Who asks, as Strapi's own log-in found: visitors and signed-in visitors are `public`, API tokens `token`. Code of one's own, the admin
 * and jobs are `other`.
 */
export const askedBy = (strapi: Core.Strapi): Asked => {
  const ctx = strapi.requestContext.get() as Koa | undefined;
  const strategy = ctx?.state?.auth?.strategy?.name;
  const locale = typeof ctx?.query?.locale === 'string' ? ctx.query.locale : null;
  if (strategy === 'users-permissions') return { type: 'public', locale };
  if (strategy === 'api-token') return { type: 'token', locale };
  return { type: 'other', locale: null };
};
