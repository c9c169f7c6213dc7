import fc from 'fast-check';
import {
  overviewActivity,
  overviewPeriod,
  type OverviewActivity,
  type OverviewPeriod,
} from '../../plugins/webinars/contracts/overview';
import { sumDaysIn } from '../../plugins/webinars/server/src/overview';
import { aForm, app, aSession, aSpeaker, aTopic, beat, clock, request, resetData, sql } from '../harness';
import { staffWho } from './staff';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

let people = 0;
const join = async (slug: string, fields: Record<string, unknown> = {}): Promise<string> => {
  people += 1;
  const answer = await request
    .post(`/api/webinars/sessions/${slug}/registrations`)
    .send({ data: aForm({ email: `period-${people}@overview.example`, ...fields }) });
  expect(answer.status).toBe(201);
  return answer.body.data.reference as string;
};

type Requests = Awaited<ReturnType<typeof staffWho>>;
let all: Requests;
let some: Requests;
beforeAll(async () => {
  all = await staffWho('overview.read', 'registrations.read');
  some = await staffWho('overview.read');
});
beforeEach(resetData);

const period = async (query: string, who = all): Promise<OverviewPeriod> => {
  const answer = await who.get(`/webinars-admin/overview/period?${query}`);
  expect(answer.status).toBe(200);
  return overviewPeriod.parse(answer.body.data);
};
const activity = async (who = all): Promise<OverviewActivity> => {
  const answer = await who.get('/webinars-admin/overview/activity?locale=en');
  expect(answer.status).toBe(200);
  return overviewActivity.parse(answer.body.data);
};

/** A session that took place: those who came, those who did not, and perhaps what they thought of it. */
const held = async (
  at: string,
  {
    came,
    stayedAway = 0,
    rating = null,
    ...data
  }: { came: number; stayedAway?: number; rating?: number | null } & Record<string, unknown>,
) => {
  const session = await aSession({ capacity: 20, ...data });
  for (let count = 0; count < came + stayedAway; count += 1) await join(session.slug);
  await sql(
    `update registrations r set state = case when r.id in (select id from registrations where session_document_id = $1 order by id limit $2)
        then 'attended' else 'no_show' end where session_document_id = $1`,
    [session.documentId, came],
  );
  await sql(
    `update sessions set state = 'completed', datetime = $1::timestamp, average_rating = $2 where document_id = $3`,
    [at, rating, session.documentId],
  );
  return session;
};

