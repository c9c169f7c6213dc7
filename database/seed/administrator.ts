import type { Core } from '@strapi/strapi';

/** The log-in of a machine on which somebody tries the product. Documented, therefore worthless as a secret: never in production. */
export const demoAdmin = { email: 'demo@magnetiq.example', password: 'Demo-Webinars-2030' } as const;

type Login = { email: string; password: string };

type AdminServices = {
  user: { exists(): Promise<boolean>; create(attributes: Record<string, unknown>): Promise<unknown> };
  role: { getSuperAdmin(): Promise<{ id: number } | null> };
  auth: { validatePassword(password: string, hash: string): Promise<boolean> };
};

// Strapi does not type its admin's services; AdminServices says what we use of them.
const service = <Name extends keyof AdminServices>(strapi: Core.Strapi, name: Name): AdminServices[Name] =>
  strapi.service(`admin::${name}`) as unknown as AdminServices[Name];

/** Creates the demonstration's administrator where there is no administrator at all. */
export const createDemoAdmin = async (strapi: Core.Strapi): Promise<void> => {
  if (process.env.NODE_ENV === 'production' || (await service(strapi, 'user').exists())) return;
  const role = await service(strapi, 'role').getSuperAdmin();
  if (!role) throw new Error('Strapi has no super-admin role yet: fill the database after Strapi has loaded.');
  await service(strapi, 'user').create({
    ...demoAdmin,
    firstname: 'Demo',
    lastname: 'Magnetiq',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
};

/** The demonstration's log-in, for as long as it opens the door; null in production and once somebody has changed it. */
export const demoLogin = async (strapi: Core.Strapi): Promise<Login | null> => {
  if (process.env.NODE_ENV === 'production') return null;
  const user = (await strapi.db.query('admin::user').findOne({ where: { email: demoAdmin.email } })) as {
    password?: string;
    isActive?: boolean;
  } | null;
  if (!user?.password || !user.isActive) return null;
  return (await service(strapi, 'auth').validatePassword(demoAdmin.password, user.password)) ? { ...demoAdmin } : null;
};
