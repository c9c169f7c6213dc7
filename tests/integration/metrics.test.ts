import { createMetrics } from '../../plugins/webinars/server/src/ops/metrics';
import { app, aSession, clock, drainJobs, request, resetData, sql, startServer, strapi, world } from '../harness';
import { aForm, register } from './visitors';

// Each test has an hour of its own: what the instance remembers for a few seconds outlives the test.
let begin = new Date('2026-03-02T10:00:00Z');
const TOKEN = 'test-metrics-token-00000000000000000';

const ask = (token = TOKEN) => request.get('/metrics').set('Authorization', `Bearer ${token}`);

// Numbers are read by Go, to which NaN may be written in any case.
const SAMPLE = /^(\w+)(?:\{((?:\w+="(?:[^"\\\n]|\\["\\n])*",?)+)\})? (-?[\d.]+(?:e[+-]?\d+)?|nan|[+-]inf)$/i;

/** Reads the text format as Prometheus does, and fails where it would. */
const parse = (text: string): Map<string, number> => {
  expect(text.endsWith('\n')).toBe(true);
  const types = new Map<string, string>();
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    const type = /^# TYPE (\w+) (counter|gauge|histogram|summary)$/.exec(line);
    if (type) {
      if (types.has(type[1]!)) throw new Error(`${type[1]} is declared twice.`);
      types.set(type[1]!, type[2]!);
    }
    if (line === '' || type || /^# HELP \w+ \S.*$/.test(line)) continue;
    const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
    if (!name) throw new Error(`This is no line of the text format: ${line}`);
    const family = types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
    if (!types.has(family)) throw new Error(`${name} is not declared.`);
    const key = labels ? `${name}{${labels}}` : name;
    if (values.has(key)) throw new Error(`${key} is told twice.`);
    values.set(key, Number(value));
  }
  return values;
};

/** What is told by now: past what is remembered for a few seconds. */
const read = async () => {
  clock.advance({ seconds: 6 });
  const answer = await ask();
  expect(answer.status).toBe(200);
  return parse(answer.text);
};

beforeEach(async () => {
  await resetData();
  begin = new Date(+begin + 3_600_000);
  clock.set(begin);
});

describe('who may read the numbers', () => {
  it('is whoever bears the token, in the format scrapers expect', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(parse(answer.text).get('webinars_database_up')).toBe(1);
  });

  it.each(['', 'wrong', `${TOKEN}x`])('is nobody with the token "%s"', async (token) => {
    const { status, body } = await ask(token);
    expect([status, body.error.details.code]).toEqual([403, 'WRONG_TOKEN']);
  });

  it('is a program on this machine where no token is set, and each instance tells the same of the database', async () => {
    await aSession({ capacity: 7 });
    const server = await startServer({
      databaseUrl: world.databaseUrl,
      env: { METRICS_TOKEN: '', JOB_CONCURRENCY: '0' },
    });
    const direct = await fetch(`${server.url}/metrics`);
    expect(direct.status).toBe(200);
    expect(parse(await direct.text()).get('webinars_sessions{state="published"}')).toBe(1);
    expect((await server.request.get('/metrics')).status).toBe(404);
    await server.stop();
  });
});

