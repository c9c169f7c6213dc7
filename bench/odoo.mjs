import { addSession, connect, freshDatabase } from './database.mjs';
import { median, sideBySide } from './measure.mjs';
import { startProxy } from './odoo-proxy.mjs';
import { startInstance } from './processes.mjs';
import { table, verdict, VERDICT_HEADS } from './report.mjs';

/** @typedef {import('./odoo-proxy.mjs').NotedCall} NotedCall */
/** @typedef {{ seconds: number, calls: number }} Phase */
/** @typedef {Phase & { leads?: Phase }} Measured ours bring leads along */
/** @typedef {'brief' | 'full'} Form whether only what a form asks for is answered, or all of it */

const PEOPLE = 1000;
/** The longest that a thousand leads may take, before it is said that something is wrong. */
const PATIENCE_MS = 180_000;

/** @param {import('pg').Client} sql @param {string} session @param {Form} form */
const addPeople = (sql, session, form) =>
  sql.query(
    `insert into registrations (document_id, reference, session_document_id, state, first_name, last_name, email, phone, company, locale,
            position, industry_vertical, current_challenges, expertise_interest, specific_questions, learning_objectives, registered_at,
            payment_status, terms_accepted, privacy_consent, created_at, updated_at, published_at)
     select $1 || '-' || n, upper(replace($1, '-', '')) || 'N' || n, $1, 'confirmed', 'Katharina', 'Lindenberg ' || n,
            $1 || '-' || n || '@visitors.example', '+49 30 ' || (1000000 + n), 'Lindenberg Maschinenbau GmbH', 'en',
            case when $3 then 'Head of Operations' end, case when $3 then 'Manufacturing' end,
            case when $3 then '["Planning", "Supplier quality"]'::jsonb end, case when $3 then '["Lean", "Process mining"]'::jsonb end,
            case when $3 then 'How do you measure the effect of a change when three other changes happen at the same time? ' || n end,
            case when $3 then 'To see it done once' end,
            now(), 'not_required', true, true, now(), now(), now()
       from generate_series(1, $2::int) n`,
    [session, PEOPLE, form === 'full'],
  );

/**
 * Waits until so many records of a session are done.
 * @param {import('pg').Client} sql
 * @param {string} session
 * @param {string} kind
 * @param {number} amount
 */
