import { app, aSession, beat, clock, drainJobs, request, resetData, sql, strapi } from '../harness';
import { takeTick } from '../../plugins/webinars/server/src/jobs/heartbeat';
import { aForm, register } from './visitors';

const START = new Date('2026-03-20T10:00:00Z');
const minutes = (n: number) => new Date(START.getTime() + n * 60_000);

const stateOf = async (documentId: string) =>
  (await sql<{ state: string }>('select state from sessions where document_id = $1', [documentId]))[0]!.state;

const eventsOf = async (documentId: string) =>
  (
    await sql<{ type: string }>('select type from webinars_events where session_document_id = $1 order by id', [
      documentId,
    ])
  ).map(({ type }) => type);

const standing = (documentId: string) =>
  sql<{ email: string; state: string; reason: string | null }>(
    'select email, state, cancel_reason as reason from registrations where session_document_id = $1 order by id',
    [documentId],
  );

beforeEach(async () => {
  await resetData();
  clock.set(START);
});

afterEach(() => {
  app.registrationDeps.ports.startCheckout = null;
});

describe('time', () => {
  it('publishes a scheduled draft, starts the session and completes it, telling each once', async () => {
    const session = await aSession({
      state: 'draft',
      scheduledPublishAt: minutes(10),
      datetime: minutes(60),
      duration: 30,
    });
    await beat('sessions.advance');
    expect(await stateOf(session.documentId)).toBe('draft');
    for (const [at, state] of [
      [10, 'published'],
      [59, 'published'],
      [60, 'live'],
      [90, 'completed'],
    ] as const) {
      clock.set(minutes(at));
      await beat('sessions.advance');
      await beat('sessions.advance');
      expect([at, await stateOf(session.documentId)]).toEqual([at, state]);
    }
    expect(await eventsOf(session.documentId)).toEqual([
      'session.published',
      'session.went_live',
      'session.registration_closed',
      'session.completed',
    ]);
  });

  it('opens and closes registration to the minute, and tells each once; a moved opening is told again', async () => {
    const session = await aSession({
      datetime: minutes(600),
      registrationOpensAt: minutes(10),
      registrationClosesAt: minutes(60),
    });
    const code = async () => (await register(session.slug, aForm())).body.error?.details.code ?? 'registered';
    expect(await code()).toBe('REGISTRATION_NOT_OPEN');
    clock.set(minutes(10));
    await beat('sessions.advance');
    await beat('sessions.advance');
    expect(await code()).toBe('registered');
    clock.set(minutes(60));
    await beat('sessions.advance');
    expect(await code()).toBe('REGISTRATION_CLOSED');
    const told = (await eventsOf(session.documentId)).filter((type) => type.startsWith('session.registration'));
    expect(told).toEqual(['session.registration_opened', 'session.registration_closed']);
    await strapi.documents('api::session.session').update({
      documentId: session.documentId,
      data: { registrationOpensAt: minutes(70), registrationClosesAt: minutes(90) } as never,
    });
    clock.set(minutes(71));
    await beat('sessions.advance');
    expect((await eventsOf(session.documentId)).filter((type) => type === 'session.registration_opened')).toHaveLength(
      2,
    );
  });
});

