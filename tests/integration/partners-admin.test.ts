import { Pool } from 'pg';
import type { CurrentOdooSettings } from '../../plugins/webinars/contracts/odoo';
import type { PartnerCard } from '../../plugins/webinars/contracts/partners';
import {
  anEditor,
  app,
  aSession,
  freshDatabase,
  odoo,
  request,
  resetData,
  sql,
  startServer,
  stopServer,
  strapi,
  world,
  type Server,
} from '../harness';
import { register, send, someone } from './odoo-records';
import { staffWho } from './staff';

const fake = odoo.fake!;
const ROOT = '/webinars-admin/partners';

type Endpoint = readonly [action: string, method: 'get' | 'post' | 'put', path: string];
const endpoints: Endpoint[] = [
  ['partners.read', 'get', ''],
  ['partners.read', 'get', '/records?session=none'],
  ['partners.read', 'get', '/odoo/differences'],
  ['partners.read', 'get', '/odoo/failures'],
  ['partners.manage', 'post', '/odoo/test'],
  ['partners.manage', 'post', '/odoo/dry-run'],
  ['partners.manage', 'post', '/odoo/reconcile'],
  ['partners.manage', 'post', '/odoo/repair'],
  ['partners.manage', 'post', '/odoo/replay'],
  ['partners.settings', 'get', '/odoo/settings'],
  ['partners.settings', 'put', '/odoo/settings'],
];
const reads = endpoints.filter(([, method]) => method === 'get').map(([, , path]) => path);
const deeds = endpoints.filter(([action]) => action === 'partners.manage').map(([, , path]) => path);

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(async () => {
  await fake.reset();
  await resetData();
  await app.partners.begin();
});
afterAll(() => fake.reset());

const settings = async (): Promise<CurrentOdooSettings> =>
  (await editor.get(`${ROOT}/odoo/settings`)).body.data as CurrentOdooSettings;

/** What every table holds that is not Strapi's own, as one digest each. */
const tables = async (): Promise<Record<string, string>> => {
  const names = await sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema()
      and tablename ~ '^(topics|sessions|speakers|registrations|webinars_|strapi_core_store)' order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of names) {
    const [row] = await sql<{ digest: string }>(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as digest from ${name} t`,
    );
    digests[name] = row!.digest;
  }
  return digests;
};

/** A session and two people in Odoo, one dead letter, one difference. */
const aMess = async () => {
  const session = await aSession();
  const [first, second] = [await register(session), await register(session)];
  fake.fault({
    model: 'crm.lead',
    method: 'load',
    about: second.email,
    status: 422,
    message: 'Not this one.',
    times: 9,
  });
  await send();
  fake.clearFaults();
  const [attendee] = fake.records('event.registration').filter(({ email }) => email === first.email);
  await odoo.staff('event.registration', 'unlink', { ids: [attendee!.id] });
  await app.partners.reconcile({ partner: 'odoo' });
  return { session, first, second };
};

describe('who may', () => {
  const ALL = ['partners.read', 'partners.manage', 'partners.settings', 'overview.read', 'mail.settings'];

  it('look, act and set is each asked for by name', async () => {
    for (const action of ['partners.read', 'partners.manage', 'partners.settings']) {
      const allowed = await staffWho(action);
      const others = await staffWho(...ALL.filter((other) => other !== action));
      for (const [, method, path] of endpoints.filter(([needed]) => needed === action)) {
        const told = (status: number) => `${method} ${path} ${status}`;
        expect(told((await others[method](ROOT + path)).status)).toBe(told(403));
        expect(told((await request[method](ROOT + path)).status)).toBe(told(401));
        expect([200, 202, 400]).toContain((await allowed[method](ROOT + path)).status);
      }
    }
  });

  it('is said of every endpoint there is', () => {
    const { admin } = strapi.plugin('webinars').routes as unknown as {
      admin: { routes: { method: string; path: string }[] };
    };
    const known = endpoints.map(([, method, path]) => `${method} /partners${path.split('?')[0]}`);
    const there = admin.routes
      .filter(({ path }) => path.startsWith('/partners'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(':partner', 'odoo')}`);
    expect(there.sort()).toEqual(known.sort());
  });
});

