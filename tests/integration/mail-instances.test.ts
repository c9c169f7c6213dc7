import { Pool } from 'pg';
import { cutConnections, freshDatabase, smtp, startServer, stopAllServers, stopServer, until } from '../harness';

const PEOPLE = 10_000;
/** What an instance may have on the wire when it dies: its connections, and what it had not noted down yet. */
const IN_FLIGHT = 20;

let pool: Pool;
let databaseUrl: string;

const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await pool.query(text, values)).rows as Row[];

const addSession = async (name: string, state: string, people: number, startsIn = '119 minutes') => {
  await query(
    `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, allow_waitlist,
       requires_approval, meeting_url, created_at, updated_at, published_at)
     values ($1, $1, $2, now() + $3::interval, 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', true, false,
       'https://meet.example.com/room', now(), now(), now())`,
    [name, state, startsIn],
  );
  await query(
    `insert into registrations (document_id, reference, session_document_id, state, first_name, last_name, email, company, locale,
       registered_at, payment_status, created_at, updated_at, published_at)
     select $1 || '-' || n, upper($1) || n, $1, 'confirmed', 'Visitor', 'Number ' || n, $1 || '-' || n || '@example.com', 'Example Ltd', 'en',
       now() - interval '10 days', 'not_required', now(), now(), now() from generate_series(1, $2::int) n`,
    [name, people],
  );
};

const isEverythingSent = async (): Promise<boolean> =>
  (await query<{ left: number }>(`select count(*)::int as left from webinars_mails where state <> 'sent'`))[0]!.left ===
  0;

const messageIds = (): Map<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const { to, raw } of smtp.taken) {
    const id = /^Message-ID: (.+)\r$/im.exec(raw.subarray(0, 2000).toString())![1]!;
    ids.set(to, [...(ids.get(to) ?? []), id]);
  }
  return ids;
};

beforeAll(async () => {
  smtp.reset();
  databaseUrl = await freshDatabase();
  pool = new Pool({ connectionString: databaseUrl });
  pool.on('error', () => {});
});

afterAll(async () => {
  await stopAllServers();
  await pool.end();
  smtp.reset();
});

describe('two instances on one database', () => {
  it('send ten thousand reminders of one minute once each', async () => {
    await addSession('crowd', 'published', PEOPLE);
    const servers = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
    // The plan of an instance begins with its first start; this one has been running for ever.
    await query(`delete from strapi_core_store_settings where key = 'plugin_webinars_mail'`);
    await smtp.until(PEOPLE);
    await until(isEverythingSent);
    expect(smtp.taken).toHaveLength(PEOPLE);
    expect(new Set(smtp.taken.map(({ to }) => to)).size).toBe(PEOPLE);
    expect(await query('select mails from webinars_reminder_plans where mails > 0')).toEqual([{ mails: PEOPLE }]);
    for (const server of servers) await stopServer(server);
  });

  it('lose nothing when one of them is killed in the middle, and repeat at most what was on the wire, recognisably', async () => {
    smtp.reset();
    const people = 3000;
    await addSession('killed', 'draft', people);
    await query(`update sessions set state = 'published' where document_id = 'killed'`);
    await query(
      `insert into webinars_mails (key, kind, locale, recipient, registration_document_id, session_document_id, schedule_version, next_try_at, created_at)
       select 'confirmation:' || document_id || ':0', 'confirmation', 'en', email, document_id, session_document_id, 0, now(), now()
         from registrations where session_document_id = 'killed'`,
    );
    const [first, second] = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
    await smtp.until(people / 3);
    await first.stop('SIGKILL');
    await until(isEverythingSent);
    const ids = messageIds();
    expect(ids.size).toBe(people);
    expect(smtp.taken.length - people).toBeLessThanOrEqual(IN_FLIGHT);
    for (const [to, all] of ids) expect([to, new Set(all).size]).toEqual([to, 1]);
    await stopServer(second);
  });

  it('repeat nothing when the database goes away again and again, and comes back', async () => {
    smtp.reset();
    const people = 1000;
    await addSession('cut', 'draft', people, '30 days');
    await query(`update sessions set state = 'published' where document_id = 'cut'`);
    await query(
      `insert into webinars_mails (key, kind, locale, recipient, registration_document_id, session_document_id, schedule_version, next_try_at, created_at)
       select 'confirmation:' || document_id || ':0', 'confirmation', 'en', email, document_id, session_document_id, 0, now(), now()
         from registrations where session_document_id = 'cut'`,
    );
    const servers = await Promise.all([startServer({ databaseUrl }), startServer({ databaseUrl })]);
    for (const sent of [100, 400, 700]) {
      await smtp.until(sent);
      await cutConnections(pool);
    }
    await until(isEverythingSent);
    const ids = messageIds();
    expect(ids.size).toBe(people);
    expect(smtp.taken).toHaveLength(people);
    for (const server of servers) expect(await stopServer(server)).toBe(0);
  });
});
