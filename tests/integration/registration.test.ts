import { app, aSession, aTopic, request, resetData, sql, strapi } from '../harness';
import { aForm, aStaffForm, register } from './visitors';

const rowsOf = (sessionDocumentId: string) =>
  strapi.db
    .connection('registrations')
    .where({ session_document_id: sessionDocumentId })
    .orderBy('id')
    .select('*') as Promise<
    {
      state: string;
      email: string;
      waitlist_position: number | null;
      cancel_reason: string | null;
      document_id: string;
      reference: string;
    }[]
  >;

const eventsOf = async (sessionDocumentId: string) =>
  (
    (await strapi.db
      .connection('webinars_events')
      .where({ session_document_id: sessionDocumentId })
      .orderBy('id')
      .select('type')) as {
      type: string;
    }[]
  ).map(({ type }) => type);

const seatsOf = async (documentId: string) =>
  (await strapi.db
    .connection('sessions')
    .where({ document_id: documentId })
    .first('registration_count as taken', 'waitlist_count as waiting', 'schedule_version as version')) as {
    taken: number;
    waiting: number;
    version: number;
  };

const clean = async () => expect((await app.verify()).differences).toEqual([]);

beforeEach(resetData);

describe('registering', () => {
  it('seats as many as there are seats, and puts the others in line in order of arrival', async () => {
    const session = await aSession({ capacity: 2 });
    const answers = [];
    for (const n of [1, 2, 3, 4]) answers.push(await register(session.slug, aForm({ email: `a${n}@example.com` })));
    expect(answers.map((answer) => [answer.status, answer.body.data.state, answer.body.data.waitlistPosition])).toEqual(
      [
        [201, 'confirmed', undefined],
        [201, 'confirmed', undefined],
        [201, 'waitlisted', 1],
        [201, 'waitlisted', 2],
      ],
    );
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 2, waiting: 2 });
    await clean();
  });

  it('finds the session by its document id too, and answers 404 for one that is not public', async () => {
    const session = await aSession();
    expect((await register(session.documentId, aForm())).status).toBe(201);
    const draft = await aSession({ state: 'draft' });
    expect((await register(draft.slug, aForm())).status).toBe(404);
    expect((await register('no-such-session', aForm())).status).toBe(404);
  });

  it('gives one person one place, whatever the case of the address and however many requests come at once', async () => {
    const session = await aSession({ capacity: 50 });
    const spellings = ['ada@example.com', 'ADA@example.com', ' Ada@Example.COM ', 'aDa@example.com'];
    const answers = await Promise.all(
      [...spellings, ...spellings].map((email) => register(session.slug, aForm({ email }))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const refused = answers.find((answer) => answer.status === 409)!;
    expect(refused.body).toMatchObject({
      data: null,
      error: { name: 'ConflictError', details: { code: 'DUPLICATE_REGISTRATION' } },
    });
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 1 });
  });

  it('gives the same answer to a repeat under the same Idempotency-Key, and 422 to another request under it', async () => {
    const session = await aSession({ capacity: 5 });
    const form = aForm();
    const [first, again] = await Promise.all([
      register(session.slug, form, { 'Idempotency-Key': 'key-1' }),
      register(session.slug, form, { 'Idempotency-Key': 'key-1' }),
    ]);
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const later = await register(session.slug, form, { 'Idempotency-Key': 'key-1' });
    expect(later.body).toEqual(first.body);
    const other = await register(session.slug, aForm({ email: 'else@example.com' }), { 'Idempotency-Key': 'key-1' });
    expect([other.status, other.body.error.details.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await rowsOf(session.documentId)).toHaveLength(1);
  });

  it('by staff for a paid session shortly before its start is held no longer than any other seat then', async () => {
    app.registrationDeps.ports.startCheckout = async () => ({ checkoutUrl: 'https://pay.example.com' });
    try {
      const now = Date.now();
      const session = await aSession({ price: 4900, datetime: new Date(now + 2 * 3_600_000) });
      const data = { ...aStaffForm({ email: 'late-staff@example.com' }), session: session.documentId } as never;
      await strapi.documents('api::registration.registration').create({ data });
      const [held] = await sql<{ until: Date }>(
        `select hold_expires_at at time zone 'UTC' as until from registrations where email = 'late-staff@example.com'`,
      );
      expect(held!.until.getTime()).toBeLessThan(now + 3_600_000);
    } finally {
      app.registrationDeps.ports.startCheckout = null;
    }
  });

  it('gives the first answer to a repeat also where the session has another address since, or is none any more', async () => {
    const session = await aSession({ capacity: 5 });
    const form = aForm({ email: 'repeats@example.com' });
    const first = await register(session.slug, form, { 'Idempotency-Key': 'key-moved' });
    expect(first.status).toBe(201);
    await sql(`update sessions set slug = 'elsewhere', state = 'draft' where document_id = $1`, [session.documentId]);
    const again = await register(session.slug, form, { 'Idempotency-Key': 'key-moved' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await register(session.slug, form, { 'Idempotency-Key': 'key-new' })).status).toBe(404);
  });

  it.each([
    ['before it opens', { registrationOpensAt: new Date(Date.now() + 3_600_000) }, 'REGISTRATION_NOT_OPEN'],
    ['after it closed', { registrationClosesAt: new Date(Date.now() - 3_600_000) }, 'REGISTRATION_CLOSED'],
    ['when full without a waitlist', { capacity: 0, allowWaitlist: false }, 'SESSION_FULL'],
    ['for a paid session while payment is not set up', { price: 4900 }, 'PAYMENT_UNAVAILABLE'],
  ])('refuses %s and takes no seat', async (_, fields, code) => {
    const session = await aSession({ ...fields });
    const answer = await register(session.slug, aForm());
    expect([answer.status, answer.body.error.details.code]).toEqual([409, code]);
    expect(await rowsOf(session.documentId)).toEqual([]);
  });

  it('names every faulty field, in the language of the form', async () => {
    const session = await aSession();
    const answer = await register(session.slug, {
      firstName: 'x',
      email: 'nobody',
      website: 'javascript:alert(1)',
      language: 'de',
      surprise: true,
    });
    expect(answer.status).toBe(400);
    const faults = answer.body.error.details.errors.map((fault: { path: string[] }) => fault.path.join('.'));
    expect(faults.sort()).toEqual([
      'company',
      'email',
      'firstName',
      'lastName',
      'privacyConsent',
      'surprise',
      'termsAccepted',
      'website',
    ]);
    const firstName = answer.body.error.details.errors.find(
      (fault: { path: string[] }) => fault.path[0] === 'firstName',
    );
    expect(firstName.message).toBe('Dies braucht mindestens 2 Zeichen.');
  });
});

