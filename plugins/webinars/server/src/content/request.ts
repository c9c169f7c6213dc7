import type { Core } from '@strapi/strapi';

type Asked = { by: 'visitor' | 'token' | 'staff' | 'code'; locale: string | null };

type Koa = {
  query?: Record<string, unknown>;
  state?: {
    auth?: { strategy?: { name?: string } };
    route?: { info?: { pluginName?: string; type?: string } };
  };
};

const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** A locale as a query spells it. Null for anything else, such as `*`. */
export const toLocale = (value: unknown): string | null =>
  typeof value === 'string' && LOCALE.test(value) ? value : null;

const BY: Record<string, Asked['by']> = {
  'users-permissions': 'visitor',
  'content-api-token': 'token',
  admin: 'staff',
  'admin-token': 'staff',
};

const currentRequest = (strapi: Core.Strapi) => strapi.requestContext.get() as Koa | undefined;

/** Who asks, as Strapi's own log-in found: visitors, signed in or not; API tokens; staff in the admin; else code of one's own. */
export const askedBy = (strapi: Core.Strapi): Asked => {
  const ctx = currentRequest(strapi);
  const by = BY[ctx?.state?.auth?.strategy?.name ?? ''] ?? 'code';
  return { by, locale: toLocale(ctx?.query?.locale) };
};

/** Whether somebody's form or program writes: the Content Manager, REST or GraphQL. Our own endpoints are code of our own. */
export const isForm = (strapi: Core.Strapi): boolean => {
  const info = currentRequest(strapi)?.state?.route?.info;
  return info?.pluginName === 'content-manager' || (info?.type === 'content-api' && info.pluginName === undefined);
};
