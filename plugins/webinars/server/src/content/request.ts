import type { Core } from '@strapi/strapi';

type Asked = { by: 'visitor' | 'token' | 'staff' | 'code'; locale: string | null };

type Koa = { query?: Record<string, unknown>; state?: { auth?: { strategy?: { name?: string } } } };

const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** A locale as a query spells it. Null for anything else, such as `*`. */
export const toLocale = (value: unknown): string | null =>
  typeof value === 'string' && LOCALE.test(value) ? value : null;

const BY: Record<string, Asked['by']> = {
  'users-permissions': 'visitor',
  'api-token': 'token',
  admin: 'staff',
  'admin-token': 'staff',
};

/** Who asks, as Strapi's own log-in found: visitors, signed in or not; API tokens; staff in the admin; else code of one's own. */
export const askedBy = (strapi: Core.Strapi): Asked => {
  const ctx = strapi.requestContext.get() as Koa | undefined;
  const by = BY[ctx?.state?.auth?.strategy?.name ?? ''] ?? 'code';
  return { by, locale: toLocale(ctx?.query?.locale) };
};
