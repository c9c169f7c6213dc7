import type { CheckDetail, CheckRow } from '../../plugins/webinars/contracts/checks';
import { aSession, clock, resetData, sql, world } from '../harness';
import { anAdministrator, removeAdministrators } from './administrator';
import { staffWho } from './staff';
import { aForm, register } from './visitors';

const PATH = '/webinars-admin/verifications';
const NOW = new Date('2026-03-02T10:00:00Z');

let staff: Awaited<ReturnType<typeof anAdministrator>>;
beforeAll(async () => {
  staff = await anAdministrator();
});
afterAll(removeAdministrators);
beforeEach(async () => {
  await resetData();
  clock.set(NOW);
});

/** What only somebody past every guard can do. */
const past = async (statement: string, values: unknown[]): Promise<void> => {
  const client = await world.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(statement, values);
    await client.query('commit');
  } finally {
    client.release();
  }
};

const miscount = (session: string, seats: number) =>
  past('update sessions set registration_count = $2 where document_id = $1', [session, seats]);

const check = async (): Promise<CheckRow> => {
  clock.advance({ minutes: 1 });
  return (await staff.post(PATH)).body.data;
};
const detail = async ({ at }: Pick<CheckRow, 'at'>): Promise<CheckDetail> =>
  (await staff.get(`${PATH}/${at}?locale=de`)).body.data;

describe('a check of the invariants', () => {
  it('is kept with who made it, and with each difference and its session', async () => {
    const session = await aSession();
    await register(session.slug, aForm());
    await check();
    await miscount(session.documentId, 7);
    const made = await check();
    expect(made).toMatchObject({ sessions: 1, registrations: 1, differences: 1 });
    const { body } = await staff.get(PATH);
    expect((body.data as CheckRow[]).map(({ differences, by }) => [differences, by])).toEqual([
      [1, 'Ada Administrator'],
      [0, 'Ada Administrator'],
    ]);
    expect((await detail(made)).found).toEqual([
      {
        rule: 'counters',
        expected: 'belegt 1, wartend 0, teilgenommen 0',
        found: 'belegt 7, wartend 0, teilgenommen 0',
        repairable: true,
        session: { documentId: session.documentId, title: expect.any(String) },
      },
    ]);
    expect((await staff.get(`${PATH}/2020-01-01T00:00:00.000Z`)).status).toBe(404);
    expect((await staff.get(`${PATH}/yesterday`)).status).toBe(404);
  });

  it('of which only words were kept is told by its count', async () => {
    const at = '2026-03-01T10:00:00.000Z';
    const words = { rule: 'counters', session: null, expected: 'seats 1', found: 'seats 7', repairable: true };
    await sql(
      `insert into webinars_verifications (at, sessions, registrations, differences, found) values ($1, 1, 1, 1, $2)`,
      [at, JSON.stringify([words])],
    );
    expect(await detail({ at })).toMatchObject({ differences: 1, found: [] });
  });

  it('mends what it found, once it was seen, and says so in the history', async () => {
    const session = await aSession();
    await register(session.slug, aForm());
    await miscount(session.documentId, 7);
    const made = await check();
    clock.advance({ minutes: 1 });
    const repaired = await staff.post(`${PATH}/repair`).send({ at: made.at });
    expect(repaired.body.data).toMatchObject({ differences: 0, repaired: 1 });
    expect(await sql('select registration_count as seats from sessions')).toEqual([{ seats: 1 }]);
    expect(await sql(`select action, actor_name as by from webinars_audit where action = 'session.repaired'`)).toEqual([
      { action: 'session.repaired', by: 'Ada Administrator' },
    ]);
  });

  it('mends nothing where there is more by then than was seen', async () => {
    const [seen, unseen] = [await aSession(), await aSession()];
    await miscount(seen.documentId, 3);
    const made = await check();
    await miscount(unseen.documentId, 4);
    const answer = await staff.post(`${PATH}/repair`).send({ at: made.at });
    expect(answer).toMatchObject({ status: 409, body: { error: { details: { code: 'DIFFERENCES_CHANGED' } } } });
    expect(await sql('select registration_count as seats from sessions order by id')).toEqual([
      { seats: 3 },
      { seats: 4 },
    ]);
  });

  it('is nobody’s who may do other things only', async () => {
    const other = await staffWho('overview.read', 'jobs.manage');
    expect((await other.get(PATH)).status).toBe(403);
    expect((await other.get(`${PATH}/${NOW.toISOString()}`)).status).toBe(403);
    expect((await other.post(`${PATH}/repair`).send({})).status).toBe(403);
  });
});
