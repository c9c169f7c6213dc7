import type { DeadLetterPage, QueueStanding } from '../../plugins/webinars/contracts/queue';
import texts from '../../plugins/webinars/admin/src/translations/en.json';
import { aSession, app, resetData, sql } from '../harness';
import { anAdministrator, removeAdministrators } from './administrator';
import { staffWho } from './staff';
import { aForm, register } from './visitors';

const PATH = '/webinars-admin/queue';

let staff: Awaited<ReturnType<typeof anAdministrator>>;
beforeAll(async () => {
  staff = await anAdministrator();
});
afterAll(removeAdministrators);
beforeEach(resetData);

const standing = async (): Promise<QueueStanding> => (await staff.get(PATH)).body.data;
const kind = async (name: string) => (await standing()).kinds.find((one) => one.name === name)!;
const letters = async (query = ''): Promise<DeadLetterPage> => (await staff.get(`${PATH}/dead-letters${query}`)).body;

/** Work that used up its tries. Answers its id. */
const dead = async (name: string, payload: object, error = 'It failed'): Promise<string> => {
  const [job] = await sql<{ id: string }>(
    `select id::text from graphile_worker.add_job($1, $2::json, max_attempts := 3)`,
    [name, JSON.stringify(payload)],
  );
  await sql(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = $2, updated_at = now() where id = $1`,
    [job!.id, error],
  );
  return job!.id;
};

describe('the queue', () => {
  it('tells of each kind of work what waits, comes later, is tried again and was given up', async () => {
    const [waiting] = await sql<{ id: string }>(
      `select id::text from graphile_worker.add_job('sessions.advance', '{}')`,
    );
    await sql(`select graphile_worker.add_job('sessions.advance', '{}', run_at := now() + interval '1 day')`);
    await sql(`select graphile_worker.add_job('sessions.advance', '{}')`);
    await sql(
      `update graphile_worker._private_jobs set attempts = 1 where id = (select max(id) from graphile_worker._private_jobs)`,
    );
    await dead('sessions.advance', {});
    expect(waiting).toBeDefined();
    expect(await kind('sessions.advance')).toMatchObject({
      waiting: 1,
      scheduled: 1,
      running: 0,
      retrying: 1,
      dead: 1,
    });
    expect((await kind('sessions.advance')).oldestDueAt).toMatch(/Z$/);
    expect(await kind('reminders.plan')).toMatchObject({ waiting: 0, dead: 0, oldestDueAt: null });
    expect((await standing()).kinds.map(({ name }) => name).sort()).toEqual(Object.keys(app.handlers).sort());
  });

  it('has plain words for every kind', () => {
    expect(Object.keys(app.handlers).filter((name) => !(`job.${name}` in texts))).toEqual([]);
  });

  it('counts what failed in the queues that have pages of their own', async () => {
    await sql(`insert into webinars_mails (key, kind, locale, recipient, state, next_try_at, created_at)
                 values ('a', 'confirmation', 'en', 'a@example.com', 'failed', now(), now())`);
    expect((await standing()).elsewhere).toEqual({ mails: 1, partners: 0 });
  });

  it('names what given-up work was about, and nobody’s data', async () => {
    const session = await aSession();
    const form = aForm({ email: 'queue-ada@example.com', lastName: 'Lovelace' });
    await register(session.slug, form);
    const [event] = await sql<{ id: string }>(
      `select id::text from webinars_events where registration_document_id is not null order by id desc limit 1`,
    );
    await dead(
      'registration.release-seats',
      { session: session.documentId },
      'canceling statement due to lock timeout',
    );
    await dead(
      'strapi.announce-registration',
      { eventId: event!.id },
      `insert into x values ('queue-ada@example.com') - Key (email)=(queue-ada@example.com) of 'Lovelace' is missing`,
    );
    await dead('sessions.advance', {});
    const { data, meta } = await letters();
    expect(meta).toEqual({ next: null, total: 3 });
    expect(
      data.map(({ name, trouble, session: one, registration }) => [name, trouble, one?.documentId, !!registration]),
    ).toEqual([
      ['sessions.advance', 'unknown', undefined, false],
      ['strapi.announce-registration', 'unknown', session.documentId, true],
      ['registration.release-seats', 'busy', session.documentId, false],
    ]);
    expect(JSON.stringify(data)).not.toMatch(/Lovelace|queue-ada/);
  });

  it('is read a page at a time, and by kind', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.unshift(await dead(n === 2 ? 'reminders.plan' : 'sessions.advance', {}));
    const first = await letters('?pageSize=2');
    expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await letters(`?pageSize=2&before=${first.meta.next}`);
    expect(second.data.map(({ id }) => id)).toEqual(ids.slice(2, 4));
    const last = await letters(`?pageSize=2&before=${second.meta.next}`);
    expect([last.data.length, last.meta.next]).toEqual([1, null]);
    expect((await letters('?kind=reminders.plan')).meta.total).toBe(1);
  });

  it('is nobody’s who may do other things only', async () => {
    const other = await staffWho('programme.settings', 'verify');
    for (const path of ['', '/dead-letters']) expect((await other.get(`${PATH}${path}`)).status).toBe(403);
    for (const deed of ['replay', 'discard']) expect((await other.post(`${PATH}/${deed}`).send({})).status).toBe(403);
  });
});

describe('given-up work', () => {
  const attempts = async (id: string) =>
    (await sql<{ attempts: number }>(`select attempts from graphile_worker._private_jobs where id = $1`, [id]))[0]
      ?.attempts;
  const audited = () =>
    sql<{ action: string; name: string; reason: string | null }>(
      `select action, data->>'name' as name, data->>'reason' as reason from webinars_audit order by id`,
    );

  it('is tried again, one of it or some, and what is not given up is left alone', async () => {
    const [one, other] = [await dead('reminders.plan', {}), await dead('reminders.plan', {})];
    await sql(`select graphile_worker.add_job('sessions.advance', '{}')`);
    const [alive] = await sql<{ id: string }>(
      `update graphile_worker._private_jobs set attempts = 2 where id = (select max(id) from graphile_worker._private_jobs) returning id::text`,
    );
    const answer = await staff.post(`${PATH}/replay`).send({ which: { ids: [one, alive!.id] } });
    expect(answer.body.data).toEqual({ count: 1, left: 0 });
    expect([await attempts(one), await attempts(other), await attempts(alive!.id)]).toEqual([0, 3, 2]);
    expect(await audited()).toEqual([{ action: 'job.replayed', name: 'reminders.plan', reason: null }]);
  });

  it('is tried again all together, of one kind, and once by two who ask at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => dead('reminders.plan', {})));
    await dead('sessions.advance', {});
    const which = { all: { kind: 'reminders.plan', until: new Date(Date.now() + 60_000).toISOString() } };
    const answers = await Promise.all([
      staff.post(`${PATH}/replay`).send({ which }),
      staff.post(`${PATH}/replay`).send({ which }),
    ]);
    expect(answers.reduce((sum, { body }) => sum + body.data.count, 0)).toBe(5);
    expect((await letters()).data.map(({ name }) => name)).toEqual(['sessions.advance']);
    expect(await audited()).toHaveLength(5);
  });

  it('asked for as a whole leaves what failed after the question', async () => {
    await dead('reminders.plan', {});
    const which = { all: { kind: null, until: new Date(Date.now() - 60_000).toISOString() } };
    expect((await staff.post(`${PATH}/replay`).send({ which })).body.data).toEqual({ count: 0, left: 0 });
  });

  it('goes a part at a time, and says how much is left', async () => {
    await sql(`select graphile_worker.add_job('reminders.plan', '{}', max_attempts := 1) from generate_series(1, 230)`);
    await sql(
      `update graphile_worker._private_jobs set attempts = max_attempts, updated_at = now() - interval '1 minute'`,
    );
    const which = { all: { kind: null, until: new Date().toISOString() } };
    const discard = async () =>
      (await staff.post(`${PATH}/discard`).send({ which, reason: 'Of an old test' })).body.data;
    expect(await discard()).toEqual({ count: 200, left: 30 });
    expect(await discard()).toEqual({ count: 30, left: 0 });
  });

  it('is discarded with a reason, which the history keeps', async () => {
    const { documentId } = await aSession();
    const id = await dead('registration.release-seats', { session: documentId });
    const faulty = await staff.post(`${PATH}/discard`).send({ which: { ids: [id] }, reason: ' ' });
    expect(faulty.status).toBe(400);
    expect(await attempts(id)).toBe(3);
    const answer = await staff.post(`${PATH}/discard`).send({ which: { ids: [id] }, reason: 'The session is gone' });
    expect(answer.body.data).toEqual({ count: 1, left: 0 });
    expect(await attempts(id)).toBeUndefined();
    expect((await audited()).filter(({ action }) => action.startsWith('job.'))).toEqual([
      { action: 'job.discarded', name: 'registration.release-seats', reason: 'The session is gone' },
    ]);
  });
});