const allDone = async (sql, session, kind, amount) => {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await sql.query(
      `select count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'failed')::int as failed, max(words) as words
         from webinars_links where session_document_id = $1 and kind = $2`,
      [session, kind],
    );
    const [{ done, failed, words }] = rows;
    if (done === amount) return;
    if (failed > 0) throw new Error(`Odoo refuses ${failed} of ${amount} (${kind}): ${words}`);
    if (Date.now() > until) throw new Error(`${done} of ${amount} (${kind}) are in Odoo after minutes. ${words ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** @param {NotedCall[]} calls @returns {Phase} */
const phaseOf = (calls) => ({
  seconds: (Number(calls.at(-1)?.ended) - Number(calls[0]?.begun)) / 1000,
  calls: calls.length,
});

/** A load's row as a create has it. @param {string[]} fields @param {(string | number)[]} row */
const valuesOf = (fields, row) => {
  /** @type {Record<string, unknown>} */
  const values = {};
  fields.forEach((field, index) => {
    const name = field.replace('/.id', '');
    const ids = String(row[index]).split(',').filter(Boolean).map(Number);
    if (field === name) values[name] = row[index];
    else values[name] = name.endsWith('_ids') ? [[6, 0, ids]] : (ids[0] ?? false);
  });
  delete values.id;
  return values;
};

/** @param {NodeJS.ProcessEnv} env */
const targetOf = ({ ODOO_BENCH_URL: url, ODOO_BENCH_KEY: key, ODOO_BENCH_DATABASE: database }) =>
  url && key ? { url, key, database } : null;

/**
 * What an integration would do that asks for nothing back: one call with all records in it, the same that we sent.
 * @param {{ url: string, key: string, database: string | undefined }} odoo
 */
const createBare = ({ url, key, database }) => {
  let run = 0;
  /** @param {string} name @param {object} body @returns {Promise<any>} */
  const call = async (name, body) => {
    const response = await fetch(`${url}/json/2/${name}`, {
      method: 'POST',
      headers: {
        Authorization: `bearer ${key}`,
        'Content-Type': 'application/json',
        ...(database ? { 'X-Odoo-Database': database } : {}),
      },
      body: JSON.stringify(body),
    });
    const answer = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`${name}: ${response.status} ${answer.message}`);
    return answer;
  };
  /** @param {() => Promise<unknown>} work @returns {Promise<Measured>} */
  const timed = async (work) => {
    const since = performance.now();
    await work();
    return { seconds: (performance.now() - since) / 1000, calls: 1 };
  };
  return {
    /** @param {Record<string, unknown>[]} list @param {object} [context] */
    async attendees(list, context) {
      run += 1;
      const [event] = await call('event.event/create', {
        vals_list: [{ name: `Bare ${run}`, event_mail_ids: [], address_id: false, description: '<p></p>' }],
      });
      const vals_list = list.map((values) => ({
        ...values,
        event_id: event,
        barcode: `B${Date.now().toString(36)}${run}-${values.barcode}`,
      }));
      return timed(() => call('event.registration/create', { vals_list, ...(context ? { context } : {}) }));
    },
    /** @param {string[]} fields @param {(string | number)[][]} data @param {object} context */
    async loadLeads(fields, data, context) {
      run += 1;
      const rows = data.map((row) =>
        row.map((cell, index) => (fields[index] === 'id' ? `${cell}_${Date.now().toString(36)}_${run}` : cell)),
      );
      return timed(async () => {
        const { ids, messages } = await call('crm.lead/load', { fields, data: rows, context });
        if (!ids) throw new Error(`crm.lead/load: ${messages[0].message}`);
      });
    },
    /** @param {string[]} fields @param {(string | number)[][]} data @param {object} context */
    createLeads: (fields, data, context) =>
      timed(() => call('crm.lead/create', { vals_list: data.map((row) => valuesOf(fields, row)), context })),
  };
};

/** @param {{ serverUrl: string, rounds: number }} options */
export const benchOdoo = async ({ serverUrl, rounds }) => {
  const target = targetOf(process.env);
  if (!target) {
    console.log(
      '  Skipped: there is no Odoo to measure. Name one by ODOO_BENCH_URL and ODOO_BENCH_KEY (and ODOO_BENCH_DATABASE where it serves several); docs/odoo.md says what the key has to be allowed.',
    );
    return null;
  }
  const { version } = /** @type {any} */ (await (await fetch(`${target.url}/web/version`)).json());
  const proxy = await startProxy(target.url);
  const url = await freshDatabase(serverUrl, 'webinars_bench_odoo');
  const instance = await startInstance(url, {
    ODOO_URL: proxy.url,
    ODOO_API_KEY: target.key,
    ...(target.database ? { ODOO_DATABASE: target.database } : {}),
  });
  const sql = await connect(url);
  const bare = createBare({ ...target, url: proxy.url });
  const run = Date.now().toString(36);
  let round = 0;
  /** @type {Record<Form, NotedCall[]>} */
  const sent = { brief: [], full: [] };

  /** @param {Form} form @returns {Promise<Measured>} */
  const ours = async (form) => {
    round += 1;
    const session = `${run}-${round}`;
    await addSession(sql, session);
    instance.send('take-along');
    await allDone(sql, session, 'event', 1);
    await addPeople(sql, session, form);
    proxy.take();
    instance.send('take-along');
    await allDone(sql, session, 'attendee', PEOPLE);
    await allDone(sql, session, 'lead', PEOPLE);
    const calls = proxy.take();
    sent[form] = calls;
    // What is asked for other reasons (what Odoo is like, an event's words) counts where it comes.
    const last = calls.findLastIndex(({ name }) => name === 'event.registration/create');
    return { ...phaseOf(calls.slice(0, last + 1)), leads: phaseOf(calls.slice(last + 1)) };
  };
  const callsTo = (/** @type {Form} */ form, /** @type {string} */ name) =>
    sent[form].filter((call) => call.name === name).map(({ body }) => body);
  const attendeesOf = (/** @type {Form} */ form) =>
    callsTo(form, 'event.registration/create').flatMap(({ vals_list }) => vals_list);
  const QUIET = { tracking_disable: true };
  const leads = () => {
    const bodies = callsTo('brief', 'crm.lead/load');
    return /** @type {[string[], (string | number)[][], object]} */ ([
      bodies[0].fields,
      bodies.flatMap(({ data }) => data),
      bodies[0].context,
    ]);
  };

  // The first round is nobody's: questions, tags and sources are made in it, and it says what is sent bare.
  await ours('brief');
  await ours('full');
  const measured = await sideBySide(
    rounds,
    {
      brief: () => ours('brief'),
      briefBare: () => bare.attendees(attendeesOf('brief'), QUIET),
      briefBareTracked: () => bare.attendees(attendeesOf('brief')),
      full: () => ours('full'),
      fullBare: () => bare.attendees(attendeesOf('full'), QUIET),
      leadsLoaded: () => bare.loadLeads(...leads()),
      leadsCreated: () => bare.createLeads(...leads()),
    },
    (n, name, { seconds, calls, leads: ofThem }) =>
      console.log(
        `  round ${n}  ${name.padEnd(16)} ${seconds.toFixed(2)} s, ${calls} calls` +
          (ofThem ? `; their leads ${ofThem.seconds.toFixed(2)} s, ${ofThem.calls} calls` : ''),
      ),
  );
  await sql.end();
  await instance.stop();
  await proxy.stop();

  const { brief, briefBare, briefBareTracked, full, fullBare, leadsLoaded, leadsCreated } = measured;
  const ourLeads = brief.flatMap((one) => one.leads ?? []);
  const seconds = (/** @type {Phase[]} */ all) => all.map((one) => one.seconds);
  const calls = (/** @type {Phase[]} */ all) => all.map((one) => one.calls);
  const row = (/** @type {string} */ what, /** @type {Phase[]} */ all) => [
    what,
    median(seconds(all)).toFixed(2),
    median(calls(all)),
  ];
  const count = (/** @type {string} */ what, /** @type {Phase[]} */ all) =>
    verdict(
      what,
      { atMost: 12 },
      calls(all),
      all.map(() => 1),
    );
  const ratio = (/** @type {string} */ what, /** @type {Phase[]} */ of, /** @type {Phase[]} */ to) =>
    verdict(what, { atMost: 2 }, seconds(of), seconds(to));
  return [
    `Odoo ${version}, on this machine as well. ${PEOPLE} registrations of one session, whose event is there, are written by SQL and marked all at once by the product itself, as those from before Odoo was switched on are. Its own worker brings them to Odoo: it looks for them and for their contacts, makes what is missing, notes what is where. Measured from its first call to the end of its last, at a proxy that all calls pass. What is sent bare are the very records that we sent, in one call, with nothing asked and nothing noted.`,
    table(
      [`${PEOPLE} attendees`, 'seconds', 'calls'],
      [
        row('ours', brief),
        row('one bare `event.registration/create` of the same, `tracking_disable`', briefBare),
        row('the same without `tracking_disable`', briefBareTracked),
        row('ours, all questions of the form answered', full),
        row('one bare create of the same with the answers, `tracking_disable`', fullBare),
      ],
    ),
    table(
      [`${PEOPLE} leads of them`, 'seconds', 'calls'],
      [
        row('ours', ourLeads),
        row('one bare `crm.lead/load` of the same', leadsLoaded),
        row('one bare `crm.lead/create` of the same', leadsCreated),
      ],
    ),
    table(VERDICT_HEADS, [
      count(`calls for ${PEOPLE} attendees`, brief),
      count('the same, all questions answered', full),
      ratio('time of ours / one bare create', brief, briefBare),
      ratio('time of ours / one bare create that is tracked', brief, briefBareTracked),
      ratio('time of ours / one bare create, all questions answered', full, fullBare),
      ratio('time of our leads / one bare load', ourLeads, leadsLoaded),
      ratio('time of our leads / one bare create', ourLeads, leadsCreated),
    ]),
  ].join('\n\n');
};
