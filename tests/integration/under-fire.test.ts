import { createHash } from 'node:crypto';
import pg from 'pg';
import { app, aSession, freshDatabase, resetData, sql, startServer, stopServer, type Server } from '../harness';
import { aForm, register } from './visitors';

/** Real servers, real HTTP, a real database of their own: as visitors meet the product on a busy morning. */

type Answer = { status: number; state?: string; position?: number; code?: string; token?: string };

// Every visitor has an address of its own, as told by a proxy on loopback that the servers trust.
const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

const send = async (server: Server, path: string, body: unknown, n: number): Promise<Answer> => {
  const response = await fetch(`${server.url}/api/webinars${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': addressOf(n) },
    body: JSON.stringify(body),
  });
  const { data, error } = (await response.json()) as {
    data?: { state: string; waitlistPosition?: number; manageToken?: string };
    error?: { details?: { code?: string } };
  };
  return {
    status: response.status,
    state: data?.state,
    position: data?.waitlistPosition,
    token: data?.manageToken,
    code: error?.details?.code,
  };
};

const registerOn = (server: Server, slug: string, n: number) =>
  send(server, `/sessions/${slug}/registrations`, { data: aForm({ email: `v${n}@example.com` }) }, n);

const query = async <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.query<Row>(statement, values)).rows;

const seats = async () =>
  (
    await query<{ taken: number; waiting: number; capacity: number; rows: number; line: string }>(
      `select registration_count as taken, waitlist_count as waiting, capacity,
              (select count(*)::int from registrations r where r.session_document_id = s.document_id and r.state = 'confirmed') as rows,
              (select string_agg(waitlist_position::text, ',' order by waitlist_position) from registrations r
                where r.session_document_id = s.document_id and r.state = 'waitlisted') as line
         from sessions s`,
    )
  )[0]!;

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

let database: pg.Pool;
let databaseUrl: string;
let servers: Server[];
let slug: string;

const open = async (instances: number, capacity: number) => {
  databaseUrl = await freshDatabase();
  database = new pg.Pool({ connectionString: databaseUrl, max: 25 });
  servers = await Promise.all(upTo(instances).map(() => startServer({ databaseUrl })));
  // Through the public door of a server of its own there is nothing to set up with, so the session is written as a row.
  slug = `race-${createHash('sha256').update(String(Math.random())).digest('hex').slice(0, 8)}`;
  await query(
    `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, capacity,
       allow_waitlist, requires_approval, created_at, updated_at, published_at)
     values ('race', $1, 'published', now() + interval '30 days', 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', $2, true, false, now(), now(), now())`,
    [slug, capacity],
  );
};

const close = async () => {
  await Promise.all(servers.map(stopServer));
  await database.end();
};

describe('a thousand visitors for a hundred seats', () => {
  afterEach(close);

  it('at one instance: a hundred are seated and nine hundred stand in line in order of arrival', async () => {
    await open(1, 100);
    const answers = await Promise.all(upTo(1000).map((n) => registerOn(servers[0]!, slug, n)));
    expect(answers.filter((answer) => answer.status !== 201)).toEqual([]);
    expect(answers.filter((answer) => answer.state === 'confirmed')).toHaveLength(100);
    const positions = answers.flatMap((answer) => answer.position ?? []).sort((a, b) => a - b);
    expect(positions).toEqual(upTo(900));
    expect(await seats()).toMatchObject({ taken: 100, rows: 100, waiting: 900, line: upTo(900).join(',') });
    // In order of arrival: who stands further back was registered later.
    const [{ ordered }] = (await query<{ ordered: boolean }>(
      `select bool_and(registered_at >= coalesce(before, registered_at)) as ordered
         from (select registered_at, lag(registered_at) over (order by waitlist_position) as before from registrations where state = 'waitlisted') line`,
    )) as [{ ordered: boolean }];
    expect(ordered).toBe(true);
  });

  it('at two instances on one database: the same', async () => {
    await open(2, 100);
    const answers = await Promise.all(upTo(1000).map((n) => registerOn(servers[n % 2]!, slug, n)));
    expect(answers.filter((answer) => answer.status !== 201)).toEqual([]);
    expect(answers.filter((answer) => answer.state === 'confirmed')).toHaveLength(100);
    expect(answers.flatMap((answer) => answer.position ?? []).sort((a, b) => a - b)).toEqual(upTo(900));
    expect(await seats()).toMatchObject({ taken: 100, rows: 100, waiting: 900 });
  });

  it('while the capacity goes up and down and others cancel: never a seat too many, never a gap in line', async () => {
    await open(2, 100);
    let isOver = false;
    let most = 100;
    const capacities = [100, 140, 60, 120, 80, 150];
    const editor = (async () => {
      for (let i = 0; !isOver; i += 1) {
        const capacity = capacities[i % capacities.length]!;
        most = Math.max(most, capacity);
        await query('update sessions set capacity = $1', [capacity]);
        // Raw SQL promotes nobody; the next decision about the session does.
      }
    })();
    const visitors = upTo(600).map(async (n) => {
      const answer = await registerOn(servers[n % 2]!, slug, n);
      if (n % 3 === 0 && answer.token) {
        const cancelled = await send(servers[(n + 1) % 2]!, `/registrations/${answer.token}/cancel`, {}, n);
        expect(cancelled).toMatchObject({ status: 200, state: 'cancelled' });
      }
      return answer;
    });
    const answers = await Promise.all(visitors);
    isOver = true;
    await editor;
    expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
    const after = await seats();
    expect(after.taken).toBe(after.rows);
    expect(after.taken).toBeLessThanOrEqual(most);
    expect(after.taken + after.waiting).toBe(answers.filter((answer) => answer.status === 201).length - 200);
    expect(after.line?.split(',').map(Number) ?? []).toEqual(upTo(after.waiting));
  });
});

