import type { RosterDetail, RosterPage, RosterRow, RosterView } from '../../plugins/webinars/contracts/roster';
import { anEditor, app, aSession, aTopic, clock, request, resetData, smtp, sql } from '../harness';
import { staffWho } from './staff';
import { aForm, register } from './visitors';

const START = new Date('2026-03-02T10:00:00Z');
const DAY = 86_400_000;

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(async () => {
  await resetData();
  clock.set(START);
});

type Fields = Record<string, unknown>;

const join = async (slug: string, fields: Fields = {}): Promise<string> => {
  const answer = await register(slug, aForm(fields));
  expect(answer.status).toBe(201);
  const [row] = await sql<{ id: string }>(`select document_id as id from registrations where reference = $1`, [
    answer.body.data.reference,
  ]);
  return row!.id;
};

const page = async (query: Record<string, string | number> = {}): Promise<RosterPage> => {
  const answer = await editor.get('/webinars-admin/registrations').query(query);
  expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 200, error: undefined });
  return answer.body as RosterPage;
};
const names = (rows: RosterRow[]) => rows.map(({ firstName }) => firstName);
const who = async (query: Record<string, string | number>) =>
  names((await page({ sort: 'name', direction: 'asc', ...query })).data).sort();

const detail = async (id: string): Promise<RosterDetail> => {
  const answer = await editor.get(`/webinars-admin/registrations/${id}`);
  expect(answer.status).toBe(200);
  return answer.body.data as RosterDetail;
};
const act = (id: string, what: string, body: object = {}) =>
  editor.post(`/webinars-admin/registrations/${id}/${what}`).send(body);
const auditOf = (id: string) =>
  sql<{ action: string; actor: string }>(
    `select action, actor from webinars_audit where subject_document_id = $1 order by id`,
    [id],
  );
const counts = async (id: string) =>
  (
    await sql<{ taken: number; waiting: number }>(
      `select registration_count as taken, waitlist_count as waiting from sessions where document_id = $1`,
      [id],
    )
  )[0];

describe('who may', () => {
  const read = [
    'get /webinars-admin/registrations',
    'get /webinars-admin/registrations/choices',
    'get /webinars-admin/registrations/sessions',
    'get /webinars-admin/registrations/views',
    'post /webinars-admin/registrations/views',
    'put /webinars-admin/registrations/views/1',
    'delete /webinars-admin/registrations/views/1',
    'get /webinars-admin/registrations/nobody',
  ];
  const manage = [
    'put /webinars-admin/registrations/nobody',
    'post /webinars-admin/registrations/nobody/cancel',
    'post /webinars-admin/registrations/nobody/attendance',
    'post /webinars-admin/registrations/nobody/move',
  ];

  it('reads registrations and who changes them is each asked for by name', async () => {
    const reader = await staffWho('registrations.read', 'overview.read', 'mail.read');
    const writer = await staffWho('mail.send');
    const manager = await staffWho('registrations.manage', 'registrations.decide');
    const ask = async (requests: typeof request, endpoint: string) => {
      const [method, path] = endpoint.split(' ') as ['get' | 'post' | 'put' | 'delete', string];
      return `${endpoint} ${(await requests[method](path)).status}`;
    };
    for (const endpoint of read) {
      expect(await ask(request, endpoint)).toBe(`${endpoint} 401`);
      expect(await ask(manager, endpoint)).toBe(`${endpoint} 403`);
      expect(await ask(reader, endpoint)).toMatch(/ (200|400|404)$/);
    }
    for (const endpoint of manage) {
      expect(await ask(request, endpoint)).toBe(`${endpoint} 401`);
      expect(await ask(reader, endpoint)).toBe(`${endpoint} 403`);
      expect(await ask(manager, endpoint)).toMatch(/ (400|404)$/);
    }
    const mail = 'post /webinars-admin/registrations/nobody/mails';
    expect(await ask(manager, mail)).toBe(`${mail} 403`);
    expect(await ask(writer, mail)).toBe(`${mail} 400`);
  });
});

