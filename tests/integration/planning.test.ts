import {
  boardAnswer,
  calendarAnswer,
  planningAnswer,
  type ChangePreview,
  type CopyPreview,
  type PlanningAnswer,
  type PublishPreview,
} from '../../plugins/webinars/contracts/planning';
import { upcomingReminders } from '../../plugins/webinars/server/src/reminders';
import {
  aForm,
  app,
  aSession,
  aSpeaker,
  aTopic,
  beat,
  clock,
  drainJobs,
  request,
  resetData,
  sql,
  strapi,
} from '../harness';
import { anAdministrator, removeAdministrators, type Wire } from './administrator';
import { staffWho } from './staff';

const DAY = 86_400_000;
const inDays = (days: number, minutes = 0) => new Date(+clock.now() + days * DAY + minutes * 60_000).toISOString();

type Requests = Awaited<ReturnType<typeof anAdministrator>>;
type Made = Awaited<ReturnType<typeof aSession>>;

let staff: Requests;
let planner: Requests;
beforeAll(async () => {
  staff = await anAdministrator();
  planner = await staffWho('sessions.read', 'sessions.manage');
});
afterAll(removeAdministrators);
beforeEach(resetData);
afterEach(async () => {
  await drainJobs();
  expect(await app.verify()).toMatchObject({ differences: [] });
});

const register = async ({ slug }: { slug: string }, people: number, fields: Record<string, unknown> = {}) => {
  for (let person = 0; person < people; person += 1) {
    const answer = await request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm(fields) });
    expect(answer.status).toBe(201);
  }
};

const list = async (query: Record<string, string> = {}): Promise<PlanningAnswer> => {
  const answer = await planner.get(`/webinars-admin/sessions?${new URLSearchParams(query)}`);
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  return planningAnswer.parse(answer.body);
};
const idsOf = ({ data }: PlanningAnswer) => data.map(({ documentId }) => documentId);

const revisionOf = async ({ documentId }: Made): Promise<string> =>
  (await planner.get(`/webinars-admin/planning/sessions/${documentId}`)).body.data.session.revision;

const post = (session: Made, deed: string, body: Record<string, unknown>, as = planner) =>
  as.post(`/webinars-admin/planning/sessions/${session.documentId}/${deed}`).send(body);

/** Looks, then does it on the ground of what was looked at. */
const previewAndDo = async <Preview>(
  session: Made,
  deed: string,
  body: Record<string, unknown>,
): Promise<{ preview: Preview; done: Wire }> => {
  const asked = { ...body, revision: await revisionOf(session) };
  const before = await everything();
  const looked = await post(session, `${deed}/preview`, asked);
  expect([looked.status, looked.body.error]).toEqual([200, undefined]);
  expect(await everything()).toEqual(before);
  const done = await post(session, deed, asked);
  expect([done.status, done.body.error]).toEqual([200, undefined]);
  return { preview: looked.body.data as Preview, done: done.body.data };
};

/** What a preview must leave as it is. */
const everything = async () => {
  const [counts] = await sql(
    `select (select json_agg(s order by s.id) from sessions s) as sessions, (select count(*) from webinars_mails) as mails,
            (select json_agg(r.state order by r.id) from registrations r) as states, (select count(*) from webinars_events) as events`,
  );
  return counts;
};

const mailsSince = async (id: number) =>
  sql<{ kind: string; people: number }>(
    `select kind, count(*)::int as people from webinars_mails where id > $1 group by kind order by kind`,
    [id],
  );
const lastMail = async () =>
  (await sql<{ id: number }>('select coalesce(max(id), 0)::int as id from webinars_mails'))[0]!.id;
const byKind = (mails: ChangePreview['mails']) => [...mails].sort((a, b) => a.kind.localeCompare(b.kind));

const statesOf = async ({ documentId }: Made) =>
  Object.fromEntries(
    (
      await sql<{ state: string; people: number }>(
        `select state, count(*)::int as people from registrations where session_document_id = $1 group by 1 order by 1`,
        [documentId],
      )
    ).map(({ state, people }) => [state, people]),
  );

