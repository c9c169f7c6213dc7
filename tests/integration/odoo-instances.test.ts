import { Pool } from 'pg';
import type { PartnerCard, PartnerDifference } from '../../plugins/webinars/contracts/partners';
import type { Odoo } from '../harness/odoo.mjs';
import { aForm, freshDatabase, type Server, startServer, stopServer, until, world } from '../harness';
import { expectAgreement } from './odoo-agreement';

const PASSWORD = 'Password-of-the-tests-1';

/** A database, an Odoo, and what is asked of both. */
type Place = { odoo: Odoo; databaseUrl: string; pool: Pool; env: NodeJS.ProcessEnv };

const places: Place[] = [];

const aPlace = async (env: NodeJS.ProcessEnv = {}): Promise<Place> => {
  const odoo = await world.newOdoo();
  const databaseUrl = await freshDatabase();
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  // The database is dropped by force at the end.
  pool.on('error', () => {});
  const place = { odoo, databaseUrl, pool, env: { ...odoo.environment, ...env } };
  places.push(place);
  return place;
};

const rowsOf =
  ({ pool }: Place) =>
  async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query(text, values)).rows as Row[];

const addSession = async (place: Place, slug: string, capacity: number | null = null): Promise<void> => {
  await rowsOf(place)(
    `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, capacity,
       allow_waitlist, requires_approval, meeting_url, created_at, updated_at, published_at)
     values ($1, $1, 'published', now() + interval '20 days', 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', $2, true, false,
       'https://meet.example.com/room', now(), now(), now())`,
    [slug, capacity],
  );
};

const start = ({ databaseUrl, env }: Place): Promise<Server> => startServer({ databaseUrl, env });

const register = async (server: Server, slug: string, form = aForm()): Promise<void> => {
  const { status, body } = await server.request
    .post(`/api/webinars/sessions/${slug}/registrations`)
    .send({ data: form });
  if (status !== 201) throw new Error(`Not registered: ${status} ${JSON.stringify(body)}`);
};

const registerMany = async (servers: readonly Server[], slug: string, many: number): Promise<void> => {
  for (let made = 0; made < many; made += 20) {
    await Promise.all(
      Array.from({ length: Math.min(20, many - made) }, (_, n) => register(servers[n % servers.length]!, slug)),
    );
  }
};

const untilInStep = (place: Place): Promise<void> =>
  until(async () => {
    const [found] = await rowsOf(place)<{ left: number; all: number }>(
      `select count(*) filter (where state <> 'done')::int as left, count(*)::int as all from webinars_links`,
    );
    return found!.all > 0 && found!.left === 0;
  });

/** Whether a call of this kind has been made; what the fake does with it is done then. */
const untilAsked = ({ odoo }: Place, model: string, method: string): Promise<void> =>
  until(() => odoo.fake!.calls.some((call) => call.model === model && call.method === method && call.status === 0));

const inAdmin = async (server: Server) => {
  const owner = { email: 'owner@example.com', firstname: 'Olive', lastname: 'Owner', password: PASSWORD };
  const made = await server.request.post('/admin/register-admin').send(owner);
  const known = made.status === 200 ? made : await server.request.post('/admin/login').send(owner);
  const token = `Bearer ${known.body.data.token}`;
  const path = '/webinars-admin/partners';
  return {
    card: async (): Promise<PartnerCard> =>
      (await server.request.get(path).set('Authorization', token)).body.data.find(
        ({ partner }: PartnerCard) => partner === 'odoo',
      ),
    reconcile: () => server.request.post(`${path}/odoo/reconcile`).set('Authorization', token).expect(202),
    differences: async (): Promise<PartnerDifference[]> =>
      (await server.request.get(`${path}/odoo/differences`).set('Authorization', token)).body.data,
  };
};

/** Odoo and we agree: as we see it, by a reconciliation, and as whoever counts there. */
const agree = async (place: Place, server: Server): Promise<void> => {
  await expectAgreement(rowsOf(place), place.odoo);
  const admin = await inAdmin(server);
  await admin.reconcile();
  await until(async () => !(await admin.card()).isReconciling);
  expect(await admin.differences()).toEqual([]);
  const { reconciliation, state, problem } = await admin.card();
  expect(reconciliation).toMatchObject({ differences: 0, notes: 0, problem: null });
  expect({ state, problem }).toEqual({ state: 'on', problem: null });
};

const countIn = ({ odoo }: Place, model: string): number => odoo.fake!.records(model).length;

afterAll(async () => {
  for (const { odoo, pool } of places) {
    await odoo.stop();
    await pool.end();
  }
});