describe('a page of registrations', () => {
  it('goes on without a gap and without a repeat in every order, both ways, while people register', async () => {
    const one = await aSession({ capacity: 40, texts: [{ locale: 'en', title: 'The one' }] });
    const other = await aSession({ capacity: 40, datetime: new Date(+START + 3 * DAY).toISOString() });
    for (let n = 0; n < 11; n += 1) {
      await join(n % 2 ? one.slug : other.slug, {
        firstName: `Guest${n % 3}`,
        lastName: `Same`,
        company: `Company ${n % 4}`,
      });
      if (n % 4 === 0) clock.set(new Date(+clock.now() + 60_000));
    }
    for (const sort of ['registered', 'name', 'company', 'session', 'state']) {
      for (const direction of ['asc', 'desc']) {
        const before = (await page({ sort, direction, pageSize: 100 })).data.map(({ documentId }) => documentId);
        const pages: string[][] = [];
        let at = await page({ sort, direction, pageSize: 4 });
        for (;;) {
          pages.push(at.data.map(({ documentId }) => documentId));
          if (!at.meta.after) break;
          await join(one.slug, { lastName: 'Later', company: 'Zz later' });
          at = await page({ sort, direction, pageSize: 4, after: at.meta.after });
        }
        const seen = pages.flat();
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => before.includes(id))).toEqual(before);
        const back: string[] = [];
        while (at.meta.before) {
          at = await page({ sort, direction, pageSize: 4, before: at.meta.before });
          back.unshift(...at.data.map(({ documentId }) => documentId));
        }
        expect(new Set(back).size).toBe(back.length);
        const turned = pages.at(-1)!;
        expect(back.filter((id) => before.includes(id))).toEqual(before.filter((id) => !turned.includes(id)));
        await sql(
          `delete from registrations_session_lnk l using registrations r where r.id = l.registration_id and r.last_name = 'Later'`,
        );
        await sql(`delete from registrations where last_name = 'Later'`);
      }
    }
  });

  it('shows who it is, where they stand, and how many there are', async () => {
    const session = await aSession({
      capacity: 1,
      texts: [
        { locale: 'en', title: 'The one' },
        { locale: 'de', title: 'Das eine' },
      ],
    });
    await join(session.slug, { firstName: 'Ada', company: 'Analytical Engines' });
    await join(session.slug, { firstName: 'Bob' });
    const { data, meta } = await page({ sort: 'state', direction: 'asc', titles: 'de' });
    expect(data).toMatchObject([
      { firstName: 'Bob', state: 'waitlisted', waitlistPosition: 1, isBounced: false },
      {
        firstName: 'Ada',
        state: 'confirmed',
        company: 'Analytical Engines',
        session: { documentId: session.documentId, title: 'Das eine' },
      },
    ]);
    expect(meta).toEqual({ before: null, after: null, total: { count: 2, isMore: false } });
  });

  it('refuses a place of another order, and filters it does not know, by name', async () => {
    const { slug } = await aSession();
    for (let n = 0; n < 3; n += 1) await join(slug);
    const { meta } = await page({ pageSize: 1 });
    const elsewhere = await editor.get('/webinars-admin/registrations').query({ sort: 'name', after: meta.after! });
    expect(elsewhere.status).toBe(400);
    for (const spoilt of ['e30', 'WyJuYW1lIl0', 'x']) {
      expect((await editor.get('/webinars-admin/registrations').query({ after: spoilt })).status).toBe(400);
    }
    const unknown = await editor.get('/webinars-admin/registrations').query({ states: 'lost', colour: 'red' });
    expect(unknown.status).toBe(400);
    const paths = unknown.body.error.details.errors.map(({ path }: { path: string[] }) => path[0]);
    expect(paths).toEqual(expect.arrayContaining(['states', 'colour']));
  });
});