describe('looking', () => {
  it('changes nothing, here or there', async () => {
    const { session, first } = await aMess();
    const before = await tables();
    const calls = fake.calls.length;
    const paths = [
      ...reads,
      `/records?session=${session.documentId}`,
      `/records?registration=${first.documentId}`,
      '/odoo/differences?page=2&pageSize=1',
      '/odoo/failures?page=1&pageSize=100',
    ];
    for (const path of paths) expect([path, (await editor.get(ROOT + path)).status]).toEqual([path, 200]);
    expect(await tables()).toEqual(before);
    expect(fake.calls).toHaveLength(calls);
  });

  it('nor does a dry run', async () => {
    await aMess();
    await register(await aSession());
    const before = await tables();
    const there = fake.records('event.registration');
    const { status, body } = await editor.post(`${ROOT}/odoo/dry-run`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ problem: null, more: 0 });
    expect(body.data.calls.length).toBeGreaterThan(0);
    expect(await tables()).toEqual(before);
    expect(fake.records('event.registration')).toEqual(there);
  });

  it('shows where a session and a registration stand, what failed and what differs, each with its page there', async () => {
    const { session, first, second } = await aMess();
    const { body: failures } = await editor.get(`${ROOT}/odoo/failures`);
    expect(failures.meta.pagination).toEqual({ page: 1, pageSize: 25, total: 1 });
    expect(failures.data).toMatchObject([
      {
        kind: 'lead',
        record: second.documentId,
        state: 'failed',
        problem: { code: 'refused', words: 'Not this one.' },
      },
    ]);
    const { body: found } = await editor.get(`${ROOT}/odoo/differences`);
    expect(found.data).toMatchObject([
      {
        kind: 'attendee',
        record: first.documentId,
        difference: 'deleted',
        url: null,
        session: { documentId: session.documentId },
      },
    ]);
    const { body: ofSession } = await editor.get(`${ROOT}/records?session=${session.documentId}`);
    expect(ofSession.data.records).toMatchObject([
      { kind: 'event', state: 'done', url: expect.stringContaining(`${odoo.url}/`) },
    ]);
    expect(ofSession.data.counts).toEqual(
      expect.arrayContaining([
        { partner: 'odoo', kind: 'attendee', state: 'done', count: 2 },
        { partner: 'odoo', kind: 'lead', state: 'failed', count: 1 },
      ]),
    );
    const { body: ofPerson } = await editor.get(`${ROOT}/records?registration=${first.documentId}`);
    expect(ofPerson.data.records.map(({ kind }: { kind: string }) => kind)).toEqual(['attendee', 'lead']);
    expect(ofPerson.data.records[0].differences).toMatchObject([{ difference: 'deleted' }]);
  });
});

describe('acting', () => {
  it('replays what failed and repairs what differs, and only what is named', async () => {
    const { first, second } = await aMess();
    const other = { records: [{ kind: 'lead', record: first.documentId }] };
    expect((await editor.post(`${ROOT}/odoo/replay`).send(other)).body.data).toEqual({ replayed: 0 });
    const named = { records: [{ kind: 'lead', record: second.documentId }] };
    expect((await editor.post(`${ROOT}/odoo/replay`).send(named)).body.data).toEqual({ replayed: 1 });
    const [difference] = (await editor.get(`${ROOT}/odoo/differences`)).body.data;
    expect((await editor.post(`${ROOT}/odoo/repair`).send({ ids: ['999999'] })).body.data).toEqual({ queued: 0 });
    expect((await editor.post(`${ROOT}/odoo/repair`).send({ ids: [difference.id] })).body.data).toEqual({ queued: 1 });
    await send();
    await app.partners.reconcile({ partner: 'odoo' });
    expect((await editor.get(`${ROOT}/odoo/differences`)).body.data).toEqual([]);
    expect((await editor.get(`${ROOT}/odoo/failures`)).body.data).toEqual([]);
  });
});

