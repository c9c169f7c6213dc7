import type { Registrations } from '../../plugins/webinars/server/src/registration';
import {
  aForm,
  app,
  aSession,
  beat,
  clock,
  drainJobs,
  freshDatabase,
  newAddress,
  request,
  resetData,
  sql,
  startServer,
  strapi,
  world,
} from '../harness';

const CARTS = '/api/webinars/carts';

beforeEach(resetData);

type Answer = { status: number; body: { data: any; error?: any } }; // what the wire carries is looked at, not typed

const begin = async (data: Record<string, unknown> = {}): Promise<any> => {
  const answer: Answer = await request.post(CARTS).send({ data });
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.data;
};
const patch = (token: string, data: Record<string, unknown>): Promise<Answer> =>
  request.patch(`${CARTS}/${token}`).send({ data });
const read = (token: string): Promise<Answer> => request.get(`${CARTS}/${token}`);
const submit = (token: string): Promise<Answer> => request.post(`${CARTS}/${token}/submit`);

const pathsOf = (answer: Answer): string[] =>
  answer.body.error.details.errors.map((fault: any) => fault.path.join('.'));
const someSessions = (count: number) => Promise.all(Array.from({ length: count }, () => aSession()));
const edit = (documentId: string, data: Record<string, unknown>) =>
  strapi.documents('api::session.session').update({ documentId, data });
