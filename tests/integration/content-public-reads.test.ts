import { aForm, aSession, aSpeaker, aTopic, request, resetData, sql, strapi } from '../harness';

type Entry = { documentId: string; slug: string } & Record<string, unknown>;

let token: string;

beforeAll(async () => {
  const created = await strapi
    .service('admin::api-token')
    .create({ name: 'front end', type: 'read-only', lifespan: null, description: '' });
  token = created.accessKey;
});

afterAll(() => sql(`delete from strapi_api_tokens where name = 'front end'`));

beforeEach(resetData);

const visitor = (path: string) => request.get(path);
const withToken = (path: string) => request.get(path).set('Authorization', `Bearer ${token}`);

const graphql = async (query: string, variables: object = {}, bearer?: string) => {
  const asks = request.post('/graphql').send({ query, variables });
  const answer = await (bearer ? asks.set('Authorization', `Bearer ${bearer}`) : asks);
  return answer.body as { data?: Record<string, never>; errors?: { message: string }[] };
};

const slugs = (answer: { body: { data: Entry[] } }) => answer.body.data.map((entry) => entry.slug).sort();

const SESSION_STATES = ['draft', 'published', 'live', 'completed', 'cancelled'];

/** One session of each state; the database refuses to begin in some, so they are put there past it. */
const sessionsOfEveryState = async () => {
  const topic = (await aTopic()).documentId;
  const speaker = (await aSpeaker()).documentId;
  const all: Record<string, string> = {};
  for (const state of SESSION_STATES) {
    const { documentId } = await aSession({
      slug: state,
      topic,
      speaker,
      state: state === 'draft' ? 'draft' : 'published',
    });
    if (state === 'completed') await sql(`update sessions set state = 'live' where document_id = $1`, [documentId]);
    if (state !== 'draft') await sql('update sessions set state = $2 where document_id = $1', [documentId, state]);
    all[state] = documentId;
  }
  return all;
};

const topicsOfEveryState = async () => {
  const all: Record<string, string> = {};
  for (const state of ['draft', 'active', 'archived'])
    all[state] = (await aTopic({ slug: state, title: `The ${state} topic`, state })).documentId;
  return all;
};