describe('registrations are found', () => {
  it('by words of name, address and company, with and without accents, and by reference', async () => {
    const { slug } = await aSession({ capacity: 50 });
    const id = await join(slug, {
      firstName: 'Jürgen',
      lastName: 'Groß',
      email: 'j.gross@wuerth.example',
      company: 'Würth & Söhne',
    });
    await join(slug, { firstName: 'Zoe', lastName: "O'Neil-Smith", email: 'zoe@other.example', company: 'Groß GmbH' });
    await join(slug, {
      firstName: 'José',
      lastName: 'García',
      email: 'jose@other.example',
      company: '100% "quoted" \\ slash',
    });
    const { reference } = await detail(id);
    for (const search of [
      'jurgen',
      'Juergen',
      'JÜRGEN gro',
      'wurth',
      'Wuerth',
      'sohne',
      'j.gross@wuerth.example',
      '@wuerth',
      reference,
      reference.toLowerCase(),
      'gross jur',
    ]) {
      expect({ search, found: await who({ search }) }).toEqual({ search, found: ['Jürgen'] });
    }
    expect(await who({ search: 'gross' })).toEqual(['Jürgen', 'Zoe']);
    expect(await who({ search: "o'neil" })).toEqual(['Zoe']);
    expect(await who({ search: 'smith' })).toEqual(['Zoe']);
    expect(await who({ search: 'garcia' })).toEqual(['José']);
    expect(await who({ search: 'quoted' })).toEqual(['José']);
    for (const nothing of ['nobody', "' or 1=1 --", '!!!', "a'b\\c:*", '@', "'@\\", 'jurgen zoe']) {
      expect({ nothing, found: await who({ search: nothing }) }).toEqual({ nothing, found: [] });
    }
  });

  it('by every filter', async () => {
    const topic = await aTopic({ category: 'security' });
    const one = await aSession({ topic: topic.documentId, capacity: 3 });
    const other = await aSession({ datetime: new Date(+START + 30 * DAY).toISOString(), requiresApproval: true });
    await join(one.slug, {
      firstName: 'Ada',
      company: 'Ämter AG',
      registrationSource: "o'source",
      email: 'ada.list@example.com',
      marketingConsent: true,
    });
    await join(one.slug, { firstName: 'Bob', specificQuestions: 'Why?', consultationInterest: true, language: 'de' });
    await join(one.slug, { firstName: 'Cyd', followUpPreferences: 'consultation', consultantFollowUpConsent: true });
    clock.set(new Date('2026-03-04T23:30:00Z'));
    await join(other.slug, { firstName: 'Dee', dataProcessingConsent: true });
    await join(one.slug, { firstName: 'Eve' });
    await sql(
      `insert into webinars_mail_addresses (email, bounced_at, updated_at) values ('ada.list@example.com', now(), now())`,
    );
    await sql(`insert into webinars_marketing_consents (email, state, text_version, requested_at, requested_from)
               values ('ada.list@example.com', 'confirmed', '1', now(), 'x') on conflict (email) do update set state = 'confirmed'`);
    await sql(`update registrations set payment_status = 'refunded' where first_name = 'Cyd'`);
    await sql(`update registrations set joined_at = now() where first_name = 'Bob'`);

    expect(await who({ states: 'waitlisted,pending_approval' })).toEqual(['Dee', 'Eve']);
    expect(await who({ sessions: other.documentId })).toEqual(['Dee']);
    expect(await who({ topic: topic.documentId })).toEqual(['Ada', 'Bob', 'Cyd', 'Eve']);
    expect(await who({ category: 'security', states: 'waitlisted' })).toEqual(['Eve']);
    // Half past midnight of the fifth in Berlin.
    expect(await who({ registeredFrom: '2026-03-05' })).toEqual(['Dee', 'Eve']);
    expect(await who({ registeredTo: '2026-03-04' })).toEqual(['Ada', 'Bob', 'Cyd']);
    expect(await who({ sessionFrom: '2026-03-20' })).toEqual(['Dee']);
    expect(await who({ sessionTo: '2026-03-20' })).toEqual(['Ada', 'Bob', 'Cyd', 'Eve']);
    expect(await who({ company: 'amt' })).toEqual(['Ada']);
    expect(await who({ source: "o'source" })).toEqual(['Ada']);
    expect(await who({ locale: 'de' })).toEqual(['Bob']);
    expect(await who({ consents: 'marketing' })).toEqual(['Ada']);
    expect(await who({ consents: 'news' })).toEqual(['Ada']);
    expect(await who({ consents: 'consultantFollowUp' })).toEqual(['Cyd']);
    expect(await who({ consents: 'dataProcessing,marketing' })).toEqual([]);
    expect(await who({ payments: 'refunded,failed' })).toEqual(['Cyd']);
    expect(await who({ attendance: 'joined' })).toEqual(['Bob']);
    expect(await who({ bounced: 'true' })).toEqual(['Ada']);
    expect(await who({ bounced: 'false' })).toEqual(['Bob', 'Cyd', 'Dee', 'Eve']);
    expect(await who({ questions: 'true' })).toEqual(['Bob']);
    expect(await who({ questions: 'false', consultation: 'false' })).toEqual(['Ada', 'Dee', 'Eve']);
    expect(await who({ consultation: 'true' })).toEqual(['Bob', 'Cyd']);
    await sql(`update sessions set state = 'live' where document_id = $1`, [one.documentId]);
    await sql(`update sessions set state = 'completed' where document_id = $1`, [one.documentId]);
    expect(await who({ attendance: 'unrecorded' })).toEqual(['Ada', 'Bob', 'Cyd']);
    const { body } = await editor.get('/webinars-admin/registrations/choices');
    expect(body.data).toEqual({ categories: ['security', 'strategy'], sources: ["o'source", 'website'] });
  });
});