const countOf = async (table: string) => (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

/** Takes payments at an address that tells the reference, or as the test says. */
const withCheckout = async (
  startCheckout: typeof app.registrationDeps.ports.startCheckout,
  work: () => Promise<void>,
) => {
  const { ports } = app.registrationDeps;
  const before = ports.startCheckout;
  ports.startCheckout = startCheckout;
  try {
    await work();
  } finally {
    ports.startCheckout = before;
  }
};

describe('a cart', () => {
  it('begins empty, lives four hours, and its token is stored nowhere', async () => {
    clock.set('2030-05-01T10:00:00Z');
    const cart = await begin();
    expect(cart).toMatchObject({
      email: null,
      registrationData: {},
      sessionWebinars: [],
      sessions: [],
      expiresAt: '2030-05-01T14:00:00.000Z',
      expiresInSeconds: 4 * 3600,
      expiresSoon: false,
      completedAt: null,
    });
    expect(cart.token).toMatch(/^[\w-]{43}$/);
    const [row] = await sql('select * from webinars_carts');
    expect(JSON.stringify(row)).not.toContain(cart.token);
  });

  it('survives a reload, with its sessions as they stand now', async () => {
    const free = await aSession({
      texts: [
        { locale: 'de', title: 'Auf Deutsch' },
        { locale: 'en', title: 'In English' },
      ],
    });
    const paid = await aSession({
      price: 9900,
      earlyBirdPrice: 4900,
      earlyBirdEndsAt: new Date(Date.now() + 86_400_000),
      capacity: 0,
    });
    const { token } = await begin({
      email: 'ada@example.com',
      registrationData: { firstName: 'Ada', language: 'de' },
      sessionWebinars: [free.slug, paid.documentId],
    });
    const answer = await read(token);
    expect(answer.body.data).toMatchObject({
      email: 'ada@example.com',
      registrationData: { firstName: 'Ada', email: 'ada@example.com', language: 'de' },
      sessionWebinars: [free.documentId, paid.documentId],
      sessions: [
        {
          slug: free.slug,
          title: 'Auf Deutsch',
          availability: 'open',
          spotsLeft: 10,
          price: { amount: 0, earlyBird: null },
        },
        {
          slug: paid.slug,
          availability: 'waitlist',
          spotsLeft: 0,
          price: { amount: 4900, regular: 9900, currency: 'EUR' },
        },
      ],
    });
  });

  it('is nobody’s without its token', async () => {
    await begin();
    for (const token of ['x', '%00', 'A'.repeat(43), "' or 1=1 --"]) {
      expect(await read(encodeURIComponent(token))).toMatchObject({ status: 404, body: { data: null } });
      expect(await submit(encodeURIComponent(token))).toMatchObject({ status: 404 });
      expect(await patch(encodeURIComponent(token), {})).toMatchObject({ status: 404 });
    }
  });

  it('takes half a form, and names every field of the wrong type or length', async () => {
    const { token } = await begin({ registrationData: { email: 'ada@', phone: '+4', website: 'exa' } });
    const faulty = await patch(token, {
      email: 5,
      registrationData: {
        firstName: 'x'.repeat(51),
        company: { a: 1 },
        termsAccepted: 'yes',
        lastName: 'a\u0000b',
        no: 1,
      },
      sessionWebinars: [7],
    });
    expect(faulty).toMatchObject({ status: 400, body: { data: null, error: { name: 'ValidationError' } } });
    expect(pathsOf(faulty).sort()).toEqual([
      'email',
      'registrationData.company',
      'registrationData.firstName',
      'registrationData.lastName',
      'registrationData.no',
      'registrationData.termsAccepted',
      'sessionWebinars.0',
    ]);
    expect((await read(token)).body.data.registrationData).toEqual({ email: 'ada@', phone: '+4', website: 'exa' });
  });

  it('names each session that the public does not see', async () => {
    const seen = await aSession();
    const draft = await aSession({ state: 'draft' });
    const answer = (await request
      .post(CARTS)
      .set('Accept-Language', 'de')
      .send({ data: { sessionWebinars: [seen.slug, 'nowhere', draft.slug] } })) as Answer;
    expect(answer.status).toBe(400);
    expect(pathsOf(answer)).toEqual(['sessionWebinars.1', 'sessionWebinars.2']);
    expect(answer.body.error.message).toContain('nicht gefunden');
  });

  it.each([[[]], ['text'], [{ data: [] }], [{ data: null }], [{}], [{ data: { sessionWebinars: {} } }]])(
    'refuses the body %j',
    async (body) => {
      expect(await request.post(CARTS).send(body)).toMatchObject({ status: 400 });
      expect(await countOf('webinars_carts')).toBe(0);
    },
  );

  it('loses no session of twenty that are added at once', async () => {
    const sessions = await someSessions(20);
    const { token } = await begin();
    const answers = await Promise.all(sessions.map(({ slug }) => patch(token, { addSessionWebinars: [slug] })));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await read(token)).body.data.sessionWebinars.sort()).toEqual(sessions.map((s) => s.documentId).sort());

    const oneMore = await patch(token, { addSessionWebinars: [(await aSession()).slug] });
    expect(oneMore.status).toBe(400);
    expect(pathsOf(oneMore)).toEqual(['addSessionWebinars']);
  });

  it('would lose some if changes did not take turns', async () => {
    await begin();
    const addUnlocked = async (name: string) => {
      const [row] = await sql<{ sessions: string[] }>(
        'select sessions::json as sessions, pg_sleep(0.05) from webinars_carts',
      );
      await sql('update webinars_carts set sessions = $1', [JSON.stringify([...row!.sessions, name])]);
    };
    await Promise.all(['a', 'b', 'c', 'd'].map(addUnlocked));
    const [row] = await sql<{ sessions: string[] }>('select sessions::json as sessions from webinars_carts');
    expect(row!.sessions.length).toBeLessThan(4);
  });

  it('loses no field of those that are filled in at once', async () => {
    const { token } = await begin();
    const fields = {
      firstName: 'Ada',
      lastName: 'Lovelace',
      company: 'Engines',
      phone: '+49 30 12345',
      position: 'Countess',
    };
    await Promise.all(
      Object.entries(fields).map(([name, value]) => patch(token, { registrationData: { [name]: value } })),
    );
    expect((await read(token)).body.data.registrationData).toEqual(fields);
  });

  it('gives sessions up again, also one that is gone', async () => {
    const [one, two] = await someSessions(2);
    const { token } = await begin({ sessionWebinars: [one!.slug, two!.slug] });
    const answer = await patch(token, { removeSessionWebinars: [one!.slug, 'never-was'] });
    expect(answer.body.data.sessionWebinars).toEqual([two!.documentId]);
  });
});

