import { connect, freshDatabase } from './database.mjs';
import { median, sideBySide } from './measure.mjs';
import { runLoad, startInstance } from './processes.mjs';
import { table, verdict, VERDICT_HEADS } from './report.mjs';
import { seed } from './seed.mjs';

const SMALL = 10_000;
const LARGE = 1_000_000;
const SESSIONS = 10_000;
/** How many registrants the session has that is looked at, about: as many in both, so that only what is around it differs. */
const REGISTRANTS = 100;

/** @typedef {{ url: string, headers: Record<string, string> }} Instance */

/**
 * Sessions as many as there are in the large one, of which a hundred share the registrations as they do there.
 * @param {string} url
 */
const fillSmall = async (url) => {
  await seed(url, { sessions: SESSIONS - SMALL / REGISTRANTS, registrations: 0 });
  await seed(url, { sessions: SMALL / REGISTRANTS, registrations: SMALL });
};

/** @param {string} url */
const fillLarge = (url) => seed(url, { sessions: SESSIONS, registrations: LARGE, alone: true });

/** Requests of the first administrator of an instance. @param {string} url @returns {Promise<Instance>} */
const loggedIn = async (url) => {
  const answer = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'bench@example.com',
      password: 'Bench-password-1',
      firstname: 'B',
      lastname: 'Ench',
    }),
  });
  const { data } = /** @type {any} */ (await answer.json());
  return { url, headers: { authorization: `Bearer ${data.token}` } };
};

/** @param {Instance} instance @param {string} path */
const read = async ({ url, headers }, path) => {
  const answer = await fetch(url + path, { headers });
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return /** @type {Promise<any>} */ (answer.json());
};

const LIST = '/webinars-admin/registrations?pageSize=25';

/**
 * What is asked of an instance, by what it is called in the table.
 * @param {Instance} instance
 * @param {import('pg').Client} sql
 * @returns {Promise<Record<string, string[]>>}
 */
const questionsOf = async (instance, sql) => {
  const { rows: sessions } = await sql.query(
    `select document_id as id, datetime from sessions where state = 'published' and capacity is not null
      order by abs(registration_count - $1), id limit 5`,
    [REGISTRANTS],
  );
  const { rows: people } = await sql.query(
    `select r.document_id as id, r.first_name as first, r.last_name as last, r.company, r.email from registrations r
      where r.session_document_id = any ($1) and r.state = 'confirmed' order by r.id limit 20`,
    [sessions.map(({ id }) => id)],
  );
  const {
    rows: [middle],
  } = await sql.query(
    `select to_char(registered_at, 'YYYY-MM-DD') as day from registrations order by registered_at offset (select count(*) / 2 from registrations) limit 1`,
  );
  // A cursor is a place in the list, whichever filter it came from.
  const { meta } = await read(instance, `${LIST}&registeredTo=${middle.day}`);
  const month = new Date(sessions[0].datetime).toISOString().slice(0, 7);
  const each = (/** @type {(session: string) => string} */ path) => sessions.map(({ id }) => path(id));
  const found = (/** @type {(person: Record<string, string>) => string} */ words) =>
    people.map((person) => `${LIST}&search=${encodeURIComponent(words(person))}`);
  return {
    'list, first page': [LIST],
    'list, a page in the middle, by its cursor': [`${LIST}&after=${meta.after}`],
    'list, sorted by name': [`${LIST}&sort=name&direction=asc`],
    'list, found by an address': found(({ email = '' }) => email),
    'list, found by a name and a company': found(({ first, last, company }) => `${first} ${last} ${company}`),
    'list, of one session': each((id) => `${LIST}&sessions=${id}`),
    'list, who waits for approval in one session': each((id) => `${LIST}&sessions=${id}&states=pending_approval`),
    'list, all that are confirmed': [`${LIST}&states=confirmed`],
    'one registration': people.map(({ id }) => `/webinars-admin/registrations/${id}`),
    overview: ['/webinars-admin/overview?locale=en'],
    'overview, the last 30 days': ['/webinars-admin/overview/period?locale=en'],
    'overview, the last 90 days': ['/webinars-admin/overview/period?locale=en&period=90'],
    'overview, what happened and what to do': ['/webinars-admin/overview/activity?locale=en'],
    'page of a session': each((id) => `/webinars-admin/sessions/${id}/page?locale=en`),
    'run sheet': each((id) => `/webinars-admin/sessions/${id}/run-sheet`),
    'its seats, explained': each((id) => `/webinars-admin/sessions/${id}/seats`),
    'its people': each((id) => `/webinars-admin/sessions/${id}/people`),
    'its waitlist': each((id) => `/webinars-admin/sessions/${id}/waitlist?pageSize=25`),
    'its mails': each((id) => `/webinars-admin/mails/sessions/${id}`),
    'its history': each((id) => `/webinars-admin/history?session=${id}`),
    'list of sessions': ['/webinars-admin/sessions?pageSize=25'],
    'list of sessions, by a word': ['/webinars-admin/sessions?pageSize=25&search=cloud'],
    'board of sessions': ['/webinars-admin/planning/board?locale=en'],
    'a month of sessions': [`/webinars-admin/planning/calendar?month=${month}`],
  };
};