describe('the list of sessions', () => {
  it('is for staff who may see sessions, and deeds are for those who may manage them', async () => {
    const session = await aSession();
    const reader = await staffWho('sessions.read');
    const nobody = await staffWho();
    expect((await request.get('/webinars-admin/sessions')).status).toBe(401);
    expect((await nobody.get('/webinars-admin/sessions')).status).toBe(403);
    expect((await reader.get('/webinars-admin/sessions')).status).toBe(200);
    const revision = await revisionOf(session);
    for (const [deed, body] of Object.entries({
      move: { datetime: inDays(20), duration: 60, timezone: 'Europe/Berlin' },
      capacity: { capacity: 3 },
      cancel: {},
      publish: { at: null },
      duplicate: { datetime: inDays(20) },
    })) {
      expect((await post(session, deed, { ...body, revision }, reader)).status).toBe(403);
      expect((await post(session, `${deed}/preview`, { ...body, revision }, reader)).status).toBe(403);
      expect((await post(session, deed, { ...body, revision }, nobody)).status).toBe(403);
    }
    for (const path of ['board', 'calendar?month=2030-01', 'topics', 'speakers', 'categories']) {
      expect((await nobody.get(`/webinars-admin/planning/${path}`)).status).toBe(403);
    }
  });

  it('goes through every session once, page by page, in whatever order', async () => {
    const topic = (await aTopic()).documentId;
    const speaker = (await aSpeaker()).documentId;
    const made: string[] = [];
    for (let day = 1; day <= 7; day += 1) {
      made.push((await aSession({ topic, speaker, datetime: inDays(day % 4, 1) })).documentId);
    }
    for (const sort of ['start', '-start', 'taken', '-taken', 'waiting', 'saved', '-saved']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: PlanningAnswer = await list({ sort, pageSize: '3', ...(after ? { after } : {}) });
        seen.push(...idsOf(page));
        after = page.meta.next;
      } while (after);
      expect([...seen].sort()).toEqual([...made].sort());
    }
    const starts = (await list({ sort: '-start' })).data.map(({ datetime }) => datetime);
    expect(starts).toEqual([...starts].sort().reverse());
  });

  it('is filtered by state, topic, speaker in any part, category, language, time and words', async () => {
    const ada = await aSpeaker({ firstName: 'Ada', lastName: 'Unmistakable' });
    const topic = await aTopic({ title: 'Zeppelins', category: 'technology' });
    const wanted = await aSession({
      topic: topic.documentId,
      moderator: ada.documentId,
      language: 'de',
      datetime: inDays(3),
    });
    const draft = await aSession({
      state: 'draft',
      datetime: inDays(30),
      texts: [{ locale: 'de', title: 'Ein Entwurf' }],
    });
    expect(idsOf(await list({ state: 'draft' }))).toEqual([draft.documentId]);
    expect(idsOf(await list({ state: 'draft,published' }))).toEqual([wanted.documentId, draft.documentId]);
    const queries: Record<string, string>[] = [
      { topic: topic.documentId },
      { speaker: ada.documentId },
      { category: 'technology' },
      { language: 'de' },
      { to: inDays(10) },
      { search: 'zeppel' },
      { search: 'unmistak' },
    ];
    for (const query of queries) {
      expect([query, idsOf(await list(query))]).toEqual([query, [wanted.documentId]]);
    }
    expect(idsOf(await list({ search: 'entwurf' }))).toEqual([draft.documentId]);
    expect((await list({ search: 'entwurf', locale: 'de' })).data[0]).toMatchObject({ title: 'Ein Entwurf' });
    expect((await list({ state: 'draft' })).meta.perState).toMatchObject({ draft: 1, published: 1, cancelled: 0 });
    const faulty = await planner.get('/webinars-admin/sessions?state=nonsense');
    expect([faulty.status, faulty.body.error.details.errors[0].path[0]]).toEqual([400, 'state']);
  });

  it('offers topics by their name in the reader’s language, found by either', async () => {
    const { documentId } = await aTopic({ title: 'Leading teams' });
    const german = { title: 'Teams führen', slug: 'teams-fuehren' };
    await strapi.documents('api::topic.topic').update({ documentId, locale: 'de', data: german });
    const offered = async (query: object) =>
      (await planner.get('/webinars-admin/planning/topics').query(query)).body.data.map(
        ({ label }: { label: string }) => label,
      );
    expect(await offered({ search: 'leading', titles: 'de' })).toEqual(['Teams führen']);
    expect(await offered({ search: 'teams f', titles: 'en' })).toEqual(['Leading teams']);
  });

  it('says what is odd about a session, and how its seats are', async () => {
    const speaker = (await aSpeaker()).documentId;
    const full = await aSession({ capacity: 1, speaker, meetingUrl: null, datetime: inDays(2) });
    await aSession({
      speaker,
      capacity: 30,
      datetime: inDays(2, 30),
      topic: (await aTopic({ category: 'sales' })).documentId,
    });
    await register(full, 2);
    const { data } = await list();
    expect(data[0]).toMatchObject({
      taken: 1,
      waiting: 1,
      availability: 'waitlist',
      oddities: ['double_booked', 'no_meeting_url', 'waiting'],
    });
    expect(data[1]!.oddities).toEqual(['double_booked', 'nearly_empty']);
  });
});

