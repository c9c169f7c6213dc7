import { request, strapi, world } from '../harness';
import type { requestsTo } from '../harness/request';

// What an answer carries is looked at by a test, not typed.
export type Wire = any;

const PASSWORD = 'Password-of-the-tests-1';

let made = 0;

type Requests = ReturnType<typeof requestsTo>;

/** Requests of an administrator who may do everything, logged in at the instance of this run. */
export const anAdministrator = async (): Promise<Requests> => {
  const email = `administrator-${process.pid}-${(made += 1)}@example.com`;
  const role = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({
    email,
    firstname: 'Ada',
    lastname: 'Administrator',
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return loggedIn(request, email);
};

const loggedIn = async (requests: Requests, email: string): Promise<Requests> => {
  const answer = await requests.post('/admin/login').send({ email, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`Nobody is logged in: ${answer.status} ${JSON.stringify(answer.body)}`);
  const { token } = (answer.body as { data: { token: string } }).data;
  return Object.fromEntries(
    Object.entries(requests).map(([method, send]) => [
      method,
      (path: string) => send(path).set('Authorization', `Bearer ${token}`),
    ]),
  ) as Requests;
};

/** Removes the administrators of the tests: they are not content, so that emptying the tables leaves them. */
export const removeAdministrators = () =>
  world.pool.query(`delete from admin_users where email like 'administrator-%@example.com'`);