describe('the numbers of a period', () => {
  it('are for staff who may see the overview', async () => {
    expect((await request.get('/webinars-admin/overview/period')).status).toBe(401);
    expect((await (await staffWho('registrations.read')).get('/webinars-admin/overview/period')).status).toBe(403);
  });

  it.each([
    'from=2027-03-02',
    'to=2027-03-02',
    'from=2027-03-02&to=2027-03-01',
    'from=2020-01-01&to=2027-01-01',
    'from=yesterday&to=2027-01-01',
    'period=31',
  ])('are refused for what is no period: %s', async (query) => {
    expect((await all.get(`/webinars-admin/overview/period?${query}`)).status).toBe(400);
  });

  it('say of an empty programme that there is nothing', async () => {
    clock.set('2027-05-10T10:00:00Z');
    expect(await period('period=7')).toMatchObject({
      period: { from: '2027-05-04', to: '2027-05-10' },
      before: { from: '2027-04-27', to: '2027-05-03' },
      current: { sessions: 0, registrations: 0, attendance: { attended: 0, confirmed: 0, sessions: 0 }, revenue: [] },
      views: { since: null, views: 0, registrations: 0 },
      attendance: [],
      topics: [],
      speakers: [],
    });
  });

  it('count registrations by the days of the programme’s zone, whatever became of them, beside the days before', async () => {
    clock.set('2027-02-01T12:00:00Z');
    const session = await aSession({ capacity: 2, datetime: '2027-09-01T08:00:00Z' });
    // The last moment of one day in Berlin, and the first of the next.
    for (const at of ['2027-03-03T22:59:59Z', '2027-03-03T23:00:00Z', '2027-03-10T22:30:00Z', '2027-03-10T22:40:00Z']) {
      clock.set(at);
      await join(session.slug);
    }
    await sql(`update registrations set state = 'cancelled' where id = (select max(id) from registrations)`);
    clock.set('2027-03-10T22:50:00Z');
    const found = await period('period=7');
    expect(found.current.registrations).toBe(3);
    expect(found.previous.registrations).toBe(1);
    expect(found.registrations.unit).toBe('day');
    expect(found.registrations.counts.filter(({ count }) => count > 0)).toEqual([
      { from: '2027-03-04', to: '2027-03-04', count: 1 },
      { from: '2027-03-10', to: '2027-03-10', count: 2 },
    ]);
  });

  it.each([
    [
      'spring',
      '2027-03-28',
      ['2027-03-27T22:59:00Z', '2027-03-27T23:00:00Z', '2027-03-28T21:59:00Z', '2027-03-28T22:00:00Z'],
    ],
    [
      'autumn',
      '2027-10-31',
      ['2027-10-30T21:59:00Z', '2027-10-30T22:00:00Z', '2027-10-31T22:59:00Z', '2027-10-31T23:00:00Z'],
    ],
  ])('know how long the day is on which clocks change in %s', async (_, day, instants) => {
    clock.set('2027-01-01T12:00:00Z');
    const session = await aSession({ datetime: '2027-12-01T08:00:00Z' });
    for (const at of instants) {
      clock.set(at);
      await join(session.slug);
    }
    await held(instants[0]!, { came: 1 });
    await held(instants[1]!, { came: 1 });
    await held(instants[2]!, { came: 1 });
    await held(instants[3]!, { came: 1 });
    clock.set('2027-12-31T12:00:00Z');
    await sql(`update registrations set registered_at = '2027-12-30' where state = 'attended'`);
    const found = await period(`from=${day}&to=${day}`);
    expect(found.current).toMatchObject({ registrations: 2, sessions: 2 });
    expect(found.previous).toMatchObject({ registrations: 1, sessions: 1 });
  });

  it('say how many came of those who had a seat, of the sessions of which it was noted', async () => {
    clock.set('2027-05-20T10:00:00Z');
    const session = { datetime: '2027-08-01T08:00:00Z' };
    const first = await held('2027-05-10 08:00', { came: 3, stayedAway: 1, ...session });
    const second = await held('2027-05-12 08:00', { came: 1, stayedAway: 1, ...session });
    const unnoted = await aSession(session);
    await join(unnoted.slug);
    await sql(`update sessions set state = 'completed', datetime = '2027-05-13' where document_id = $1`, [
      unnoted.documentId,
    ]);
    await held('2027-04-15 08:00', { came: 1, stayedAway: 3, ...session });
    const cancelled = await aSession(session);
    await sql(`update sessions set state = 'cancelled', datetime = '2027-05-14' where document_id = $1`, [
      cancelled.documentId,
    ]);
    const draft = await aSession({ ...session, state: 'draft' });
    await sql(`update sessions set datetime = '2027-05-14' where document_id = $1`, [draft.documentId]);
    const found = await period('period=30');
    expect(found.current).toMatchObject({ sessions: 3, attendance: { attended: 4, confirmed: 6, sessions: 2 } });
    expect(found.previous).toMatchObject({ sessions: 1, attendance: { attended: 1, confirmed: 4, sessions: 1 } });
    expect(found.attendance).toMatchObject([
      { documentId: first.documentId, datetime: '2027-05-10T08:00:00.000Z', attended: 3, confirmed: 4 },
      { documentId: second.documentId, attended: 1, confirmed: 2 },
    ]);
  });

  it('sum what was paid and not given back, by currency, for those who may see payments', async () => {
    clock.set('2027-05-20T10:00:00Z');
    const session = await aSession({ capacity: 20 });
    const paid = async (status: string, amount: number | null, currency: string | null) => {
      const reference = await join(session.slug);
      await sql(
        'update registrations set payment_status = $1, payment_amount = $2, payment_currency = $3 where reference = $4',
        [status, amount, currency, reference],
      );
    };
    await paid('completed', 4900, 'EUR');
    await paid('completed', 5100, 'EUR');
    await paid('completed', 700, 'CHF');
    await paid('refunded', 4900, 'EUR');
    await paid('pending', 4900, 'EUR');
    await paid('not_required', null, null);
    expect((await period('period=30')).current).toMatchObject({
      registrations: 6,
      revenue: [
        { currency: 'EUR', amount: 10_000 },
        { currency: 'CHF', amount: 700 },
      ],
    });
    expect((await period('period=30', some)).current.revenue).toBeNull();
  });

  it('tell topics and speakers apart, the first by registrations, each session once for everybody on stage', async () => {
    clock.set('2027-05-20T10:00:00Z');
    const topic = await aTopic({ title: 'Cloud' });
    const other = await aTopic({ title: 'Ethics' });
    const ada = await aSpeaker({ firstName: 'Ada', lastName: 'King' });
    const ben = await aSpeaker({ firstName: 'Ben', lastName: 'Beach' });
    const data = { topic: topic.documentId, speaker: ada.documentId, datetime: '2027-08-01T08:00:00Z' };
    await held('2027-05-10 08:00', { ...data, came: 3, stayedAway: 1, capacity: 5, rating: 4 });
    await held('2027-05-11 08:00', {
      ...data,
      came: 1,
      capacity: 5,
      rating: 5,
      panelists: [ada.documentId, ben.documentId],
    });
    const unlimited = await aSession({ ...data, topic: other.documentId, capacity: null });
    await join(unlimited.slug);
    await sql(`update sessions set datetime = '2027-05-12' where document_id = $1`, [unlimited.documentId]);
    const found = await period('period=30&locale=en');
    expect(found.topics).toEqual([
      {
        documentId: topic.documentId,
        name: 'Cloud',
        sessions: 2,
        registrations: 5,
        fill: 0.5,
        attendance: 0.8,
        rating: 4.5,
      },
      {
        documentId: other.documentId,
        name: 'Ethics',
        sessions: 1,
        registrations: 1,
        fill: null,
        attendance: null,
        rating: null,
      },
    ]);
    expect(found.speakers).toMatchObject([
      { documentId: ada.documentId, name: 'Ada King', sessions: 3, registrations: 6, fill: 0.5 },
      { documentId: ben.documentId, name: 'Ben Beach', sessions: 1, registrations: 1, rating: 5 },
    ]);
  });

  it('show weeks instead of days where a period is long', async () => {
    clock.set('2027-05-20T10:00:00Z');
    const session = await aSession();
    await join(session.slug);
    const { registrations, current } = await period('period=90');
    expect(registrations.unit).toBe('week');
    expect(registrations.counts.at(-1)).toEqual({ from: '2027-05-17', to: '2027-05-20', count: 1 });
    expect(current.registrations).toBe(1);
  });
});

