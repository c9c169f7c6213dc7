import { aSession, aSpeaker, aTopic, request, resetData, sql, strapi } from '../harness';

beforeEach(resetData);

const inGerman = (
  uid: 'api::topic.topic' | 'api::speaker.speaker',
  documentId: string,
  data: Record<string, unknown>,
) => strapi.documents(uid).update({ documentId, locale: 'de', data } as never);

const aSpeakerInBoth = async (slug: string) => {
  const speaker = await aSpeaker({ slug, lastName: slug, title: 'Head of Data' });
  await inGerman('api::speaker.speaker', speaker.documentId, { slug: `${slug}-de`, title: 'Leiterin Daten' });
  return speaker.documentId;
};

const aTopicInBoth = async (data: Record<string, unknown> = {}) => {
  const topic = await aTopic({ slug: 'data', title: 'Data that decides', ...data });
  await inGerman('api::topic.topic', topic.documentId, { slug: 'daten', title: 'Daten, die entscheiden' });
  return topic.documentId;
};

/** The session's topic and four kinds of speakers, all of them in both languages, linked to their English rows. */
const bilingualSession = async () => {
  const [speaker, panelist, moderator] = [
    await aSpeakerInBoth('ada'),
    await aSpeakerInBoth('grace'),
    await aSpeakerInBoth('mary'),
  ];
  return aSession({
    slug: 'both',
    topic: await aTopicInBoth(),
    speaker,
    panelists: [speaker, panelist],
    moderator,
    backupFacilitator: moderator,
  });
};

const POPULATE = 'populate[0]=topic&populate[1]=speaker&populate[2]=panelists&populate[3]=moderator';

const GERMAN = {
  topic: { title: 'Daten, die entscheiden', locale: 'de' },
  speaker: { slug: 'ada-de', title: 'Leiterin Daten', locale: 'de' },
  panelists: [
    { slug: 'ada-de', title: 'Leiterin Daten' },
    { slug: 'grace-de', title: 'Leiterin Daten' },
  ],
  moderator: { slug: 'mary-de' },
};

describe('a session read in German over REST', () => {
  it('has its topic and speakers in German, one session or many', async () => {
    const { documentId } = await bilingualSession();
    const one = await request.get(`/api/sessions/${documentId}?locale=de&${POPULATE}`);
    expect(one.body.data).toMatchObject(GERMAN);
    const many = await request.get(`/api/sessions?locale=de&${POPULATE}`);
    expect(many.body.data).toHaveLength(1);
    expect(many.body.data[0]).toMatchObject(GERMAN);
  });

  it('has them in the default language when none or another is asked for', async () => {
    const { documentId } = await bilingualSession();
    for (const query of ['', 'locale=en&', 'locale=fr&', 'locale=*&']) {
      const { body } = await request.get(`/api/sessions/${documentId}?${query}${POPULATE}`);
      expect([query, body.data.topic.title, body.data.speaker.slug]).toEqual([query, 'Data that decides', 'ada']);
    }
  });

  it.each(['populate=*', 'populate=topic,speaker', 'populate[topic]=true', 'populate[topic][fields][0]=title'])(
    'understands %s',
    async (populate) => {
      const { documentId } = await bilingualSession();
      const { body } = await request.get(`/api/sessions/${documentId}?locale=de&${populate}`);
      expect(body.data.topic.title).toBe('Daten, die entscheiden');
    },
  );

  it('gives the fields and what lies below them as asked', async () => {
    const { documentId } = await bilingualSession();
    const { body } = await request.get(
      `/api/sessions/${documentId}?locale=de&populate[topic][fields][0]=title&populate[topic][populate][seo]=true`,
    );
    expect(Object.keys(body.data.topic).sort()).toEqual(['documentId', 'id', 'seo', 'title']);
  });

  it('falls back to the default language where there is no German version', async () => {
    const topic = await aTopic({ title: 'English only' });
    const { documentId } = await aSession({ topic: topic.documentId });
    const { body } = await request.get(`/api/sessions/${documentId}?locale=de&populate=topic`);
    expect(body.data.topic).toMatchObject({ title: 'English only', locale: 'en' });
  });

  it('falls back to what there is where the default language is missing', async () => {
    const topic = await strapi
      .documents('api::topic.topic')
      .create({ locale: 'de', data: { title: 'Nur auf Deutsch', slug: 'nur', state: 'active' } });
    const session = await aSession();
    await sql('update sessions_topic_lnk set topic_id = $2 where session_id = $1', [session.id, topic.id]);
    for (const locale of ['en', 'de']) {
      const { body } = await request.get(`/api/sessions?locale=${locale}&populate=topic`);
      expect(body.data[0].topic).toMatchObject({ title: 'Nur auf Deutsch' });
    }
  });

  it('does not depend on the language whose row the session is linked to', async () => {
    const { documentId } = await bilingualSession();
    await sql(
      `update sessions_topic_lnk set topic_id = (select id from topics where title = 'Daten, die entscheiden')`,
    );
    for (const [locale, title] of [
      ['en', 'Data that decides'],
      ['de', 'Daten, die entscheiden'],
    ]) {
      const { body } = await request.get(`/api/sessions/${documentId}?locale=${locale}&populate=topic`);
      expect(body.data.topic.title).toBe(title);
    }
  });

  it('also translates a speaker on the agenda of its topic', async () => {
    const speaker = await aSpeaker({ slug: 'english-only' });
    const topic = await aTopicInBoth({ agenda: [{ offset: 0, title: 'Welcome', speaker: speaker.documentId }] });
    const { documentId } = await aSession({ topic });
    const path = `/api/sessions/${documentId}?populate[topic][populate][agenda][populate][speaker]=true`;
    const { body } = await request.get(path);
    expect(body.data.topic.agenda[0].speaker.slug).toBe('english-only');
    await inGerman('api::speaker.speaker', speaker.documentId, { slug: 'jetzt-deutsch' });
    await inGerman('api::topic.topic', topic, { agenda: [{ offset: 0, title: 'Hallo', speaker: speaker.documentId }] });
    const german = await request.get(`${path}&locale=de`);
    expect(german.body.data.topic.agenda[0]).toMatchObject({ title: 'Hallo', speaker: { slug: 'jetzt-deutsch' } });
  });

  it('also translates below a registration, for an API token', async () => {
    const session = await bilingualSession();
    await strapi.documents('api::registration.registration').create({
      data: {
        session: session.documentId,
        firstName: 'Grace',
        lastName: 'Guest',
        email: 'grace@example.com',
        company: 'Example Ltd',
        termsAccepted: true,
        privacyConsent: true,
      } as never,
    });
    const { accessKey } = await strapi
      .service('admin::api-token')
      .create({ name: 'locales', type: 'read-only', lifespan: null, description: '' });
    const { body } = await request
      .get('/api/registrations?locale=de&populate[session][populate]=topic')
      .set('Authorization', `Bearer ${accessKey}`);
    await sql(`delete from strapi_api_tokens where name = 'locales'`);
    expect(body.data[0].session.topic.title).toBe('Daten, die entscheiden');
  });
});

