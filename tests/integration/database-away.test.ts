import { once, EventEmitter } from 'node:events';
import pg from 'pg';
import { aForm, freshDatabase, startServer, stopServer, type Server } from '../harness';

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
      await outside.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'webinars'`,
      );
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