describe('the board and the calendar', () => {
  it('have a column per state, with how many there are', async () => {
    const published = await aSession();
    const draft = await aSession({ state: 'draft' });
    const cancelled = await aSession();
    await post(cancelled, 'cancel', { revision: null });
    const { data } = boardAnswer.parse((await planner.get('/webinars-admin/planning/board')).body);
    expect(
      data.map(({ state, count, sessions }) => [state, count, sessions.map(({ documentId }) => documentId)]),
    ).toEqual([
      ['draft', 1, [draft.documentId]],
      ['published', 1, [published.documentId]],
      ['live', 0, []],
      ['completed', 0, []],
      ['cancelled', 1, [cancelled.documentId]],
    ]);
  });

  it('puts a session on its day in the programme’s zone, and counts what does not fit', async () => {
    const topic = (await aTopic()).documentId;
    const speaker = (await aSpeaker()).documentId;
    // In Berlin it is the first of July already.
    await aSession({ topic, speaker, datetime: '2031-06-30T22:30:00.000Z' });
    for (let hour = 6; hour < 12; hour += 1) {
      await aSession({ topic, speaker, datetime: `2031-07-02T${String(hour).padStart(2, '0')}:00:00.000Z` });
    }
    const read = async (month: string) =>
      calendarAnswer.parse((await planner.get(`/webinars-admin/planning/calendar?month=${month}`)).body).data;
    expect((await read('2031-07')).map(({ day, count, sessions }) => [day, count, sessions.length])).toEqual([
      ['2031-07-01', 1, 1],
      ['2031-07-02', 6, 4],
    ]);
    // The week that June ends in goes on into July.
    expect((await read('2031-06')).map(({ day }) => day)).toEqual(['2031-07-01', '2031-07-02']);
    expect(await read('2031-09')).toEqual([]);
  });
});

describe('conflicts', () => {
  it('are found for whoever is on stage, as the form has it', async () => {
    const ada = await aSpeaker({ firstName: 'Ada', lastName: 'Both' });
    const other = await aSession({
      panelists: [ada.documentId],
      datetime: inDays(5),
      topic: (await aTopic({ category: 'a' })).documentId,
    });
    const mine = await aSession({ datetime: inDays(5, 70), topic: (await aTopic({ category: 'b' })).documentId });
    const ask = async (body: Record<string, unknown>) =>
      (
        await planner
          .post('/webinars-admin/planning/conflicts')
          .send({ session: mine.documentId, duration: 60, ...body })
      ).body.data;
    expect(await ask({ datetime: inDays(5, 70) })).toEqual([]);
    const asModerator = { moderator: { connect: [ada.documentId] } };
    expect(await ask({ datetime: inDays(5, 70), ...asModerator })).toMatchObject([
      { kind: 'short_gap', documentId: other.documentId, people: ['Ada Both'], gapMinutes: 10 },
    ]);
    expect(await ask({ datetime: inDays(5, 30), ...asModerator })).toMatchObject([{ kind: 'double_booked' }]);
    expect(
      await ask({ datetime: inDays(5, 70), topic: { connect: [(await aTopic({ category: 'a' })).documentId] } }),
    ).toMatchObject([{ kind: 'same_audience', people: [] }]);
    expect(await ask({ session: null, datetime: inDays(5), ...asModerator })).toMatchObject([
      { kind: 'double_booked' },
    ]);
  });
});