describe('cancelling by manage link', () => {
  it('frees one seat and tells it once, however often and at once it is asked', async () => {
    const session = await aSession({ capacity: 1 });
    const { body } = await register(session.slug, aForm({ email: 'first@example.com' }));
    await register(session.slug, aForm({ email: 'second@example.com' }));
    await register(session.slug, aForm({ email: 'third@example.com' }));
    const cancel = () => request.post(`/api/webinars/registrations/${body.data.manageToken}/cancel`);
    const answers = await Promise.all(Array.from({ length: 10 }, cancel));
    expect(answers.map((answer) => [answer.status, answer.body.data.state])).toEqual(
      Array(10).fill([200, 'cancelled']),
    );
    expect((await rowsOf(session.documentId)).map((row) => [row.email, row.state, row.waitlist_position])).toEqual([
      ['first@example.com', 'cancelled', null],
      ['second@example.com', 'confirmed', null],
      ['third@example.com', 'waitlisted', 1],
    ]);
    expect(await eventsOf(session.documentId)).toEqual([
      'session.published',
      'registration.confirmed',
      'registration.waitlisted',
      'registration.waitlisted',
      'registration.cancelled',
      'registration.promoted',
    ]);
    await clean();
  });

  it('does nothing on GET, and shows meeting details only while confirmed', async () => {
    const session = await aSession({ capacity: 1, meetingUrl: 'https://meet.example.com/1' });
    const first = (await register(session.slug, aForm({ email: 'first@example.com' }))).body.data.manageToken;
    const second = (await register(session.slug, aForm({ email: 'second@example.com' }))).body.data.manageToken;
    const view = async (token: string) => (await request.get(`/api/webinars/registrations/${token}`)).body.data;
    expect((await view(first)).meeting.url).toBe('https://meet.example.com/1');
    expect(await view(second)).not.toHaveProperty('meeting');
    expect((await request.get(`/api/webinars/registrations/${first}/cancel`)).status).toBe(404);
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('answers 404 to a token that was not issued here', async () => {
    for (const token of ['x', 'W123.abc', `W0000000000.${'A'.repeat(43)}`, '%00', '..%2f..']) {
      expect((await request.post(`/api/webinars/registrations/${token}/cancel`)).status).toBe(404);
    }
  });

  it('frees a place for the same person to register anew', async () => {
    const session = await aSession({ capacity: 1 });
    const form = aForm();
    const { body } = await register(session.slug, form);
    await request.post(`/api/webinars/registrations/${body.data.manageToken}/cancel`);
    expect((await register(session.slug, form)).body.data.state).toBe('confirmed');
  });
});

describe('an editor in the Content Manager', () => {
  const registrations = () => strapi.documents('api::registration.registration');
  const sessions = () => strapi.documents('api::session.session');

  it('creates a registration by the same rules', async () => {
    const session = await aSession({ capacity: 1 });
    const create = (email: string) =>
      registrations().create({ data: { ...aStaffForm({ email }), session: session.documentId } as never });
    expect(await create('a@example.com')).toMatchObject({ state: 'confirmed' });
    expect(await create('b@example.com')).toMatchObject({ state: 'waitlisted', waitlistPosition: 1 });
    await expect(create('A@example.com')).rejects.toThrow('already has an active registration');
    await expect(create('nonsense')).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['email'] }] },
    });
    await expect(registrations().create({ data: aStaffForm({ email: 'c@example.com' }) as never })).rejects.toThrow(
      'Choose the session',
    );
    await clean();
  });

  it('deletes a registration: the seat goes to the head of the line', async () => {
    const session = await aSession({ capacity: 1 });
    for (const n of [1, 2, 3]) await register(session.slug, aForm({ email: `a${n}@example.com` }));
    const [first] = await rowsOf(session.documentId);
    await registrations().delete({ documentId: first!.document_id });
    expect((await rowsOf(session.documentId)).map((row) => [row.state, row.waitlist_position])).toEqual([
      ['confirmed', null],
      ['waitlisted', 1],
    ]);
    expect(await eventsOf(session.documentId)).toEqual(
      expect.arrayContaining(['registration.cancelled', 'registration.promoted', 'registration.deleted']),
    );
    await clean();
  });

  it('cannot take an illegal step, and cannot seat somebody where no seat is', async () => {
    const session = await aSession({ capacity: 1 });
    for (const n of [1, 2, 3]) await register(session.slug, aForm({ email: `a${n}@example.com` }));
    const [first, second, third] = await rowsOf(session.documentId);
    const save = (row: { document_id: string }, data: object) =>
      registrations().update({ documentId: row.document_id, data: data as never });
    await expect(save(first!, { state: 'waitlisted' })).rejects.toThrow('cannot become waitlisted');
    await expect(save(second!, { state: 'confirmed' })).rejects.toThrow('No seat is free');
    await sessions().update({ documentId: session.documentId, data: { capacity: 2 } as never });
    await expect(save(third!, { state: 'confirmed' })).rejects.toThrow('No seat is free');
    await clean();
  });

  it('does not touch the counters with a form that was opened before twenty people registered', async () => {
    const session = await aSession({ capacity: 100 });
    const opened = await sessions().findOne({ documentId: session.documentId });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => register(session.slug, aForm({ email: `late${n}@example.com` }))),
    );
    await sessions().update({ documentId: session.documentId, data: { ...opened, duration: 90 } as never });
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 20, waiting: 0 });
    await clean();
  });

  it('raises the capacity: exactly as many are promoted as fit; lowers it: nobody is cancelled', async () => {
    const session = await aSession({ capacity: 1 });
    for (const n of [1, 2, 3, 4]) await register(session.slug, aForm({ email: `a${n}@example.com` }));
    await sessions().update({ documentId: session.documentId, data: { capacity: 3 } as never });
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 3, waiting: 1 });
    await sessions().update({ documentId: session.documentId, data: { capacity: 1 } as never });
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 3, waiting: 1 });
    expect((await register(session.slug, aForm({ email: 'a5@example.com' }))).body.data).toMatchObject({
      state: 'waitlisted',
      waitlistPosition: 2,
    });
    await clean();
  });

  it('cancels a session: everyone is cancelled with the reason, and nobody can register', async () => {
    const session = await aSession({ capacity: 1 });
    for (const n of [1, 2]) await register(session.slug, aForm({ email: `a${n}@example.com` }));
    await sessions().update({ documentId: session.documentId, data: { state: 'cancelled' } as never });
    expect((await rowsOf(session.documentId)).map((row) => [row.state, row.cancel_reason])).toEqual([
      ['cancelled', 'session_cancelled'],
      ['cancelled', 'session_cancelled'],
    ]);
    expect((await register(session.slug, aForm({ email: 'a3@example.com' }))).body.error.details.code).toBe(
      'SESSION_CANCELLED',
    );
    await expect(
      sessions().update({ documentId: session.documentId, data: { state: 'published' } as never }),
    ).rejects.toThrow('cannot become');
    await clean();
  });

  it('raises the schedule version by a move and not by a new description', async () => {
    const session = await aSession();
    const before = await seatsOf(session.documentId);
    await sessions().update({
      documentId: session.documentId,
      data: { texts: [{ locale: 'en', title: 'New words' }] } as never,
    });
    expect((await seatsOf(session.documentId)).version).toBe(before.version);
    await sessions().update({
      documentId: session.documentId,
      data: { datetime: new Date(Date.now() + 20 * 86_400_000) } as never,
    });
    expect((await seatsOf(session.documentId)).version).toBe(before.version + 1);
    expect(await eventsOf(session.documentId)).toContain('session.moved');
  });

  it('cannot delete a session with registrations, nor a topic or a language of it that a session uses', async () => {
    const topic = await aTopic();
    const session = await aSession({ topic: topic.documentId });
    await register(session.slug, aForm());
    await expect(sessions().delete({ documentId: session.documentId })).rejects.toThrow(
      'This session has registrations. Cancel it instead',
    );
    await expect(strapi.documents('api::topic.topic').delete({ documentId: topic.documentId })).rejects.toThrow(
      'A session uses this topic',
    );
  });
});

