import { app, aSession, clock, newAddress, request, resetData, sql, strapi, world } from '../harness';
import { isWanted, readPreferences, requestConsents } from '../../plugins/webinars/server/src/mail';
import { aForm, aStaffForm, register } from './visitors';

const API = '/api/webinars';

let people = 0;
/** The address of this test's person: how often one may register is limited. */
let EMAIL = '';

beforeEach(async () => {
  await resetData();
  people += 1;
  EMAIL = `grace-${people}@example.com`;
});

/** The mails that ask for consent, by their recipients. */
const asked = async () =>
  (await sql<{ recipient: string }>(`select recipient from webinars_mails where kind = 'opt_in' order by id`)).map(
    ({ recipient }) => recipient,
  );

const consents = () =>
  sql<Record<string, unknown>>(
    `select email, state, text_version as version, requested_from as "from", confirmed_from as "confirmedFrom" from webinars_marketing_consents order by email`,
  );

const tokenIn = (link: string) => new URL(link).pathname.split('/').pop()!;

/** Somebody who has registered, with the tokens that mails carry. */
const registered = async (fields: Record<string, unknown> = {}, slug?: string) => {
  const { body } = await register(slug ?? (await aSession()).slug, aForm({ email: EMAIL, ...fields }));
  const { reference } = body.data as { reference: string };
  return {
    reference,
    manage: body.data.manageToken as string,
    preferences: tokenIn(app.links.preferences(reference)),
    consent: tokenIn(app.links.consent(reference)),
  };
};

const wanted = async (category: 'reminders' | 'follow_up' | 'news' | 'service') =>
  isWanted(category, await readPreferences(app.database.read, EMAIL));

const confirm = (token: string) => request.post(`${API}/consents/${token}/confirm`);

describe('consent to news', () => {
  it('is noted with the registration and counts only once it is confirmed by POST', async () => {
    const { consent } = await registered({ marketingConsent: true });
    expect(await consents()).toEqual([
      { email: EMAIL, state: 'requested', version: '1', from: expect.stringMatching(/^10\./), confirmedFrom: null },
    ]);
    expect(await asked()).toHaveLength(1);
    expect(await wanted('news')).toBe(false);
    expect((await request.get(`${API}/consents/${consent}/confirm`)).status).toBe(404);
    expect(await wanted('news')).toBe(false);
    expect((await confirm(consent)).body.data).toEqual({ consent: 'confirmed' });
    expect((await confirm(consent)).status).toBe(200);
    expect(await wanted('news')).toBe(true);
  });

  it('is asked for once a day, however many sessions somebody registers for', async () => {
    clock.set('2027-01-10T08:00:00Z');
    await registered({ marketingConsent: true });
    await registered({ marketingConsent: true });
    expect(await asked()).toHaveLength(1);
    clock.advance({ hours: 25 });
    await registered({ marketingConsent: true });
    expect(await asked()).toHaveLength(2);
  });

  it('is not touched by who does not tick it, and stays what it is once confirmed', async () => {
    await registered();
    expect(await consents()).toEqual([]);
    const { consent } = await registered({ marketingConsent: true });
    await confirm(consent);
    await registered();
    await registered({ marketingConsent: true });
    expect(await consents()).toMatchObject([{ state: 'confirmed' }]);
    expect(await asked()).toHaveLength(1);
  });

  it('belongs to the transaction: no seat, no wish', async () => {
    const { slug } = await aSession({ capacity: 0, allowWaitlist: false });
    expect((await register(slug, aForm({ email: EMAIL, marketingConsent: true }))).status).toBe(409);
    const other = await aSession();
    const before = app.registrationDeps.askForConsent;
    app.registrationDeps.askForConsent = async () => {
      throw new Error('no mail can be queued');
    };
    try {
      const answer = await register(other.slug, aForm({ email: EMAIL, marketingConsent: true }));
      expect(answer.status).toBe(500);
    } finally {
      app.registrationDeps.askForConsent = before;
    }
    expect(await consents()).toEqual([]);
    expect(await sql('select from registrations')).toEqual([]);
  });

  it('is asked of everybody in a crowd who ticked it, and of nobody else', async () => {
    const { slug } = await aSession({ capacity: 100 });
    const people = Array.from({ length: 60 }, (_, n) => ({
      email: `p${n}@example.com`,
      marketingConsent: n % 3 === 0,
    }));
    const answers = await Promise.all(people.map((person) => register(slug, aForm(person))));
    expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(201));
    const ticked = people.filter(({ marketingConsent }) => marketingConsent).map(({ email }) => email);
    expect((await consents()).map(({ email }) => email)).toEqual(ticked.sort());
    expect(await asked()).toHaveLength(20);
  });

  it('is asked for as well where staff write it down', async () => {
    const session = await aSession();
    await strapi.documents('api::registration.registration').create({
      data: { ...aStaffForm({ email: EMAIL, marketingConsent: true }), session: session.documentId } as never,
    });
    expect(await consents()).toMatchObject([{ state: 'requested', from: 'staff' }]);
    expect(await asked()).toHaveLength(1);
  });

  it('counts at once without double opt-in', async () => {
    const ask = { email: EMAIL, registrationDocumentId: 'r1', locale: 'en' as const, textVersion: '2', from: 'here' };
    const now = new Date();
    await app.database.inTransaction(async (trx) => {
      expect(await requestConsents(trx, [ask], { doubleOptIn: true, now })).toEqual(['r1']);
      expect(await requestConsents(trx, [ask], { doubleOptIn: false, now })).toEqual([]);
    });
    expect(await consents()).toEqual([
      { email: EMAIL, state: 'confirmed', version: '2', from: 'here', confirmedFrom: 'here' },
    ]);
  });

  it('cannot be confirmed by an old link once it was withdrawn, but by asking anew', async () => {
    const { consent, preferences } = await registered({ marketingConsent: true });
    await confirm(consent);
    await request.post(`${API}/unsubscribe/${preferences}?category=news`);
    const late = await request.post(`${API}/consents/${consent}/confirm?locale=de`);
    expect([late.status, late.body.error.details.code]).toEqual([409, 'CONSENT_NOT_REQUESTED']);
    expect(late.body.error.message).toMatch(/^Es gibt nichts zu bestätigen/);
    await request.patch(`${API}/preferences/${preferences}`).send({ data: { news: true } });
    expect(await asked()).toHaveLength(2);
    expect(await wanted('news')).toBe(false);
    await confirm(consent);
    expect(await wanted('news')).toBe(true);
  });
});