describe('a cart is filled in', () => {
  it('from an earlier registration by its manage token, but for the consents', async () => {
    const session = await aSession();
    const form = aForm({ phone: '+49 30 12345', marketingConsent: true, language: 'de' });
    const { body } = await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: form });
    const cart = await begin({ manageToken: body.data.manageToken, registrationData: { company: 'Another' } });
    expect(cart.registrationData).toEqual({
      firstName: form.firstName,
      lastName: form.lastName,
      email: form.email,
      phone: '+49 30 12345',
      company: 'Another',
      language: 'de',
    });
  });

  it('not from a token that was not issued here', async () => {
    const answer = (await request
      .post(CARTS)
      .send({ data: { manageToken: `W0000000000.${'A'.repeat(43)}` } })) as Answer;
    expect(answer.status).toBe(400);
    expect(pathsOf(answer)).toEqual(['manageToken']);
    expect(await countOf('webinars_carts')).toBe(0);
  });

  describe('for a signed-in visitor', () => {
    const advanced = () => strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
    let before: unknown;
    beforeAll(async () => {
      before = await advanced().get({});
      await advanced().set({ value: { ...(before as object), email_confirmation: true } });
    });
    afterAll(() => advanced().set({ value: before as object }));

    const account = async (data: Record<string, unknown>) => {
      const role = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'authenticated' } });
      const user = await strapi
        .plugin('users-permissions')
        .service('user')
        .add({
          username: data.email,
          password: 'A password of some length',
          provider: 'local',
          confirmed: true,
          role: role.id,
          ...data,
        });
      return { user, jwt: await strapi.plugin('users-permissions').service('jwt').issue({ id: user.id }) };
    };
    const beginAs = async (jwt: string): Promise<any> =>
      (await request.post(CARTS).set('Authorization', `Bearer ${jwt}`).send({ data: {} })).body.data;

    it('from what their confirmed address registered last', async () => {
      const session = await aSession();
      const form = aForm({ email: 'Ada@Example.com' });
      await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: form });
      const { user, jwt } = await account({ email: 'ada@example.com' });
      expect(await beginAs(jwt)).toMatchObject({
        userId: user.documentId,
        email: 'ada@example.com',
        registrationData: { firstName: form.firstName, lastName: form.lastName },
      });
    });

    it('with the address alone where it never registered', async () => {
      const { jwt } = await account({ email: 'new@example.com' });
      expect((await beginAs(jwt)).registrationData).toEqual({ email: 'new@example.com' });
    });

    it.each([{ confirmed: false }, { blocked: true }])('with nothing for an account that is %j', async (data) => {
      const { jwt } = await account({ email: 'ada@example.com', ...data });
      expect((await beginAs(jwt)).registrationData).toEqual({});
    });

    it('with nothing for a token that is no longer good', async () => {
      expect(await beginAs('nonsense')).toMatchObject({ userId: null, registrationData: {} });
    });
  });
});

