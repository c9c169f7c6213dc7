import { aForm, app, aSession, aSpeaker, aTopic, drainJobs, request, resetData, sql, strapi } from '../harness';
import { anAdministrator, removeAdministrators, type Wire } from './administrator';
import { aStaffForm } from './visitors';

const SESSIONS = '/content-manager/collection-types/api::session.session';
const REGISTRATIONS = '/content-manager/collection-types/api::registration.registration';

type Requests = Awaited<ReturnType<typeof anAdministrator>>;
let staff: Requests;

beforeAll(async () => {
  staff = await anAdministrator();
});
afterAll(removeAdministrators);
beforeEach(resetData);
afterEach(async () => {
  await drainJobs();
  expect(await app.verify()).toMatchObject({ differences: [] });
});

/** As the Content Manager's form sends a relation. */
const linkTo = (documentId: string) => ({ connect: [{ documentId }], disconnect: [] });

const add = (session: { documentId: string }, fields: Record<string, unknown> = {}) =>
  staff.post(REGISTRATIONS).send({ ...aStaffForm(fields), session: linkTo(session.documentId) });

const register = (session: { slug: string }) =>
  request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: aForm() });

const read = async (documentId: string): Promise<Wire> =>
  (await strapi.documents('api::registration.registration').findOne({ documentId })) as Wire;

const sessionRow = async (documentId: string) =>
  (
    await sql(
      `select capacity, registration_count as taken, waitlist_count as waiting from sessions where document_id = $1`,
      [documentId],
    )
  )[0];

const states = async (): Promise<string[]> =>
  (await sql<{ state: string }>('select state from registrations order by registered_at, id')).map(
    ({ state }) => state,
  );

