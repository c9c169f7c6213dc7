import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ValidateFunction } from 'ajv';
import { aForm, app, aSession, aSpeaker, clock, newAddress, request, resetData, sql, strapi, world } from '../harness';

const API = '/api';
const W = '/webinars';

type Json = Record<string, any>; // a JSON document is looked into, not typed
type Sent = { path: string; method?: 'get' | 'post' | 'patch'; body?: unknown; headers?: Record<string, string> };

let document: Json;
let ajv: Ajv2020;
/** Which answers of which operation have been seen, and which are described. */
const seen = new Set<string>();
const described = new Set<string>();

/** Closes what the document leaves open, so that a field nobody described is found. */
const closed = (schema: any, inRefusal = false): any => {
  if (Array.isArray(schema)) return schema.map((each) => closed(each, inRefusal));
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value, inRefusal || key === 'allOf')]),
  );
  const isOpen = schema.type === 'object' && schema.properties && !('additionalProperties' in schema) && !inRefusal;
  return isOpen ? { ...parts, additionalProperties: false } : parts;
};

const operationAt = (method: string, path: string): { operation: Json; key: string } => {
  const [pure = ''] = path.split('?');
  for (const [template, methods] of Object.entries<Json>(document.paths)) {
    const pattern = new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
    if (pattern.test(pure) && methods[method]) return { operation: methods[method], key: methods[method].operationId };
  }
  throw new Error(`The document knows no ${method} ${path}`);
};

const validators = new Map<unknown, ValidateFunction>();
const faultsIn = (schema: Json, value: unknown): string[] => {
  const known = validators.get(schema) ?? ajv.compile(closed({ ...schema, components: document.components }));
  validators.set(schema, known);
  return known(value) ? [] : (known.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** Sends a real request and holds its answer to what the document says about it. */
const ask = async ({ path, method = 'get', body, headers = {} }: Sent): Promise<Json> => {
  const { operation, key } = operationAt(method, path);
  const answer = await request[method](API + path)
    .set(headers)
    .send(body as object);
  const response = operation.responses[answer.status];
  const said = `${key} ${answer.status}`;
  expect({ said, isDescribed: Boolean(response), body: response ? undefined : answer.body }).toEqual({
    said,
    isDescribed: true,
  });
  const [type = ''] = Object.keys(response.content ?? {});
  expect({ said, type: answer.type }).toEqual({ said, type });
  for (const name of Object.keys(response.headers ?? {})) expect(answer.headers).toHaveProperty(name.toLowerCase());
  const schema = response.content?.[type].schema ?? { maxLength: 0, type: 'string' };
  expect({ said, faults: faultsIn(schema, type === 'application/json' ? answer.body : answer.text) }).toEqual({
    said,
    faults: [],
  });
  if (answer.status < 300 && operation.requestBody) {
    expect({ said, faults: faultsIn(operation.requestBody.content['application/json'].schema, body) }).toEqual({
      said,
      faults: [],
    });
  }
  seen.add(said);
  return { status: answer.status, etag: answer.headers.etag, ...answer.body };
};

const post = (path: string, data?: unknown, headers?: Record<string, string>): Promise<Json> =>
  ask({ path, method: 'post', headers, ...(data === undefined ? {} : { body: { data } }) });
const patch = (path: string, data: unknown): Promise<Json> => ask({ path, method: 'patch', body: { data } });
const get = (path: string, headers?: Record<string, string>): Promise<Json> => ask({ path, headers });
const registrations = (slug: string) => `${W}/sessions/${slug}/registrations`;

const fullForm = () =>
  aForm({
    phone: '+49 30 12345',
    country: 'GB',
    companySize: 'upTo49',
    position: 'Countess',
    website: 'https://example.com',
    industryVertical: 'Computing',
    currentChallenges: ['steam'],
    expertiseInterest: ['numbers'],
    consultationInterest: true,
    specificQuestions: 'Why?',
    followUpPreferences: 'email',
    interestedServices: { workshopSeries: true },
    utmSource: 'letter',
  });

const withCheckout = async (work: () => Promise<void>) => {
  const { ports } = app.registrationDeps;
  const before = ports.startCheckout;
  ports.startCheckout = async ({ reference }) => ({ checkoutUrl: `https://pay.example.com/${reference}` });
  try {
    await work();
  } finally {
    ports.startCheckout = before;
  }
};

/** While the row is somebody else's. */
const whileLocked = async (table: string, work: () => Promise<void>) => {
  const editor = await world.pool.connect();
  try {
    await editor.query('begin');
    await editor.query(`select from ${table} for update`);
    await work();
  } finally {
    await editor.query('rollback');
    editor.release();
  }
};

beforeAll(async () => {
  document = (await request.get(`${API}${W}/openapi.json`)).body;
  ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    allErrors: true,
    keywords: ['components'],
  });
  addFormats(ajv);
  for (const methods of Object.values<Json>(document.paths)) {
    for (const operation of Object.values<Json>(methods)) {
      for (const status of Object.keys(operation.responses)) described.add(`${operation.operationId} ${status}`);
    }
  }
});