describe('input that nobody of good will sends', () => {
  const NUL = '\u0000';
  it.each([
    '/odoo/differences?page=0',
    '/odoo/differences?page=-1',
    '/odoo/differences?page=1e9',
    '/odoo/differences?page=one',
    '/odoo/differences?pageSize=101',
    '/odoo/differences?page[]=1&page[]=2',
    '/odoo/differences?sort=id',
    '/odoo/failures?pageSize=0',
    '/odoo/failures?page=1%3B%20drop%20table%20registrations',
    '/records',
    '/records?session=',
    '/records?session=one&registration=two',
    `/records?session=${'x'.repeat(41)}`,
    '/records?session=%00',
    '/records?session[$ne]=1',
  ])('GET %s is told what is wrong with it', async (path) => {
    const { status, body } = await editor.get(ROOT + path);
    expect([path, status]).toEqual([path, 400]);
    expect(body.error.details.code).toBe('INVALID');
  });

  const bodies: [string, unknown][] = [
    ['/odoo/repair', { ids: [] }],
    ['/odoo/repair', { ids: ['1; drop table registrations'] }],
    ['/odoo/repair', { ids: [1] }],
    ['/odoo/repair', { ids: Array.from({ length: 101 }, (_, n) => String(n)) }],
    ['/odoo/repair', { ids: ['1'], all: true }],
    ['/odoo/repair', ['1']],
    ['/odoo/replay', { records: [] }],
    ['/odoo/replay', { records: ['lead'] }],
    ['/odoo/replay', { records: [{ kind: 'lead' }] }],
    ['/odoo/replay', { records: [{ kind: 'lead', record: { $ne: null } }] }],
    ['/odoo/replay', { records: [{ kind: 'lead', record: NUL }] }],
    ['/odoo/replay', { records: [{ kind: 'x'.repeat(41), record: 'one' }] }],
    ['/odoo/replay', { records: [{ kind: 'lead', record: 'one', state: 'done' }] }],
  ];
  it.each(bodies)('POST %s with %j is told what is wrong with it, and nothing happens', async (path, body) => {
    await aMess();
    const before = await tables();
    const answer = await editor.post(ROOT + path).send(body as object);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.code).toBe('INVALID');
    expect(await tables()).toEqual(before);
  });

  const rule = { id: 'one', name: 'One', trigger: 'confirm' };
  const faulty: [string, object][] = [
    ['rules', { rules: [rule, rule] }],
    ['rules.0.trigger', { rules: [{ ...rule, trigger: 'whenever' }] }],
    ['rules.0.minScore', { rules: [{ ...rule, minScore: 101 }] }],
    ['rules.0.id', { rules: [{ ...rule, id: '../../etc' }] }],
    ['rules.0.salesperson', { rules: [{ ...rule, salesperson: 'nobody' }] }],
    ['rules', { rules: Array.from({ length: 21 }, (_, n) => ({ ...rule, id: `rule-${n}` })) }],
    ['source', { source: ' ' }],
    ['tags', { tags: Array.from({ length: 11 }, (_, n) => `Tag ${n}`) }],
    ['odooEventCreation', { odooEventCreation: 'yes' }],
    ['revision', { revision: -1 }],
    ['source', { source: `Web${NUL}inar` }],
    ['rules.0.team', { rules: [{ ...rule, team: `Sales${NUL}` }] }],
    ['colour', { colour: 'red' }],
  ];
  it.each(faulty)('settings name the field that is faulty: %s', async (field, changes) => {
    const before = await settings();
    const answer = await editor.put(`${ROOT}/odoo/settings`).send({ ...before, ...changes });
    expect(answer.status).toBe(400);
    const paths = answer.body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'));
    expect(paths).toContain(field);
    expect(await settings()).toEqual(before);
  });
});

describe('a partner that nobody knows', () => {
  it.each(['stripe', 'Odoo', '__proto__', 'odoo%2F..', '%00'])('%s is not found, whatever is asked', async (name) => {
    for (const [, method, path] of endpoints.filter(([, , one]) => /^\/odoo\/(?!settings)/.test(one))) {
      const asked = `${method} ${path.replace('odoo', name)}`;
      const { status } = await editor[method](ROOT + path.replace('odoo', name));
      expect([asked, status]).toEqual([asked, 404]);
    }
  });
});

describe('settings that somebody else changed meanwhile', () => {
  it('are not overwritten by who began with older ones', async () => {
    const before = await settings();
    const saved = await editor.put(`${ROOT}/odoo/settings`).send({ ...before, source: 'Seminar' });
    expect(saved.body.data).toMatchObject({ source: 'Seminar', revision: before.revision + 1 });
    const late = await editor.put(`${ROOT}/odoo/settings`).send({ ...before, medium: 'Late' });
    expect(late.status).toBe(409);
    expect(late.body.error.details.code).toBe('SETTINGS_CHANGED');
    expect(late.body.error.message).toContain('Nothing was saved');
    expect(await settings()).toEqual(saved.body.data);
  });

  it('are saved once when four save at the same instant', async () => {
    const before = await settings();
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((source) =>
        editor
          .put(`${ROOT}/odoo/settings`)
          .send({ ...before, source })
          .then(({ status }) => status),
      ),
    );
    expect(answers.sort()).toEqual([200, 409, 409, 409]);
  });
});

const PASSWORD = 'Password-of-the-tests-1';

/** Requests of the first administrator of an instance of its own. */
const ownerOf = async (server: Server) => {
  const owner = { email: 'owner@example.com', firstname: 'Olive', lastname: 'Owner', password: PASSWORD };
  const { body } = await server.request.post('/admin/register-admin').send(owner);
  const answers: string[] = [];
  return {
    answers: () => answers.join('\n'),
    async ask(method: 'get' | 'post' | 'put', path: string, sent?: object) {
      const answer = await server.request[method](ROOT + path)
        .set('Authorization', `Bearer ${body.data.token}`)
        .send(sent);
      answers.push(JSON.stringify([answer.body, answer.headers]));
      return answer;
    },
  };
};