describe('the end of a cart', () => {
  it('is announced half an hour before, and then it is gone', async () => {
    clock.set('2030-05-01T10:00:00Z');
    const { token } = await begin({ email: 'ada@example.com', sessionWebinars: [(await aSession()).slug] });
    clock.advance({ hours: 3, minutes: 30 });
    expect((await read(token)).body.data).toMatchObject({ expiresSoon: false, expiresInSeconds: 1800 });
    clock.advance({ seconds: 1 });
    expect((await read(token)).body.data).toMatchObject({ expiresSoon: true, expiresInSeconds: 1799 });
    clock.set('2030-05-01T14:00:00Z');
    const gone = { status: 410, body: { data: null, error: { name: 'GoneError', details: { code: 'CART_EXPIRED' } } } };
    expect(await read(token)).toMatchObject(gone);
    expect(await patch(token, {})).toMatchObject(gone);
    expect(await submit(token)).toMatchObject(gone);
  });

  it('deletes what was typed half a day later', async () => {
    clock.set('2030-05-01T10:00:00Z');
    const { token } = await begin({ email: 'ada@example.com' });
    clock.advance({ hours: 15 });
    const { token: younger } = await begin();
    await beat('carts.forget');
    expect(await countOf('webinars_carts')).toBe(2);
    clock.advance({ hours: 1 });
    expect(await read(token)).toMatchObject({ status: 404 });
    await beat('carts.forget');
    expect(await countOf('webinars_carts')).toBe(1);
    expect(await read(younger)).toMatchObject({ status: 200 });
  });
});