describe('the lock and the guard', () => {
  const seated = async (sessionId: string) =>
    (
      await sql<{ n: number }>(
        `select count(*)::int as n from registrations where session_document_id = $1 and state = 'confirmed'`,
        [sessionId],
      )
    )[0]!.n;

  /** Eight people wait for approval, for two seats; staff approve them all at the same moment. */
  const approveAllAtOnce = async () => {
    await resetData();
    const session = await aSession({ capacity: 2, requiresApproval: true });
    await Promise.all(upTo(8).map(() => register(session.slug, aForm())));
    const pending = await sql<{ id: string }>('select document_id as id from registrations');
    const answers = await Promise.all(
      pending.map(({ id }) =>
        app.registrations.approve(id).then(
          ({ state }) => state as string,
          (error: Error & { constraint?: string }) => error.constraint ?? error.name,
        ),
      ),
    );
    return { answers, seated: await seated(session.documentId) };
  };

  const { lock } = app.registrationDeps;
  /** Reads what the lock reads, and locks nothing. */
  const unlocked: typeof lock = (trx, names, options) =>
    lock(
      {
        raw: (statement: string, bindings: never) => trx.raw(statement.replace(/ for update.*$/, ''), bindings),
      } as unknown as typeof trx,
      names,
      options,
    );
  const guard = (force: 'enable' | 'disable') => sql(`alter table sessions ${force} trigger webinars_guard_session`);

  afterEach(async () => {
    app.registrationDeps.lock = lock;
    await guard('enable');
  });

  it('the lock alone seats exactly as many as fit', async () => {
    await guard('disable');
    expect((await approveAllAtOnce()).seated).toBe(2);
  });

  it('the guard alone refuses what would be a seat too many', async () => {
    app.registrationDeps.lock = unlocked;
    const { answers, seated: taken } = await approveAllAtOnce();
    expect(taken).toBe(2);
    expect(answers).toContain('webinars_session_full');
  });

  it('without either the same rush oversells, which is what these tests would show', async () => {
    await guard('disable');
    app.registrationDeps.lock = unlocked;
    expect((await approveAllAtOnce()).seated).toBeGreaterThan(2);
  });
});

describe('a server killed in the middle of a rush', () => {
  afterEach(close);

  it('ten times: whoever was told of a place has it, every event has its jobs, and nothing is half done', async () => {
    await open(0, 100);
    const told = new Map<number, string>();
    for (let round = 0; round < 10; round += 1) {
      // No workers: what was queued stays to be counted.
      const server = await startServer({ databaseUrl, env: { JOB_CONCURRENCY: '0' } });
      servers = [server];
      const numbers = upTo(150).map((n) => round * 1000 + n);
      let answered = 0;
      const rush = numbers.map((n) =>
        registerOn(server, slug, n).then(
          (answer) => {
            if (answer.status === 201) told.set(n, answer.state!);
            answered += 1;
            // Killed when some have their answer and others are on the way, at another moment each round.
            if (answered === 15 + round * 8) void server.stop('SIGKILL');
          },
          () => undefined,
        ),
      );
      await Promise.all(rush);
      await stopServer(server);
    }
    expect(told.size).toBeGreaterThan(200);
    const rows = await query<{ email: string; state: string }>('select email, state from registrations');
    const states = new Map(rows.map((row) => [row.email, row.state]));
    for (const [n, state] of told) expect([n, states.get(`v${n}@example.com`)]).toEqual([n, state]);
    const [lonely] = await query<{ events: number; registrations: number; unwritten: number; unlinked: number }>(
      `select (select count(*)::int from webinars_events where type in ('registration.confirmed', 'registration.waitlisted')) as events,
              (select count(*)::int from registrations) as registrations,
              (select count(*)::int from webinars_events e where e.type like 'registration.%' and not exists (
                 select from webinars_mails m where m.registration_document_id = e.registration_document_id
                   and m.kind in ('confirmation', 'waitlisted'))) as unwritten,
              (select count(*)::int from registrations r where not exists (
                 select from registrations_session_lnk l where l.registration_id = r.id)) as unlinked`,
    );
    expect(lonely).toEqual({ events: rows.length, registrations: rows.length, unwritten: 0, unlinked: 0 });
    const after = await seats();
    expect(after).toMatchObject({ taken: 100, rows: 100 });
    expect(after.line?.split(',').map(Number)).toEqual(upTo(after.waiting));
  });
});