describe('a registration in the Content Manager', () => {
  it('takes a seat, then a place in line', async () => {
    const session = await aSession({ capacity: 1 });
    const first = await add(session);
    expect(first).toMatchObject({
      status: 201,
      body: { data: { state: 'confirmed', reference: expect.any(String), registrationSource: 'staff' } },
    });
    const second = await add(session);
    expect(second).toMatchObject({ status: 201, body: { data: { state: 'waitlisted', waitlistPosition: 1 } } });
    expect(await sessionRow(session.documentId)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('keeps the language of the person, whatever language the page was in', async () => {
    const session = await aSession();
    const { body } = await add(session, { language: 'de' });
    expect(await sql('select locale from registrations')).toEqual([{ locale: 'de' }]);
    const { documentId } = body.data;
    const page = await staff.get(`${REGISTRATIONS}/${documentId}?locale=en`);
    expect(page).toMatchObject({ status: 200, body: { data: { locale: 'de' } } });
    const saved = await staff.put(`${REGISTRATIONS}/${documentId}?locale=en`).send({ locale: 'en' });
    expect(saved).toMatchObject({ status: 200, body: { data: { locale: 'en' } } });
    expect(await sql('select locale from registrations')).toEqual([{ locale: 'en' }]);
  });

  it('is refused in words that help, and changes nothing', async () => {
    const session = await aSession({ capacity: 1, allowWaitlist: false });
    await add(session, { email: 'ada@example.com' });
    const refusals = [
      [await add(session, { email: 'ADA@example.com ' }), 'already has an active registration'],
      [await add(session), 'Raise its capacity first'],
      [await staff.post(REGISTRATIONS).send(aStaffForm()), 'Choose the session'],
      [await add(session, { email: 'nobody' }), 'mail'],
    ] as const;
    for (const [answer, words] of refusals) {
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body.error)).toContain(words);
    }
    expect(await states()).toEqual(['confirmed']);
  });

  it('is refused in German where the editor has the admin in German', async () => {
    const session = await aSession();
    const german = await anAdministrator();
    await german.put('/admin/users/me').send({ preferedLanguage: 'de' });
    const told = async (answer: PromiseLike<{ status: number; body: Wire }>) => {
      const { status, body } = await answer;
      expect(status).toBe(400);
      return [body.error.message, ...(body.error.details.errors ?? []).map((fault: Wire) => fault.message)];
    };
    const without = () => german.post(REGISTRATIONS).send(aStaffForm({ email: 'kurt@example.com' }));
    expect(await told(without())).toEqual([
      'session: Wählen Sie den Termin, für den sich diese Person anmeldet.',
      'Wählen Sie den Termin, für den sich diese Person anmeldet.',
    ]);
    const duplicate = aStaffForm({
      email: 'kurt@example.com',
      session: { connect: [{ documentId: session.documentId }] },
    });
    expect(await german.post(REGISTRATIONS).send(duplicate)).toMatchObject({ status: 201 });
    expect(await told(german.post(REGISTRATIONS).send(duplicate))).toEqual([
      'Mit dieser E-Mail-Adresse gibt es für diesen Termin bereits eine gültige Anmeldung. Es wurde nichts gespeichert.',
    ]);
    const [, fault] = await told(german.put(`${SESSIONS}/${session.documentId}`).send({ earlyBirdPrice: 5 }));
    expect(fault).toBe('Der Frühbucherpreis kann nicht über dem regulären Preis liegen.');
  });

  it('gives its seat to the head of the line when it is deleted', async () => {
    const session = await aSession({ capacity: 1 });
    const first = (await add(session)).body.data;
    await register(session);
    await register(session);
    expect(await staff.delete(`${REGISTRATIONS}/${first.documentId}?locale=de`)).toMatchObject({ status: 200 });
    expect(await states()).toEqual(['confirmed', 'waitlisted']);
    expect(await sql('select waitlist_position as place from registrations order by id')).toEqual([
      { place: null },
      { place: 1 },
    ]);
  });

  it('gives its seat up when it is cancelled, and cannot come back', async () => {
    const session = await aSession({ capacity: 1 });
    const { documentId } = (await add(session)).body.data;
    await register(session);
    const cancelled = await staff.put(`${REGISTRATIONS}/${documentId}`).send({ state: 'cancelled' });
    expect(cancelled).toMatchObject({ status: 200, body: { data: { cancelReason: 'by_admin' } } });
    expect(await states()).toEqual(['cancelled', 'confirmed']);
    const back = await staff.put(`${REGISTRATIONS}/${documentId}`).send({ state: 'confirmed' });
    expect(back).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('cannot become') } } });
  });

  it('does not take a seat past the line, nor beyond the capacity', async () => {
    const session = await aSession({ capacity: 1 });
    await register(session);
    await register(session);
    const [{ id }] = (await sql<{ id: string }>(
      `select document_id as id from registrations where state = 'waitlisted'`,
    )) as [{ id: string }];
    const answer = await staff.put(`${REGISTRATIONS}/${id}`).send({ state: 'confirmed' });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('No seat is free') } },
    });
    expect(await states()).toEqual(['confirmed', 'waitlisted']);
  });

  it('keeps its session, its reference and its place, whatever an old form says', async () => {
    const session = await aSession({ capacity: 1 });
    const other = await aSession();
    await register(session);
    const { documentId, reference } = (await add(session)).body.data;
    const form = (await staff.get(`${REGISTRATIONS}/${documentId}`)).body.data;
    const saved = await staff.put(`${REGISTRATIONS}/${documentId}`).send({
      ...form,
      session: { connect: [], disconnect: [] },
      reference: 'MINE',
      waitlistPosition: 7,
      registeredAt: '2000-01-01T00:00:00.000Z',
      internalNotes: 'A good customer',
    });
    expect(saved.body.error).toBeUndefined();
    expect(await read(documentId)).toMatchObject({ reference, waitlistPosition: 1, internalNotes: 'A good customer' });
    const moved = await staff.put(`${REGISTRATIONS}/${documentId}`).send({ session: linkTo(other.documentId) });
    expect(moved).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('keeps its session') } },
    });
  });

  it('is not written back from a form that was opened before somebody else changed it', async () => {
    const session = await aSession();
    const { documentId } = (await add(session)).body.data;
    const path = `${REGISTRATIONS}/${documentId}`;
    const opened = (await staff.get(path)).body.data;
    expect(opened.revision).toBe(opened.updatedAt);
    expect((await staff.put(path).send({ state: 'attended', phone: '+49 30 555' })).status).toBe(200);

    const form = { ...opened, session: { connect: [], disconnect: [] }, internalNotes: 'Mine' };
    const late = await staff.put(path).send(form);
    // The Content Manager keeps what is in its form after a validation error only.
    expect(late).toMatchObject({
      status: 400,
      body: {
        error: {
          name: 'ValidationError',
          message: expect.stringMatching(/^Somebody else changed this registration on .+ Nothing of yours was saved/),
          details: { code: 'REGISTRATION_CHANGED', errors: [{ path: ['revision'] }] },
        },
      },
    });
    expect(await read(documentId)).toMatchObject({ state: 'attended', phone: '+49 30 555', internalNotes: null });

    const again = (await staff.get(path)).body.data;
    expect((await staff.put(path).send({ revision: again.revision, internalNotes: 'Mine' })).status).toBe(200);
    expect(await read(documentId)).toMatchObject({ state: 'attended', internalNotes: 'Mine' });
  });

  it('is told where somebody got a seat meanwhile, and not where the line only moved up', async () => {
    const session = await aSession({ capacity: 1 });
    const seated = (await add(session)).body.data.documentId;
    const ahead = (await add(session)).body.data.documentId;
    const behind = (await add(session)).body.data.documentId;
    const revisionOf = async (id: string) => (await staff.get(`${REGISTRATIONS}/${id}`)).body.data.revision;
    const [ofHead, ofTail] = [await revisionOf(ahead), await revisionOf(behind)];
    expect((await staff.put(`${REGISTRATIONS}/${seated}`).send({ state: 'cancelled' })).status).toBe(200);

    const promoted = await staff.put(`${REGISTRATIONS}/${ahead}`).send({ revision: ofHead, state: 'waitlisted' });
    expect(promoted.body.error?.details.code).toBe('REGISTRATION_CHANGED');
    expect((await staff.put(`${REGISTRATIONS}/${behind}`).send({ revision: ofTail, phone: '+49 30 1' })).status).toBe(
      200,
    );
    expect(await read(behind)).toMatchObject({ waitlistPosition: 1, phone: '+49 30 1' });
  });

  it('is not duplicated', async () => {
    const { documentId } = (await add(await aSession())).body.data;
    const answer = await staff.post(`${REGISTRATIONS}/clone/${documentId}`).send(aStaffForm());
    expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('one place') } } });
  });

  it('goes with many others at once, and each seat moves on', async () => {
    const session = await aSession({ capacity: 2 });
    const ids = [(await add(session)).body.data.documentId, (await add(session)).body.data.documentId];
    await register(session);
    await register(session);
    const answer = await staff.post(`${REGISTRATIONS}/actions/bulkDelete`).send({ documentIds: ids });
    expect(answer).toMatchObject({ status: 200 });
    expect(await states()).toEqual(['confirmed', 'confirmed']);
  });
});