describe('moving a session', () => {
  it('tells whom the preview named, and moves the reminders as it said', async () => {
    const session = await aSession({ capacity: 5 });
    await register(session, 6);
    const [first] = await sql<{ email: string }>('select email from registrations order by id limit 1');
    await sql(`insert into webinars_mail_addresses (email, bounced_at, updated_at) values ($1, now(), now())`, [
      first!.email,
    ]);
    const mails = await lastMail();
    const { preview, done } = await previewAndDo<ChangePreview>(session, 'move', {
      datetime: inDays(15),
      duration: 90,
      timezone: 'Europe/Berlin',
    });
    expect(preview).toMatchObject({
      isMoved: true,
      mails: [{ kind: 'session_moved', people: 6 }],
      unreachable: 1,
      after: { datetime: done.datetime, duration: 90 },
    });
    expect(await mailsSince(mails)).toEqual(byKind(preview.mails));
    expect(done).toMatchObject({ duration: 90 });
    const reminders = await upcomingReminders(app.database.read, session.documentId, clock.now());
    const planned = new Map(reminders!.map(({ rule, dueAt, state }) => [rule, { dueAt, state }]));
    expect(preview.reminders.length).toBeGreaterThan(3);
    for (const { rule, after } of preview.reminders) expect([rule, after]).toEqual([rule, planned.get(rule)]);
  });

  it('says which reminders come too late, and who is not reminded again', async () => {
    clock.set('2030-05-01T08:00:00Z');
    const session = await aSession({ datetime: '2030-05-13T08:00:00.000Z' });
    await register(session, 2);
    clock.set('2030-05-06T08:00:30Z');
    await beat('reminders.plan');
    const look = async (datetime: string) => {
      const asked = { datetime, duration: 60, timezone: 'Europe/Berlin', revision: await revisionOf(session) };
      const { reminders } = (await post(session, 'move/preview', asked)).body.data as ChangePreview;
      return reminders.find(({ template }) => template === 'reminder_7d')!;
    };
    expect(await look('2030-05-14T08:00:00.000Z')).toMatchObject({ after: { state: 'to_come' }, isRepeated: false });
    expect(await look('2030-06-14T08:00:00.000Z')).toMatchObject({ after: { state: 'to_come' }, isRepeated: true });
    expect(await look('2030-05-09T08:00:00.000Z')).toMatchObject({ after: { state: 'over' } });
  });

  it('is not for a session that is over', async () => {
    const session = await aSession();
    await post(session, 'cancel', { revision: null });
    const asked = { datetime: inDays(15), duration: 60, timezone: 'Europe/Berlin', revision: null };
    expect((await post(session, 'move/preview', asked)).body.error.details.code).toBe('SESSION_OVER');
    expect((await post(session, 'move', asked)).status).toBe(409);
    expect((await post(await aSession(), 'move', { ...asked, timezone: 'Mars/Base' })).status).toBe(400);
  });
});

describe('cancelling a session', () => {
  it('cancels and tells everyone whom the preview counted, and says what was paid', async () => {
    const session = await aSession({ capacity: 2 });
    await register(session, 3);
    await sql(
      `update registrations set payment_status = 'completed', payment_amount = 4900, payment_currency = 'EUR'
        where id = (select min(id) from registrations)`,
    );
    const mails = await lastMail();
    const { preview, done } = await previewAndDo<ChangePreview>(session, 'cancel', {});
    expect(preview).toMatchObject({
      cancelled: 3,
      people: [
        { state: 'confirmed', people: 2 },
        { state: 'waitlisted', people: 1 },
      ],
      paid: [{ people: 1, amount: 4900, currency: 'EUR' }],
      mails: [{ kind: 'session_cancelled', people: 3 }],
      after: { state: 'cancelled', taken: 0, waiting: 0 },
    });
    expect(done).toMatchObject({ state: 'cancelled', taken: 0, waiting: 0 });
    expect(await statesOf(session)).toEqual({ cancelled: preview.cancelled });
    expect(await mailsSince(mails)).toEqual(byKind(preview.mails));
  });
});

describe('changing the capacity', () => {
  it.each([
    { to: 4, promoted: 2, over: 0 },
    { to: 20, promoted: 3, over: 0 },
    { to: null, promoted: 3, over: 0 },
    { to: 1, promoted: 0, over: 1 },
    { to: 2, promoted: 0, over: 0 },
  ])('promotes as many as the preview says, and takes nobody’s seat: from 2 to $to', async ({ to, promoted, over }) => {
    const session = await aSession({ capacity: 2 });
    await register(session, 5);
    const mails = await lastMail();
    const { preview, done } = await previewAndDo<ChangePreview>(session, 'capacity', { capacity: to });
    expect(preview).toMatchObject({
      promoted,
      over,
      after: { capacity: to, taken: 2 + promoted, waiting: 3 - promoted },
    });
    expect(done).toMatchObject({ capacity: to, taken: preview.after.taken, waiting: preview.after.waiting });
    expect(await statesOf(session)).toMatchObject({ confirmed: 2 + promoted });
    expect(await mailsSince(mails)).toEqual(byKind(preview.mails));
  });

  it('leaves a line alone that would have to pay where nobody can', async () => {
    const session = await aSession({ capacity: 1 });
    await register(session, 3);
    await sql('update sessions set price = 4900');
    await sql(`update registrations set payment_status = 'pending' where state = 'waitlisted'`);
    const { preview, done } = await previewAndDo<ChangePreview>(session, 'capacity', { capacity: 3 });
    expect(preview.promoted).toBe(0);
    expect(done).toMatchObject({ taken: 1, waiting: 2 });
  });
});

