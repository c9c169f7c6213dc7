import { aForm, aSession, request, resetData, sql, startServer, stopServer, world } from '../harness';

beforeEach(resetData);
afterAll(resetData);

/** Starts another instance beside the one of this run, and stops it again. */
const join = async (): Promise<void> => {
  expect(await stopServer(await startServer({ databaseUrl: world.databaseUrl }))).toBe(0);
};

/** When the rules of the database were last said: the newest transaction that wrote one. */
const lastSaid = async (): Promise<string | undefined> => {
  const [newest] = await sql<{ at: string }>(
    `select max(at) as at from (select t.xmin::text::bigint as at from pg_trigger t where t.tgname like 'webinars%'
       union all select p.xmin::text::bigint from pg_proc p where p.proname like 'webinars%') r`,
  );
  return newest?.at;
};

/** Registers one after the other, as two people at once would, until `work` is done. Answers how many were answered how. */
const whileRegistering = async (work: () => Promise<void>): Promise<Record<number, number>> => {
  const sessions = await Promise.all([aSession({ capacity: 10_000 }), aSession({ capacity: 10_000 })]);
  const answered: Record<number, number> = {};
  let asked = 0;
  let isOver = false;
  const visitor = async ({ slug }: { slug: string }): Promise<void> => {
    while (!isOver) {
      // An address of its own each: the limit on one spans test files.
      const email = `joining-${(asked += 1)}@example.com`;
      const { status } = await request
        .post(`/api/webinars/sessions/${slug}/registrations`)
        .send({ data: aForm({ email }) });
      answered[status] = (answered[status] ?? 0) + 1;
    }
  };
  const visitors = [...sessions, ...sessions, ...sessions].map(visitor);
  await work().finally(() => (isOver = true));
  await Promise.all(visitors);
  return answered;
};

describe('an instance that joins others', () => {
  it('touches no rule of the database that stands', async () => {
    const before = await lastSaid();
    await join();
    expect(await lastSaid()).toBe(before);
  });

  it('says anew what somebody took away: a trigger, an index, what a function does', async () => {
    await sql('drop trigger webinars_count_on_insert on registrations');
    await sql('drop index webinars_session_slug');
    await sql(
      `create or replace function webinars_count_on_insert() returns trigger language plpgsql as $$ begin return null; end $$`,
    );
    await join();
    expect(
      await sql(
        `select (select count(*)::int from pg_trigger where tgname = 'webinars_count_on_insert') as trigger,
                (select count(*)::int from pg_class where relname = 'webinars_session_slug') as index,
                (select count(*)::int from pg_proc where proname = 'webinars_count_on_insert' and prosrc ~ 'registration_count') as function`,
      ),
    ).toEqual([{ trigger: 1, index: 1, function: 1 }]);
  });

  it('turns nobody away who registers meanwhile, even where it renews the rules', async () => {
    await sql('delete from webinars_guards');
    const answered = await whileRegistering(join);
    expect(Object.keys(answered)).toEqual(['201']);
    expect(await sql('select count(*)::int as rules from webinars_guards')).toEqual([{ rules: 1 }]);
  });

  it('gives way to who holds the tables, says so, and renews the rules when they let go', async () => {
    const other = await world.pool.connect();
    const isWaitedFor = async (): Promise<boolean> =>
      (await other.query(`select from pg_locks where relation = 'registrations'::regclass and not granted`)).rows
        .length > 0;
    await other.query('begin');
    await other.query('lock table registrations in row exclusive mode');
    await sql('delete from webinars_guards');
    const starting = startServer({ databaseUrl: world.databaseUrl, env: { LOG_LEVEL: 'warn' } });
    while (!(await isWaitedFor()));
    while (await isWaitedFor());
    await other.query('commit');
    other.release();
    const server = await starting;
    expect(server.output()).toContain('other work holds the tables');
    expect(await sql('select from webinars_guards')).toHaveLength(1);
    expect(await stopServer(server)).toBe(0);
  });
});
