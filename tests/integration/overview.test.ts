import { overview as overviewSchema, type Overview } from '../../plugins/webinars/contracts/overview';
import { aForm, app, aSession, clock, request, resetData, sql, strapi } from '../harness';

const DAY = 86_400_000;
const inDays = (days: number) => new Date(+clock.now() + days * DAY).toISOString();

const register = (slug: string) => request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm() });
const fill = async (slug: string, people: number) => {
  for (let count = 0; count < people; count += 1) await register(slug);
};

type Staff = { token: string };

/** Somebody who works in the admin and is allowed these actions, and what else an author is. */
const staffAllowed = async (actions: readonly string[]): Promise<Staff> => {
  const unique = Math.random().toString(36).slice(2);
  const role = await strapi.service('admin::role').create({ name: unique, description: '' });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
  );
  const password = `Aa1-${unique}-${unique}`;
  const email = `${unique}@example.com`;
  await strapi
    .service('admin::user')
    .create({ email, firstname: 'Sam', lastname: 'Staff', password, isActive: true, roles: [role.id] });
  const answer = await request.post('/admin/login').send({ email, password });
  return { token: answer.body.data.token };
};

const readBy = ({ token }: Staff, query = '') =>
  request.get(`/webinars-admin/overview${query}`).set('Authorization', `Bearer ${token}`);

const overviewFor = async (staff: Staff, query = ''): Promise<Overview> => {
  const answer = await readBy(staff, query);
  expect(answer.status).toBe(200);
  return overviewSchema.parse(answer.body.data);
};

let reader: Staff;
beforeAll(async () => {
  reader = await staffAllowed(['plugin::webinars.overview.read']);
});
beforeEach(resetData);