describe('a paid seat', () => {
  const paid = () => aSession({ price: 4900, capacity: 1, datetime: minutes(60 * 24 * 30) });

  beforeEach(() => {
    app.registrationDeps.ports.startCheckout = async ({ reference }) => ({
      checkoutUrl: `https://pay.example.com/${reference}`,
    });
  });

  it('is held while the visitor pays, and lapses after half an hour to the head of the line, who has a day', async () => {
    const session = await paid();
    const first = await register(session.slug, aForm({ email: 'first@example.com' }));
    expect(first.body.data).toMatchObject({
      state: 'pending_payment',
      payment: {
        amount: 4900,
        currency: 'EUR',
        expiresAt: minutes(30).toISOString(),
        checkoutUrl: expect.stringContaining('https://pay.'),
      },
    });
    await register(session.slug, aForm({ email: 'second@example.com' }));
    clock.set(minutes(29));
    await beat('registration.lapse-holds');
    expect((await standing(session.documentId)).map(({ state }) => state)).toEqual(['pending_payment', 'waitlisted']);
    clock.set(minutes(30));
    await beat('registration.lapse-holds');
    expect(await standing(session.documentId)).toEqual([
      { email: 'first@example.com', state: 'cancelled', reason: 'payment_expired' },
      { email: 'second@example.com', state: 'pending_payment', reason: null },
    ]);
    const [{ until }] = (await sql<{ until: string }>(
      `select to_char(hold_expires_at, 'YYYY-MM-DD"T"HH24:MI') as until from registrations where email = 'second@example.com'`,
    )) as [{ until: string }];
    expect(until).toBe(
      minutes(30 + 24 * 60)
        .toISOString()
        .slice(0, 16),
    );
  });

  it('that has lapsed goes to whoever asks next, before any sweep', async () => {
    const session = await paid();
    await register(session.slug, aForm());
    clock.set(minutes(31));
    expect((await register(session.slug, aForm())).body.data.state).toBe('pending_payment');
  });

  it('becomes the payer’s own, and a payment told twice counts once; one after the lapse is too late', async () => {
    const session = await paid();
    const { reference } = (await register(session.slug, aForm())).body.data;
    const payment = { amount: 4900, currency: 'EUR', method: 'card', paymentReference: 'pi_1' };
    expect(
      await Promise.all([app.registrations.pay(reference, payment), app.registrations.pay(reference, payment)]),
    ).toEqual(expect.arrayContaining(['paid', 'already_paid']));
    const other = (await register((await paid()).slug, aForm())).body.data.reference;
    clock.set(minutes(31));
    await beat('registration.lapse-holds');
    expect(await app.registrations.pay(other, payment)).toBe('too_late');
  });

  it('is given back at once where the checkout fails to open', async () => {
    app.registrationDeps.ports.startCheckout = () => Promise.reject(new Error('partner down'));
    const session = await paid();
    const answer = await register(session.slug, aForm());
    expect([answer.status, answer.body.error.details.code]).toEqual([503, 'PAYMENT_UNAVAILABLE']);
    expect((await standing(session.documentId)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('keeps the price of the early bird to its last instant and no longer', async () => {
    const session = await aSession({
      price: 4900,
      earlyBirdPrice: 2900,
      earlyBirdEndsAt: minutes(5),
      datetime: minutes(9999),
    });
    const amount = async () => (await register(session.slug, aForm())).body.data.payment.amount;
    clock.set(minutes(4.99));
    expect(await amount()).toBe(2900);
    clock.set(minutes(5));
    expect(await amount()).toBe(4900);
  });
});

describe('jobs', () => {
  it('are queued with the event, or not at all', async () => {
    const count = async () =>
      (
        await sql<{ events: number; jobs: number }>(
          `select (select count(*)::int from webinars_events) as events,
                (select count(*)::int from graphile_worker._private_jobs) as jobs`,
        )
      )[0]!;
    const session = await aSession({ state: 'draft' });
    const before = await count();
    await expect(
      app.database.inTransaction(async (trx) => {
        await app.recordEvents(
          trx,
          [{ type: 'registration.confirmed', sessionDocumentId: session.documentId }],
          clock.now(),
        );
        throw new Error('changed our mind');
      }),
    ).rejects.toThrow('changed our mind');
    expect(await count()).toEqual(before);
    const confirm = () =>
      app.database.inTransaction((trx) =>
        app.recordEvents(trx, [{ type: 'registration.confirmed', sessionDocumentId: session.documentId }], clock.now()),
      );
    await confirm();
    // Nobody hears of it, so nobody is to be told.
    expect(await count()).toEqual({ events: before.events + 1, jobs: before.jobs });
    const webhooks = strapi.get('webhookRunner') as unknown as Record<'add' | 'remove', (webhook: object) => void>;
    const webhook = { id: 1, name: 'Listener', url: 'http://127.0.0.1:9', events: ['entry.create'], isEnabled: true };
    webhooks.add(webhook);
    await confirm();
    webhooks.remove(webhook);
    expect(await count()).toEqual({ events: before.events + 2, jobs: before.jobs + 1 });
  });

  it('that fail are tried again later and later, and stay as dead letters until somebody replays them', async () => {
    await sql(
      `select graphile_worker.add_job('registration.release-seats', '{"session": 7}'::json, max_attempts := 2, job_key := 'broken')`,
    );
    expect(await drainJobs({ allowFailures: true })).toHaveLength(1);
    const job = async () =>
      (
        await sql<{ attempts: number; later: boolean }>(
          `select attempts, run_at > created_at + interval '2 seconds' as later from graphile_worker._private_jobs where key = 'broken'`,
        )
      )[0]!;
    expect(await job()).toEqual({ attempts: 1, later: true });
    await sql(
      `update graphile_worker._private_jobs set run_at = now(), attempts = 0, max_attempts = 1 where key = 'broken'`,
    );
    await drainJobs({ allowFailures: true });
    expect(await app.deadLetters()).toMatchObject([
      { name: 'registration.release-seats', attempts: 1, error: expect.stringContaining('expected') },
    ]);
    const [dead] = await app.deadLetters();
    expect(await app.replayDeadLetters([dead!.id])).toBe(1);
    expect(await app.deadLetters()).toEqual([]);
  });
});

describe('a tick of the heartbeat', () => {
  const MINUTE = 60_000;
  const askedAtOnce = (leaseMs: number) =>
    Promise.all(Array.from({ length: 20 }, () => takeTick(app.database, 'test.tick', leaseMs)));

  it('is taken by one of many instances that ask at once, and the next one by one again', async () => {
    expect((await askedAtOnce(MINUTE)).filter(Boolean)).toHaveLength(1);
    expect((await askedAtOnce(MINUTE)).filter(Boolean)).toHaveLength(0);
    await sql(`update webinars_ticks set at = at - interval '1 minute' where name = 'test.tick'`);
    expect((await askedAtOnce(MINUTE)).filter(Boolean)).toHaveLength(1);
  });

  it('would be taken by each of them if nothing were remembered', async () => {
    expect((await askedAtOnce(-MINUTE)).filter(Boolean)).toHaveLength(20);
  });
});

describe('rate limits', () => {
  it('stop one address that writes too often, with the time to wait, and leave others alone', async () => {
    const session = await aSession({ capacity: 1000 });
    const from = (address: string) => register(session.slug, aForm(), { 'X-Forwarded-For': address });
    const answers = [];
    for (let n = 0; n < 61; n += 1) answers.push(await from('203.0.113.9'));
    expect(answers.slice(0, 60).every((answer) => answer.status === 201)).toBe(true);
    expect(answers[60]!.status).toBe(429);
    expect(Number(answers[60]!.headers['retry-after'])).toBeGreaterThan(0);
    expect(answers[60]!.body.error).toMatchObject({ name: 'RateLimitError', details: { code: 'TOO_MANY_REQUESTS' } });
    expect((await from('203.0.113.10')).status).toBe(201);
    // What a visitor writes into the header in front of the proxy's own entry changes nothing.
    expect((await from('198.51.100.1, 203.0.113.9')).status).toBe(429);
  });

  it('stop one e-mail address that is tried from everywhere', async () => {
    const session = await aSession({ capacity: 1000 });
    const statuses = [];
    for (let n = 0; n < 21; n += 1)
      statuses.push((await register(session.slug, aForm({ email: 'one@example.com' }))).status);
    expect(statuses).toEqual([201, ...Array<number>(19).fill(409), 429]);
  });
});

describe('GraphQL', () => {
  const ask = (query: string, variables: object) => request.post('/graphql').send({ query, variables });
  const REGISTER = `mutation ($session: String!, $data: RegistrationFormInput!) {
    registerForSession(session: $session, data: $data) { reference state waitlistPosition manageToken }
  }`;

  it('registers and cancels by the same rules', async () => {
    const session = await aSession({ capacity: 1 });
    const data = aForm({ interestedServices: { workshopSeries: true }, currentChallenges: ['cost'] });
    const { body } = await ask(REGISTER, { session: session.slug, data });
    expect(body.data.registerForSession).toMatchObject({ state: 'confirmed', waitlistPosition: null });
    const again = await ask(REGISTER, { session: session.slug, data });
    expect(again.body.errors[0].extensions.error.details.code).toBe('DUPLICATE_REGISTRATION');
    const waiting = await ask(REGISTER, { session: session.documentId, data: aForm() });
    expect(waiting.body.data.registerForSession).toMatchObject({ state: 'waitlisted', waitlistPosition: 1 });
    const faulty = await ask(REGISTER, { session: session.slug, data: { ...aForm(), email: 'nobody' } });
    expect(faulty.body.errors[0].extensions.error.details.errors).toMatchObject([{ path: ['email'] }]);
    const cancel = await ask(
      'mutation ($token: String!) { cancelRegistration(token: $token) { reference state cancelledAt } }',
      {
        token: body.data.registerForSession.manageToken,
      },
    );
    expect(cancel.body.data.cancelRegistration).toMatchObject({ state: 'cancelled' });
    expect((await standing(session.documentId)).map(({ state }) => state)).toEqual(['cancelled', 'confirmed']);
    expect((await app.verify()).differences).toEqual([]);
  });

  it('lets the public neither read registrations nor write anything else', async () => {
    const read = await ask('{ registrations { email } }', {});
    expect(read.body.errors[0].message).toBe('Forbidden access');
    const write = await ask('mutation { createTopic(data: { title: "x" }) { documentId } }', {});
    expect(write.body.errors[0].message).toBe('Forbidden access');
  });
});