describe('what visitors read of topics, sessions and speakers', () => {
  it('lists published, live and completed sessions', async () => {
    await sessionsOfEveryState();
    const answer = await visitor('/api/sessions');
    expect(answer.status).toBe(200);
    expect(slugs(answer)).toEqual(['completed', 'live', 'published']);
    expect(answer.body.meta.pagination.total).toBe(3);
  });

  it('lists active topics and active speakers', async () => {
    await topicsOfEveryState();
    await aSpeaker({ slug: 'here' });
    await aSpeaker({ slug: 'gone', isActive: false });
    expect(slugs(await visitor('/api/topics'))).toEqual(['active']);
    expect(slugs(await visitor('/api/speakers'))).toEqual(['here']);
  });

  it('does not find what is hidden by its documentId', async () => {
    const sessions = await sessionsOfEveryState();
    const topics = await topicsOfEveryState();
    const gone = await aSpeaker({ isActive: false });
    expect((await visitor(`/api/sessions/${sessions.published}`)).status).toBe(200);
    for (const path of [
      `sessions/${sessions.draft}`,
      `sessions/${sessions.cancelled}`,
      `topics/${topics.draft}`,
      `topics/${topics.archived}`,
      `speakers/${gone.documentId}`,
    ]) {
      expect([path, (await visitor(`/api/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it.each([
    'filters[state][$eq]=draft',
    'filters[$or][0][state][$eq]=draft&filters[$or][1][state][$eq]=cancelled',
    'filters[$not][state][$eq]=published',
    'filters[$and][0][$or][0][id][$gt]=0',
    'filters[documentId][$notNull]=true&sort=state&pagination[pageSize]=100',
    'status=draft',
    'locale=*',
    'locale[]=de&locale[]=en',
  ])('shows no hidden session to ?%s', async (query) => {
    await sessionsOfEveryState();
    const answer = await visitor(`/api/sessions?${query}`);
    if (answer.status !== 200) return expect(answer.status).toBe(400);
    for (const entry of answer.body.data as Entry[]) expect(['published', 'live', 'completed']).toContain(entry.state);
    expect(answer.body.meta.pagination.total).toBeLessThanOrEqual(3);
  });

  it('shows the same over GraphQL', async () => {
    const sessions = await sessionsOfEveryState();
    const topics = await topicsOfEveryState();
    const gone = await aSpeaker({ isActive: false });
    const { data, errors } = await graphql(
      `
        query ($draft: ID!, $cancelled: ID!, $topic: ID!, $speaker: ID!) {
          sessions {
            slug
          }
          everything: sessions(filters: { or: [{ state: { eq: "draft" } }, { not: { state: { eq: "draft" } } }] }) {
            slug
          }
          sessions_connection {
            nodes {
              slug
            }
            pageInfo {
              total
            }
          }
          draft: session(documentId: $draft) {
            slug
          }
          cancelled: session(documentId: $cancelled) {
            slug
          }
          topics {
            slug
          }
          topic(documentId: $topic) {
            slug
          }
          speakers {
            slug
          }
          speaker(documentId: $speaker) {
            slug
          }
        }
      `,
      { draft: sessions.draft, cancelled: sessions.cancelled, topic: topics.archived, speaker: gone.documentId },
    );
    expect(errors).toBeUndefined();
    const visible = ['completed', 'live', 'published'];
    const slugsOf = (list: unknown) => (list as Entry[]).map(({ slug }) => slug).sort();
    expect(slugsOf(data?.sessions)).toEqual(visible);
    expect(slugsOf(data?.everything)).toEqual(visible);
    expect(slugsOf((data?.sessions_connection as unknown as { nodes: Entry[] }).nodes)).toEqual(visible);
    expect(data?.sessions_connection).toMatchObject({ pageInfo: { total: 3 } });
    expect(slugsOf(data?.topics)).toContain('active');
    expect(slugsOf(data?.topics)).not.toContain('draft');
    expect(data).toMatchObject({ draft: null, cancelled: null, topic: null, speaker: null });
  });

  it('shows everything to an API token, over REST and GraphQL', async () => {
    const sessions = await sessionsOfEveryState();
    expect(slugs(await withToken('/api/sessions'))).toEqual([...SESSION_STATES].sort());
    expect((await withToken(`/api/sessions/${sessions.draft}`)).status).toBe(200);
    const { data } = await graphql('{ sessions { slug } sessions_connection { pageInfo { total } } }', {}, token);
    expect(data?.sessions).toHaveLength(5);
    expect(data?.sessions_connection).toMatchObject({ pageInfo: { total: 5 } });
  });
});

describe('what visitors read of what a session links to', () => {
  it('is its topic and its speakers, also when they have left the programme since', async () => {
    const topic = await aTopic({ slug: 'old', title: 'An old topic' });
    const speaker = await aSpeaker({ slug: 'left' });
    await aSession({
      slug: 'past',
      topic: topic.documentId,
      speaker: speaker.documentId,
      panelists: [speaker.documentId],
    });
    await strapi
      .documents('api::topic.topic')
      .update({ documentId: topic.documentId, locale: 'en', data: { state: 'archived' } });
    await strapi
      .documents('api::speaker.speaker')
      .update({ documentId: speaker.documentId, locale: 'en', data: { isActive: false } });
    const answer = await visitor('/api/sessions?populate[0]=topic&populate[1]=speaker&populate[2]=panelists');
    expect(answer.body.data[0]).toMatchObject({
      topic: { slug: 'old' },
      speaker: { slug: 'left' },
      panelists: [{ slug: 'left' }],
    });
    const { data } = await graphql('{ sessions { topic { slug } speaker { slug } panelists { slug } } }');
    expect(data?.sessions).toEqual([
      { topic: { slug: 'old' }, speaker: { slug: 'left' }, panelists: [{ slug: 'left' }] },
    ]);
  });

  it('is not a topic that is still a draft', async () => {
    const topic = await aTopic({ slug: 'secret', title: 'Not announced', state: 'draft' });
    await aSession({ slug: 'early', topic: topic.documentId });
    for (const query of [
      'populate=*',
      'populate=topic',
      'populate[topic][fields][0]=title',
      'populate[topic][filters][state][$eq]=draft',
      'populate[topic][populate]=*',
      'populate[topic][populate][localizations]=true',
    ]) {
      const answer = await visitor(`/api/sessions?${query}`);
      expect([query, answer.status, JSON.stringify(answer.body).includes('Not announced')]).toEqual([
        query,
        200,
        false,
      ]);
      expect(answer.body.data[0].topic).toBeNull();
    }
    const { data } = await graphql('{ sessions { slug topic { title } } }');
    expect(data?.sessions).toEqual([{ slug: 'early', topic: null }]);
    expect((await withToken('/api/sessions?populate=topic')).body.data[0].topic).toMatchObject({
      title: 'Not announced',
    });
  });
});

describe('what nobody may read, whatever is asked', () => {
  const SECRETS = /meet\.example\.com|s3cret|private@example|\+49 30 1234|4711|calendar-event|8642/;

  const secretSession = async () => {
    const speaker = await aSpeaker({
      slug: 'ada',
      email: 'private@example.com',
      phone: '+49 30 1234',
      businessSettings: { hourlyRate: 4711 },
    });
    return aSession({
      slug: 'open',
      speaker: speaker.documentId,
      panelists: [speaker.documentId],
      moderator: speaker.documentId,
      backupFacilitator: speaker.documentId,
      meetingUrl: 'https://meet.example.com/room',
      meetingPassword: 's3cret',
      googleCalendarEventId: 'calendar-event',
      revenueSharing: { consultantRevenue: 4711 },
      reminders: [{ rule: '7-days', minutes: 8642 }],
    });
  };

  it.each([
    'sessions?populate=*',
    'sessions?populate[speaker][populate]=*&populate[panelists][populate]=*&populate[moderator][populate]=*',
    'sessions?populate[speaker][fields][0]=email',
    'sessions?populate[speaker][fields][0]=phone&populate[speaker][fields][1]=slug',
    'sessions?populate=revenueSharing',
    'sessions?populate=reminders',
    'sessions?populate=backupFacilitator',
    'sessions?fields[0]=meetingUrl&fields[1]=meetingPassword',
    'sessions?fields=*',
    'sessions?populate[speaker][populate][businessSettings]=true',
    'speakers?populate=*',
    'speakers?populate[businessSettings][fields][0]=hourlyRate',
    'speakers?populate[createdBy]=true',
    'speakers?fields[0]=email',
  ])('keeps secrets from %s', async (path) => {
    await secretSession();
    const answer = await visitor(`/api/${path}`);
    expect([200, 400]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toMatch(SECRETS);
  });

  it.each([
    'sessions?filters[meetingPassword][$startsWith]=s3',
    'sessions?filters[meetingUrl][$contains]=room',
    'sessions?filters[speaker][email][$eq]=private@example.com',
    'sessions?filters[$or][0][speaker][phone][$startsWith]=%2B49',
    'sessions?filters[backupFacilitator][slug]=ada',
    'sessions?filters[revenueSharing][consultantRevenue][$gt]=4000',
    'sessions?filters[reminders][minutes][$gt]=1',
    'sessions?sort=meetingPassword',
    'sessions?sort[speaker][email]=asc',
    'speakers?filters[businessSettings][hourlyRate][$gt]=4000',
    'speakers?filters[email][$startsWith]=private',
    'speakers?sort=email',
    'sessions?populate[speaker][filters][email][$startsWith]=private',
  ])('lets nobody guess them by %s', async (path) => {
    await secretSession();
    expect((await visitor(`/api/${path}`)).status).toBe(400);
  });

  it('searches what is public only', async () => {
    await secretSession();
    const found = async (path: string) => (await visitor(`/api/${path}`)).body.data.length as number;
    expect(await found('sessions?_q=s3cret')).toBe(0);
    expect(await found('sessions?_q=meet.example')).toBe(0);
    expect(await found('speakers?_q=private@')).toBe(0);
    expect(await found('speakers?_q=1234')).toBe(0);
    expect(await found('speakers?_q=SPEAKER')).toBe(1);
    expect(await found('sessions?_q=open')).toBe(1);
    expect(await found('speakers?_q=100%25')).toBe(0);
    const answer = await visitor('/api/speakers?_q=private@');
    expect(answer.body.meta.pagination.total).toBe(0);
    const below = await visitor('/api/sessions?populate[speaker][_q]=nobody@&populate[panelists][_q]=nobody@');
    expect([400, 'ada']).toContain(below.status === 400 ? 400 : below.body.data[0].speaker.slug);
  });

  it('knows no such fields over GraphQL', async () => {
    await secretSession();
    for (const query of [
      '{ sessions { meetingUrl } }',
      '{ sessions { revenueSharing { consultantRevenue } } }',
      '{ sessions { backupFacilitator { slug } } }',
      '{ speakers { email } }',
      '{ speakers { businessSettings { hourlyRate } } }',
      '{ sessions(filters: { meetingPassword: { startsWith: "s" } }) { slug } }',
      '{ sessions(filters: { speaker: { email: { startsWith: "p" } } }) { slug } }',
      '{ sessions(sort: "meetingPassword") { slug } }',
      '{ sessions(sort: "speaker.email") { slug } }',
      '{ sessions { panelists(filters: { email: { startsWith: "p" } }) { slug } } }',
      '{ registrations { email } }',
      '{ registrations_connection { pageInfo { total } } }',
    ]) {
      const { data, errors } = await graphql(query);
      expect([query, errors?.length ?? 0]).not.toEqual([query, 0]);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });

  it('gives no registration, by any road', async () => {
    const session = await secretSession();
    await request.post(`/api/webinars/sessions/${session.slug}/registrations`).send({ data: aForm() });
    const [row] = await sql<{ id: string }>('select document_id as id from registrations');
    expect((await visitor('/api/registrations')).status).toBe(403);
    expect((await visitor(`/api/registrations/${row?.id}`)).status).toBe(403);
    expect((await visitor('/api/sessions?populate=registrations')).status).toBe(400);
    expect((await request.post('/api/sessions').send({ data: {} })).status).toBe(403);
    expect((await request.put(`/api/sessions/${session.documentId}`).send({ data: {} })).status).toBe(403);
    expect((await request.delete(`/api/sessions/${session.documentId}`)).status).toBe(403);
  });
});
