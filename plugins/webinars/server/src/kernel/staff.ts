/** For a route of the admin: only administrators who may do this, by its name among the plugin's permissions. */
export const may = (action: string) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [`plugin::webinars.${action}`] } },
  ],
});

/** For a route that shows or allows more to some: whether the administrator of a request may do this, too. */
export const mayAlso = ({ state }: Pick<StaffCtx, 'state'>, action: string): boolean =>
  state.userAbility?.can(`plugin::webinars.${action}`) === true;

/** The administrator of a request, as Strapi knows them. */
export type Staff = {
  id?: number | string;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
};

/** What a route of the admin reads and writes of Koa's context. */
export type StaffCtx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user?: Staff; userAbility?: { can(action: string): boolean } };
  status: number;
  body: unknown;
  set(name: string, value: string): void;
};

/** Whom a change is attributed to. */
export const nameOfStaff = (user: Staff | undefined): string | null =>
  [user?.firstname, user?.lastname].filter(Boolean).join(' ') || (user?.username ?? null);

/** Who changes something, for the audit log. `kind` is left out for an administrator. */
export type Actor = { kind?: 'staff' | 'token' | 'visitor' | 'system'; id: string | null; name: string | null };

/** Nobody: the system by itself. */
export const SYSTEM: Actor = { kind: 'system', id: null, name: null };

/** The administrator who sent a request, for the audit log. */
export const staffOf = ({ state: { user } }: Pick<StaffCtx, 'state'>): Actor => ({
  kind: 'staff',
  id: user?.id === undefined ? null : String(user.id),
  name: nameOfStaff(user),
});