describe('the numbers of the database', () => {
  it('are noughts in an empty programme, not absent', async () => {
    const values = await read();
    for (const state of ['draft', 'published', 'live', 'completed', 'cancelled'])
      expect(values.get(`webinars_sessions{state="${state}"}`)).toBe(0);
    for (const state of ['queued', 'failed', 'kept']) expect(values.get(`webinars_mails{state="${state}"}`)).toBe(0);
    for (const job of Object.keys(app.handlers)) {
      expect(values.get(`webinars_jobs_waiting{job="${job}"}`)).toBe(0);
      expect(values.get(`webinars_jobs_dead{job="${job}"}`)).toBe(0);
    }
    for (const name of ['jobs_oldest_waiting_seconds', 'mail_oldest_waiting_seconds', 'seats_taken', 'seats_free'])
      expect(values.get(`webinars_${name}`)).toBe(0);
  });

  it('count seats as the overview does: of sessions that have not ended, free ones where there is a limit', async () => {
    const limited = await aSession({ capacity: 3 });
    await register(limited.slug, aForm());
    const open = await aSession({ capacity: null });
    await register(open.slug, aForm());
    await register(open.slug, aForm());
    await aSession({ capacity: 5, state: 'draft' });
    const over = await aSession({ capacity: 9 });
    await register(over.slug, aForm());
    await sql(`update sessions set datetime = $1 where document_id = $2`, [
      new Date(+begin - 86_400_000),
      over.documentId,
    ]);
    const values = await read();
    const { seats } = await app.overview.readOverview('en');
    expect([values.get('webinars_seats_taken'), values.get('webinars_seats_free')]).toEqual([3, 2]);
    expect([seats.taken, seats.free]).toEqual([3, 2]);
    expect(values.get('webinars_sessions{state="published"}')).toBe(3);
    expect(values.get('webinars_sessions{state="draft"}')).toBe(1);
  });

  it('tell mails that are not delivered, and for how long the oldest has waited', async () => {
    const { slug } = await aSession();
    await register(slug, aForm());
    clock.advance({ minutes: 20 });
    await register(slug, aForm());
    await register(slug, aForm());
    await sql(`update webinars_mails set state = 'failed' where id = (select max(id) from webinars_mails)`);
    const values = await read();
    expect(values.get('webinars_mails{state="queued"}')).toBe(2);
    expect(values.get('webinars_mails{state="failed"}')).toBe(1);
    expect(values.get('webinars_mail_oldest_waiting_seconds')).toBe(1206);
    await app.mail.delivery.deliverDue();
    const later = await read();
    expect(later.get('webinars_mails{state="queued"}')).toBe(0);
    expect(later.get('webinars_mail_oldest_waiting_seconds')).toBe(0);
  });

  it('tell jobs that wait, those that gave up, and not those that are not due', async () => {
    const add = async (name: string, when: string): Promise<string> => {
      const [made] = await sql<{ id: string }>(
        `select id from graphile_worker.add_job($1, '{}', run_at := now() + $2::interval)`,
        [name, when],
      );
      return made!.id;
    };
    await add('sessions.advance', '-1 minute');
    await add('sessions.advance', '-1 minute');
    await add('sessions.advance', '1 hour');
    const planned = [await add('reminders.plan', '1 hour'), await add('reminders.plan', '1 hour')];
    // Tried in vain, so its next try is later; and one that has used up its tries.
    const [tried, dead] = planned;
    await sql(
      `update graphile_worker._private_jobs set attempts = 3, created_at = now() - interval '1 hour' where id = $1`,
      [tried],
    );
    await sql(`update graphile_worker._private_jobs set attempts = max_attempts where id = $1`, [dead]);
    const values = await read();
    expect(values.get('webinars_jobs_waiting{job="sessions.advance"}')).toBe(2);
    expect(values.get('webinars_jobs_waiting{job="reminders.plan"}')).toBe(1);
    expect(values.get('webinars_jobs_dead{job="reminders.plan"}')).toBe(1);
    const oldest = values.get('webinars_jobs_oldest_waiting_seconds')!;
    expect(oldest).toBeGreaterThanOrEqual(3600);
    expect(oldest).toBeLessThan(3700);
  });

  it('are read once for a storm of scrapers', async () => {
    const values = await read();
    expect(values.get('webinars_sessions{state="published"}')).toBe(0);
    await aSession();
    expect(parse((await ask()).text).get('webinars_sessions{state="published"}')).toBe(0);
    expect((await read()).get('webinars_sessions{state="published"}')).toBe(1);
  });

  it('hold no personal datum', async () => {
    const { slug } = await aSession({ capacity: 1 });
    const form = aForm({ firstName: 'Wilhelmine', lastName: 'Unmistakable', company: 'Singular Ltd' });
    const { body } = await register(slug, form);
    await register(slug, aForm());
    await drainJobs();
    const { text } = await ask();
    for (const secret of [form.email, 'Wilhelmine', 'Unmistakable', 'Singular', slug, body.data.reference, TOKEN])
      expect(text).not.toContain(secret);
    expect(text).not.toContain('@');
  });
});