beforeEach(resetData);

describe('the OpenAPI document', () => {
  it('names every public route of the plugin, and no other', () => {
    type Route = { method: string; path: string };
    const { routes } = (strapi.plugin('webinars').routes as unknown as { public: { routes: Route[] } }).public;
    const served = routes.map(({ method, path }) => `${method.toLowerCase()} ${W}${path.replace(/:(\w+)/g, '{$1}')}`);
    const named = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m} ${path}`),
    );
    expect(named.sort()).toEqual(served.sort());
  });

  it('is OpenAPI 3.1, with schemas that a strict validator takes', async () => {
    expect(await get(`${W}/openapi.json`)).toMatchObject({ openapi: '3.1.1', servers: [{ url: '/api' }] });
    for (const name of Object.keys(document.components.schemas)) {
      expect(() =>
        ajv.compile({ $ref: `#/components/schemas/${name}`, components: document.components }),
      ).not.toThrow();
    }
  });
});

describe('the endpoints answer as the document says', () => {
  it('for the programme', async () => {
    const topic = await strapi.documents('api::topic.topic').create({
      data: {
        title: 'Cloud',
        slug: 'cloud',
        state: 'active',
        category: 'cloud',
        tags: ['a'],
        agenda: [{ offset: 0, title: 'Hello' }],
      },
    } as never);
    const speaker = await aSpeaker({
      expertise: ['cloud'],
      industries: ['it'],
      credentials: { certifications: ['x'] },
    });
    const panelist = await aSpeaker();
    const session = await aSession({
      topic: topic.documentId,
      speaker: speaker.documentId,
      panelists: [panelist.documentId],
      price: 9900,
      earlyBirdPrice: 4900,
      earlyBirdEndsAt: new Date(+clock.now() + 86_400_000).toISOString(),
    });
    await aSession({ topic: topic.documentId, speaker: speaker.documentId });
    expect(
      (await get(`${W}/catalog?search=cloud&sort=relevance&expertise=cloud&page=1&pageSize=1&minRating=0`)).status,
    ).toBe(200);
    expect((await get(`${W}/catalog`)).data).toHaveLength(2);
    expect(await get(`${W}/catalog?nonsense=1&page=0`)).toMatchObject({ status: 400 });
    expect(await get(`${W}/sessions/${session.slug}`)).toMatchObject({ status: 200 });
    expect(await get(`${W}/sessions/nowhere`)).toMatchObject({ status: 404 });
    expect(await get(`${W}/sessions/${session.slug}?locale=fr`)).toMatchObject({ status: 400 });
  });

  it('for calendars', async () => {
    const speaker = await aSpeaker({ slug: 'ada' });
    const session = await aSession({ speaker: speaker.documentId, capacity: 1 });
    const files = [
      `${W}/sessions/${session.slug}/calendar.ics`,
      `${W}/calendar.ics`,
      `${W}/calendar/categories/strategy.ics`,
      `${W}/calendar/speakers/ada.ics`,
    ];
    for (const file of files) {
      const { status, etag } = await get(file);
      expect(status).toBe(200);
      expect(await get(file, { 'If-None-Match': etag })).toMatchObject({ status: 304 });
      expect(await get(`${file}?locale=fr`)).toMatchObject({ status: 400 });
    }
    for (const file of ['sessions/nowhere/calendar', 'calendar/categories/nothing', 'calendar/speakers/nobody']) {
      expect(await get(`${W}/${file}.ics`)).toMatchObject({ status: 404 });
    }
    const { data: seated } = await post(registrations(session.slug), fullForm());
    const { data: waiting } = await post(registrations(session.slug), fullForm());
    expect(await get(`${W}/registrations/${seated.manageToken}/calendar.ics`)).toMatchObject({ status: 200 });
    expect(await get(`${W}/registrations/${seated.manageToken}/calendar.ics?locale=fr`)).toMatchObject({ status: 400 });
    expect(await get(`${W}/registrations/${waiting.manageToken}/calendar.ics`)).toMatchObject({ status: 409 });
    expect(await get(`${W}/registrations/nobody/calendar.ics`)).toMatchObject({ status: 404 });
  });

  it('for registrations', async () => {
    const session = await aSession({ capacity: 1 });
    const form = fullForm();
    const made = await post(registrations(session.slug), form, { 'Idempotency-Key': 'one' });
    expect(made).toMatchObject({ status: 201, data: { state: 'confirmed' } });
    expect(await post(registrations(session.slug), fullForm())).toMatchObject({
      data: { state: 'waitlisted', waitlistPosition: 1 },
    });
    expect(await post(registrations(session.slug), { ...form, firstName: 'x' })).toMatchObject({ status: 400 });
    expect(
      await ask({
        path: registrations(session.slug),
        method: 'post',
        body: '{',
        headers: { 'Content-Type': 'application/json' },
      }),
    ).toMatchObject({ status: 400 });
    expect(await post(registrations('nowhere'), form)).toMatchObject({ status: 404 });
    const consentsShown = { language: 'en', versions: { termsAccepted: 'of nobody' } };
    expect(await post(registrations(session.slug), { ...fullForm(), consentsShown })).toMatchObject({
      status: 409,
      error: { details: { code: 'CONSENT_TEXT_CHANGED' } },
    });
    expect(await post(registrations(session.slug), form)).toMatchObject({ status: 409 });
    expect(await post(registrations(session.slug), fullForm(), { 'Idempotency-Key': 'one' })).toMatchObject({
      status: 422,
    });
    await whileLocked('sessions', async () => {
      const path = `${W}/registrations/${made.data.manageToken}`;
      const waiting = await Promise.all([
        post(registrations(session.slug), fullForm()),
        post(`${path}/cancel`),
        post(`${path}/join`),
        post(`${path}/feedback`, { rating: 5 }),
        patch(path, { company: 'Engines' }),
      ]);
      expect(waiting.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    });
    const path = `${W}/registrations/${made.data.manageToken}`;
    expect(await get(path)).toMatchObject({ status: 200, data: { meeting: { platform: 'zoom' } } });
    expect(await post(`${path}/cancel`)).toMatchObject({ status: 200, data: { state: 'cancelled' } });
    expect(await get(`${W}/registrations/nobody`)).toMatchObject({ status: 404 });
    expect(await post(`${W}/registrations/nobody/cancel`)).toMatchObject({ status: 404 });
  });

  it('for what attendees do', async () => {
    clock.set(new Date());
    const session = await aSession({ datetime: new Date(+clock.now() + 3_600_000).toISOString(), duration: 60 });
    const { data } = await post(registrations(session.slug), fullForm());
    const path = `${W}/registrations/${data.manageToken}`;
    expect(await patch(path, { timezone: 'Asia/Tokyo', phone: null })).toMatchObject({
      status: 200,
      data: { attendee: { timezone: 'Asia/Tokyo', phone: null } },
    });
    expect(await patch(path, { company: 'x' })).toMatchObject({ status: 400 });
    expect(await post(`${path}/join`)).toMatchObject({
      status: 409,
      error: { details: { code: 'JOIN_NOT_OPEN_YET' } },
    });
    expect(await post(`${path}/feedback`, { rating: 5 })).toMatchObject({ status: 409 });
    clock.advance({ minutes: 70 });
    expect(await post(`${path}/join`)).toMatchObject({ status: 200, data: { url: 'https://meet.example.com/room' } });
    expect(await post(`${path}/feedback`, { rating: 6 })).toMatchObject({ status: 400 });
    expect(await post(`${path}/feedback`, { rating: 5, comment: 'Well done' })).toMatchObject({
      status: 200,
      data: { feedback: { rating: 5 }, joinedAt: expect.any(String) },
    });
    clock.advance({ minutes: 60 });
    expect(await get(path)).toMatchObject({ status: 200, data: { resources: { recordingUrl: null } } });
    expect(await patch(path, {})).toMatchObject({ status: 409 });
    expect(await post(`${path}/cancel`)).toMatchObject({ status: 409 });
    const nobodys = `${W}/registrations/nobody`;
    const unknown = [await patch(nobodys, {}), await post(`${nobodys}/join`), await post(`${nobodys}/feedback`, {})];
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('for preferences and consent', async () => {
    const { data } = await post(registrations((await aSession()).slug), { ...fullForm(), marketingConsent: true });
    const [preferences, oneClick, consent] = [
      app.links.preferences(data.reference),
      app.links.oneClickUnsubscribe(data.reference, 'news'),
      app.links.consent(data.reference),
    ].map((link) => new URL(link).pathname.split('/').pop());
    const path = `${W}/preferences/${preferences}`;
    const unsubscribe = `${W}/unsubscribe/${oneClick}?category=news`;
    const confirm = `${W}/consents/${consent}/confirm`;
    expect(await get(path)).toMatchObject({ status: 200, data: { consent: 'requested', news: false } });
    await whileLocked('webinars_marketing_consents', async () => {
      const waiting = await Promise.all([post(confirm), patch(path, { news: false }), post(unsubscribe)]);
      expect(waiting.map(({ status }) => status)).toEqual([503, 503, 503]);
    });
    expect(await post(confirm)).toMatchObject({ status: 200, data: { consent: 'confirmed' } });
    expect(await patch(path, { reminders: false })).toMatchObject({
      status: 200,
      data: { reminders: false, news: true },
    });
    expect(await patch(path, { service: false })).toMatchObject({ status: 400 });
    expect(await post(unsubscribe)).toMatchObject({ status: 200, data: { news: false, consent: 'withdrawn' } });
    expect(await post(`${W}/unsubscribe/${oneClick}?category=service`)).toMatchObject({ status: 400 });
    expect(await post(confirm)).toMatchObject({ status: 409 });
    const unknown = [
      await get(`${W}/preferences/nobody`),
      await patch(`${W}/preferences/nobody`, {}),
      await post(`${W}/unsubscribe/nobody?category=news`),
      await post(`${W}/consents/nobody/confirm`),
    ];
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('for mails that come back', async () => {
    const path = `${W}/mail/bounces`;
    const mine = { Authorization: 'Bearer test-mail-bounce-token-0000000000000' };
    expect(await post(path, { email: 'gone@example.com', type: 'hard' }, mine)).toMatchObject({ status: 200 });
    expect(await post(path, { email: 'gone@example.com', type: 'bouncy' }, mine)).toMatchObject({ status: 400 });
    expect(await post(path, { email: 'gone@example.com', type: 'hard' })).toMatchObject({ status: 403 });
  });

  it('for paid registrations', () =>
    withCheckout(async () => {
      const session = await aSession({ price: 9900 });
      const form = fullForm();
      clock.set(new Date());
      const held = await post(registrations(session.slug), form, { 'Idempotency-Key': 'paid' });
      expect(held).toMatchObject({ status: 201, data: { state: 'pending_payment', payment: { amount: 9900 } } });
      expect(await get(`${W}/registrations/${held.data.manageToken}`)).toMatchObject({
        data: { state: 'pending_payment' },
      });
      clock.advance({ minutes: 31 });
      await app.registrations.releaseSeats(session.documentId);
      expect(await post(registrations(session.slug), form, { 'Idempotency-Key': 'paid' })).toMatchObject({
        status: 410,
      });
      expect(await get(`${W}/registrations/${held.data.manageToken}`)).toMatchObject({
        data: { cancelReason: 'payment_expired' },
      });
    }));

  it('for carts', async () => {
    const [one, two, full] = [
      await aSession(),
      await aSession({ requiresApproval: true }),
      await aSession({ capacity: 0, allowWaitlist: false }),
    ];
    expect(await post(`${W}/carts`, { sessionWebinars: ['nowhere'] })).toMatchObject({ status: 400 });
    const { data } = await post(`${W}/carts`, { email: 'ada@example.com', sessionWebinars: [one.slug] });
    const path = `${W}/carts/${data.token}`;
    expect(await get(path)).toMatchObject({ status: 200 });
    expect(await patch(path, { registrationData: { firstName: 5 } })).toMatchObject({ status: 400 });
    expect(await post(`${path}/submit`)).toMatchObject({ status: 400 });
    const change = { registrationData: { ...fullForm(), phone: null }, addSessionWebinars: [two.slug, full.slug] };
    expect(await patch(path, change)).toMatchObject({ status: 200 });
    await whileLocked('webinars_carts', async () => {
      const waiting = await Promise.all([patch(path, {}), post(`${path}/submit`)]);
      expect(waiting.map(({ status }) => status)).toEqual([503, 503]);
    });
    const submitted = await post(`${path}/submit`);
    expect(submitted).toMatchObject({
      status: 200,
      data: { results: [{ outcome: 'accepted' }, { outcome: 'accepted' }, { outcome: 'refused' }] },
    });
    expect(await get(path)).toMatchObject({ status: 200, data: { results: submitted.data.results } });
    expect(await patch(path, {})).toMatchObject({ status: 409 });

    const nobodys = `${W}/carts/nobody`;
    const unknown = [await get(nobodys), await patch(nobodys, {}), await post(`${nobodys}/submit`)];
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404]);
    const { data: forgotten } = await post(`${W}/carts`, {});
    clock.advance({ hours: 4 });
    const late = `${W}/carts/${forgotten.token}`;
    const expired = [await get(late), await patch(late, {}), await post(`${late}/submit`)];
    expect(expired.map(({ status }) => status)).toEqual([410, 410, 410]);
  });

  describe('for visitors who are signed in', () => {
    const advanced = () => strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
    let before: unknown;
    beforeAll(async () => {
      before = await advanced().get({});
      await advanced().set({ value: { ...(before as object), email_confirmation: true } });
    });
    afterAll(() => advanced().set({ value: before as object }));

    it('with their registrations', async () => {
      const role = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'authenticated' } });
      const account = {
        username: 'ada',
        email: 'ada@example.com',
        password: 'A long password',
        provider: 'local',
        confirmed: true,
        role: role.id,
      };
      const user = await strapi.plugin('users-permissions').service('user').add(account);
      const signedIn = {
        Authorization: `Bearer ${strapi.plugin('users-permissions').service('jwt').issue({ id: user.id })}`,
      };
      const mine = `${W}/me/registrations`;
      expect(await get(mine, signedIn)).toMatchObject({ status: 200, data: [], meta: { prefill: null } });
      const session = await aSession();
      const { data } = await post(registrations(session.slug), { ...fullForm(), email: 'ada@example.com' });
      const cancel = `${mine}/${data.reference}/cancel`;
      expect(await get(mine, signedIn)).toMatchObject({
        status: 200,
        data: [{ reference: data.reference }],
        meta: { prefill: {} },
      });
      await whileLocked('sessions', async () => {
        expect(await post(cancel, undefined, signedIn)).toMatchObject({ status: 503 });
      });
      expect(await post(cancel, undefined, signedIn)).toMatchObject({ status: 200, data: { state: 'cancelled' } });
      expect(await post(`${mine}/W0000000000/cancel`, undefined, signedIn)).toMatchObject({ status: 404 });
      const soon = await aSession({ datetime: new Date(+clock.now() + 60_000).toISOString(), duration: 1 });
      const { data: past } = await post(registrations(soon.slug), { ...fullForm(), email: 'ada@example.com' });
      clock.advance({ minutes: 5 });
      expect(await post(`${mine}/${past.reference}/cancel`, undefined, signedIn)).toMatchObject({ status: 409 });
      expect(await get(mine)).toMatchObject({ status: 401 });
      expect(await post(cancel)).toMatchObject({ status: 401 });
      await advanced().set({ value: { ...(before as object), email_confirmation: false } });
      expect(await get(mine, signedIn)).toMatchObject({ status: 403 });
      expect(await post(cancel, undefined, signedIn)).toMatchObject({ status: 403 });
    });
  });

  it('for those who ask too often', async () => {
    const { slug } = await aSession();
    const from = { 'X-Forwarded-For': newAddress() };
    const { body } = await request.post(`${API}${W}/carts`).set(from).send({ data: {} });
    const cart = `${W}/carts/${body.data.token}`;
    for (let n = 1; n < 60; n += 1) await request.post(`${API}${W}/carts`).set(from).send({ data: {} });
    const limited = [
      await post(registrations(slug), fullForm(), from),
      await post(`${W}/registrations/nobody/cancel`, undefined, from),
      await post(`${W}/carts`, {}, from),
      await ask({ path: cart, method: 'patch', body: { data: {} }, headers: from }),
      await post(`${cart}/submit`, undefined, from),
      await ask({ path: `${W}/registrations/nobody`, method: 'patch', body: { data: {} }, headers: from }),
      await post(`${W}/registrations/nobody/join`, undefined, from),
      await post(`${W}/registrations/nobody/feedback`, {}, from),
      await ask({ path: `${W}/preferences/nobody`, method: 'patch', body: { data: {} }, headers: from }),
      await post(`${W}/unsubscribe/nobody?category=news`, undefined, from),
      await post(`${W}/consents/nobody/confirm`, undefined, from),
    ];
    expect(limited.map(({ status }) => status)).toEqual(Array(11).fill(429));
    expect(await sql('select count(*)::int as n from webinars_carts')).toEqual([{ n: 60 }]);
  });

  it('and not one answer is described that was not seen here', () => {
    expect([...seen].sort()).toEqual([...described].sort());
  });
});
