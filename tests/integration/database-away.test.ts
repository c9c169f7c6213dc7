import { once, EventEmitter } from 'node:events';
import pg from 'pg';
import { aForm, cutConnections, freshDatabase, type Server, startServer, stopServer, until } from '../harness';

const TOPICS = '/content-manager/collection-types/api::topic.topic';
const SPEAKERS = '/content-manager/collection-types/api::speaker.speaker';
const SESSIONS = '/content-manager/collection-types/api::session.session';

const ROUNDS = 100;

/** The first administrator of an empty instance, as the admin makes them. */
const firstAdministrator = async (server: Server) => {
  const { body } = await server.request
    .post('/admin/register-admin')
    .send({ email: 'first@staff.example', password: 'Editor-password-1', firstname: 'First', lastname: 'Last' });
  return (path: string, fields: object) =>
    server.request.post(path).set('Authorization', `Bearer ${body.data.token}`).send(fields);
};

it('outlives connections that are cut in the middle of anything, and answers everybody', async () => {
  const databaseUrl = await freshDatabase();
  // As few connections as there are people at once: one that is not given back is missed.
  const server = await startServer({ databaseUrl, env: { DATABASE_POOL_MIN: '0', DATABASE_POOL_MAX: '4' } });
  const outside = new pg.Client({ connectionString: databaseUrl, application_name: 'outside' });
  await outside.connect();
  try {
    const add = await firstAdministrator(server);
    const topic = await add(TOPICS, { title: 'Open', slug: 'open', state: 'active' });
    const speaker = await add(SPEAKERS, {
      firstName: 'Ada',
      lastName: 'Open',
      slug: 'ada',
      email: 'ada@staff.example',
    });
    const session = await add(SESSIONS, {
      ...{ slug: 'open', state: 'published', language: 'en', sessionType: 'single-speaker', platform: 'zoom' },
      ...{
        datetime: '2099-05-01T10:00:00Z',
        duration: 60,
        timezone: 'UTC',
        capacity: 10_000,
        price: 0,
        currency: 'EUR',
      },
      topic: { connect: [{ documentId: topic.body.data.documentId }] },
      speaker: { connect: [{ documentId: speaker.body.data.documentId }] },
    });
    expect(session.body).toMatchObject({ data: { slug: 'open' } });

    const answers = new EventEmitter();
    const seen = new Set<number>();
    let isOver = false;
    let asked = 0;
    const keepAsking = async (ask: (n: number) => PromiseLike<{ status: number }>): Promise<void> => {
      while (!isOver) {
        const { status } = await ask((asked += 1));
        seen.add(status);
        if (status === 201) answers.emit('saved');
      }
    };
    const register = (n: number) =>
      server.request
        .post('/api/webinars/sessions/open/registrations')
        .send({ data: { ...aForm(), email: `visitor-${n}@guests.example` } });
    const addTopic = (n: number) => add(TOPICS, { title: `Topic ${n}`, slug: `topic-${n}` });
    const people = [addTopic, addTopic, register, register].map(keepAsking);

    for (let round = 0; round < ROUNDS; round += 1) {
      await once(answers, 'saved');
      await cutConnections(outside);
    }
    isOver = true;
    await Promise.all(people);

    expect([...seen].filter((status) => ![201, 400, 500, 503].includes(status))).toEqual([]);
    expect(await Promise.all([addTopic(0), addTopic(1_000_000), register(0), register(1_000_000)])).toMatchObject(
      Array(4).fill({ status: 201 }),
    );
    expect(await stopServer(server)).toBe(0);
  } finally {
    await outside.end();
  }
});

describe('while the database is away for a moment', () => {
  let server: Server;
  let outside: pg.Client;
  let elsewhere: pg.Client;

  beforeAll(async () => {
    const databaseUrl = await freshDatabase();
    server = await startServer({ databaseUrl });
    outside = new pg.Client({ connectionString: databaseUrl, application_name: 'outside' });
    elsewhere = new pg.Client({ connectionString: new URL('/postgres', databaseUrl).href });
    await outside.connect();
    await elsewhere.connect();
  });

  afterAll(async () => {
    await stopServer(server);
    await outside.end();
    await elsewhere.end();
  });

  /** It cuts every connection and takes no new one, until the server has noticed. */
  const goAway = async (): Promise<void> => {
    const before = server.output().length;
    await elsewhere.query(`alter database ${outside.database} allow_connections false`);
    await cutConnections(outside);
    await until(() => server.output().slice(before).includes('not currently accepting connections'));
    await elsewhere.query(`alter database ${outside.database} allow_connections true`);
  };

  it('no job is lost, neither one at work nor one that comes later', async () => {
    const addJobs = () =>
      outside.query(
        `select graphile_worker.add_job('sessions.advance', '{}'),
                graphile_worker.add_job('bulk.work', '{"bulk":"1"}', 'bulk.work#' || (n % 2)) from generate_series(1, 100) n`,
      );
    const left = async (): Promise<Record<string, number>> => {
      const { rows } = await outside.query(
        `select t.identifier as name, count(*)::int as jobs from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier in ('sessions.advance', 'bulk.work') group by 1`,
      );
      return Object.fromEntries(rows.map(({ name, jobs }) => [name, jobs]));
    };
    await addJobs();
    await until(async () => (await left())['bulk.work']! < 100);
    await goAway();
    await until(async () => Object.keys(await left()).length === 0);

    await addJobs();
    await until(async () => Object.keys(await left()).length === 0);
  });

  it('a file on its way waits for it, arrives whole, and is known to', async () => {
    const many = 20_000;
    await outside.query(
      `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency,
         created_at, updated_at, published_at)
       values ('listed', 'listed', 'draft', now() + interval '20 days', 60, 'UTC', 'en', 'single-speaker', 0, 'EUR', now(), now(), now())`,
    );
    await outside.query(
      `insert into registrations (document_id, reference, session_document_id, state, first_name, last_name, email, locale,
         registered_at, payment_status, created_at, updated_at, published_at)
       select 'listed' || n, 'LISTED' || n, 'listed', 'confirmed', 'Visitor', 'Number ' || n, 'listed-' || n || '@example.com', 'en',
         now(), 'not_required', now(), now(), now() from generate_series(1, $1::int) n`,
      [many],
    );
    const add = await firstAdministrator(server);
    const made = await add('/webinars-admin/exports', { which: { filter: {} }, format: 'csv' });
    const { id, ticket } = made.body.data;
    const answer = await fetch(`${server.url}/webinars-admin/exports/download`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ticket }),
    });
    const file = answer.text();
    const standing = async (): Promise<{ state: string; rows: number }> =>
      (await outside.query(`select state, rows from webinars_exports where id = $1`, [id])).rows[0];
    await until(async () => (await standing()).rows > 0);
    await goAway();
    expect((await standing()).state).toBe('running');

    expect((await file).trimEnd().split('\r\n')).toHaveLength(1 + many);
    await until(async () => (await standing()).state !== 'running');
    expect(await standing()).toEqual({ state: 'done', rows: many });
    const { rows: told } = await outside.query(
      `select data::json from webinars_audit where action = 'registrations.export_ended' and subject_document_id = $1`,
      [id],
    );
    expect(told).toEqual([{ data: { format: 'csv', rows: many, isWhole: true } }]);
  });
});