describe('the numbers of a process', () => {
  const ofEvent = async (type: string) => (await read()).get(`webinars_events_total{type="${type}"}`)!;

  it('count what happened', async () => {
    const before = [await ofEvent('registration.confirmed'), await ofEvent('registration.waitlisted')];
    const { slug } = await aSession({ capacity: 2 });
    for (let count = 0; count < 3; count += 1) await register(slug, aForm());
    const after = [await ofEvent('registration.confirmed'), await ofEvent('registration.waitlisted')];
    expect(after.map((value, index) => value - before[index]!)).toEqual([2, 1]);
  });

  it('tell of memory and of the event loop', async () => {
    const values = await read();
    expect(values.get('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(values.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
  });
});

describe('the numbers of partners', () => {
  const partners = [{ name: 'odoo', kinds: ['event', 'attendee'] }];
  const make = (given = partners) => {
    const accidents: unknown[] = [];
    const metrics = createMetrics({
      database: app.database,
      clock,
      partners: () => given,
      jobs: () => [],
      report: (error) => accidents.push(error),
    });
    return { metrics, accidents, told: async () => parse(await metrics.text()) };
  };

  const link = (kind: string, record: string, state: string, minutes: number, partner = 'odoo') =>
    sql(
      `insert into webinars_links (partner, kind, record, session_document_id, state, waiting_since, next_try_at)
       values ($1, $2, $3, 'session', $4, $5, $5)`,
      [partner, kind, record, state, new Date(+begin - minutes * 60_000)],
    );

  it('tell what waits and since when, and what was refused', async () => {
    await link('attendee', 'a', 'waiting', 5);
    await link('attendee', 'b', 'waiting', 40);
    await link('attendee', 'c', 'failed', 300);
    await link('attendee', 'd', 'done', 300);
    await link('event', 'e', 'gone', 300);
    await link('event', 'f', 'waiting', 900, 'another');
    const values = await make().told();
    expect(values.get('webinars_partner_waiting{partner="odoo",kind="attendee"}')).toBe(2);
    expect(values.get('webinars_partner_failed{partner="odoo",kind="attendee"}')).toBe(1);
    expect(values.get('webinars_partner_waiting{partner="odoo",kind="event"}')).toBe(0);
    expect(values.get('webinars_partner_failed{partner="odoo",kind="event"}')).toBe(0);
    expect(values.get('webinars_partner_oldest_waiting_seconds{partner="odoo"}')).toBe(2400);
    expect([...values.keys()].filter((key) => key.includes('another'))).toEqual([]);
  });

  it('tell whether a partner gets nothing for now, when its key expires, and the differences', async () => {
    const stand = async (columns: Record<string, unknown>) => {
      await sql('delete from webinars_partners');
      const names = Object.keys(columns);
      await sql(
        `insert into webinars_partners (partner, place, fingerprint, ${names.join(', ')}) values ('odoo', 'p', 'f', ${names.map((_, n) => `$${n + 1}`).join(', ')})`,
        Object.values(columns),
      );
      const values = await make().told();
      return ['paused', 'key_expires_at_seconds', 'differences'].map((name) =>
        values.get(`webinars_partner_${name}{partner="odoo"}`),
      );
    };
    const in5Minutes = new Date(+begin + 300_000);
    expect(await stand({ paused_until: in5Minutes, reconciled: '{}', differences: 3 })).toEqual([1, undefined, 3]);
    expect(await stand({ paused_until: begin })).toEqual([0, undefined, undefined]);
    expect(await stand({ stopped_at: begin, key_expires_at: in5Minutes })).toEqual([1, +in5Minutes / 1000, undefined]);
  });

  it('count calls and records from nought on, so that the first failure shows', async () => {
    const { metrics, told } = make();
    const first = await told();
    expect(first.get('webinars_partner_calls_total{partner="odoo",outcome="unauthorized"}')).toBe(0);
    expect(first.get('webinars_partner_records_total{partner="odoo",kind="attendee",outcome="failed"}')).toBe(0);
    metrics.partnerCalled('odoo', 'ok', 0.2);
    metrics.partnerCalled('odoo', 'unauthorized', 0.02);
    metrics.partnerRecord('odoo', 'attendee', 'done', 400);
    metrics.partnerRecord('odoo', 'attendee', 'failed', 1);
    const values = await told();
    expect(values.get('webinars_partner_calls_total{partner="odoo",outcome="unauthorized"}')).toBe(1);
    expect(values.get('webinars_partner_records_total{partner="odoo",kind="attendee",outcome="done"}')).toBe(400);
    expect(values.get('webinars_partner_records_total{partner="odoo",kind="attendee",outcome="failed"}')).toBe(1);
    expect(values.get('webinars_partner_call_seconds_bucket{le="0.05",partner="odoo"}')).toBe(1);
    expect(values.get('webinars_partner_call_seconds_count{partner="odoo"}')).toBe(2);
  });

  it('follow what is really sent', async () => {
    await app.partners.begin();
    const attendees = async () => {
      const values = await read();
      const named = 'partner="odoo",kind="attendee"';
      return {
        waiting: values.get(`webinars_partner_waiting{${named}}`),
        done: values.get(`webinars_partner_records_total{${named},outcome="done"}`)!,
        calls: values.get('webinars_partner_calls_total{partner="odoo",outcome="ok"}')!,
      };
    };
    const before = await attendees();
    const { slug } = await aSession();
    for (let count = 0; count < 3; count += 1) await register(slug, aForm());
    expect(await attendees()).toEqual({ ...before, waiting: 3 });
    await app.partners.sendDue();
    const after = await attendees();
    expect([after.waiting, after.done - before.done]).toEqual([0, 3]);
    expect(after.calls).toBeGreaterThan(before.calls);
  });

  it('are told of no partner that is off', async () => {
    await link('attendee', 'a', 'waiting', 5);
    const values = await make([]).told();
    expect([...values.keys()].filter((key) => key.includes('partner'))).toEqual([]);
  });

  it('say so where the database cannot be read, and tell of the process all the same', async () => {
    await strapi.db.connection.raw('alter table webinars_links rename to webinars_links_away');
    try {
      const { told, accidents } = make();
      const values = await told();
      expect(values.get('webinars_database_up')).toBe(0);
      expect(values.has('webinars_sessions{state="published"}')).toBe(false);
      expect(values.has('process_resident_memory_bytes')).toBe(true);
      expect(accidents).toHaveLength(1);
    } finally {
      await strapi.db.connection.raw('alter table webinars_links_away rename to webinars_links');
    }
  });
});
