import { useAuth } from '@strapi/strapi/admin';

/** Whether the reader may open, make or change entries of a type: a link to a page that refuses is worse than none. */
export const useMay = (action: 'read' | 'create' | 'update', uid: string): boolean =>
  useAuth('useMay', ({ permissions }) =>
    permissions.some((one) => one.action === `plugin::content-manager.explorer.${action}` && one.subject === uid),
  );

/** Whether the reader may do one of these things, as `permissions.ts` lists them. */
export const useMayDo = (wanted: readonly { action: string }[]): boolean =>
  useAuth('useMayDo', ({ permissions }) =>
    permissions.some((one) => wanted.some(({ action }) => one.action === action)),
  );
