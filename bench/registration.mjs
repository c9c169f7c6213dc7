import { createCpuMeter } from './cpu.mjs';
import { connect, findPgbench, freshDatabase } from './database.mjs';
import { median, sideBySide } from './measure.mjs';
import { pgbench, scriptOf } from './pgbench.mjs';
import { runLoad, startInstance } from './processes.mjs';
import { table, verdict, VERDICT_HEADS } from './report.mjs';
import { formOf, keptKey, visitor } from './visitor.mjs';

/** @typedef {import('pg').Client} Sql */
/** @typedef {Awaited<ReturnType<typeof startInstance>>} Instance */
/** @typedef {{ perSecond: number, p50: number, p99?: number, behind?: number, drainSeconds?: number, loadCpu?: number, cost?: { node: number, postgres: number } }} Measured */

const CONNECTIONS = 50;
const SESSIONS = 1000;
const CROWDS = 3;
const SEATS = 100;
const VISITORS = 1000;

const registrationsOf = (/** @type {string} */ slug) => `/api/webinars/sessions/${slug}/registrations`;

/** @param {Sql} sql */
const addSessions = async (sql) => {
  await sql.query(
    `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, capacity,
            allow_waitlist, requires_approval, created_at, updated_at, published_at)
     select name, name, 'published', now() + interval '30 days', 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', capacity,
            true, false, now(), now(), now()
       from (select 'hot' as name, null::int as capacity union all select 'crowd-' || n, $2 from generate_series(1, $3) n
             union all select 'any-' || n, null from generate_series(1, $1) n) s`,
    [SESSIONS, SEATS, CROWDS],
  );
};

/**
 * Waits until the queue is empty and no transaction is open: requests outlive the visitor who gave up. Tells how many jobs were left and how
 * long they took.
 * @param {Sql} sql
 */