/** @param {{ serverUrl: string, rounds: number, seconds: number }} options */
export const benchAdmin = async ({ serverUrl, rounds, seconds }) => {
  /** @type {Awaited<ReturnType<typeof startInstance>>[]} */
  const instances = [];
  /** @type {Record<string, () => Promise<import('./processes.mjs').Loaded>>} */
  const things = {};
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {(string | number)[][]} */
  const filled = [];
  for (const [size, fill] of /** @type {const} */ ([
    [SMALL, fillSmall],
    [LARGE, fillLarge],
  ])) {
    const url = await freshDatabase(serverUrl, `webinars_bench_admin_${size}`);
    const since = Date.now();
    await fill(url);
    const took = (Date.now() - since) / 1000;
    console.log(`  ${size} registrations and ${SESSIONS} sessions in ${took.toFixed(0)} s`);
    filled.push([size, SESSIONS, took.toFixed(0)]);
    const started = await startInstance(url);
    instances.push(started);
    const instance = await loggedIn(started.url);
    const sql = await connect(url);
    const questions = await questionsOf(instance, sql);
    await sql.end();
    for (const [name, paths] of Object.entries(questions)) {
      names.add(name);
      things[`${name} ${size}`] = async () => {
        const loaded = await runLoad({
          url: instance.url,
          kind: 'get',
          paths,
          connections: 1,
          seconds,
          run: '',
          headers: instance.headers,
        });
        if (Object.keys(loaded.statuses).some((code) => code !== '200') || loaded.failed > 0)
          throw new Error(`${name}: ${JSON.stringify(loaded)}`);
        return loaded;
      };
    }
  }
  // Small and large of one question right after one another: what else the machine does hits both.
  const paired = Object.fromEntries(
    [...names].flatMap((name) => [SMALL, LARGE].map((size) => [`${name} ${size}`, things[`${name} ${size}`]])),
  );
  for (const warm of Object.values(paired)) await warm?.();
  const measured = await sideBySide(rounds, /** @type {typeof things} */ (paired), (round, name, { perSecond, p99 }) =>
    console.log(`  round ${round}  ${name.padEnd(52)} ${(1000 / perSecond).toFixed(1).padStart(7)} ms  p99 ${p99} ms`),
  );
  for (const instance of instances) await instance.stop();

  const time = (/** @type {string} */ name) => (measured[name] ?? []).map(({ perSecond }) => 1000 / perSecond);
  return [
    `One request after another by somebody who is logged in, pages of 25. The small database has as many sessions, and its registrations are those of a hundred of them: the sessions that are asked for have about ${REGISTRANTS} registrants in both.`,
    table(['Registrations', 'Sessions', 'filled in s'], filled),
    table(
      ['What', 'Milliseconds at 10,000', 'at 1,000,000', 'p99 at 1,000,000'],
      [...names].map((name) => [
        name,
        median(time(`${name} ${SMALL}`)).toFixed(1),
        median(time(`${name} ${LARGE}`)).toFixed(1),
        median((measured[`${name} ${LARGE}`] ?? []).map(({ p99 }) => p99)).toFixed(0),
      ]),
    ),
    table(
      VERDICT_HEADS,
      [...names].map((name) => verdict(name, { atMost: 1.5 }, time(`${name} ${LARGE}`), time(`${name} ${SMALL}`))),
    ),
  ].join('\n\n');
};