describe('one registration', () => {
  it('is shown with answers, consents, mails, payment and what can be done', async () => {
    const session = await aSession({ capacity: 1 });
    const id = await join(session.slug, {
      firstName: 'Ada',
      specificQuestions: 'Why?',
      interestedServices: { workshopSeries: true },
      currentChallenges: ['cost'],
      utmSource: 'letter',
    });
    await app.mail.delivery.deliverDue();
    await sql(
      `update registrations set joined_at = now(), attendance_duration = 60, questions_asked = 1, rating = 5 where document_id = $1`,
      [id],
    );
    const shown = await detail(id);
    expect(shown).toMatchObject({
      documentId: id,
      state: 'confirmed',
      person: { firstName: 'Ada', bounce: null, others: 0 },
      session: { documentId: session.documentId, taken: 1, capacity: 1 },
      answers: { specificQuestions: 'Why?', interestedServices: ['workshopSeries'], currentChallenges: ['cost'] },
      attendance: { minutes: 60, questionsAsked: 1, rating: 5, engagement: 88 },
      payment: { status: 'not_required', amount: null },
      news: null,
      source: { name: 'website', utm: { source: 'letter' } },
      mails: [{ kind: 'confirmation', state: 'sent' }],
      can: {
        confirmation: true,
        reminder: true,
        meetingDetails: true,
        cancel: true,
        decide: false,
        markAttendance: false,
        move: true,
      },
    });
    expect(shown.consents).toContainEqual({
      what: 'terms',
      given: true,
      textVersion: '1',
      language: 'en',
      wording: 'I accept the terms of participation',
      at: START.toISOString(),
    });
    expect((await editor.get('/webinars-admin/registrations/nobody')).status).toBe(404);
  });

  it('is changed through the door of staff, unless it changed since the form was opened', async () => {
    const { slug } = await aSession();
    const id = await join(slug, { firstName: 'Ada' });
    const { revision } = await detail(id);
    const save = (body: object) => editor.put(`/webinars-admin/registrations/${id}`).send(body);
    expect((await save({ change: { firstName: 'Augusta', internalNotes: 'VIP' }, revision })).status).toBe(200);
    expect(await detail(id)).toMatchObject({ person: { firstName: 'Augusta' }, internalNotes: 'VIP' });
    const stale = await save({ change: { firstName: 'Annabella' }, revision });
    expect(stale.status).toBe(409);
    expect(stale.body.error.details.code).toBe('REGISTRATION_CHANGED');
    const faulty = await save({ change: { email: 'no address' }, revision: (await detail(id)).revision });
    expect(faulty.status).toBe(400);
    expect(faulty.body.error.details.errors[0].path).toEqual(['email']);
    expect((await detail(id)).person.firstName).toBe('Augusta');
    expect(await auditOf(id)).toMatchObject([
      { action: 'registration.changed', actor: expect.stringMatching(/^staff:/) },
    ]);
  });
});

