import type { RosterDetail } from '../../plugins/webinars/contracts/roster';
import { eraseAudit } from '../../plugins/webinars/server/src/audit';
import { aForm, anEditor, app, aSession, drainJobs, request, resetData, sql, strapi } from '../harness';
import { aStaffForm } from './visitors';

let editor: Awaited<ReturnType<typeof anEditor>>;
beforeAll(async () => {
  editor = await anEditor();
});
beforeEach(resetData);

type Fields = Record<string, unknown>;

let made = 0;
const aGuest = (fields: Fields = {}): Fields => {
  made += 1;
  return aForm({ email: `guest-${made}@country-and-size.example`, ...fields });
};
const GERMAN = { country: 'DE', companySize: 'upTo249' } as const;

const register = (slug: string, form: Fields) =>
  request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: form });
const registered = async (slug: string, fields: Fields = GERMAN) => {
  const { status, body } = await register(slug, aGuest(fields));
  expect({ status, error: body.error }).toEqual({ status: 201, error: undefined });
  return body.data as { reference: string; manageToken: string };
};
const rows = (session: string) =>
  sql<{ id: string; country: string | null; size: string | null }>(
    `select document_id as id, country, company_size as size from registrations where session_document_id = $1 order by registrations.id`,
    [session],
  );
const post = (path: string, fields: Record<string, string>) => request.post(path).type('form').send(fields);
const chosenIn = (text: string) => [...text.matchAll(/<option value="([^"]+)" selected>/g)].map(([, value]) => value);

