import { randomBytes } from 'node:crypto';
import supertest from 'supertest';
import { strapi, world } from './world';

const METHODS = ['get', 'post', 'put', 'delete'] as const;

type Requests = Pick<ReturnType<typeof supertest>, (typeof METHODS)[number]>;

/** Requests of a super admin who has logged in to the admin, as the admin's pages send them. */
export const anEditor = async (): Promise<Requests> => {
  const email = `editor-${randomBytes(4).toString('hex')}@example.com`;
  const password = 'Editor-password-1';
  const role = await strapi.service('admin::role').getSuperAdmin();
  await strapi
    .service('admin::user')
    .create({ email, password, firstname: 'Edith', lastname: 'Editor', isActive: true, roles: [role.id] });
  const agent = supertest(world.baseUrl);
  const { body } = await agent.post('/admin/login').send({ email, password });
  const entries = METHODS.map((method) => [
    method,
    (path: string) => agent[method](path).set('Authorization', `Bearer ${body.data.token}`),
  ]);
  return Object.fromEntries(entries) as Requests;
};