describe('a mail by hand', () => {
  it('is one mail for each press, and one for a double click', async () => {
    const { slug } = await aSession();
    const id = await join(slug, { email: 'ada.list@example.com' });
    const press = (mail: string, key: string) => act(id, 'mails', { mail, key });
    const [first, second] = await Promise.all([press('confirmation', 'press-one'), press('confirmation', 'press-one')]);
    expect([first.body.data.isNew, second.body.data.isNew].sort()).toEqual([false, true]);
    expect(first.body.data.id).toBe(second.body.data.id);
    expect((await press('confirmation', 'press-two')).body.data.isNew).toBe(true);
    expect((await press('meeting_details', 'press-six')).body.data.isNew).toBe(true);
    expect((await press('reminder', 'press-ten')).body.data.isNew).toBe(true);
    await app.mail.delivery.deliverDue();
    const { mails } = await detail(id);
    expect(mails.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'reminder_7d sent',
      'meeting_details sent',
      'confirmation sent',
      'confirmation sent',
      'confirmation sent',
    ]);
    expect(await smtp.read()).toHaveLength(5);
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(Array(4).fill('registration.mail_sent'));
  });

  it('fits where the registration stands, and is refused with the reason where nothing it says is true', async () => {
    const session = await aSession({ capacity: 1 });
    await join(session.slug);
    const waiting = await join(session.slug);
    const sent = await act(waiting, 'mails', { mail: 'confirmation', key: 'press-one' });
    const [row] = await sql<{ kind: string }>(`select kind from webinars_mails where id = $1`, [sent.body.data.id]);
    expect(row!.kind).toBe('waitlisted');
    const refused = await act(waiting, 'mails', { mail: 'meeting_details', key: 'press-two' });
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'NOT_CONFIRMED']);
    clock.set(new Date(+START + 15 * DAY));
    const late = await act(waiting, 'mails', { mail: 'confirmation', key: 'press-six' });
    expect([late.status, late.body.error.details.code]).toEqual([409, 'SESSION_OVER']);
    expect((await detail(waiting)).can).toMatchObject({ confirmation: false, reminder: false, meetingDetails: false });
  });
});

describe('a place', () => {
  it('is taken back by staff and goes to the line, once', async () => {
    const session = await aSession({ capacity: 1 });
    const seated = await join(session.slug);
    const waiting = await join(session.slug);
    expect((await act(seated, 'cancel')).status).toBe(200);
    expect((await act(seated, 'cancel')).status).toBe(200);
    expect(await detail(seated)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'by_admin',
      can: { cancel: false, move: false },
    });
    expect((await detail(waiting)).state).toBe('confirmed');
    expect(await counts(session.documentId)).toEqual({ taken: 1, waiting: 0 });
    expect((await auditOf(seated)).map(({ action }) => action)).toEqual(['registration.changed']);
  });

  it('is noted as used or not, once the session has begun', async () => {
    const session = await aSession();
    const id = await join(session.slug);
    const early = await act(id, 'attendance', { attended: true });
    expect([early.status, early.body.error.details.code]).toEqual([409, 'SESSION_NOT_STARTED']);
    clock.set(new Date(+START + 14 * DAY + 60_000));
    expect((await act(id, 'attendance', { attended: true })).status).toBe(200);
    expect((await detail(id)).state).toBe('attended');
    expect((await act(id, 'attendance', { attended: false })).status).toBe(200);
    expect((await detail(id)).state).toBe('no_show');
  });
});

