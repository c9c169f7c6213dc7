import { aForm, app, aSession, drainJobs, request, resetData, sql, strapi } from '../harness';
import { register } from './visitors';

const MINE = '/api/webinars/me/registrations';

beforeEach(resetData);
afterEach(async () => {
  await drainJobs();
  expect(await app.verify()).toMatchObject({ differences: [] });
});

/** A visitor's account, and the token it is given when it logs in. */
const anAccount = async (email: string, data: Record<string, unknown> = {}): Promise<string> => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
  const user = await strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      username: email,
      email,
      password: 'A password of some length',
      provider: 'local',
      confirmed: true,
      role: role.id,
      ...data,
    });
  return strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
};

const mine = (token: string) => request.get(MINE).set('Authorization', `Bearer ${token}`);
const cancelMine = (token: string, reference: string) =>
  request.post(`${MINE}/${reference}/cancel`).set('Authorization', `Bearer ${token}`);

/** Registers a person and tells the reference. */
const registered = async (session: { slug: string }, fields: Record<string, unknown>): Promise<string> =>
  (await register(session.slug, aForm(fields))).body.data.reference;

const stateOf = async (reference: string) =>
  (await sql<{ state: string }>('select state from registrations where reference = $1', [reference]))[0]?.state;

const confirming = async (on: boolean, work: () => Promise<void>) => {
  const settings = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const before = (await settings.get({})) as object;
  await settings.set({ value: { ...before, email_confirmation: on } });
  try {
    await work();
  } finally {
    await settings.set({ value: before });
  }
};

describe('the registrations of a signed-in visitor', () => {
  it('are those of their confirmed address, however it was spelled, and nobody else’s', async () => {
    const one = await aSession();
    const two = await aSession();
    const first = await registered(one, { email: 'Ada.Me@Example.com' });
    const second = await registered(two, { email: ' ada.me@example.com' });
    await registered(two, { email: 'ada.me@example.org' });
    await registered(two, { email: 'not.ada@example.com' });
    const answer = await mine(await anAccount('ada.me@example.com'));
    expect(answer.status).toBe(200);
    expect(answer.body.data.map((one: { reference: string }) => one.reference).sort()).toEqual([first, second].sort());
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  it('come with what fills the next form in', async () => {
    await registered(await aSession(), {
      email: 'ada.me@example.com',
      firstName: 'Ada',
      lastName: 'Lovelace',
      company: 'Engines',
      language: 'de',
    });
    const { body } = await mine(await anAccount('ada.me@example.com'));
    expect(body.meta.prefill).toMatchObject({
      firstName: 'Ada',
      lastName: 'Lovelace',
      email: 'ada.me@example.com',
      company: 'Engines',
      language: 'de',
    });
    expect(body.meta.prefill).not.toHaveProperty('termsAccepted');
  });

  it('are none for somebody who never registered', async () => {
    const answer = await mine(await anAccount('new@example.com'));
    expect(answer).toMatchObject({ status: 200, body: { data: [] } });
  });

  it('need a token that is good', async () => {
    expect(await request.get(MINE)).toMatchObject({ status: 401, body: { data: null } });
    expect(await mine('nonsense')).toMatchObject({ status: 401 });
    expect(await request.post(`${MINE}/W0000000000/cancel`)).toMatchObject({ status: 401 });
  });

  it('are not shown to an address that nobody has confirmed', async () => {
    const reference = await registered(await aSession(), { email: 'ada.me@example.com' });
    const token = await anAccount('ada.me@example.com', { confirmed: false });
    for (const answer of [await mine(token), await cancelMine(token, reference)]) {
      // Strapi itself turns an unconfirmed account away while confirmation is asked for.
      expect(answer.status).toBe(401);
      expect(JSON.stringify(answer.body)).not.toContain(reference);
    }
    expect(await stateOf(reference)).toBe('confirmed');
  });

  it('are shown to nobody while addresses are not confirmed at all', async () => {
    const reference = await registered(await aSession(), { email: 'ada.me@example.com' });
    const token = await anAccount('ada.me@example.com');
    await confirming(false, async () => {
      expect(await mine(token)).toMatchObject({
        status: 403,
        body: { error: { details: { code: 'EMAIL_NOT_CONFIRMED' } } },
      });
      expect(await cancelMine(token, reference)).toMatchObject({ status: 403 });
    });
    expect(await stateOf(reference)).toBe('confirmed');
    expect(await mine(token)).toMatchObject({ status: 200 });
  });

  it('are closed to a blocked account', async () => {
    const token = await anAccount('ada.me@example.com', { blocked: true });
    expect((await mine(token)).status).toBe(401);
  });

  it('are not for an API token, which is nobody’s address', async () => {
    const { accessKey } = await strapi.service('admin::api-token').create({
      name: `token ${Date.now()}`,
      description: '',
      type: 'full-access',
      lifespan: null,
    });
    const reference = await registered(await aSession(), { email: 'ada.me@example.com' });
    expect(await mine(accessKey)).toMatchObject({ status: 403 });
    expect(await cancelMine(accessKey, reference)).toMatchObject({ status: 403 });
    expect(await stateOf(reference)).toBe('confirmed');
    await sql('delete from strapi_api_tokens');
  });
});

describe('cancelling as a signed-in visitor', () => {
  it('gives the seat to the next in line, and says the same when asked again', async () => {
    const session = await aSession({ capacity: 1 });
    const reference = await registered(session, { email: 'ada.me@example.com' });
    const next = await registered(session, {});
    const token = await anAccount('ada.me@example.com');
    const answer = await cancelMine(token, reference);
    expect(answer).toMatchObject({ status: 200, body: { data: { reference, state: 'cancelled' } } });
    expect(await stateOf(next)).toBe('confirmed');
    expect(await cancelMine(token, reference)).toMatchObject({ status: 200, body: answer.body });
  });

  it('finds nothing of another person’s', async () => {
    const reference = await registered(await aSession(), { email: 'grace@example.com' });
    const token = await anAccount('ada.me@example.com');
    for (const wrong of [reference, 'W0000000000', '%00', 'x'.repeat(500)]) {
      expect([400, 404]).toContain((await cancelMine(token, wrong)).status);
    }
    expect(await cancelMine(token, reference)).toMatchObject({ status: 404, body: { data: null } });
    expect(await stateOf(reference)).toBe('confirmed');
  });

  it('is not done by a GET', async () => {
    const reference = await registered(await aSession(), { email: 'ada.me@example.com' });
    const token = await anAccount('ada.me@example.com');
    const answer = await request.get(`${MINE}/${reference}/cancel`).set('Authorization', `Bearer ${token}`);
    expect([404, 405]).toContain(answer.status);
    expect(await stateOf(reference)).toBe('confirmed');
  });
});