describe('preferences', () => {
  it('are the address’s, and show it masked', async () => {
    const { preferences } = await registered();
    const { body, headers } = await request.get(`${API}/preferences/${preferences}`);
    expect(body.data).toEqual({
      email: 'g…@example.com',
      reminders: true,
      follow_up: true,
      news: false,
      consent: 'none',
    });
    expect(headers['cache-control']).toBe('private, no-store');
    await request.patch(`${API}/preferences/${preferences}`).send({ data: { reminders: false } });
    const other = await registered();
    expect((await request.get(`${API}/preferences/${other.preferences}`)).body.data).toMatchObject({
      reminders: false,
      follow_up: true,
    });
    expect([await wanted('reminders'), await wanted('follow_up'), await wanted('service')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('keep what is not named, and take nothing else', async () => {
    const { preferences } = await registered();
    const patch = (data: unknown) => request.patch(`${API}/preferences/${preferences}`).send({ data });
    await patch({ reminders: false });
    await patch({ follow_up: false });
    expect((await patch({ reminders: true })).body.data).toMatchObject({ reminders: true, follow_up: false });
    expect((await patch({ service: false })).status).toBe(400);
    expect((await patch({ reminders: 'no' })).status).toBe(400);
  });

  it('are all kept when changes come at once', async () => {
    const { preferences } = await registered();
    const patch = (data: unknown) => request.patch(`${API}/preferences/${preferences}`).send({ data });
    await Promise.all([patch({ reminders: false }), patch({ follow_up: false }), patch({ news: false })]);
    expect(await sql(`select switched_off as off from webinars_mail_addresses`)).toEqual([
      { off: ['follow_up', 'news', 'reminders'] },
    ]);
  });
});

describe('one-click unsubscription', () => {
  it.each([
    ['form-encoded', (to: string) => request.post(to).type('form').send({ 'List-Unsubscribe': 'One-Click' })],
    ['as a multipart form', (to: string) => request.post(to).field('List-Unsubscribe', 'One-Click')],
    ['without a body', (to: string) => request.post(to)],
  ])('answers 200 without cookie or redirect, however often: %s', async (_, send) => {
    const { reference } = await registered();
    const to = new URL(app.links.oneClickUnsubscribe(reference, 'reminders'));
    for (const time of [1, 2]) {
      const { status, headers, body } = await send(to.pathname + to.search);
      expect({ time, status, cookie: headers['set-cookie'], reminders: body.data.reminders }).toEqual({
        time,
        status: 200,
        cookie: undefined,
        reminders: false,
      });
    }
    expect(await wanted('reminders')).toBe(false);
  });

  it('is asked for by many people of one mail provider', async () => {
    const { preferences } = await registered();
    const from = newAddress();
    const post = (token: string) =>
      request.post(`${API}/unsubscribe/${token}?category=reminders`).set('X-Forwarded-For', from);
    for (let n = 0; n < 61; n += 1) await post('nobody');
    expect((await post('nobody')).status).toBe(429);
    expect((await post(preferences)).status).toBe(200);
  });
});

describe('tokens', () => {
  it('of one purpose open nothing of another’s', async () => {
    const { manage, preferences, consent } = await registered({ marketingConsent: true });
    const answers = [
      await request.post(`${API}/registrations/${preferences}/cancel`),
      await request.post(`${API}/registrations/${consent}/cancel`),
      await request.get(`${API}/preferences/${manage}`),
      await request.get(`${API}/preferences/${consent}`),
      await confirm(preferences),
      await request.post(`${API}/unsubscribe/${manage}?category=news`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404));
    expect(await world.pool.query(`select from registrations where state = 'cancelled'`)).toMatchObject({
      rowCount: 0,
    });
  });
});