const addSession = (pool: Pool, slug: string) =>
  pool.query(
    `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, allow_waitlist,
       requires_approval, created_at, updated_at, published_at)
     values ($1, $1, 'published', now() + interval '20 days', 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', true, false,
       now(), now(), now())`,
    [slug],
  );

describe('an instance without Odoo', () => {
  it('says that it is off and what would switch it on, refuses to act with words, and nothing waits', async () => {
    const databaseUrl = await freshDatabase();
    const pool = new Pool({ connectionString: databaseUrl, max: 1 });
    pool.on('error', () => {});
    await addSession(pool, 'off');
    const server = await startServer({ databaseUrl, env: { ODOO_URL: '', ODOO_API_KEY: '', JOB_CONCURRENCY: '0' } });
    const { ask } = await ownerOf(server);
    const registered = await server.request
      .post('/api/webinars/sessions/off/registrations')
      .send({ data: someone({ consultationInterest: true }) });
    expect(registered.status).toBe(201);
    expect((await pool.query(`select from webinars_links`)).rowCount).toBe(0);

    const cards = (await ask('get', '')).body.data as PartnerCard[];
    expect(cards).toMatchObject([
      { partner: 'odoo', state: 'off', missing: ['ODOO_URL', 'ODOO_API_KEY'], address: null, queue: [], problem: null },
    ]);
    for (const path of deeds) {
      const { status, body } = await ask('post', path);
      expect([path, status, body.error?.details.code]).toEqual([path, 409, 'PARTNER_OFF']);
      expect(body.error.message).toContain('Set ODOO_URL and ODOO_API_KEY in the environment and start again');
    }
    for (const path of ['/odoo/differences', '/odoo/failures']) {
      expect((await ask('get', path)).body).toEqual({
        data: [],
        meta: { pagination: { page: 1, pageSize: 25, total: 0 } },
      });
    }
    expect((await ask('get', '/records?session=off')).body.data).toEqual({ records: [], counts: [] });
    // What will be sent one day may be decided before.
    const { body } = await ask('get', '/odoo/settings');
    expect((await ask('put', '/odoo/settings', body.data)).status).toBe(200);
    expect((await pool.query(`select from webinars_links`)).rowCount).toBe(0);
    await stopServer(server);
    await pool.end();
  });
});

describe('the key', () => {
  it.each(['JSON-2', 'JSON-RPC'])(
    'is in no answer and in no line of the log, nor is who registered, over %s',
    async (protocol) => {
      const own = await world.newOdoo();
      const databaseUrl = await freshDatabase();
      const pool = new Pool({ connectionString: databaseUrl, max: 1 });
      pool.on('error', () => {});
      await addSession(pool, 'secret');
      const env = protocol === 'JSON-2' ? own.environment : own.rpcEnvironment;
      const server = await startServer({ databaseUrl, env: { ...env, LOG_LEVEL: 'silly' } });
      const { ask, answers } = await ownerOf(server);
      const everything = async () => {
        for (const [, method, path] of endpoints) await ask(method, path);
      };
      const untilSent = async (count: number) => {
        const sent = async () =>
          Number(
            (await pool.query(`select count(*) from webinars_links where kind = 'lead' and state = 'done'`)).rows[0]
              .count,
          );
        while ((await sent()) < count) await new Promise((resolve) => setTimeout(resolve, 50));
      };
      const untilIn = async (state: string) => {
        const standing = async () => ((await ask('get', '')).body.data as PartnerCard[])[0]!.state;
        while ((await standing()) !== state) await new Promise((resolve) => setTimeout(resolve, 50));
      };
      const person = () => server.request.post('/api/webinars/sessions/secret/registrations').send({ data: aPerson() });
      const aPerson = () => someone({ firstName: 'Unmistakable', phone: '+49 30 7654321' });

      await person().expect(201);
      await untilSent(1);
      await everything();
      own.fake!.fault({ status: 500 });
      own.fake!.fault({ status: 429, headers: { 'retry-after': '1' } });
      await person().expect(201);
      await untilSent(2);
      own.fake!.expireKey();
      await person().expect(201);
      await untilIn('stopped');
      await everything();
      await own.fake!.goDown();
      await everything();

      expect(answers()).toContain('ECONNREFUSED');
      for (const told of [answers(), server.output()]) {
        expect(told).not.toContain(own.key);
        expect(told).not.toContain('bearer');
      }
      expect(server.output()).toContain('[webinars] odoo');
      expect(server.output()).not.toContain('Unmistakable');
      expect(server.output()).not.toMatch(/guest-.*@example\.com/);
      await stopServer(server);
      await own.stop();
      await pool.end();
    },
  );
});
