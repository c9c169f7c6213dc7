import type { Core } from '@strapi/strapi';
import { staffOf, SYSTEM, type Actor } from '../kernel/staff';

type Koa = {
  state?: {
    user?: Parameters<typeof staffOf>[0]['state']['user'];
    auth?: { strategy?: { name?: string }; credentials?: { id?: number | string; name?: string | null } };
  };
};

/**
 * Who writes, for the audit log, by the request that is being served: an administrator, an API token by its name, a visitor. Without a
 * request, or with one that nobody logged in for, it is the system.
 */
export const actorIn = (strapi: Core.Strapi): Actor => {
  const state = (strapi.requestContext.get() as Koa | undefined)?.state;
  const { strategy, credentials } = state?.auth ?? {};
  switch (strategy?.name) {
    case 'admin':
      return staffOf({ state: state ?? {} });
    case 'content-api-token':
    case 'admin-token':
      return {
        kind: 'token',
        id: credentials?.id === undefined ? null : String(credentials.id),
        name: credentials?.name ?? null,
      };
    case 'users-permissions':
      return credentials?.id === undefined ? SYSTEM : { kind: 'visitor', id: String(credentials.id), name: null };
    default:
      return SYSTEM;
  }
};
