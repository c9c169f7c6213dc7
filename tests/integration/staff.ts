import { request, strapi } from '../harness';
import type { requestsTo } from '../harness/request';

type Requests = ReturnType<typeof requestsTo>;

/** Requests of somebody who works in the admin and may do these things only, such as `mail.read`. */
export const staffWho = async (...actions: string[]): Promise<Requests> => {
  const unique = Math.random().toString(36).slice(2);
  const role = await strapi.service('admin::role').create({ name: unique, description: '' });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    actions.map((action) => ({
      action: `plugin::webinars.${action}`,
      subject: null,
      properties: {},
      conditions: [],
    })),
  );
  const password = `Aa1-${unique}-${unique}`;
  const email = `${unique}@example.com`;
  await strapi
    .service('admin::user')
    .create({ email, firstname: 'Sam', lastname: 'Staff', password, isActive: true, roles: [role.id] });
  const { body } = await request.post('/admin/login').send({ email, password });
  return Object.fromEntries(
    Object.entries(request).map(([method, send]) => [
      method,
      (path: string) => send(path).set('Authorization', `Bearer ${body.data.token}`),
    ]),
  ) as Requests;
};