describe('views of sessions’ pages', () => {
  const look = (path: string, agent: string) => request.get(path).set('User-Agent', agent).set('Accept', '*/*');

  it('are counted by day and session, on the page and over the API, of people only', async () => {
    clock.set('2027-05-20T10:00:00Z');
    const session = await aSession();
    await join(session.slug);
    await sql(`update registrations set registered_at = '2027-05-18 10:00'`);
    expect((await look(`/webinars/${session.slug}`, BROWSER)).status).toBe(200);
    await look(`/api/webinars/sessions/${session.documentId}`, BROWSER);
    await look(`/webinars/${session.slug}`, 'Googlebot/2.1');
    await look('/webinars/no-such-session', BROWSER);
    await request.head(`/webinars/${session.slug}`).set('User-Agent', BROWSER);
    const before = await sql('select view_count, updated_at, revision from sessions');
    expect(before).toMatchObject([{ view_count: 0 }]);
    await app.views.write();
    expect(await sql('select view_count, updated_at, revision from sessions')).toEqual([
      { ...before[0], view_count: 2 },
    ]);
    expect((await period('period=7')).views).toEqual({ since: '2027-05-20', views: 2, registrations: 0 });
    clock.set('2027-05-21T10:00:00Z');
    await join(session.slug);
    await look(`/webinars/${session.slug}`, BROWSER);
    await app.views.write();
    await app.views.write();
    expect((await period('period=7')).views).toEqual({ since: '2027-05-20', views: 3, registrations: 1 });
    expect((await period('from=2027-05-21&to=2027-05-21')).views).toEqual({
      since: '2027-05-21',
      views: 1,
      registrations: 1,
    });
    expect((await period('from=2027-05-01&to=2027-05-02')).views).toEqual({ since: null, views: 0, registrations: 0 });
  });

  it('are counted once each where several instances and moments write', async () => {
    const sessions = [await aSession(), await aSession()];
    for (const { slug } of [...sessions, ...sessions]) await look(`/webinars/${slug}`, BROWSER);
    await Promise.all([app.views.write(), app.views.write()]);
    expect(await sql('select view_count from sessions')).toEqual([{ view_count: 2 }, { view_count: 2 }]);
    expect(await sql('select views::int from webinars_view_days')).toEqual([{ views: 4 }]);
  });
});

