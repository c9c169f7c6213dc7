import pg from 'pg';
import { freshDatabase } from '../harness';
import { mailSettings } from '../../plugins/webinars/contracts/mail';
import { programmeManager } from '../../plugins/webinars/contracts/programme';
import type { Trx } from '../../plugins/webinars/server/src/kernel/database';
import { planReminders } from '../../plugins/webinars/server/src/reminders';

/** Two instances reach the same minute, each with a connection of its own, on a database of their own. */

const PEOPLE = 10_000;
const NOW = new Date('2026-06-08T08:00:20Z');
const settings = {
  ...mailSettings.parse({}),
  rulesSince: {},
  revision: 0,
  programmeManager: { ...programmeManager.parse({}), since: {} },
};

/** A connection in a transaction, as the product's own transactions are. */
const aTransaction = async (client: pg.Client): Promise<Trx> => {
  await client.query('begin');
  await client.query(
    `set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off; set local jit = off`,
  );
  return {
    raw: (statement, bindings = []) => {
      let n = 0;
      return client.query(
        statement.replace(/\?/g, () => `$${(n += 1)}`),
        [...bindings],
      );
    },
    isCompleted: () => false,
  };
};

let url: string;
let database: pg.Client;
let clients: pg.Client[];

const connect = async () => {
  const client = new pg.Client({ connectionString: url });
  // One of them is ended by PostgreSQL in the middle of its work.
  client.on('error', () => {});
  await client.connect();
  return client;
};

const count = async (table: string) =>
  (await database.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

const mails = async () =>
  (
    await database.query<{ mails: number; people: number }>(
      `select count(*)::int as mails, count(distinct registration_document_id)::int as people from webinars_mails`,
    )
  ).rows[0]!;

beforeEach(async () => {
  url = await freshDatabase();
  database = await connect();
  clients = [await connect(), await connect()];
  await database.query(
    `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency,
       allow_waitlist, requires_approval, created_at, updated_at, published_at)
     values ('hall', 'hall', 'published', '2026-06-15T08:00:00', 60, 'Europe/Berlin', 'en', 'workshop', 0, 'EUR', true, false, now(), now(), now())`,
  );
  await database.query(
    `insert into registrations (document_id, reference, session_document_id, email, state, locale, registered_at)
     select 'r' || n, 'R' || n, 'hall', 'guest-' || n || '@example.com', 'confirmed', 'en', '2026-05-01'::timestamp
       from generate_series(1, ${PEOPLE}) n`,
  );
  await database.query(
    `insert into webinars_events (type, session_document_id, registration_document_id, at)
     select 'registration.confirmed', 'hall', 'r' || n, '2026-05-01' from generate_series(1, ${PEOPLE}) n`,
  );
});

afterEach(async () => {
  for (const client of [...clients, database]) await client.end().catch(() => {});
});

/** Both find what is due before either has written anything; the first to end commits while the other waits or has found the same. */
const planAtOnce = async (): Promise<number[]> => {
  const transactions = await Promise.all(clients.map(aTransaction));
  return Promise.all(
    transactions.map(async (trx, index) => {
      const written = await planReminders(trx, NOW, settings);
      await clients[index]!.query('commit');
      return written;
    }),
  );
};

describe('ten thousand reminders due at one instant', () => {
  it('are written by one of two instances, each once', async () => {
    const written = await planAtOnce();
    expect(written.sort((a, b) => a - b)).toEqual([0, PEOPLE]);
    expect(await mails()).toEqual({ mails: PEOPLE, people: PEOPLE });
    expect((await database.query('select rule, mails from webinars_reminder_plans')).rows).toEqual([
      { rule: '7-days', mails: PEOPLE },
    ]);
  });

  it('are written twice without the note’s and the mail’s unique keys: the test before this one can fail', async () => {
    await database.query('alter table webinars_reminder_plans drop constraint webinars_reminder_plans_pkey');
    await database.query('alter table webinars_mails drop constraint webinars_mails_key_key');
    const transactions = await Promise.all(clients.map(aTransaction));
    for (const trx of transactions) await planReminders(trx, NOW, settings);
    for (const client of clients) await client.query('commit');
    expect(await mails()).toEqual({ mails: 2 * PEOPLE, people: PEOPLE });
  });

  it('are none where the instance dies before it commits, and all once another takes over', async () => {
    const [dying, heir] = clients as [pg.Client, pg.Client];
    expect(await planReminders(await aTransaction(dying), NOW, settings)).toBe(PEOPLE);
    const { rows } = await dying.query<{ pid: number }>('select pg_backend_pid() as pid');
    const gone = new Promise((resolve) => dying.once('end', resolve));
    await database.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await gone;
    expect([await count('webinars_mails'), await count('webinars_reminder_plans')]).toEqual([0, 0]);
    expect(await planReminders(await aTransaction(heir), NOW, settings)).toBe(PEOPLE);
    await heir.query('commit');
    expect(await mails()).toEqual({ mails: PEOPLE, people: PEOPLE });
  });
});
