import { aForm, anEditor, aSession, aSpeaker, aTopic, request, resetData, sql, strapi } from '../harness';

let token: string;
let editor: Awaited<ReturnType<typeof anEditor>>;

beforeAll(async () => {
  editor = await anEditor();
  const created = await strapi
    .service('admin::api-token')
    .create({ name: 'writer', type: 'full-access', lifespan: null, description: '' });
  token = created.accessKey;
});

afterAll(() => sql(`delete from strapi_api_tokens where name = 'writer'`));

beforeEach(resetData);

const put = (path: string, data: object) =>
  request.put(`/api/${path}`).set('Authorization', `Bearer ${token}`).send({ data });

describe('what the system keeps', () => {
  it('is not overwritten by a form that was opened before', async () => {
    const session = await aSession({ capacity: 5 });
    const path = `/content-manager/collection-types/api::session.session/${session.documentId}`;
    const opened = (await editor.get(path)).body.data;
    await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: aForm() });
    await sql(`update sessions set view_count = 7, average_rating = 4.5, odoo_event_id = 12 where document_id = $1`, [
      session.documentId,
    ]);
    const { id, documentId, createdAt, updatedAt, ...form } = opened;
    const saved = await editor.put(path).send({ ...form, capacity: 6, topic: undefined, speaker: undefined });
    expect(saved.status).toBe(200);
    const rows = await sql(
      `select capacity, registration_count, view_count, average_rating, odoo_event_id from sessions where document_id = $1`,
      [session.documentId],
    );
    expect(rows).toEqual([
      { capacity: 6, registration_count: 1, view_count: 7, average_rating: 4.5, odoo_event_id: 12 },
    ]);
  });

  it('is not written over REST or GraphQL', async () => {
    const session = await aSession();
    await put(`sessions/${session.documentId}`, { viewCount: 1000, registrationCount: 5, language: 'de' });
    const { body } = await request
      .post('/graphql')
      .set('Authorization', `Bearer ${token}`)
      .send({
        query: `mutation { updateSession(documentId: "${session.documentId}", data: { viewCount: 1000, sessionType: workshop }) { sessionType } }`,
      });
    expect(body.errors).toBeUndefined();
    expect(await sql('select view_count, registration_count, language, session_type from sessions')).toEqual([
      { view_count: 0, registration_count: 0, language: 'de', session_type: 'workshop' },
    ]);
  });

  it('is written by code of our own', async () => {
    const session = await aSession();
    const speaker = await aSpeaker({ performance: { totalWebinars: 12 } });
    await strapi
      .documents('api::session.session')
      .update({ documentId: session.documentId, data: { viewCount: 3 } as never });
    expect(await sql('select view_count from sessions')).toEqual([{ view_count: 3 }]);
    const { body } = await request.get(`/api/speakers/${speaker.documentId}?populate=performance`);
    expect(body.data.performance.totalWebinars).toBe(12);
  });

  it('is filled in for a registration that an editor adds', async () => {
    const session = await aSession();
    const { language, ...form } = aForm();
    const answer = await editor
      .post('/content-manager/collection-types/api::registration.registration')
      .send({ ...form, locale: language, session: session.documentId, reference: 'MINE', waitlistPosition: 9 });
    expect([answer.status, answer.body.error?.message]).toEqual([201, undefined]);
    const [row] = await sql('select reference, session_document_id, waitlist_position, state from registrations');
    expect(row).toMatchObject({ session_document_id: session.documentId, waitlist_position: null, state: 'confirmed' });
    expect(row?.reference).not.toBe('MINE');
  });
});

describe('what is written', () => {
  it('is refused where a list is none, an address runs or a number does not fit, each by name', async () => {
    const topic = await aTopic();
    const answer = await put(`topics/${topic.documentId}?locale=en`, {
      tags: 'data, ai',
      thumbnailUrl: 'javascript:alert(1)',
      odooProductId: 3_000_000_000,
      seo: { keywords: [1, 2] },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual([
      'odooProductId',
      'seo.keywords',
      'tags',
      'thumbnailUrl',
    ]);
  });

  it('may be as long as it says', async () => {
    const long = `https://example.com/${'a'.repeat(900)}`;
    const session = await aSession();
    const answer = await put(`sessions/${session.documentId}`, { recordingUrl: long, promotionalImageUrl: long });
    expect([answer.status, answer.body.error?.message]).toEqual([200, undefined]);
    expect((await put(`sessions/${session.documentId}`, { recordingUrl: long + long })).status).toBe(400);
    const registered = await request
      .post(`/api/webinars/sessions/${session.slug}/registrations`)
      .send({ data: aForm({ website: `https://example.com/${'a'.repeat(400)}` }) });
    expect(registered.status).toBe(201);
  });

  it.each([
    ['a null byte', { title: 'a\u0000b' }],
    ['half a character in a list', { tags: ['\ud800'] }],
    [
      'a null byte in rich text',
      { description: [{ type: 'paragraph', children: [{ type: 'text', text: 'a\u0000' }] }] },
    ],
    ['a null byte in a list', { tags: ['a\u0000'] }],
    ['a text without end', { title: 'a'.repeat(10_000) }],
    ['an unknown choice', { difficultyLevel: 'guru' }],
    ['a fraction of a cent', { defaultPrice: 1.5 }],
    ['a negative price', { defaultPrice: -1 }],
    ['another type', { title: { $ne: 1 }, defaultDuration: 'long' }],
  ])('is refused with a clear answer when it holds %s', async (_, data) => {
    const topic = await aTopic();
    const answer = await put(`topics/${topic.documentId}?locale=en`, data);
    expect([answer.status, answer.body.error?.message]).toEqual([400, expect.any(String)]);
  });
});
