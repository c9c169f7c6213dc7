import { seedBulk } from '../../database/seed';
import { app, resetData, sql, strapi } from '../harness';

const NOW = new Date('2030-05-15T09:00:00Z');

const one = async <Row>(statement: string): Promise<Row> => {
  const [row] = await sql<Row>(statement);
  if (!row) throw new Error('No row.');
  return row;
};

beforeEach(resetData);
afterAll(resetData);

describe('a large data set', () => {
  it('breaks no rule', async () => {
    await seedBulk(strapi, { sessions: 20, registrations: 20_000 }, { now: NOW });
    expect(
      await one(
        'select (select count(*)::int from sessions) as sessions, (select count(*)::int from registrations) as registrations',
      ),
    ).toEqual({
      sessions: 20,
      registrations: 20_000,
    });
    expect((await app.verify()).differences).toEqual([]);
  });

  it('resembles life', async () => {
    await seedBulk(strapi, { sessions: 200, registrations: 10_000 }, { now: NOW });
    const life = await one<Record<string, number>>(
      `select count(distinct state)::int as states, count(distinct email)::int as people, count(distinct company)::int as companies,
              count(distinct date(registered_at))::int as days, count(distinct registration_source)::int as sources,
              count(*) filter (where registered_at > timestamp '2030-05-15 09:00')::int as "fromTheFuture",
              count(*) filter (where email !~ '\\.example$')::int as strangers, count(*) filter (where rating is not null)::int as ratings
         from registrations`,
    );
    expect(life).toMatchObject({ fromTheFuture: 0, strangers: 0, sources: 6 });
    expect(life.states).toBeGreaterThanOrEqual(6);
    expect(life.people).toBeGreaterThan(4_000);
    expect(life.people).toBeLessThan(8_000);
    expect(life.companies).toBeGreaterThan(40);
    expect(life.days).toBeGreaterThan(300);
    expect(life.ratings).toBeGreaterThan(500);
    const sessions = await sql<{ state: string; count: number }>(
      'select state, count(*)::int as count from sessions group by 1',
    );
    expect(sessions.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['published', 'completed', 'cancelled', 'draft']),
    );
  });

  it('forms a line at every coming session on request', async () => {
    await seedBulk(strapi, { sessions: 20, registrations: 4_000, waiting: true }, { now: NOW });
    const { open, full } = await one<{ open: number; full: number }>(
      `select count(*)::int as open, count(*) filter (where registration_count = capacity and waitlist_count > 0)::int as full
         from sessions where state = 'published' and registration_count >= 5`,
    );
    expect(open).toBeGreaterThan(3);
    expect(full).toBe(open);
    expect((await app.verify()).differences).toEqual([]);
  });

  it('makes topics and speakers on request, and adds to what is there', async () => {
    await seedBulk(strapi, { sessions: 5, registrations: 100, topics: 7, speakers: 4 }, { now: NOW });
    await seedBulk(strapi, { sessions: 5, registrations: 100 }, { now: NOW });
    const counts = await one(
      `select (select count(distinct document_id)::int from topics) as topics, (select count(distinct document_id)::int from speakers) as speakers,
              (select count(*)::int from sessions) as sessions, (select count(*)::int from registrations) as registrations`,
    );
    expect(counts).toEqual({ topics: 7, speakers: 4, sessions: 10, registrations: 200 });
    const { wrong } = await one<{ wrong: number }>(
      `select count(*)::int as wrong from speakers e join speakers_cmps k on k.entity_id = e.id and k.field = 'performance'
         join components_speaker_performances p on p.id = k.cmp_id
         left join (select x.document_id, count(*) filter (where s.state = 'completed') as held from speakers x
                      join sessions_speaker_lnk l on l.speaker_id = x.id join sessions s on s.id = l.session_id
                      join (select distinct session_document_id as id from registrations) r on true and r.id = s.document_id group by 1) a
           on a.document_id = e.document_id
        where p.total_webinars > coalesce(a.held, 0) + 5`,
    );
    expect(wrong).toBe(0);
  });

  it('stops between two batches when asked, and what is there is true', async () => {
    const stopping = new AbortController();
    const tell = (line: string) => line.startsWith('Registrations') && stopping.abort();
    const made = seedBulk(
      strapi,
      { sessions: 10, registrations: 60_000 },
      { now: NOW, tell, stopped: stopping.signal },
    );
    await expect(made).rejects.toThrow('aborted');
    expect(await one('select count(*)::int as n from registrations')).toEqual({ n: 25_000 });
    expect((await app.verify()).differences).toEqual([]);
  });

  it('is as true where nobody else works and all of it comes at once, and leaves every guard as it was', async () => {
    const guards = () =>
      sql(
        `select pg_get_indexdef(indexrelid) as guard from pg_index where indrelid = any ($1::regclass[]) and indisvalid
         union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid = any ($1::regclass[]) and convalidated
         union all select pg_get_triggerdef(oid) from pg_trigger where tgrelid = any ($1::regclass[]) and not tgisinternal and tgenabled = 'O'
         order by 1`,
        [['registrations', 'registrations_session_lnk']],
      );
    const before = await guards();
    await seedBulk(strapi, { sessions: 20, registrations: 30_000, alone: true }, { now: NOW });
    expect(await one('select count(*)::int as n from registrations')).toEqual({ n: 30_000 });
    expect((await app.verify()).differences).toEqual([]);
    expect(await guards()).toEqual(before);
  });

  it('leaves nothing where all of it was to come at once and it was stopped', async () => {
    const stopping = new AbortController();
    const tell = (line: string) => line.startsWith('Registrations') && stopping.abort();
    const order = { sessions: 10, registrations: 60_000, alone: true };
    await expect(seedBulk(strapi, order, { now: NOW, tell, stopped: stopping.signal })).rejects.toThrow('aborted');
    expect(await one('select count(*)::int as n from registrations')).toEqual({ n: 0 });
    expect((await app.verify()).differences).toEqual([]);
  });

  it('fills one session as gladly as a thousand', async () => {
    await seedBulk(strapi, { sessions: 1, registrations: 3_000 }, { now: NOW });
    expect(await one('select count(*)::int as n from registrations')).toEqual({ n: 3_000 });
    expect((await app.verify()).differences).toEqual([]);
  });
});
