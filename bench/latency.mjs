import { startOdoo } from '../tests/fakes/odoo/index.mjs';
import { addSession, connect, freshDatabase } from './database.mjs';
import { median, sideBySide } from './measure.mjs';
import { startInstance } from './processes.mjs';
import { table, verdict, VERDICT_HEADS } from './report.mjs';
import { bodyOf, visitor } from './visitor.mjs';

const REGISTRATIONS = 150;
const WARM_UP = 20;

const SESSION = 'latency';

/**
 * An instance of its own on a database of its own, with one session. Answers with what registers so many, one after the other, and takes the
 * median of their milliseconds.
 * @param {string} serverUrl
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
const place = async (serverUrl, name, env) => {
  const databaseUrl = await freshDatabase(serverUrl, `webinars_bench_latency_${name}`);
  const instance = await startInstance(databaseUrl, env);
  const sql = await connect(databaseUrl);
  await addSession(sql, SESSION, { meetingUrl: 'https://meet.example.com/room' });
  let visitors = 0;
  const register = async () => {
    const one = visitor(name, (visitors += 1));
    const since = performance.now();
    const { status } = await fetch(`${instance.url}/api/webinars/sessions/${SESSION}/registrations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': one.address, 'Idempotency-Key': one.key },
      body: bodyOf(one, 'register'),
    });
    if (status !== 201) throw new Error(`Not registered (Odoo ${name}): ${status}`);
    return performance.now() - since;
  };
  const registerMany = async (/** @type {number} */ many) => {
    const times = [];
    for (let n = 0; n < many; n += 1) times.push(await register());
    return median(times);
  };
  await registerMany(WARM_UP);
  return {
    measure: () => registerMany(REGISTRATIONS),
    async stop() {
      await instance.stop();
      await sql.end();
    },
  };
};

/** How long a registration takes with an Odoo that answers, is down, never answers, or is none. @param {{ serverUrl: string, rounds: number }} options */
export const benchLatency = async ({ serverUrl, rounds }) => {
  const [up, down, silent] = await Promise.all([startOdoo(), startOdoo(), startOdoo()]);
  await down.goDown();
  silent.fault({ as: 'hang', times: Number.MAX_SAFE_INTEGER });
  const environmentOf = (/** @type {typeof up} */ { url, key }) => ({ ODOO_URL: url, ODOO_API_KEY: key });
  const places = {
    up: await place(serverUrl, 'up', environmentOf(up)),
    down: await place(serverUrl, 'down', environmentOf(down)),
    silent: await place(serverUrl, 'silent', environmentOf(silent)),
    off: await place(serverUrl, 'off', { ODOO_URL: '', ODOO_API_KEY: '' }),
  };
  const measured = await sideBySide(
    rounds,
    {
      up: () => places.up.measure(),
      down: () => places.down.measure(),
      silent: () => places.silent.measure(),
      off: () => places.off.measure(),
    },
    (round, name, ms) => console.log(`  round ${round}  ${name.padEnd(6)} ${ms.toFixed(1)} ms`),
  );
  for (const { stop } of Object.values(places)) await stop();
  for (const odoo of [up, down, silent]) await odoo.stop();
  const words = { up: 'answers', down: 'is down', silent: 'takes calls and never answers', off: 'there is none' };
  return [
    `Milliseconds of a registration over HTTP, one after the other; ${REGISTRATIONS} in a round, of which the median counts. Four instances of the production build, each with a database and an Odoo (the tests’ own) to itself.`,
    table(
      ['Odoo', 'median ms'],
      Object.entries(words).map(([name, what]) => [what, median(measured[/** @type {'up'} */ (name)]).toFixed(1)]),
    ),
    table(VERDICT_HEADS, [
      verdict('is down / answers', { atMost: 1.5 }, measured.down, measured.up),
      verdict('never answers / answers', { atMost: 1.5 }, measured.silent, measured.up),
      verdict('answers / there is none', { atMost: 2 }, measured.up, measured.off),
    ]),
  ].join('\n\n');
};