describe('publishing a session', () => {
  it('happens now, with what is missing said before', async () => {
    const session = await aSession({ state: 'draft', meetingUrl: null, registrationOpensAt: inDays(2) });
    const { preview, done } = await previewAndDo<PublishPreview>(session, 'publish', { at: null });
    expect(preview.doubts).toEqual(['no_meeting_url', 'registration_ahead']);
    expect(done.state).toBe('published');
    expect(await sql(`select type from webinars_events`)).toEqual([{ type: 'session.published' }]);
    expect((await post(session, 'publish', { at: null, revision: null })).body.error.details.code).toBe('NOT_A_DRAFT');
  });

  it('happens at a time that is ahead of now and before the start', async () => {
    const session = await aSession({ state: 'draft' });
    const at = (instant: string) => post(session, 'publish', { at: instant, revision: null });
    expect((await at(inDays(-1))).status).toBe(400);
    expect((await at(inDays(15))).status).toBe(400);
    const { preview, done } = await previewAndDo<PublishPreview>(session, 'publish', { at: inDays(2) });
    expect(done).toMatchObject({ state: 'draft', scheduledPublishAt: preview.at });
    clock.advance({ days: 2, minutes: 1 });
    await beat('sessions.advance');
    expect((await list()).data).toMatchObject([{ state: 'published' }]);
  });
});

describe('duplicating a session', () => {
  it('makes a draft at another date, as the preview showed it, with nothing of what came of the original', async () => {
    const session = await aSession({
      datetime: '2030-03-20T09:00:00.000Z',
      registrationClosesAt: '2030-03-20T08:00:00.000Z',
      capacity: 7,
    });
    await register(session, 2);
    await sql('update sessions set odoo_event_id = 7, average_rating = 4.5, view_count = 100');
    const { preview, done } = await previewAndDo<CopyPreview>(session, 'duplicate', {
      datetime: '2030-04-17T08:00:00.000Z',
    });
    expect(preview.registrationClosesAt).toBe('2030-04-17T07:00:00.000Z');
    expect(done).toMatchObject({
      state: 'draft',
      title: preview.title,
      slug: preview.slug,
      datetime: preview.datetime,
      capacity: 7,
      taken: 0,
      waiting: 0,
    });
    expect(done.documentId).not.toBe(session.documentId);
    expect(preview.slug).toMatch(/-2030-04-17$/);
    const [copy] = await sql(
      `select odoo_event_id as odoo, average_rating as rating, view_count as views, meeting_url as url,
              registration_closes_at at time zone 'UTC' as closes from sessions where document_id = $1`,
      [done.documentId],
    );
    expect(copy).toEqual({
      odoo: null,
      rating: null,
      views: 0,
      url: null,
      closes: new Date(preview.registrationClosesAt!),
    });
    expect(done.topic).not.toBeNull();
    expect(done.speaker).not.toBeNull();
  });

  it('warns of the original itself where the copy would be at the same time', async () => {
    const session = await aSession({ datetime: inDays(5) });
    const asked = { datetime: inDays(5, 30), revision: null };
    const { conflicts } = (await post(session, 'duplicate/preview', asked)).body.data as CopyPreview;
    expect(conflicts).toMatchObject([{ kind: 'double_booked' }, { kind: 'same_audience' }]);
  });
});

