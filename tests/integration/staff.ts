import { request, strapi } from '../harness';
import type { requestsTo } from '../harness/request';

type Requests = ReturnType<typeof requestsTo>;

let made = 0;

/** Logs somebody in who has this role, by its id. */
const loggedInAs = async (role: number | string): Promise<Requests> => {
  const unique = `${process.pid}-${(made += 1)}-${Math.random().toString(36).slice(2)}`;
  const password = `Aa1-${unique}`;
  const email = `${unique}@example.com`;
  await strapi
    .service('admin::user')
    .create({ email, firstname: 'Sam', lastname: 'Staff', password, isActive: true, roles: [role] });
  const { body } = await request.post('/admin/login').send({ email, password });
  return Object.fromEntries(
    Object.entries(request).map(([method, send]) => [
      method,
      (path: string) => send(path).set('Authorization', `Bearer ${body.data.token}`),
    ]),
  ) as Requests;
};

/** Requests of somebody who works in the admin and may do these things only, such as `mail.read`. */
export const staffWho = async (...actions: string[]): Promise<Requests> => {
  const role = await strapi
    .service('admin::role')
    .create({ name: Math.random().toString(36).slice(2), description: '' });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    actions.map((action) => ({
      action: `plugin::webinars.${action}`,
      subject: null,
      properties: {},
      conditions: [],
    })),
  );
  return loggedInAs(role.id);
};

/** Requests of somebody in one of the roles that are there, by its name. */
export const staffInRole = async (name: string): Promise<Requests> => {
  const role = (await strapi.service('admin::role').findOne({ name })) as { id: number } | null;
  if (!role) throw new Error(`There is no role "${name}".`);
  return loggedInAs(role.id);
};