describe('a move to another session', () => {
  const move = (id: string, session: string) => act(id, 'move', { session });

  it('seats the person there, gives their seat here to the line, and tells them', async () => {
    const from = await aSession({ capacity: 1 });
    const to = await aSession({ capacity: 5 });
    const id = await join(from.slug, {
      email: 'ada.list@example.com',
      specificQuestions: 'Why?',
      interestedServices: { workshopSeries: true },
    });
    const waiting = await join(from.slug);
    await app.mail.delivery.deliverDue();
    smtp.reset();
    const moved = await move(id, to.documentId);
    expect(moved.status).toBe(200);
    const there = await detail(moved.body.data.documentId);
    expect(there).toMatchObject({
      state: 'confirmed',
      session: { documentId: to.documentId, taken: 1 },
      person: { email: 'ada.list@example.com', others: 1 },
      answers: { specificQuestions: 'Why?', interestedServices: ['workshopSeries'] },
    });
    expect(there.consents).toHaveLength(5);
    expect(await detail(id)).toMatchObject({ state: 'cancelled', cancelReason: 'moved' });
    expect((await detail(waiting)).state).toBe('confirmed');
    expect(await counts(from.documentId)).toEqual({ taken: 1, waiting: 0 });
    await app.mail.delivery.deliverDue();
    const mails = (await smtp.read()).filter(({ to: addresses }) =>
      JSON.stringify(addresses).includes('ada.list@example.com'),
    );
    expect(mails).toHaveLength(2);
    expect(mails.map(({ text }) => text).join(' ')).toContain('We moved you to another date');
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['registration.moved']);
    // Told by names that somebody can read.
    expect(
      await sql(
        `select before #>> '{session,title}' as left, after #>> '{session,title}' as came from webinars_audit
          where action = 'registration.moved' and subject_document_id = $1`,
        [id],
      ),
    ).toEqual([{ left: from.slug, came: to.slug }]);
    expect((await app.verify()).differences).toEqual([]);
  });

  it('puts them at the end of a line that is there, like everyone', async () => {
    const from = await aSession();
    const to = await aSession({ capacity: 1 });
    await join(to.slug);
    await join(to.slug);
    const id = await join(from.slug);
    const moved = await move(id, to.documentId);
    expect(await detail(moved.body.data.documentId)).toMatchObject({ state: 'waitlisted', waitlistPosition: 2 });
  });

  it('takes along what was paid, and leaves nothing of it behind', async () => {
    const from = await aSession();
    const to = await aSession({ price: 9900 });
    const id = await join(from.slug);
    await sql(
      `update registrations set payment_status = 'completed', payment_amount = 4900, payment_currency = 'EUR', payment_reference = 'pi_1'
                where document_id = $1`,
      [id],
    );
    const moved = await move(id, to.documentId);
    expect(await detail(moved.body.data.documentId)).toMatchObject({
      state: 'confirmed',
      payment: { status: 'completed', amount: 4900, currency: 'EUR', reference: 'pi_1' },
    });
    expect((await detail(id)).payment).toMatchObject({ status: 'not_required', amount: null, reference: null });
  });

  it('leaves who waits for approval waiting for it there', async () => {
    const from = await aSession({ requiresApproval: true });
    const to = await aSession({ requiresApproval: true });
    const id = await join(from.slug);
    const moved = await move(id, to.documentId);
    expect((await detail(moved.body.data.documentId)).state).toBe('pending_approval');
  });

  it('is refused with the reason, and then changes nothing', async () => {
    const from = await aSession();
    const id = await join(from.slug, { email: 'ada.list@example.com' });
    const full = await aSession({ capacity: 0, allowWaitlist: false });
    const paid = await aSession({ price: 4900 });
    const draft = await aSession({ state: 'draft' });
    const hers = await aSession();
    await join(hers.slug, { email: 'ada.list@example.com' });
    const off = await aSession();
    await editor
      .put(`/content-manager/collection-types/api::session.session/${off.documentId}`)
      .send({ state: 'cancelled' });
    const over = await aSession({ datetime: new Date(+START + DAY).toISOString() });
    clock.set(new Date(+START + 2 * DAY));
    const codes: Record<string, string> = {};
    for (const [name, target] of Object.entries({ full, paid, draft, hers, off, over, from })) {
      const answer = await move(id, target.documentId);
      codes[name] = `${answer.status} ${answer.body.error?.details.code}`;
    }
    expect(codes).toEqual({
      full: '409 SESSION_FULL',
      paid: '409 PAYMENT_UNAVAILABLE',
      draft: '409 SESSION_NOT_OPEN',
      hers: '409 DUPLICATE_REGISTRATION',
      off: '409 SESSION_CANCELLED',
      over: '409 SESSION_OVER',
      from: '409 SAME_SESSION',
    });
    expect((await detail(id)).state).toBe('confirmed');
    await act(id, 'cancel');
    const again = await move(id, hers.documentId);
    expect(again.body.error.details.code).toBe('NOT_MOVABLE');
  });

  it('of two people who swap sessions at once waits for no one for ever', async () => {
    const one = await aSession({ capacity: 2 });
    const other = await aSession({ capacity: 2 });
    const pairs: [string, string][] = [];
    for (let n = 0; n < 2; n += 1)
      pairs.push([await join(one.slug), other.documentId], [await join(other.slug), one.documentId]);
    const answers = await Promise.all(pairs.map(([id, to]) => move(id, to)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await app.verify()).differences).toEqual([]);
    expect((await counts(one.documentId))!.taken + (await counts(one.documentId))!.waiting).toBe(2);
  });
});