describe('the overview', () => {
  it('is for staff who may see it, and nobody else', async () => {
    expect((await request.get('/webinars-admin/overview')).status).toBe(401);
    const other = await staffAllowed([]);
    expect((await readBy(other)).status).toBe(403);
    expect((await readBy(reader)).status).toBe(200);
  });

  it('says of an empty programme that there is nothing', async () => {
    const overview = await overviewFor(reader);
    expect(overview).toMatchObject({
      sessions: { upcoming: 0, running: 0, drafts: 0 },
      seats: { taken: 0, free: 0, capacity: 0 },
      next: [],
      attention: { fullWithWaitlist: { count: 0 }, nearlyEmpty: { count: 0 }, deadJobs: [], verification: null },
    });
    expect(overview.registrations).toEqual({ last7Days: 0 });
  });

  it('counts seats, waitlists and decisions over the sessions that are still to come', async () => {
    const full = await aSession({ capacity: 2 });
    await fill(full.slug, 5);
    const asking = await aSession({ capacity: 10, requiresApproval: true });
    await fill(asking.slug, 3);
    await aSession({ capacity: null });
    await aSession({ state: 'draft' });
    const over = await aSession({ capacity: 4 });
    await fill(over.slug, 1);
    clock.advance({ days: -20 });
    const overview = await overviewFor(reader);
    expect(overview.sessions).toEqual({ upcoming: 4, running: 0, drafts: 1 });
    clock.advance({ days: 20 });
    await sql('update sessions set datetime = $1 where document_id = $2', [inDays(-3), over.documentId]);

    expect(await overviewFor(reader)).toMatchObject({
      sessions: { upcoming: 3, running: 0, drafts: 1 },
      seats: { taken: 2, held: 0, free: 10, capacity: 12, unlimitedSessions: 1 },
      waitlist: { people: 3, sessions: 1 },
      approvals: { people: 3, sessions: 1 },
    });
  });

  it('lists the next sessions with what a visitor could do about them', async () => {
    await aSession({ datetime: inDays(9), capacity: 1, slug: 'later', texts: [{ locale: 'de', title: 'Später' }] });
    const sooner = await aSession({ datetime: inDays(8), capacity: 1 });
    await fill(sooner.slug, 2);
    const { next } = await overviewFor(reader, '?locale=de');
    expect(next).toMatchObject([
      { documentId: sooner.documentId, availability: 'waitlist', capacity: 1, taken: 1, waiting: 1 },
      { title: 'Später', availability: 'open', taken: 0, waiting: 0 },
    ]);
  });

  it('points at upcoming sessions with registrants whose address takes no mail', async () => {
    const lost = await aSession({ capacity: 20 });
    const fine = await aSession({ capacity: 20 });
    await fill(lost.slug, 3);
    await fill(fine.slug, 2);
    await sql(
      `insert into webinars_mail_addresses (email, bounced_at, updated_at)
       select email, now(), now() from registrations where session_document_id = $1 order by id limit 2`,
      [lost.documentId],
    );
    const unreachable = async () => (await overviewFor(reader)).attention.unreachable;
    expect(await unreachable()).toMatchObject({ count: 1, sessions: [{ documentId: lost.documentId, people: 2 }] });
    await sql(
      `update registrations set state = 'cancelled', cancel_reason = 'by_attendee'
        where id = (select min(id) from registrations where session_document_id = $1)`,
      [lost.documentId],
    );
    expect(await unreachable()).toMatchObject({ count: 1, sessions: [{ people: 1 }] });
    clock.advance({ days: 30 });
    expect(await unreachable()).toEqual({ count: 0, sessions: [] });
  });

  it('points at sessions that are full while people wait, and at those nearly empty in their last week', async () => {
    const full = await aSession({ capacity: 1 });
    await fill(full.slug, 3);
    const empty = await aSession({ datetime: inDays(5), capacity: 20 });
    await aSession({ datetime: inDays(8), capacity: 20 });
    const wanted = await aSession({ datetime: inDays(5), capacity: 5 });
    await fill(wanted.slug, 1);
    const { attention } = await overviewFor(reader);
    expect(attention.fullWithWaitlist).toMatchObject({ count: 1, sessions: [{ documentId: full.documentId }] });
    expect(attention.nearlyEmpty).toMatchObject({ count: 1, sessions: [{ documentId: empty.documentId }] });
  });

  it('points at sessions that are almost full, the soonest first', async () => {
    const later = await aSession({ datetime: inDays(40), capacity: 4 });
    const sooner = await aSession({ datetime: inDays(30), capacity: 10 });
    const roomy = await aSession({ capacity: 10 });
    await fill(later.slug, 4);
    await fill(sooner.slug, 9);
    await fill(roomy.slug, 8);
    const { almostFull } = (await overviewFor(reader)).attention;
    expect(almostFull.count).toBe(2);
    expect(almostFull.sessions.map(({ documentId }) => documentId)).toEqual([sooner.documentId, later.documentId]);
  });

  it('counts the mails of the last weeks that could not be sent', async () => {
    const failed = (days: number, state = 'failed') =>
      sql(
        `insert into webinars_mails (key, kind, locale, recipient, state, next_try_at, created_at) values ($1, 'confirmation', 'en', 'a@example.com', $2, now(), $3)`,
        [`${state} ${days}`, state, inDays(-days)],
      );
    await failed(40);
    await failed(29);
    await failed(1);
    await failed(1, 'sent');
    expect((await overviewFor(reader)).attention.failedMails).toEqual({ count: 2, isMore: false });
  });

  it('says what is wrong with a partner, and nothing of one that is well', async () => {
    const partners = async () => (await overviewFor(reader)).attention.partners;
    expect(await partners()).toEqual([]);
    await app.partners.begin();
    const expires = inDays(10);
    await sql(
      `update webinars_partners set key_expires_at = $1, checked = jsonb_build_object('keyExpiresAt', $2::text)`,
      [expires, expires],
    );
    await sql(
      `insert into webinars_links (partner, kind, record, state, waiting_since, next_try_at) values ('odoo', 'event', 'a', 'failed', now(), now())`,
    );
    expect(await partners()).toEqual([
      { partner: 'odoo', state: 'on', failed: 1, differences: 0, isKeyExpiring: true, keyExpiresAt: expires },
    ]);
    await sql(`update webinars_partners set stopped_at = now()`);
    expect(await partners()).toMatchObject([{ state: 'stopped' }]);
  });

  it('counts registrations by the days of the programme’s own place', async () => {
    clock.set('2027-03-10T22:30:00Z');
    const session = await aSession({});
    await fill(session.slug, 2);
    clock.set('2027-03-10T23:30:00Z');
    await fill(session.slug, 1);
    clock.set('2027-03-16T12:00:00Z');
    expect((await overviewFor(reader)).registrations).toEqual({ last7Days: 3 });
    clock.set('2027-03-16T23:30:00Z');
    expect((await overviewFor(reader)).registrations).toEqual({ last7Days: 1 });
  });

  it('counts by the days of another place once the programme has moved there', async () => {
    clock.set('2027-03-10T23:30:00Z');
    const session = await aSession({});
    await fill(session.slug, 1);
    clock.set('2027-03-17T12:00:00Z');
    expect((await overviewFor(reader)).registrations).toEqual({ last7Days: 1 });
    const { defaults: _, speaker: __, next: ___, ...settings } = await app.programme.view();
    await app.programme.save({ ...settings, timezone: 'America/Lima' });
    expect((await overviewFor(reader)).registrations).toEqual({ last7Days: 0 });
    expect(await app.verify()).toMatchObject({ differences: [] });
  });

  it('names the kinds of jobs that gave up', async () => {
    await sql(`select graphile_worker.add_job('mail.send', '{}', max_attempts := 1)`);
    await sql('update graphile_worker._private_jobs set attempts = max_attempts');
    const { attention } = await overviewFor(reader);
    expect(attention.deadJobs).toEqual([{ name: 'mail.send', count: 1 }]);
  });
});

describe('checking the invariants from the admin', () => {
  const verifyBy = ({ token }: Staff) =>
    request.post('/webinars-admin/verifications').set('Authorization', `Bearer ${token}`).send();

  it('is for staff who may', async () => {
    expect((await verifyBy(reader)).status).toBe(403);
  });

  it('remembers what was found, for the overview', async () => {
    const staff = await staffAllowed(['plugin::webinars.overview.read', 'plugin::webinars.verify']);
    const session = await aSession({ capacity: 3 });
    await fill(session.slug, 2);
    clock.set('2027-03-10T12:00:00Z');
    expect((await verifyBy(staff)).body.data).toEqual({
      at: '2027-03-10T12:00:00.000Z',
      sessions: 1,
      registrations: 2,
      differences: 0,
    });

    clock.advance({ minutes: 1 });
    await sql('alter table sessions disable trigger webinars_guard_session');
    await sql('update sessions set registration_count = 7');
    await sql('alter table sessions enable trigger webinars_guard_session');
    await app.verify({ repair: false });
    expect((await overviewFor(staff)).attention.verification).toMatchObject({ differences: 1 });
    await app.verify({ repair: true });
  });
});