describe('the sums of days', () => {
  type Step =
    | { do: 'join'; day: number; session: number }
    | { do: 'pay' | 'refund' | 'cancel' | 'delete' | 'date'; which: number; amount: number; currency: string }
    | { do: 'fold' };

  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('join' as const),
        day: fc.integer({ min: 0, max: 9 }),
        session: fc.integer({ min: 0, max: 1 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom('pay' as const, 'refund' as const, 'cancel' as const, 'delete' as const, 'date' as const),
        which: fc.nat(20),
        amount: fc.integer({ min: 0, max: 5000 }),
        currency: fc.constantFrom('EUR', 'CHF'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('fold' as const) }) },
  );

  const chosen = '(select id from registrations order by id offset $1 limit 1)';
  const statements = {
    pay: `update registrations set payment_status = 'completed', payment_amount = $2, payment_currency = $3 where id = ${chosen}`,
    refund: `update registrations set payment_status = 'refunded', payment_amount = $2, payment_currency = $3 where id = ${chosen}`,
    cancel: `update registrations set state = 'cancelled' where id = ${chosen} and $2::int is not null and $3::text is not null`,
    delete: `delete from registrations where id = ${chosen} and $2::int is not null and $3::text is not null`,
    date: `update registrations set registered_at = registered_at + make_interval(hours => $2::int % 72) where id = ${chosen} and $3::text is not null`,
  };

  it('are those of the rows, whatever happens to them and whenever they are folded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        await resetData();
        clock.set('2027-03-20T12:00:00Z');
        const sessions = [await aSession({ capacity: 5 }), await aSession({ capacity: null })];
        for (const one of steps) {
          if (one.do === 'join') {
            clock.set(new Date(Date.parse('2027-03-24T20:10:00Z') + one.day * 8 * 3_600_000).toISOString());
            await join(sessions[one.session]!.slug);
          } else if (one.do === 'fold') await beat('overview.fold-sums');
          else await sql(statements[one.do], [one.which, one.amount, one.currency]);
        }
        const sums = await sql(
          `select to_char(day, 'YYYY-MM-DD') as day, currency, sum(registrations)::int as count, sum(amount)::int as amount
             from (select * from webinars_registration_days
                   union all
                   select (at at time zone 'UTC' at time zone 'Europe/Berlin')::date, currency, registrations, amount from webinars_registration_changes) s
            group by 1, 2 having sum(registrations) <> 0 or sum(amount) <> 0 order by 1, 2`,
        );
        const rows = await sql(
          `select to_char(registered_at at time zone 'UTC' at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day,
                  case when payment_status = 'completed' and payment_amount > 0 then payment_currency else '' end as currency,
                  count(*)::int as count, sum(case when payment_status = 'completed' then payment_amount else 0 end)::int as amount
             from registrations group by 1, 2 order by 1, 2`,
        );
        expect(sums).toEqual(rows.map((row) => ({ ...row, amount: row.amount ?? 0 })));
        expect((await app.verify()).differences).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('are found wrong and made anew by the check', async () => {
    const session = await aSession();
    await join(session.slug);
    await join(session.slug);
    await beat('overview.fold-sums');
    expect(await sql('select registrations from webinars_registration_days')).toEqual([{ registrations: 2 }]);
    expect(await sql('select from webinars_registration_changes')).toEqual([]);
    await sql('update webinars_registration_days set registrations = 7');
    const { differences } = await app.verify();
    expect(differences).toMatchObject([
      { rule: 'days', repairable: true, expected: expect.stringContaining('2 registrations') },
    ]);
    expect(await app.verify({ repair: true })).toMatchObject({ differences: [], repaired: 1 });
    expect(await sql('select registrations from webinars_registration_days')).toEqual([{ registrations: 2 }]);
    expect(await sql(`select from webinars_audit where action = 'programme.repaired'`)).toHaveLength(1);
  });
});