describe('two editors of one session', () => {
  const FORM = '/content-manager/collection-types/api::session.session';
  const formOf = async ({ documentId }: Made): Promise<Wire> => (await staff.get(`${FORM}/${documentId}`)).body.data;

  it('tells the second who came first, and changes nothing', async () => {
    const session = await aSession({ capacity: 10 });
    const opened = await formOf(session);
    expect(opened.revision).toBe(opened.updatedAt);
    const first = await post(session, 'capacity', { capacity: 12, revision: opened.revision });
    expect(first.status).toBe(200);

    const second = await staff.put(`${FORM}/${session.documentId}`).send({ revision: opened.revision, capacity: 50 });
    // The Content Manager keeps what is in its form after a validation error only.
    expect(second.status).toBe(400);
    expect(second.body.error).toMatchObject({
      name: 'ValidationError',
      details: { code: 'SESSION_CHANGED', by: 'Sam Staff', errors: [{ path: ['revision'] }] },
    });
    expect(second.body.error.message).toMatch(/^Sam Staff changed this session on /);

    for (const [deed, body] of Object.entries({
      move: { datetime: inDays(20), duration: 60, timezone: 'Europe/Berlin' },
      capacity: { capacity: 50 },
      cancel: {},
    })) {
      for (const path of [`${deed}/preview`, deed]) {
        const refused = await post(session, path, { ...body, revision: opened.revision });
        expect([path, refused.status, refused.body.error.details.code]).toEqual([path, 409, 'SESSION_CHANGED']);
      }
    }
    expect((await list()).data).toMatchObject([{ capacity: 12, state: 'published' }]);
  });

  it('lets a form be saved again and again by the one who has it, and by whoever opens it anew', async () => {
    const session = await aSession();
    for (const capacity of [20, 30]) {
      const { revision } = await formOf(session);
      expect((await staff.put(`${FORM}/${session.documentId}`).send({ revision, capacity })).status).toBe(200);
    }
    expect((await list()).data).toMatchObject([{ capacity: 30 }]);
  });

  it('does not take registrations for a change by an editor', async () => {
    const session = await aSession();
    const { revision } = await formOf(session);
    await register(session, 2);
    expect((await staff.put(`${FORM}/${session.documentId}`).send({ revision, capacity: 5 })).status).toBe(200);
  });

  it('says that time did it where a session began meanwhile', async () => {
    const session = await aSession({ datetime: inDays(0, 10) });
    const { revision } = await formOf(session);
    clock.advance({ minutes: 11 });
    await beat('sessions.advance');
    const refused = await staff.put(`${FORM}/${session.documentId}`).send({ revision, state: 'published' });
    expect(refused.body.error.message).toMatch(/^This session went live on /);
    expect((await list()).data).toMatchObject([{ state: 'live' }]);
  });

  it('leaves those alone who name no revision, such as a program over REST', async () => {
    const session = await aSession();
    await strapi.documents('api::session.session').update({ documentId: session.documentId, data: { capacity: 3 } });
    await strapi.documents('api::session.session').update({ documentId: session.documentId, data: { capacity: 4 } });
    expect((await list()).data).toMatchObject([{ capacity: 4 }]);
  });

  it('foresees what a form would do, and says as early as then that somebody was first', async () => {
    const session = await aSession({ capacity: 1 });
    await register(session, 3);
    const { revision } = await formOf(session);
    const look = (body: Record<string, unknown>) => post(session, 'save/preview', { revision, ...body });
    expect((await look({ capacity: 2, datetime: inDays(20) })).body.data).toMatchObject({
      promoted: 1,
      isMoved: true,
      mails: [
        { kind: 'session_moved', people: 3 },
        { kind: 'promoted', people: 1 },
      ],
    });
    expect((await look({ meetingUrl: 'https://meet.example.com/other' })).body.data).toMatchObject({ isMoved: true });
    expect((await look({ state: 'cancelled' })).body.data).toMatchObject({ cancelled: 3 });
    expect((await look({})).body.data).toMatchObject({ isMoved: false, mails: [] });
    await post(session, 'capacity', { capacity: 5, revision });
    expect((await look({})).body.error.details).toMatchObject({ code: 'SESSION_CHANGED', by: 'Sam Staff' });
  });
});

describe('beside topics and speakers', () => {
  it('stand the sessions they have', async () => {
    const topic = await aTopic();
    const speaker = await aSpeaker();
    const next = await aSession({ topic: topic.documentId, panelists: [speaker.documentId] });
    await register(next, 2);
    await aSession({ topic: topic.documentId, state: 'draft', speaker: speaker.documentId });
    for (const path of [`of-topic/${topic.documentId}`, `of-speaker/${speaker.documentId}`]) {
      const { data } = (await planner.get(`/webinars-admin/planning/${path}`)).body;
      expect(data.counts).toEqual({ upcoming: 1, past: 0, drafts: 1, taken: 2 });
      expect(data.upcoming).toHaveLength(2);
    }
  });
});