describe('a view', () => {
  const view = {
    name: 'Waiting',
    filter: { states: ['waitlisted'] },
    sort: 'name',
    direction: 'asc',
    columns: ['email'],
    isShared: false,
  };

  it('is kept, shared, changed by its owner alone, and not over somebody’s newer one', async () => {
    const mine = await staffWho('registrations.read');
    const theirs = await staffWho('registrations.read');
    const path = '/webinars-admin/registrations/views';
    const made = (await mine.post(path).send(view)).body.data as RosterView;
    expect(made).toMatchObject({ ...view, revision: 1, isMine: true });
    const list = async (requests: typeof mine) =>
      ((await requests.get(path)).body.data as RosterView[]).filter(({ id }) => id === made.id);
    expect(await list(theirs)).toEqual([]);
    expect((await theirs.put(`${path}/${made.id}`).send({ ...view, revision: 1 })).status).toBe(404);
    expect(
      (await mine.put(`${path}/${made.id}`).send({ ...view, isShared: true, revision: 1 })).body.data.revision,
    ).toBe(2);
    expect(await list(theirs)).toMatchObject([{ isMine: false, isShared: true, owner: 'Sam Staff' }]);
    expect((await theirs.put(`${path}/${made.id}`).send({ ...view, revision: 2 })).status).toBe(403);
    const stale = await mine.put(`${path}/${made.id}`).send({ ...view, revision: 1 });
    expect([stale.status, stale.body.error.details.code]).toEqual([409, 'VIEW_CHANGED']);
    expect((await mine.delete(`${path}/${made.id}`)).status).toBe(200);
    expect(await list(mine)).toEqual([]);
  });

  it('that is shared is deleted by who manages the programme, for those who have left delete none', async () => {
    const mine = await staffWho('registrations.read');
    const manager = await staffWho('registrations.read', 'programme.settings');
    const path = '/webinars-admin/registrations/views';
    const make = async (isShared: boolean): Promise<string> =>
      (await mine.post(path).send({ ...view, isShared })).body.data.id;
    const [shared, own] = [await make(true), await make(false)];

    const other = await staffWho('registrations.read');
    expect((await other.delete(`${path}/${shared}`)).body.error.details.code).toBe('NOT_YOURS');
    expect((await manager.put(`${path}/${shared}`).send({ ...view, revision: 1 })).status).toBe(403);
    expect((await manager.delete(`${path}/${own}`)).status).toBe(404);
    expect((await manager.delete(`${path}/${shared}`)).status).toBe(200);
    expect(
      await sql(
        `select before::json, actor_name as by from webinars_audit
          where action = 'roster_view.deleted' and subject_document_id = $1`,
        [shared],
      ),
    ).toEqual([{ before: { name: 'Waiting', owner: 'Sam Staff' }, by: 'Sam Staff' }]);
    const left = ((await mine.get(path)).body.data as RosterView[]).map(({ id }) => id);
    expect(left).toContain(own);
    expect(left).not.toContain(shared);
    expect((await mine.delete(`${path}/${own}`)).status).toBe(200);
  });

  it('keeps only filters that there are', async () => {
    const answer = await editor
      .post('/webinars-admin/registrations/views')
      .send({ ...view, filter: { colour: 'red' } });
    expect(answer.status).toBe(400);
  });
});
