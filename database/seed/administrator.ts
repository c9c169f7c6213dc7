import type { Core } from '@strapi/strapi';

/** The log-in of a machine on which somebody tries the product. Documented, therefore worthless as a secret: never in production. */
export const DEMO_ADMINISTRATOR = { email: 'demo@magnetiq.example', password: 'Demo-Webinars-2030', firstname: 'Demo', lastname: 'Magnetiq' } as const;

type AdminService = {
  exists(query?: Record<string, unknown>): Promise<boolean>;
  create(attributes: Record<string, unknown>): Promise<unknown>;
  getSuperAdmin(): Promise<{ id: number } | null>;
};

/**
 * Creates the demonstration's administrator where there is none at all. Answers its log-in, also when it was created by an earlier start
 * and still has its password; null where other administrators exist or in production.
 */
export const createDemoAdministrator = async (strapi: Core.Strapi): Promise<{ email: string; password: string } | null> => {
  if (process.env.NODE_ENV === 'production') return null;
  const { email, password, firstname, lastname } = DEMO_ADMINISTRATOR;
  const users = strapi.service('admin::user') as unknown as AdminService;
  if (!(await users.exists())) {
    const role = await (strapi.service('admin::role') as unknown as AdminService).getSuperAdmin();
    if (!role) throw new Error('Strapi has no super-admin role yet: create the administrator after Strapi has loaded.');
    await users.create({ email, firstname, lastname, password, isActive: true, registrationToken: null, roles: [role.id] });
    return { email, password };
  }
  return (await stillOpens(strapi, email, password)) ? { email, password } : null;
};

const stillOpens = async (strapi: Core.Strapi, email: string, password: string): Promise<boolean> => {
  const user = (await strapi.db.query('admin::user').findOne({ where: { email } })) as { password?: string; isActive?: boolean } | null;
  if (!user?.password || !user.isActive) return false;
  const auth = strapi.service('admin::auth') as unknown as { validatePassword(password: string, hash: string): Promise<boolean> };
  return auth.validatePassword(password, user.password);
};
