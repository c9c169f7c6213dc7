import fs from 'node:fs';
import path from 'node:path';
import { createDemoAdmin, demoAdmin, demoLogin, seedDemo } from '../../database/seed';
import { planProgramme } from '../../database/seed/programme';
import { app, resetData, sql, strapi, world } from '../harness';

const NOW = new Date('2030-05-15T09:00:00Z');

/** One value that stands for every row of every table of the programme. */
const digest = async (): Promise<string> => {
  const tables = await sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema()
        and tablename ~ '^(topics|speakers|sessions|registrations|components_|webinars_events)' order by 1`,
  );
  // In which transaction an event was written is no part of the programme.
  const row = `(to_jsonb(t) - 'xact')::text`;
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(${row}, e'\\n' order by ${row})) as sum from ${name} t`,
  );
  // PostgreSQL may read the tables side by side, and answers whichever is ready first.
  return JSON.stringify(await sql(`select * from (${parts.join(' union all ')}) d order by name`));
};

const count = async (condition: string): Promise<number> => {
  const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${condition}`);
  return row?.n ?? 0;
};

afterAll(resetData);
afterAll(() => sql('delete from admin_users where email = $1', [demoAdmin.email]));

describe('the demonstration', () => {
  beforeAll(async () => {
    await resetData();
    await seedDemo(strapi, NOW);
  });

  it('has what was promised', async () => {
    expect(await count('(select distinct document_id from topics) t')).toBeGreaterThanOrEqual(12);
    expect(await count('(select distinct document_id from speakers) s')).toBeGreaterThanOrEqual(10);
    expect(await count('sessions')).toBeGreaterThanOrEqual(60);
    expect(await count('registrations')).toBeGreaterThanOrEqual(1500);
  });

  it.each([
    ['sessions that are over', `sessions where state = 'completed'`, 20],
    ['sessions in the week to come', `sessions where state = 'published' and datetime < timestamp '2030-05-22'`, 5],
    ['sessions in the month to come', `sessions where state = 'published' and datetime < timestamp '2030-06-15'`, 15],
    ['sessions later', `sessions where state = 'published' and datetime > timestamp '2030-06-15'`, 10],
    ['free ones', `sessions where state = 'published' and price = 0`, 5],
    ['paid ones', `sessions where state = 'published' and price > 0`, 5],
    [
      'an early bird that still flies',
      `sessions where state = 'published' and early_bird_ends_at > timestamp '2030-05-15 09:00'`,
      3,
    ],
    ['panels', `sessions where session_type = 'panel-discussion'`, 4],
    ['workshops', `sessions where session_type = 'workshop'`, 4],
    ['questions and answers', `sessions where session_type = 'q-and-a'`, 4],
    [
      'full ones with a line',
      `sessions where state = 'published' and registration_count = capacity and waitlist_count >= 3`,
      2,
    ],
    [
      'full ones without a line',
      `sessions where state = 'published' and registration_count = capacity and not allow_waitlist`,
      1,
    ],
    ['ones that need approval', `sessions where state = 'published' and requires_approval`, 1],
    ['people waiting for approval', `registrations where state = 'pending_approval'`, 3],
    [
      'people who were offered a seat to pay for',
      `registrations where state = 'pending_payment' and hold_expires_at > timestamp '2030-05-15'`,
      1,
    ],
    ['ones called off', `sessions where state = 'cancelled'`, 2],
    ['drafts', `sessions where state = 'draft' and scheduled_publish_at is null`, 1],
    [
      'drafts that publish themselves',
      `sessions where state = 'draft' and scheduled_publish_at > timestamp '2030-05-15 09:00'`,
      2,
    ],
    [
      'ones not open yet',
      `sessions where state = 'published' and registration_opens_at > timestamp '2030-05-15 09:00'`,
      2,
    ],
    ['English ones', `sessions where language = 'en'`, 20],
    ['German ones', `sessions where language = 'de'`, 20],
    ['ones at London hours', `sessions where timezone = 'Europe/London'`, 5],
    ['ones at New York hours', `sessions where timezone = 'America/New_York'`, 3],
    ['payments', `registrations where payment_status = 'completed' and payment_reference is not null`, 200],
    ['refunds', `registrations where payment_status = 'refunded'`, 5],
    [
      'ratings with words',
      `registrations where state = 'attended' and rating is not null and feedback is not null`,
      100,
    ],
    ['questions asked beforehand', 'registrations where specific_questions is not null', 200],
    ['people from campaigns', 'registrations where utm_campaign is not null', 300],
  ])('has %s', async (_what, condition, atLeast) => {
    expect(await count(condition)).toBeGreaterThanOrEqual(atLeast);
  });

  it('breaks no rule', async () => {
    const { differences } = await app.verify();
    expect(differences).toEqual([]);
  });

  it('says of sessions what their registrations say', async () => {
    const wrong = await sql(
      `select s.slug from sessions s
         left join (select session_document_id as id, round(avg(rating), 2)::float8 as rating,
                           round((count(*) filter (where r.attendance_duration >= x.duration * 0.75))::numeric / count(*), 3)::float8 as completion
                      from registrations r join sessions x on x.document_id = r.session_document_id
                     where r.state = 'attended' group by 1) a on a.id = s.document_id
        where abs(coalesce(s.average_rating, 0) - coalesce(a.rating, 0)) > 0.011
           or abs(coalesce(s.completion_rate, 0) - coalesce(a.completion, 0)) > 0.0011`,
    );
    expect(wrong).toEqual([]);
  });

  it('says of speakers what the registrations of their sessions say', async () => {
    const wrong = await sql(
      `select e.slug, p.*, a.* from speakers e
         join speakers_cmps k on k.entity_id = e.id and k.field = 'performance' join components_speaker_performances p on p.id = k.cmp_id
         left join (select e.document_id, count(distinct s.id) as webinars, count(r.id) as attendees, round(avg(r.rating), 2)::float8 as rating
                      from sessions s
                      join (select session_id, speaker_id from sessions_speaker_lnk union select session_id, speaker_id from sessions_panelists_lnk) l on l.session_id = s.id
                      join speakers e on e.id = l.speaker_id
                      left join registrations r on r.session_document_id = s.document_id and r.state = 'attended'
                     where s.state = 'completed' group by 1) a on a.document_id = e.document_id
        where p.total_webinars <> coalesce(a.webinars, 0) or p.attendee_count <> coalesce(a.attendees, 0)
           or abs(p.average_rating - coalesce(a.rating, 0)) > 0.011`,
    );
    expect(wrong).toEqual([]);
  });

  it('tells stories that could have happened', async () => {
    const impossible = await sql(
      `select r.reference from registrations r join sessions s on s.document_id = r.session_document_id
        where r.registered_at < s.registration_opens_at or r.registered_at >= coalesce(s.registration_closes_at, s.datetime)
           or r.registered_at >= timestamp '2030-05-15' or r.cancelled_at <= r.registered_at
           or (r.state in ('attended', 'no_show')) <> (s.state = 'completed' and r.state not in ('cancelled', 'waitlisted', 'pending_approval'))
           or (r.state = 'attended') <> (r.joined_at is not null) or r.left_at <= r.joined_at
           or (r.rating is not null and r.state <> 'attended')
           or (r.state = 'confirmed' and s.price > 0 and r.payment_status <> 'completed')
           or (s.price = 0 and r.payment_status <> 'not_required')`,
    );
    expect(impossible).toEqual([]);
    expect(
      await count(`registrations r join registrations w on w.session_document_id = r.session_document_id and w.state = 'waitlisted'
        and r.state = 'waitlisted' and r.waitlist_position < w.waitlist_position and r.registered_at > w.registered_at
        join sessions s on s.document_id = r.session_document_id and not s.requires_approval`),
    ).toBe(0);
  });

  it('holds its sessions at sensible hours of working days, where they are held', async () => {
    const odd = await sql(
      `select slug, timezone, datetime at time zone 'UTC' at time zone timezone as local from sessions
        where extract(hour from datetime at time zone 'UTC' at time zone timezone) not between 9 and 17
           or extract(isodow from datetime at time zone 'UTC' at time zone timezone) > 5`,
    );
    expect(odd).toEqual([]);
  });

  it('books no speaker twice at once', async () => {
    expect(
      await count(`sessions a join sessions_speaker_lnk x on x.session_id = a.id
          join sessions_speaker_lnk y on y.speaker_id = x.speaker_id join sessions b on b.id = y.session_id
          where a.id < b.id and a.state <> 'cancelled' and b.state <> 'cancelled'
            and a.datetime < b.datetime + make_interval(mins => b.duration) and b.datetime < a.datetime + make_interval(mins => a.duration)`),
    ).toBe(0);
  });

  it('writes to nobody who exists', async () => {
    expect(await count(`registrations where email !~ '^[a-z0-9.-]+@[a-z0-9.-]+\\.example$'`)).toBe(0);
    expect(await count(`speakers where email !~ '\\.example$'`)).toBe(0);
  });

  it('shows pictures and hands out papers that are there', async () => {
    const shown = await sql<{ url: string }>(
      `select thumbnail_url as url from topics union select promotional_image_url from topics union select photo_url from speakers
        union select image from components_shared_seos union select materials_url from sessions where materials_url is not null`,
    );
    const missing = shown.filter(({ url }) => !fs.existsSync(path.join(world.root, 'public', url)));
    expect(missing).toEqual([]);
  });

  it('reads in both languages', async () => {
    const topics = await strapi
      .documents('api::topic.topic')
      .findMany({ locale: 'de', filters: { state: 'active' }, populate: ['agenda', 'seo'] });
    expect(topics.length).toBeGreaterThanOrEqual(12);
    expect(topics.map(({ title }) => title)).toContain('Cloud-Kosten im Griff');
    const speakers = await strapi.documents('api::speaker.speaker').findMany({ locale: 'de' });
    expect(speakers.length).toBeGreaterThanOrEqual(10);
  });

  it('keeps the log that the product would have kept', async () => {
    expect(
      await count(
        `registrations r where not exists (select from webinars_events e where e.registration_document_id = r.document_id)`,
      ),
    ).toBe(0);
    expect(
      await count(`sessions s where state <> 'draft' and registration_opens_at < timestamp '2030-05-15'
        and not exists (select from webinars_events e where e.session_document_id = s.document_id and e.type = 'session.published')`),
    ).toBe(0);
    expect(
      await count(`(select at, lag(at) over (order by id) as before from webinars_events) e where at < before`),
    ).toBe(0);
  });
});

describe('seeding', () => {
  beforeEach(resetData);

  it('writes once', async () => {
    await seedDemo(strapi, NOW);
    const before = await digest();
    expect(await seedDemo(strapi, new Date('2031-01-01T00:00:00Z'))).toBeNull();
    expect(await digest()).toBe(before);
  });

  it('gives the same again on the same day', async () => {
    await seedDemo(strapi, NOW);
    const first = await digest();
    await resetData();
    await seedDemo(strapi, new Date('2030-05-15T21:30:00Z'));
    expect(await digest()).toBe(first);
  });

  it('writes what editors can change like anything of their own', async () => {
    await seedDemo(strapi, NOW);
    const documents = strapi.documents('api::session.session');
    const session = await documents.findFirst({ filters: { state: 'draft' }, populate: ['texts', 'topic'] });
    if (!session) throw new Error('There is no draft.');
    const changes: Record<string, unknown> = { texts: [{ locale: 'en', title: 'Another title' }], state: 'published' };
    await documents.update({ documentId: session.documentId, data: changes });
    const saved = await documents.findFirst({
      filters: { documentId: session.documentId },
      populate: ['texts', 'topic'],
    });
    expect(saved).toMatchObject({
      state: 'published',
      texts: [{ title: 'Another title' }],
      topic: { documentId: session.topic?.documentId },
    });
  });

  it('is all or nothing', async () => {
    await sql(
      `create function refuse_for_a_test() returns trigger language plpgsql as $$ begin raise exception 'the lights went out'; end $$`,
    );
    await sql('create trigger refuse_for_a_test before insert on webinars_events execute function refuse_for_a_test()');
    await expect(seedDemo(strapi, NOW)).rejects.toThrow('the lights went out');
    await sql('drop function refuse_for_a_test() cascade');
    expect(await count('topics')).toBe(0);
    expect(await count('registrations')).toBe(0);
    expect(await seedDemo(strapi, NOW)).toMatchObject({ topics: 17 });
  });

  it('happens once where two instances start at once', async () => {
    const answers = await Promise.all([seedDemo(strapi, NOW), seedDemo(strapi, NOW)]);
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  it('leaves alone a database in which somebody has begun', async () => {
    await strapi.documents('api::topic.topic').create({ data: { title: 'Ours', slug: 'ours', state: 'draft' } });
    expect(await seedDemo(strapi, NOW)).toBeNull();
    expect(await count('topics')).toBe(1);
  });

  it.each(['2029-12-23', '2030-01-01', '2030-02-28', '2030-03-30', '2030-06-16', '2030-10-27', '2031-08-02'])(
    'plans a lively programme on %s too',
    (day) => {
      const { sessions, registrations, facts } = planProgramme(new Date(`${day}T12:00:00Z`));
      expect(sessions.length).toBeGreaterThanOrEqual(60);
      expect(registrations.length).toBeGreaterThanOrEqual(1500);
      expect(new Set(registrations.map(({ documentId }) => documentId)).size).toBe(registrations.length);
      expect(facts.every(({ at }) => at < Date.parse(`${day}T00:00:00Z`))).toBe(true);
      const states = new Set(
        registrations.flatMap(({ versions }) => versions.map(({ attributes }) => attributes.state)),
      );
      expect([...states].sort()).toEqual([
        'attended',
        'cancelled',
        'confirmed',
        'no_show',
        'pending_approval',
        'pending_payment',
        'waitlisted',
      ]);
    },
  );

  it('gives another day another programme', () => {
    expect(JSON.stringify(planProgramme(NOW))).not.toBe(
      JSON.stringify(planProgramme(new Date('2030-05-16T09:00:00Z'))),
    );
  });
});

describe('the demonstration’s administrator', () => {
  it('opens the door until somebody changes the lock, and is never made in production', async () => {
    await sql('delete from admin_users where email = $1', [demoAdmin.email]);
    const others = await count('admin_users');
    await createDemoAdmin(strapi);
    if (others > 0) return expect(await demoLogin(strapi)).toBeNull();
    expect(await demoLogin(strapi)).toEqual(demoAdmin);

    await sql(`update admin_users set password = 'changed' where email = $1`, [demoAdmin.email]);
    expect(await demoLogin(strapi)).toBeNull();

    await sql('delete from admin_users where email = $1', [demoAdmin.email]);
    const environment = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await createDemoAdmin(strapi);
      expect(await demoLogin(strapi)).toBeNull();
    } finally {
      process.env.NODE_ENV = environment;
    }
    expect(await count('admin_users')).toBe(0);
  });
});