describe('country and company size', () => {
  it('come with the form, or do not', async () => {
    const session = await aSession();
    const { reference, manageToken } = await registered(session.slug);
    await registered(session.slug, { country: '', companySize: null });
    expect(await rows(session.documentId)).toMatchObject([
      { country: 'DE', size: 'upTo249' },
      { country: null, size: null },
    ]);
    const view = await request.get(`/api/webinars/registrations/${manageToken}`);
    expect(view.body.data.attendee).toMatchObject(GERMAN);
    expect(await app.registrations.prefillFrom(reference)).toMatchObject(GERMAN);
  });

  it('come by GraphQL too', async () => {
    const session = await aSession();
    const { body } = await request.post('/graphql').send({
      query:
        'mutation ($slug: String!, $data: RegistrationFormInput!) { registerForSession(session: $slug, data: $data) { state } }',
      variables: { slug: session.slug, data: aGuest(GERMAN) },
    });
    expect(body).toEqual({ data: { registerForSession: { state: 'confirmed' } } });
    expect(await rows(session.documentId)).toMatchObject([{ country: 'DE', size: 'upTo249' }]);
  });

  it.each([
    ['en', 'This is no country that we know (such as DE, by ISO 3166-1).', 'This is no company size: upTo9, '],
    [
      'de',
      'Dies ist kein Land, das wir kennen (wie DE, nach ISO 3166-1).',
      'Dies ist keine Unternehmensgröße: upTo9, ',
    ],
  ])('are refused where there is no such thing, in words (%s)', async (language, country, size) => {
    const session = await aSession();
    const answer = await register(session.slug, aGuest({ language, country: 'ZZ', companySize: 'huge' }));
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors).toEqual([
      expect.objectContaining({ path: ['country'], message: country }),
      expect.objectContaining({ path: ['companySize'], message: expect.stringContaining(size) }),
    ]);
    expect(await rows(session.documentId)).toEqual([]);
  });

  it('are offered by the page of a session in the language of its reader, and by the page of a registration', async () => {
    const session = await aSession();
    const page = `/webinars/${session.slug}?lang=de`;
    const { text } = await request.get(page);
    expect(text).toContain('<option value="AT">Österreich</option>');
    expect(text).toContain('<option value="over999">ab 1.000 Personen</option>');
    const typed = {
      firstName: 'Augusta',
      lastName: 'King',
      email: 'page@country-and-size.example',
      company: 'Engines',
      language: 'de',
      termsAccepted: 'on',
      privacyConsent: 'on',
    };
    const faulty = await post(page, { ...typed, firstName: '', country: 'AT', companySize: 'upTo9' });
    expect(faulty.status).toBe(400);
    expect(chosenIn(faulty.text)).toEqual(['upTo9', 'AT', 'de']);
    const sent = await post(page, { ...typed, country: 'AT', companySize: 'upTo9' });
    expect(sent.status).toBe(303);
    const manage = sent.headers.location!.split('?')[0]!;
    expect((await request.get(`${manage}?lang=en`)).text).toContain('Austria');
    expect(chosenIn((await request.get(`${manage}?lang=en&view=edit`)).text)).toEqual(['upTo9', 'AT', 'de']);
    const change = { act: 'edit', ...typed, country: '', companySize: 'upTo49' };
    expect((await post(`${manage}?lang=en&view=edit`, change)).status).toBe(303);
    expect(await rows(session.documentId)).toMatchObject([{ country: null, size: 'upTo49' }]);
  });

  it('are changed by staff, by the same rules, and go along into another session', async () => {
    const [from, to] = [await aSession(), await aSession()];
    const create = (fields: Fields) =>
      strapi
        .documents('api::registration.registration')
        .create({ data: { ...aStaffForm(fields), session: from.documentId } as never });
    await expect(create({ country: 'ZZ' })).rejects.toThrow(/country/);
    await expect(create({ companySize: 'huge' })).rejects.toThrow(/companySize/);
    await registered(from.slug);
    const path = `/webinars-admin/registrations/${(await rows(from.documentId))[0]!.id}`;
    const { person, revision } = (await editor.get(path)).body.data as RosterDetail;
    expect(person).toMatchObject(GERMAN);
    const change = (fields: Fields) => editor.put(path).send({ change: fields, revision });
    expect((await change({ country: 'ZZ' })).body.error.details.errors).toMatchObject([{ path: ['country'] }]);
    expect((await change({ country: 'CH', companySize: null })).status).toBe(200);
    const moved = await editor.post(`${path}/move`).send({ session: to.documentId });
    expect(moved.status).toBe(200);
    expect(await rows(to.documentId)).toMatchObject([{ country: 'CH', size: null }]);
    const list = await editor.get('/webinars-admin/registrations').query({ sessions: to.documentId });
    expect(list.body.data).toMatchObject([{ country: 'CH', companySize: null }]);
  });

  it('are gone from the history once a person is erased from it', async () => {
    const session = await aSession();
    await registered(session.slug);
    const id = (await rows(session.documentId))[0]!.id;
    const path = `/webinars-admin/registrations/${id}`;
    const { revision } = (await editor.get(path)).body.data as RosterDetail;
    expect((await editor.put(path).send({ change: { country: 'CH' }, revision })).status).toBe(200);
    const audit = () =>
      sql<{ after: string | null }>(`select after from webinars_audit where subject_document_id = $1`, [id]);
    expect(await audit()).toEqual([{ after: expect.stringContaining('CH') }]);
    await app.database.inTransaction((trx) => eraseAudit(trx, { registrations: [id] }));
    expect(await audit()).toEqual([{ after: null }]);
    const [edited] = await sql<{ data: string }>(
      `select data::text from webinars_events where registration_document_id = $1 and type = 'registration.edited'`,
      [id],
    );
    expect(edited!.data).not.toContain('CH');
  });

  it('are told of the people of a session, sizes from small to large', async () => {
    const session = await aSession({ capacity: null });
    for (const [country, companySize] of [
      ['DE', 'over999'],
      ['DE', 'over999'],
      ['GB', 'upTo9'],
      ['DE', ''],
    ])
      await registered(session.slug, { country, companySize });
    const { body } = await editor.get(`/webinars-admin/sessions/${session.documentId}/people`);
    const of = (name: string) => body.data.traits.find(({ trait }: { trait: string }) => trait === name);
    expect(of('country')).toEqual({
      trait: 'country',
      top: [
        { value: 'DE', count: 3 },
        { value: 'GB', count: 1 },
      ],
      others: 0,
      unknown: 0,
    });
    expect(of('companySize')).toEqual({
      trait: 'companySize',
      top: [
        { value: 'upTo9', count: 1 },
        { value: 'over999', count: 2 },
      ],
      others: 0,
      unknown: 1,
    });
  });

  it("come from Zoom's report by its own columns and words, and are told by line where they cannot be read", async () => {
    const session = await aSession({ capacity: 10 });
    const file = [
      'First Name,Last Name,Email,Organization,Number of Employees,Registration Time,Approval Status,Country/Region Name',
      'Ada,Lovelace,ada@country-and-size.example,Engines,"1,001-5,000","Mar 1, 2026 09:00 AM",approved,United Kingdom',
      'Bo,Brown,bo@country-and-size.example,Brown,1-20,"Mar 1, 2026 09:01 AM",approved,Deutschland',
      'Cy,Clark,cy@country-and-size.example,Clark,,"Mar 1, 2026 09:02 AM",approved,',
      'Di,Dunn,di@country-and-size.example,Dunn,many,"Mar 1, 2026 09:03 AM",approved,Atlantis',
    ].join('\r\n');
    const opened = await editor
      .post(`/webinars-admin/imports?session=${session.documentId}`)
      .attach('files', Buffer.from(file), 'zoom.csv');
    expect(opened.status).toBe(200);
    const { id, revision, settings } = opened.body.data;
    expect(settings.columns.slice(4)).toEqual(['companySize', 'registeredElsewhere', 'status', 'country']);
    const path = `/webinars-admin/imports/${id}`;
    const asked = { revision, settings: { ...settings, allAgreed: true, consentFrom: 'Zoom', consentVersion: '1' } };
    expect((await editor.post(`${path}/check`).send(asked)).status).toBe(200);
    await drainJobs();
    const faulty = await editor.get(`${path}/lines?verdict=fault&locale=de`);
    expect(faulty.body.data.lines).toMatchObject([
      {
        line: 5,
        faults: [
          { field: 'country', value: 'Atlantis', message: expect.stringContaining('Dieses Land kennen wir nicht') },
          { field: 'companySize', value: 'many', message: expect.stringContaining('50-249') },
        ],
      },
    ]);
    const checked = (await editor.get(path)).body.data;
    expect((await editor.post(`${path}/run`).send({ revision: checked.revision })).status).toBe(200);
    await drainJobs();
    expect((await rows(session.documentId)).map(({ country, size }) => [country, size])).toEqual([
      ['GB', 'over999'],
      ['DE', 'upTo49'],
      [null, null],
    ]);
  });
});
