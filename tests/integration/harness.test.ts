import {
  aForm,
  app,
  aSession,
  clock,
  drainJobs,
  freshDatabase,
  request,
  resetData,
  sql,
  startServer,
  world,
} from '../harness';

beforeEach(resetData);

describe('the instance of a test run', () => {
  it('answers requests', async () => {
    const session = await aSession({ capacity: 1 });
    const first = await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: aForm() });
    expect(first.body).toMatchObject({ data: { state: 'confirmed' } });
    const second = await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: aForm() });
    expect(second.body).toMatchObject({ data: { state: 'waitlisted', waitlistPosition: 1 } });
    await drainJobs();
  });

  it('tells the time the test sets', () => {
    clock.set('2030-05-01T10:00:00Z');
    clock.advance({ hours: 2 });
    expect(app.clock.now().toISOString()).toBe('2030-05-01T12:00:00.000Z');
  });

  it('begins each test without content', async () => {
    expect(await sql('select count(*)::int as count from sessions')).toEqual([{ count: 0 }]);
  });

  it('empties no table from under somebody who reads one and then the next', async () => {
    await aSession();
    const reader = await world.pool.connect();
    await reader.query('begin');
    await reader.query('select from sessions_cmps');
    const emptied = resetData();
    // Whoever waits while he holds tables is told to give way after a second, or tells the reader to.
    await reader.query('select pg_sleep(1.5)');
    await reader.query('select from components_session_revenue_sharings, topics, speakers, sessions, registrations');
    await reader.query('commit');
    reader.release();
    await emptied;
    expect(await sql('select count(*)::int as count from sessions')).toEqual([{ count: 0 }]);
  });
});

describe('a server of its own', () => {
  it('starts on a fresh database and stops cleanly', async () => {
    const server = await startServer({ databaseUrl: await freshDatabase() });
    const answer = await server.request.get('/_health');
    expect(answer.status).toBe(204);
    expect(await server.stop()).toBe(0);
  });
});