describe('submitting a cart', () => {
  it('names everything that is missing and leaves the cart open', async () => {
    const { token } = await begin({ registrationData: { firstName: 'A', email: 'ada@', language: 'de' } });
    const answer = await submit(token);
    expect(answer.status).toBe(400);
    expect(pathsOf(answer).sort()).toEqual([
      'registrationData.company',
      'registrationData.email',
      'registrationData.firstName',
      'registrationData.lastName',
      'registrationData.privacyConsent',
      'registrationData.termsAccepted',
      'sessionWebinars',
    ]);
    expect(answer.body.error.message).toContain('Bitte wählen Sie');
    const { slug } = await aSession();
    await patch(token, { registrationData: aForm(), sessionWebinars: [slug] });
    expect(await submit(token)).toMatchObject({ status: 200, body: { data: { results: [{ outcome: 'accepted' }] } } });
  });

  it('decides each session by itself', async () => {
    const form = aForm({ language: 'de' });
    const open = await aSession({ texts: [{ locale: 'de', title: 'Offen' }] });
    const waiting = await aSession({ capacity: 0 });
    const approving = await aSession({ requiresApproval: true });
    const full = await aSession({ capacity: 0, allowWaitlist: false });
    const paid = await aSession({ price: 9900 });
    const known = await aSession();
    const called = await aSession();
    const withdrawn = await aSession();
    await request.post(`/api/webinars/sessions/${known.slug}/registrations`).send({ data: form });
    const all = [open, waiting, approving, full, paid, known, called, withdrawn];
    const { token } = await begin({ registrationData: form, sessionWebinars: all.map(({ slug }) => slug) });
    await edit(called.documentId, { state: 'cancelled' });
    await edit(withdrawn.documentId, { state: 'draft' });

    const { status, body } = await submit(token);
    expect(status).toBe(200);
    const { results, completedAt } = body.data;
    expect(Date.parse(completedAt)).toBeGreaterThan(0);
    expect(results.map((result: any) => result.session)).toEqual(all.map(({ documentId }) => documentId));
    expect(results.map((result: any) => result.registration?.state ?? result.refusal.code)).toEqual([
      'confirmed',
      'waitlisted',
      'pending_approval',
      'SESSION_FULL',
      'PAYMENT_UNAVAILABLE',
      'DUPLICATE_REGISTRATION',
      'SESSION_CANCELLED',
      'SESSION_NOT_FOUND',
    ]);
    expect(results[0]).toMatchObject({ title: 'Offen', slug: open.slug });
    expect(results[1].registration.waitlistPosition).toBe(1);
    expect(results[3].refusal.message).toContain('Alle Plätze');
    expect(results[7].refusal.message).toBe('Diese Veranstaltung gibt es nicht mehr.');
    const { manageToken, reference } = results[0].registration;
    const view = await request.get(`/api/webinars/registrations/${manageToken}`);
    expect(view.body.data).toMatchObject({ reference, state: 'confirmed' });
    await drainJobs();
  });

  it('gives its first answers again, also to ten who submit at once', async () => {
    const sessions = await someSessions(5);
    const form = aForm();
    const { token } = await begin({ registrationData: form, sessionWebinars: sessions.map(({ slug }) => slug) });
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(token)));
    const again = await submit(token);
    for (const answer of answers) expect(answer.body).toEqual(again.body);
    expect(await countOf('registrations')).toBe(5);
    expect(await countOf(`webinars_events where type = 'registration.confirmed'`)).toBe(5);

    // The negative control: the same wish twice without the cart's key is refused the second time.
    const asked = { session: sessions[0]!.slug, form: form as Parameters<Registrations['register']>[0]['form'] };
    const outcome = await app.registrations.register({ ...asked, from: 'test', at: new Date() });
    expect(outcome).toEqual({ kind: 'refused', code: 'DUPLICATE_REGISTRATION' });
  });

  it('completes the cart: it shows its results and takes no more changes', async () => {
    const form = aForm({ language: 'de' });
    const { token } = await begin({ registrationData: form, sessionWebinars: [(await aSession()).slug] });
    const { body } = await submit(token);
    expect((await read(token)).body.data).toMatchObject(body.data);
    const message = expect.stringContaining('abgeschlossen');
    const refused = {
      status: 409,
      body: { error: { name: 'ConflictError', message, details: { code: 'CART_COMPLETED' } } },
    };
    expect(await patch(token, { registrationData: { firstName: 'Eve' } })).toMatchObject(refused);
    clock.advance({ hours: 5 });
    expect((await submit(token)).body).toEqual(body);
  });

  it('is taken up again where it was interrupted', async () => {
    const [first, second] = await someSessions(2);
    const { token } = await begin({ registrationData: aForm(), sessionWebinars: [first!.slug, second!.slug] });
    const editor = await world.pool.connect();
    try {
      await editor.query('begin');
      await editor.query('select from sessions where document_id = $1 for update', [second!.documentId]);
      const busy = await submit(token);
      expect(busy).toMatchObject({ status: 503, body: { error: { details: { code: 'BUSY' } } } });
    } finally {
      await editor.query('rollback');
      editor.release();
    }
    const [done] = await sql<{ reference: string }>('select reference from registrations');
    expect(await patch(token, { addSessionWebinars: [] })).toMatchObject({
      status: 409,
      body: { error: { details: { code: 'CART_SUBMITTED' } } },
    });
    const { body } = await submit(token);
    expect(body.data.results).toMatchObject([
      { outcome: 'accepted', registration: { reference: done!.reference } },
      { outcome: 'accepted', registration: { state: 'confirmed' } },
    ]);
    expect(await countOf('registrations')).toBe(2);
  });

  it('holds the paid seats and says where to pay for each', async () => {
    const pays = await Promise.all([aSession({ price: 9900 }), aSession({ price: 5000 })]);
    const free = await aSession();
    const { token } = await begin({
      registrationData: aForm(),
      sessionWebinars: [...pays, free].map(({ slug }) => slug),
    });
    await withCheckout(
      async ({ reference }) => ({ checkoutUrl: `https://pay.example.com/${reference}` }),
      async () => {
        const { body } = await submit(token);
        const { results } = body.data;
        expect(results).toMatchObject([
          { registration: { state: 'pending_payment', payment: { amount: 9900, currency: 'EUR' } } },
          { registration: { state: 'pending_payment', payment: { amount: 5000, currency: 'EUR' } } },
          { registration: { state: 'confirmed' } },
        ]);
        const { reference, payment } = results[0].registration;
        expect(payment.checkoutUrl).toBe(`https://pay.example.com/${reference}`);
        expect((await submit(token)).body).toEqual(body);
      },
    );
  });

  it('gives a seat back whose checkout cannot open, and keeps the others', async () => {
    const paid = await aSession({ price: 9900, capacity: 1 });
    const free = await aSession();
    const { token } = await begin({ registrationData: aForm(), sessionWebinars: [paid.slug, free.slug] });
    await withCheckout(
      () => Promise.reject(new Error('The partner is down')),
      async () => {
        const { body } = await submit(token);
        expect(body.data.results).toMatchObject([
          { outcome: 'refused', refusal: { code: 'PAYMENT_UNAVAILABLE' } },
          { outcome: 'accepted', registration: { state: 'confirmed' } },
        ]);
      },
    );
    expect(await sql('select registration_count from sessions where document_id = $1', [paid.documentId])).toEqual([
      { registration_count: 0 },
    ]);
  });

  it('counts each session once against the limit of its e-mail address', async () => {
    const sessions = await someSessions(12);
    const form = aForm();
    const slugs = sessions.map(({ slug }) => slug);
    const { token } = await begin({ registrationData: form, sessionWebinars: slugs });
    for (let n = 0; n < 3; n += 1) expect((await submit(token)).status).toBe(200);
    const other = await begin({ registrationData: form, sessionWebinars: slugs });
    expect(await submit(other.token)).toMatchObject({
      status: 429,
      body: { error: { details: { retryAfter: expect.any(Number) } } },
    });
    expect(await patch(other.token, {})).toMatchObject({ status: 200 });
  });

  it('is limited per network address', async () => {
    const from = newAddress();
    const answers: number[] = [];
    for (let n = 0; n < 61; n += 1) {
      answers.push((await request.post(CARTS).set('X-Forwarded-For', from).send({ data: {} })).status);
    }
    expect(answers.slice(0, 60)).toEqual(Array(60).fill(201));
    expect(answers[60]).toBe(429);
  });
});