describe('a session read in German over GraphQL', () => {
  const ask = async (query: string) => {
    const { body } = await request.post('/graphql').send({ query });
    expect(body.errors).toBeUndefined();
    return body.data as Record<string, never>;
  };
  const FIELDS = `topic { title locale } speaker { slug title locale } panelists { slug title } moderator { slug }`;

  it('has its topic and speakers in German, however it is asked for', async () => {
    const { documentId } = await bilingualSession();
    const data = await ask(`{
      one: session(documentId: "${documentId}", locale: "de") { ${FIELDS} }
      many: sessions(locale: "de") { ${FIELDS} }
      connection: sessions_connection(locale: "de") { nodes { ${FIELDS} panelists_connection { nodes { slug } } } }
      english: sessions { ${FIELDS} }
    }`);
    expect(data.one).toEqual(GERMAN);
    expect(data.many).toEqual([GERMAN]);
    expect(data.connection).toEqual({
      nodes: [{ ...GERMAN, panelists_connection: { nodes: [{ slug: 'ada-de' }, { slug: 'grace-de' }] } }],
    });
    expect(data.english).toMatchObject([{ topic: { title: 'Data that decides' }, speaker: { slug: 'ada' } }]);
  });

  it('falls back to the default language', async () => {
    const topic = await aTopic({ title: 'English only' });
    await aSession({ topic: topic.documentId });
    expect(await ask('{ sessions(locale: "de") { topic { title } } }')).toEqual({
      sessions: [{ topic: { title: 'English only' } }],
    });
  });
});

describe('the first start', () => {
  it('creates English and German, English by default', async () => {
    const locales = await strapi.plugin('i18n').service('locales').find();
    expect(locales.map(({ code }: { code: string }) => code).sort()).toEqual(['de', 'en']);
    expect(await strapi.plugin('i18n').service('locales').getDefaultLocale()).toBe('en');
  });

  it('lets visitors find topics, sessions and speakers, and grants nothing else of ours', async () => {
    const granted = await sql<{ type: string; action: string }>(
      `select r.type, p.action from up_permissions p
         join up_permissions_role_lnk l on l.permission_id = p.id join up_roles r on r.id = l.role_id
        where p.action like 'api::%' or p.action like 'plugin::webinars%' order by r.type, p.action`,
    );
    const readable = ['session', 'speaker', 'topic'].flatMap((name) => [
      `api::${name}.${name}.find`,
      `api::${name}.${name}.findOne`,
    ]);
    expect(granted).toEqual(
      ['authenticated', 'public'].flatMap((type) => readable.map((action) => ({ type, action }))),
    );
  });

  it('asks new visitors to confirm their address, and keeps the rest of the settings', async () => {
    const advanced = await strapi.store({ type: 'plugin', name: 'users-permissions' }).get({ key: 'advanced' });
    expect(advanced).toMatchObject({ email_confirmation: true, unique_email: true, default_role: 'authenticated' });
  });
});
