import { Pool } from 'pg';
import { freshDatabase, startServer, stopAllServers, stopServer } from '../harness';

const PEOPLE = 20_000;

let pool: Pool;
let databaseUrl: string;

const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await pool.query(text, values)).rows as Row[];

beforeAll(async () => {
  databaseUrl = await freshDatabase();
  pool = new Pool({ connectionString: databaseUrl });
  pool.on('error', () => {});
});
afterAll(async () => {
  await stopAllServers();
  await pool.end();
});

const SETTINGS = {
  session: 'imported',
  columns: ['firstName', 'lastName', 'email', 'company'],
  language: 'en',
  company: '',
  allAgreed: true,
  consentFrom: 'Zoom',
  consentVersion: '1',
  whenFull: 'waitlist',
  payment: 'here',
  sendsMails: false,
};

type Standing = { state: string; done: number; confirmed: number };

const standing = async (): Promise<Standing> =>
  (
    await query<Standing>(
      `select i.state, i.done, (select count(*)::int from registrations where session_document_id = 'imported') as confirmed
         from webinars_intakes i`,
    )
  )[0]!;

const until = async (isSo: (now: Standing) => boolean): Promise<Standing> => {
  for (;;) {
    const now = await standing();
    if (isSo(now)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('an import of twenty thousand people', () => {
  it('loses nobody and brings nobody in twice when the instance that runs it is killed', async () => {
    await query(
      `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, capacity,
         allow_waitlist, requires_approval, created_at, updated_at, published_at)
       values ('imported', 'imported', 'published', now() + interval '30 days', 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', 15000,
         true, false, now(), now(), now())`,
    );
    await query(
      `insert into webinars_intakes (state, file_name, source, dialect, headings, settings, session_document_id, total, created_at, by_whom)
       values ('running', 'people.csv', 'other', '{}', '["a","b","c","d"]', $1, 'imported', $2, now(), '{"kind":"staff","id":"1","name":"Ada"}')`,
      [JSON.stringify(SETTINGS), PEOPLE],
    );
    await query(
      `insert into webinars_intake_lines (intake_id, line, cells)
       select 1, n + 1, jsonb_build_array('Given', 'Person ' || n, 'person-' || n || '@import.example', 'Example Ltd')
         from generate_series(1, $1::int) n`,
      [PEOPLE],
    );
    await query(
      `select graphile_worker.add_job('intake.work', '{"intake":"1"}', queue_name := 'intake.work#0', job_key := 'intake.work:1')`,
    );
    const first = await startServer({ databaseUrl });
    const cut = await until(({ done }) => done > 0);
    expect(cut.state).toBe('running');
    await first.stop('SIGKILL');
    const left = await standing();
    expect(left.done).toBeLessThan(PEOPLE);
    expect(left.confirmed).toBe(left.done);

    const second = await startServer({ databaseUrl });
    const done = await until(({ state }) => state === 'done');
    expect(done).toEqual({ state: 'done', done: PEOPLE, confirmed: PEOPLE });
    expect(
      await query(`select state, count(*)::int as people from registrations group by state order by state`),
    ).toEqual([
      { state: 'confirmed', people: 15_000 },
      { state: 'waitlisted', people: 5000 },
    ]);
    expect(
      await query(
        `select count(distinct email)::int as people, max(waitlist_position) as last,
                (select count(*)::int from webinars_mails) as mails,
                (select count(distinct registration_document_id)::int from webinars_intake_lines) as lines,
                (select count(*)::int from webinars_audit where action = 'registration.created') as told
           from registrations`,
      ),
    ).toEqual([{ people: PEOPLE, last: 5000, mails: 0, lines: PEOPLE, told: PEOPLE }]);
    await stopServer(second);
  });
});
