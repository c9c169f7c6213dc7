/** For a route of the admin: only administrators who may do this, by its name among the plugin's permissions. */
export const may = (action: string) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [`plugin::webinars.${action}`] } },
  ],
});

/** The administrator of a request, as Strapi knows them. */
export type Staff = { firstname?: string | null; lastname?: string | null; username?: string | null };

/** Whom a change is attributed to. */
export const nameOfStaff = (user: Staff | undefined): string | null =>
  [user?.firstname, user?.lastname].filter(Boolean).join(' ') || (user?.username ?? null);