describe('two instances on one database', () => {
  it('bring three hundred registrations over both to Odoo once each, one of them at a time', async () => {
    const place = await aPlace();
    await addSession(place, 'shared', 250);
    const servers = await Promise.all([start(place), start(place)]);
    await registerMany(servers, 'shared', 300);
    await untilInStep(place);
    expect(countIn(place, 'event.registration')).toBe(300);
    expect(countIn(place, 'crm.lead')).toBe(250);
    expect(countIn(place, 'event.event')).toBe(1);
    await agree(place, servers[1]!);
    for (const server of servers) await stopServer(server);
  });
});

describe('an instance that is killed in the middle of a batch', () => {
  it('leaves nothing behind that the next one does not bring to its end, and nothing twice', async () => {
    const place = await aPlace();
    const { fake } = place.odoo;
    await addSession(place, 'killed');
    const hang = { as: 'hang', when: 'after' } as const;
    const points = [
      ['event.event', 'load'],
      ['event.registration', 'create'],
      ['crm.lead', 'load'],
      ['mail.activity', 'load'],
    ] as const;
    for (const [model, method] of points) fake!.fault({ model, method, ...hang });
    let isFull = false;
    for (const [model, method] of points) {
      const server = await start(place);
      if (!isFull) {
        await registerMany([server], 'killed', 100);
        await register(server, 'killed', aForm({ consultationInterest: true, position: 'Head of Looms' }));
        isFull = true;
      }
      await untilAsked(place, model, method);
      expect(await server.stop('SIGKILL')).toBeNull();
    }
    const last = await start(place);
    await untilInStep(place);
    expect(countIn(place, 'event.registration')).toBe(101);
    expect(countIn(place, 'crm.lead')).toBe(101);
    expect(countIn(place, 'mail.activity')).toBe(1);
    await agree(place, last);
    await stopServer(last);
  });
});

describe('an instance that is told to stop', () => {
  it('does so at once though Odoo does not answer, and holds nothing against Odoo', async () => {
    const place = await aPlace({ ODOO_TIMEOUT_SECONDS: '600' });
    await addSession(place, 'stopped');
    const first = await start(place);
    place.odoo.fake!.fault({ model: 'event.registration', method: 'create', as: 'hang', when: 'after' });
    await registerMany([first], 'stopped', 20);
    await untilAsked(place, 'event.registration', 'create');
    // Waiting for the answer would take ten minutes, and this test has two.
    expect(await stopServer(first)).toBe(0);
    expect(await rowsOf(place)(`select failures, trouble, paused_until, stopped_at from webinars_partners`)).toEqual([
      { failures: 0, trouble: null, paused_until: null, stopped_at: null },
    ]);
    const second = await start(place);
    await untilInStep(place);
    await agree(place, second);
    await stopServer(second);
  });
});

describe('a key that is over', () => {
  it('is warned of once, and a start with a new one goes on where the work stopped', async () => {
    const place = await aPlace({ LOG_LEVEL: 'warn' });
    const { fake } = place.odoo;
    await addSession(place, 'expired');
    const first = await start(place);
    await registerMany([first], 'expired', 20);
    await untilInStep(place);
    const oldKey = fake!.key;
    fake!.expireKey();
    await registerMany([first], 'expired', 20);
    const admin = await inAdmin(first);
    await until(async () => (await admin.card()).state === 'stopped');
    await registerMany([first], 'expired', 20);
    const warnings = first
      .output()
      .split('\n')
      .filter((line) => line.includes('[webinars] odoo'));
    expect(warnings).toEqual([expect.stringContaining('refuses our key')]);
    expect(first.output()).not.toContain(oldKey);
    await stopServer(first);

    const second = await start({ ...place, env: { ...place.env, ODOO_API_KEY: fake!.renewKey() } });
    await untilInStep(place);
    expect(countIn(place, 'event.registration')).toBe(60);
    await agree(place, second);
    await stopServer(second);
  });
});

describe('registering', () => {
  it('waits for nothing from an Odoo that is down or never answers, and keeps what is due to it', async () => {
    const people = 40;
    const down = await aPlace();
    const silent = await aPlace({ ODOO_TIMEOUT_SECONDS: '600' });
    const off = await aPlace();
    off.env = { ODOO_URL: '', ODOO_API_KEY: '' };
    await down.odoo.fake!.goDown();
    silent.odoo.fake!.fault({ as: 'hang', times: Number.MAX_SAFE_INTEGER });
    const servers = [];
    for (const [name, place] of Object.entries({ down, silent, off })) {
      await addSession(place, name);
      const server = await start(place);
      servers.push(server);
      // Whoever waited for the answer would wait ten minutes.
      await registerMany([server], name, people);
    }
    for (const place of [down, silent])
      expect(
        await rowsOf(place)(
          `select count(*)::int as waiting from webinars_links where kind = 'attendee' and state <> 'done'`,
        ),
      ).toEqual([{ waiting: people }]);
    expect(await rowsOf(off)(`select count(*)::int as links from webinars_links`)).toEqual([{ links: 0 }]);
    for (const server of servers) expect(await stopServer(server)).toBe(0);
  });
});