describe('a session in the Content Manager', () => {
  const form = async (documentId: string): Promise<Wire> => {
    const { topic, speaker, panelists, moderator, backupFacilitator, ...data } = (
      await staff.get(`${SESSIONS}/${documentId}`)
    ).body.data;
    // Relations are sent as changes; untouched ones are empty.
    const untouched = { connect: [], disconnect: [] };
    return {
      ...data,
      topic: untouched,
      speaker: untouched,
      panelists: untouched,
      moderator: untouched,
      backupFacilitator: untouched,
    };
  };

  it('keeps its counters when a form is saved that was opened before twenty people registered', async () => {
    const session = await aSession({ capacity: 15 });
    const opened = await form(session.documentId);
    expect(opened).toMatchObject({ registrationCount: 0, waitlistCount: 0 });
    await Promise.all(Array.from({ length: 20 }, () => register(session)));
    const saved = await staff.put(`${SESSIONS}/${session.documentId}`).send({ ...opened, duration: 75 });
    expect(saved).toMatchObject({
      status: 200,
      body: { data: { duration: 75, registrationCount: 15, waitlistCount: 5 } },
    });
    expect(await sessionRow(session.documentId)).toMatchObject({ taken: 15, waiting: 5 });
    const links = await sql('select count(*)::int as n from sessions_topic_lnk');
    expect(links).toEqual([{ n: 1 }]);
  });

  it('promotes as many as a raised capacity lets in', async () => {
    const session = await aSession({ capacity: 1 });
    for (let n = 0; n < 4; n += 1) await register(session);
    const saved = await staff
      .put(`${SESSIONS}/${session.documentId}?locale=de`)
      .send({ ...(await form(session.documentId)), capacity: 3 });
    expect(saved).toMatchObject({ status: 200 });
    expect(await states()).toEqual(['confirmed', 'confirmed', 'confirmed', 'waitlisted']);
  });

  it('is not deleted while people are registered, and says what to do instead', async () => {
    const session = await aSession();
    await register(session);
    for (const path of [`${SESSIONS}/${session.documentId}`, `${SESSIONS}/${session.documentId}?locale=en`]) {
      const answer = await staff.delete(path);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/registrations.*cancel/i);
    }
    const many = await staff.post(`${SESSIONS}/actions/bulkDelete`).send({ documentIds: [session.documentId] });
    expect(many.status).toBe(400);
    expect(await sessionRow(session.documentId)).toMatchObject({ taken: 1 });
  });

  it('is deleted while nobody is, also from a page in German', async () => {
    const session = await aSession();
    expect(await staff.delete(`${SESSIONS}/${session.documentId}?locale=de`)).toMatchObject({ status: 200 });
    expect(await sql('select from sessions')).toEqual([]);
  });

  it('is refused with its faulty fields named', async () => {
    const { documentId } = await aSession();
    const answer = await staff
      .put(`${SESSIONS}/${documentId}`)
      .send({ ...(await form(documentId)), timezone: 'Europe/Nowhere', earlyBirdPrice: 5 });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors.map((fault: Wire) => fault.path.join('.'))).toEqual([
      'timezone',
      'earlyBirdPrice',
    ]);
  });

  it('makes its own web address from the title and the day', async () => {
    const topic = await aTopic({ title: 'Planung & Führung' });
    const speaker = await aSpeaker();
    const answer = await staff.post(SESSIONS).send({
      topic: linkTo(topic.documentId),
      speaker: linkTo(speaker.documentId),
      datetime: '2030-05-01T10:00:00.000Z',
      duration: 60,
      timezone: 'Europe/Berlin',
      language: 'de',
      sessionType: 'workshop',
      price: 0,
      currency: 'EUR',
      allowWaitlist: true,
      requiresApproval: false,
      state: 'draft',
      slug: null,
    });
    expect(answer).toMatchObject({ status: 201, body: { data: { slug: expect.stringMatching(/2030-05-01$/) } } });
  });
});

describe('a topic or speaker that sessions use', () => {
  it.each([
    ['topic', aTopic],
    ['speaker', aSpeaker],
  ])('keeps the %s and the language version they are linked to', async (type, make) => {
    const uid = `api::${type}.${type}` as 'api::topic.topic';
    const linked = await make();
    const path = `/content-manager/collection-types/${uid}/${linked.documentId}`;
    const translation =
      type === 'topic'
        ? { title: 'Thema', slug: `thema-${linked.documentId}`, state: 'active' }
        : { firstName: 'Ada', lastName: 'L', email: 'ada@example.com', isActive: true, consultantType: 'internal' };
    expect(await staff.put(`${path}?locale=de`).send({ ...translation, locale: 'de' })).toMatchObject({ status: 200 });
    await aSession({ [type]: linked.documentId });
    for (const query of ['?locale=en', '?locale=*', '']) {
      const answer = await staff.delete(`${path}${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/session/i);
    }
    expect(await staff.delete(`${path}?locale=de`)).toMatchObject({ status: 200 });
    expect(await strapi.documents(uid).findMany({ locale: '*' } as never)).toHaveLength(1);
  });
});