describe('approval', () => {
  it('gives a seat where one is free, else the end of the line, and rejects for good', async () => {
    const session = await aSession({ capacity: 1, requiresApproval: true });
    for (const n of [1, 2, 3]) {
      const answer = await register(session.slug, aForm({ email: `a${n}@example.com` }));
      expect(answer.body.data.state).toBe('pending_approval');
    }
    const [first, second, third] = await rowsOf(session.documentId);
    expect(await app.registrations.approve(first!.document_id)).toMatchObject({ state: 'confirmed' });
    expect(await app.registrations.approve(second!.document_id)).toMatchObject({
      state: 'waitlisted',
      waitlistPosition: 1,
    });
    expect(await app.registrations.reject(third!.document_id)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'rejected',
    });
    await expect(app.registrations.approve(third!.document_id)).rejects.toMatchObject({ code: 'NOT_PENDING' });
    await app.registrations.cancel(first!.reference);
    expect((await rowsOf(session.documentId))[1]).toMatchObject({ state: 'confirmed' });
    await clean();
  });
});

describe('raw SQL and imports', () => {
  const insert = (session: { documentId: string }, fields: object) =>
    strapi.db.connection('registrations').insert({
      document_id: `raw${Math.random().toString(36).slice(2)}`,
      session_document_id: session.documentId,
      reference: `R${Math.random().toString(36).slice(2, 12)}`,
      email: 'raw@example.com',
      state: 'confirmed',
      ...fields,
    });

  it('cannot oversell, duplicate a person, take an illegal step or make a counter lie', async () => {
    const session = await aSession({ capacity: 1 });
    await insert(session, { email: ' RAW@example.com ' });
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 1 });
    await expect(insert(session, { email: 'other@example.com' })).rejects.toMatchObject({
      constraint: 'webinars_session_full',
    });
    await expect(insert(session, { state: 'waitlisted' })).rejects.toMatchObject({
      constraint: 'webinars_one_active_registration',
    });
    await expect(strapi.db.connection('registrations').update({ state: 'pending_payment' })).rejects.toMatchObject({
      constraint: 'webinars_registration_state',
    });
    await strapi.db.connection('sessions').update({ registration_count: 0, waitlist_count: 7 });
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 1, waiting: 0 });
    await expect(strapi.db.connection('sessions').delete()).rejects.toMatchObject({
      constraint: 'webinars_session_has_registrations',
    });
    await expect(strapi.db.connection('webinars_events').delete()).rejects.toMatchObject({
      constraint: 'webinars_event_log_append_only',
    });
  });

  it('may free a seat; the sweep gives it to the line', async () => {
    const session = await aSession({ capacity: 1 });
    for (const n of [1, 2]) await register(session.slug, aForm({ email: `a${n}@example.com` }));
    await strapi.db.connection('registrations').where({ email: 'a1@example.com' }).delete();
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 0, waiting: 1 });
    await app.registrations.releaseSeats(session.documentId);
    expect(await seatsOf(session.documentId)).toMatchObject({ taken: 1, waiting: 0 });
  });
});