describe('the sums of days while the programme moves to another zone', () => {
  const days = () =>
    sql(
      `select to_char(day, 'YYYY-MM-DD') as day, registrations from webinars_registration_days where registrations <> 0 order by 1`,
    );
  const moveTo = (zone: string, meanwhile = async () => {}) =>
    app.database.inTransaction(async (trx) => {
      await sumDaysIn(trx, zone);
      await meanwhile();
    });
  afterEach(() => moveTo(app.settings.defaultTimezone));

  /** An evening in Berlin, and the next day in Tokyo. */
  const anEvening = async (): Promise<string> => {
    clock.set('2027-03-10T20:00:00Z');
    const { slug } = await aSession({ datetime: '2027-09-01T08:00:00Z' });
    await join(slug);
    return slug;
  };
  const ask = (slug: string, email: string) =>
    request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm({ email }) });

  it('keep nobody waiting, and count by the new zone who came meanwhile', async () => {
    const slug = await anEvening();
    await moveTo('Asia/Tokyo', async () => {
      expect((await ask(slug, 'meanwhile@overview.example')).status).toBe(201);
    });
    await beat('overview.fold-sums');
    expect(await days()).toEqual([{ day: '2027-03-11', registrations: 2 }]);
    expect((await app.verify()).differences).toEqual([]);
  });

  it('would keep everybody waiting if they locked the registrations they count', async () => {
    const slug = await anEvening();
    await app.database.inTransaction(async (trx) => {
      await trx.raw('lock table registrations in share mode');
      expect((await ask(slug, 'waits@overview.example')).status).toBe(503);
    });
  });

  it('are those of the rows, however many register, change and fold at the same time', async () => {
    const slug = await anEvening();
    await sql(
      `insert into registrations (document_id, reference, session_document_id, state, email, registered_at, created_at, updated_at, published_at)
       select 'crowd' || n, 'CROWD' || n, (select document_id from sessions limit 1), 'cancelled', 'crowd-' || n || '@overview.example', t.at, t.at, t.at, t.at
         from generate_series(1, 10000) n cross join lateral (select timestamp '2027-01-01' + n * interval '7 minutes' as at) t`,
    );
    const { length } = await sql('select from webinars_registration_changes');
    expect(length).toBeGreaterThan(1000);
    let isOver = false;
    const counts = (async () => {
      for (let n = 0; !isOver; n += 1) await moveTo(['Asia/Tokyo', 'America/Lima', 'Asia/Kathmandu'][n % 3]!);
    })();
    const folds = (async () => {
      while (!isOver) await beat('overview.fold-sums');
    })();
    const changes = (async () => {
      for (let n = 1; n <= 100; n += 1) {
        await sql(
          `update registrations set registered_at = registered_at + interval '9 hours' where document_id = $1`,
          [`crowd${n * 90}`],
        );
      }
    })();
    for (let n = 0; n < 8; n += 1) await Promise.all([1, 2, 3, 4].map(() => join(slug)));
    await changes;
    isOver = true;
    await Promise.all([counts, folds]);
    expect((await app.verify()).differences.filter(({ rule }) => rule === 'days')).toEqual([]);
    const [sum] = await sql(`select sum(registrations)::int as registrations from webinars_registration_days`);
    const [left] = await sql(`select coalesce(sum(registrations), 0)::int as left from webinars_registration_changes`);
    expect(Number(sum!.registrations) + Number(left!.left)).toBe(10_033);
  });

  it('would lose who comes between the count and the end of the changes, if these were two statements', async () => {
    const slug = await anEvening();
    await app.database.inTransaction(async (trx) => {
      await trx.raw('delete from webinars_registration_days');
      await trx.raw(
        `insert into webinars_registration_days (day, currency, registrations, amount)
         select webinars_programme_day(registered_at), '', count(*), 0 from registrations group by 1`,
      );
      await join(slug);
      await trx.raw('delete from webinars_registration_changes');
    });
    expect((await app.verify()).differences).toMatchObject([{ rule: 'days' }]);
    expect(await app.verify({ repair: true })).toMatchObject({ differences: [] });
  });
});