const settle = async (sql) => {
  const since = Date.now();
  const left = async () => {
    const { rows } = await sql.query(
      `select (select count(*) from graphile_worker._private_jobs where attempts < max_attempts)::int as jobs,
              (select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null and backend_type = 'client backend')::int as open`,
    );
    return rows[0];
  };
  const { jobs } = await left();
  for (let now = await left(); now.jobs + now.open > 0; now = await left()) {
    if (Date.now() - since > 120_000) throw new Error('The instance does not come to rest.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { behind: jobs, drainSeconds: (Date.now() - since) / 1000 };
};

/** A pgbench script of what one lone registration executes: noted from the instance, not written by hand. @param {Instance} instance @param {Sql} sql */
const scriptOfLone = async (instance, sql) => {
  const lone = visitor('lone', 1);
  await settle(sql);
  const noted = await instance.statementsOf(async () => {
    const answer = await fetch(instance.url + registrationsOf('hot'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': lone.address, 'idempotency-key': lone.key },
      body: JSON.stringify({ data: formOf(lone) }),
    });
    if (answer.status !== 201) throw new Error(`The lone registration was answered with ${answer.status}.`);
  });
  const { rows } = await sql.query('select document_id, reference from registrations where email = $1', [lone.email]);
  const begin = noted.findIndex((one) => /^begin/i.test(one.sql));
  const commit = noted.findIndex((one) => /^commit/i.test(one.sql));
  // What our `begin` sets beside it, pgbench's connections have set already.
  const statements = [{ sql: 'begin', bindings: [] }, ...noted.slice(begin + 1, commit + 1)];
  return scriptOf(statements, [rows[0].document_id, rows[0].reference, lone.email, keptKey(lone.key)]);
};

/** A thousand people at once for a hundred seats. @param {Instance} instance @param {Sql} sql @param {number} n */
const crowd = async (instance, sql, n) => {
  const slug = `crowd-${n}`;
  const loaded = await runLoad({
    url: instance.url,
    kind: 'register',
    paths: [registrationsOf(slug)],
    connections: VISITORS,
    amount: VISITORS,
    run: slug,
  });
  const { rows } = await sql.query(
    `select count(*) filter (where state = 'confirmed')::int as seated, count(*) filter (where state = 'waitlisted')::int as waiting,
            count(distinct waitlist_position)::int as places, max(waitlist_position)::int as last,
            coalesce(max(registered_at) filter (where state = 'confirmed') <= min(registered_at) filter (where state = 'waitlisted'), false) as first_come,
            (select count(*) from (select registered_at < lag(registered_at) over (order by waitlist_position) as jumped
                                     from registrations where session_document_id = $1 and state = 'waitlisted') line where jumped)::int as jumped
       from registrations where session_document_id = $1`,
    [slug],
  );
  await settle(sql);
  return { ...loaded, ...rows[0] };
};

/** @param {Record<string, Measured[]>} measured */
const ratesTable = (measured) => {
  const number = (/** @type {(number | undefined)[]} */ values, digits = 0) =>
    values.some((value) => value === undefined) ? '' : median(/** @type {number[]} */ (values)).toFixed(digits);
  return table(
    [
      'What',
      'per second',
      'p50 ms',
      'p99 ms',
      'Node ms each',
      'PostgreSQL ms each',
      'generator',
      'jobs left at the end',
      'empty after s',
    ],
    Object.entries(measured).map(([name, all]) => [
      NAMES[name] ?? name,
      number(all.map((one) => one.perSecond)),
      number(
        all.map((one) => one.p50),
        1,
      ),
      number(all.map((one) => one.p99)),
      number(
        all.map((one) => one.cost?.node),
        2,
      ),
      number(
        all.map((one) => one.cost?.postgres),
        2,
      ),
      all.some((one) => one.loadCpu === undefined)
        ? ''
        : `${number(all.map((one) => one.loadCpu && one.loadCpu * 100))} %`,
      number(all.map((one) => one.behind)),
      number(
        all.map((one) => one.drainSeconds),
        1,
      ),
    ]),
  );
};

/** @type {Record<string, string>} */
const NAMES = {
  noop: 'a route that does nothing, sent the same requests (a)',
  noopGet: 'the same route, sent a bare GET',
  strapiRulesOn: 'Strapi’s own create, our rules in the document service on (b)',
  strapiRulesOff: 'Strapi’s own create, our rules off (b′)',
  hot: 'registrations for one session (c)',
  random: `registrations for ${SESSIONS} sessions at random (d)`,
  pgbench: 'pgbench -c 10, one registration’s statements on one row, prepared as we send them (e)',
  pgbenchExtended: 'the same, parsed anew each time',
  alone: 'registrations for one session, one visitor after another',
  ten: 'registrations for one session, ten visitors at once',
};

/** @param {{ serverUrl: string, rounds: number, seconds: number, only?: string[] }} options */
export const benchRegistration = async ({ serverUrl, rounds, seconds, only }) => {
  const url = await freshDatabase(serverUrl, 'webinars_bench');
  const instance = await startInstance(url);
  const sql = await connect(url);
  await addSessions(sql);
  const cpu = createCpuMeter(instance.pid, Number((await sql.query('select pg_backend_pid() as pid')).rows[0].pid));
  let run = 0;

  /** @param {Partial<import('./load.mjs').Load>} more @returns {Promise<Measured>} */
  const load = async (more) => {
    run += 1;
    const before = cpu();
    const loaded = await runLoad({
      url: instance.url,
      kind: 'register',
      paths: [],
      connections: CONNECTIONS,
      seconds,
      run: `r${run}`,
      ...more,
    });
    const bad = Object.keys(loaded.statuses).filter((code) => code !== '201');
    if (bad.length > 0 || loaded.failed > 0) {
      throw new Error(`Refused or failed: ${JSON.stringify(loaded.statuses)}, ${loaded.failed} without an answer`);
    }
    const drained = await settle(sql);
    const after = cpu();
    const each = (/** @type {'node' | 'postgres'} */ of) => ((after[of] - before[of]) / loaded.answered) * 1000;
    return { ...loaded, ...drained, cost: { node: each('node'), postgres: each('postgres') } };
  };

  const program = findPgbench();
  const script = await scriptOfLone(instance, sql);
  const onSql = (/** @type {'extended' | 'prepared'} */ protocol) =>
    instance.whilePaused(async () => {
      const measured = await pgbench(String(program), { url, script, clients: 10, seconds, protocol });
      // Nobody is to work on jobs of registrations that pgbench made up.
      await sql.query(`delete from graphile_worker._private_jobs`);
      return measured;
    });

  const authorization = { authorization: `Bearer ${instance.token}` };
  const create = { kind: /** @type {const} */ ('create'), paths: ['/api/registrations'], sessionDocumentId: 'hot' };
  const anySession = Array.from({ length: SESSIONS }, (_, n) => registrationsOf(`any-${n + 1}`));
  /** @type {Record<string, () => Promise<Measured>>} */
  const all = {
    noop: () => load({ paths: ['/api/bench/noop'] }),
    hot: () => load({ paths: [registrationsOf('hot')] }),
    ...(program ? { pgbench: () => onSql('prepared') } : {}),
    random: () => load({ paths: anySession }),
    strapiRulesOn: () => load({ ...create, headers: authorization }),
    strapiRulesOff: () => load({ ...create, headers: { ...authorization, 'x-bench-rules': 'off' } }),
    noopGet: () => load({ kind: 'get', paths: ['/api/bench/noop'] }),
    ...(program ? { pgbenchExtended: () => onSql('extended') } : {}),
    alone: () => load({ paths: [registrationsOf('hot')], connections: 1 }),
    ten: () => load({ paths: [registrationsOf('hot')], connections: 10 }),
  };
  const things = only ? Object.fromEntries(Object.entries(all).filter(([name]) => only.includes(name))) : all;

  // Code that V8 has not compiled and plans that PostgreSQL has not made belong to nobody.
  await load({ paths: [registrationsOf('hot'), ...anySession] });
  const measured = await instance.whileProfiled(() =>
    sideBySide(rounds, things, (round, name, { perSecond, p50, p99, behind, cost }) =>
      console.log(
        `  round ${round}  ${name.padEnd(16)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50} ms` +
          (cost
            ? `  p99 ${p99} ms  node ${cost.node.toFixed(2)} ms  postgres ${cost.postgres.toFixed(2)} ms  jobs left ${behind}`
            : ''),
      ),
    ),
  );
  const crowds = [];
  for (let n = 1; n <= CROWDS && !only; n += 1) crowds.push(await crowd(instance, sql, n));
  await sql.end();
  await instance.stop();

  const rate = (/** @type {string} */ name) => measured[name]?.map((one) => one.perSecond) ?? [];
  const ratios = /** @type {[string, { atLeast?: number }, string, string][]} */ ([
    ['c / a: one session against a route that does nothing', { atLeast: 0.7 }, 'hot', 'noop'],
    ['c / b: against Strapi’s own create, our rules on', { atLeast: 10 }, 'hot', 'strapiRulesOn'],
    ['c / b′: against Strapi’s own create, our rules off', { atLeast: 10 }, 'hot', 'strapiRulesOff'],
    ['c / e: against pgbench, prepared', { atLeast: 1 }, 'hot', 'pgbench'],
    ['c / pgbench that parses each time', {}, 'hot', 'pgbenchExtended'],
    ['d / a: sessions at random against a route that does nothing', {}, 'random', 'noop'],
    ['d / c: sessions at random against one session', {}, 'random', 'hot'],
  ]).filter(([, , of, to]) => measured[of] && measured[to]);
  return [
    `${CONNECTIONS} connections; each request has its own e-mail, network address and Idempotency-Key; rate limits are on and refuse nobody; jobs are worked by the same process.`,
    ratesTable(measured),
    table(
      VERDICT_HEADS,
      ratios.map(([what, target, of, to]) => verdict(what, target, rate(of), rate(to))),
    ),
    ...(program ? [] : ['pgbench is not installed on this machine, so (e) was not measured.']),
    ...(crowds.length === 0
      ? []
      : [
          `${VISITORS} visitors at once for ${SEATS} seats, ${CROWDS} times:`,
          table(
            [
              'seated',
              'in line',
              'places',
              'seated before all in line',
              'overtaken in line',
              'answers',
              'without an answer',
              'p50 ms',
              'p99 ms',
            ],
            crowds.map((one) => [
              one.seated,
              one.waiting,
              `${one.places}, 1 to ${one.last}`,
              one.first_come ? 'yes' : 'no',
              one.jumped,
              JSON.stringify(one.statuses),
              one.failed,
              one.p50,
              one.p99,
            ]),
          ),
        ]),
  ].join('\n\n');
};