describe('a server that is killed while it submits a cart', () => {
  it('leaves nothing double and nothing undone', async () => {
    const databaseUrl = await freshDatabase();
    const first = await startServer({ databaseUrl });
    const { Client } = jest.requireActual<typeof import('pg')>('pg');
    const outside = new Client({ connectionString: databaseUrl });
    await outside.connect();
    try {
      for (const n of [1, 2]) {
        await outside.query(
          `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, price, currency, capacity, allow_waitlist,
             requires_approval, registration_count, waitlist_count, attendance_count, schedule_version, created_at, updated_at)
           values ($1, $1, 'published', now() + interval '9 days', 60, 'UTC', 'en', 0, 'EUR', 5, true, false, 0, 0, 0, 0, now(), now())`,
          [`session-${n}`],
        );
      }
      const begun = await first.request
        .post(CARTS)
        .send({ data: { registrationData: aForm(), sessionWebinars: ['session-1', 'session-2'] } });
      const { token } = begun.body.data;
      await outside.query('begin');
      await outside.query(`select from sessions where document_id = 'session-2' for update`);
      const cut = first.request.post(`${CARTS}/${token}/submit`).then(
        () => 'answered',
        () => 'cut off',
      );
      // It has the first seat, and waits for the session that somebody else holds.
      const isInTheMiddle = async () =>
        (
          await outside.query(
            `select from registrations where exists (select from pg_locks where not granted and locktype = 'transactionid')`,
          )
        ).rows.length > 0;
      while (!(await isInTheMiddle()));
      await first.stop('SIGKILL');
      expect(await cut).toBe('cut off');
      await outside.query('rollback');
      const before = await outside.query('select reference from registrations');
      expect(before.rows).toHaveLength(1);

      const second = await startServer({ databaseUrl });
      const { body } = await second.request.post(`${CARTS}/${token}/submit`);
      expect(body.data.results).toMatchObject([
        { outcome: 'accepted', registration: before.rows[0] },
        { outcome: 'accepted', registration: { state: 'confirmed' } },
      ]);
      const after = await outside.query('select count(*)::int as n from registrations');
      expect(after.rows).toEqual([{ n: 2 }]);
    } finally {
      await outside.end();
    }
  });
});