describe('what happened last and what is to be done', () => {
  it('names the newest registrations to those who may read registrations, and to others only the sessions', async () => {
    const session = await aSession({ texts: [{ locale: 'en', title: 'Newest' }] });
    await join(session.slug, { firstName: 'Ada', lastName: 'First' });
    clock.advance({ minutes: 1 });
    await join(session.slug, { firstName: 'Ben', lastName: 'Second' });
    const { registrations } = await activity();
    expect(registrations).toMatchObject([
      { name: 'Ben Second', state: 'confirmed', session: { documentId: session.documentId, title: 'Newest' } },
      { name: 'Ada First' },
    ]);
    expect(registrations[0]!.documentId).toMatch(/^\w+$/);
    const told = await activity(some);
    expect(told.registrations).toMatchObject([
      { name: null, documentId: null, session: { title: 'Newest' } },
      { name: null, documentId: null },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Ada|Second/);
  });

  it('lists the sessions that were held last with those who came', async () => {
    clock.set('2027-05-20T10:00:00Z');
    const older = await held('2027-05-10 08:00', {
      came: 2,
      stayedAway: 1,
      rating: 4.5,
      datetime: '2027-08-01T08:00:00Z',
    });
    const newer = await held('2027-05-11 08:00', { came: 0, datetime: '2027-08-01T08:00:00Z' });
    expect((await activity()).completed).toMatchObject([
      { documentId: newer.documentId, attended: null, confirmed: 0, rating: null },
      { documentId: older.documentId, attended: 2, confirmed: 3, rating: 4.5 },
    ]);
  });

  it('knows what an editor has to do next, and forgets what is done', async () => {
    clock.set('2027-05-20T10:00:00Z');
    const at = (days: number) => new Date(+clock.now() + days * 86_400_000).toISOString();
    const asking = await aSession({ datetime: at(20), requiresApproval: true });
    await join(asking.slug);
    await join(asking.slug);
    const unready = await aSession({ datetime: at(6), meetingUrl: '' });
    await aSession({ datetime: at(8), meetingUrl: '' });
    const draft = await aSession({ datetime: at(13), state: 'draft' });
    const planned = await aSession({ datetime: at(60), state: 'draft', scheduledPublishAt: at(3), meetingUrl: '' });
    await aSession({ datetime: at(60), state: 'draft', meetingUrl: '' });
    const unnoted = await aSession({ recordingEnabled: true });
    await join(unnoted.slug);
    await sql(`update sessions set state = 'completed', datetime = '2027-05-18' where document_id = $1`, [
      unnoted.documentId,
    ]);
    const told = async () =>
      Object.fromEntries(
        (await activity()).tasks.map(({ task, count, sessions }) => [
          task,
          { count, sessions: sessions.map(({ documentId, people, missing }) => ({ documentId, people, missing })) },
        ]),
      );
    expect(await told()).toEqual({
      approve: { count: 1, sessions: [{ documentId: asking.documentId, people: 2, missing: [] }] },
      prepare: {
        count: 2,
        sessions: [
          { documentId: unready.documentId, people: null, missing: ['meeting_url'] },
          { documentId: planned.documentId, people: null, missing: ['meeting_url'] },
        ],
      },
      publish: { count: 1, sessions: [{ documentId: draft.documentId, people: null, missing: [] }] },
      record_attendance: { count: 1, sessions: [{ documentId: unnoted.documentId, people: 1, missing: [] }] },
      add_recording: { count: 1, sessions: [{ documentId: unnoted.documentId, people: null, missing: [] }] },
    });
    // That nobody came is noted, too.
    await sql(`update registrations set state = 'no_show' where session_document_id = $1`, [unnoted.documentId]);
    await sql(`update sessions set recording_url = 'https://rec.example/1' where document_id = $1`, [
      unnoted.documentId,
    ]);
    await sql(`update registrations set state = 'confirmed' where session_document_id = $1`, [asking.documentId]);
    await sql(`update sessions set meeting_url = 'https://meet.example/1', scheduled_publish_at = $1`, [at(3)]);
    expect(await told()).toEqual({});
  });
});
