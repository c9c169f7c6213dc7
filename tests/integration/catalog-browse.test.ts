import { catalogAnswer, type CatalogAnswer } from '../../plugins/webinars/contracts/catalog';
import { aForm, aSession, aSpeaker, aTopic, clock, request, resetData, sql, strapi } from '../harness';

const NOW = '2030-05-15T10:00:00.000Z'; // a Wednesday

const browse = async (query: Record<string, unknown> = {}): Promise<CatalogAnswer> => {
  const answer = await request.get('/api/webinars/catalog').query(query);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as CatalogAnswer;
};
const slugs = async (query: Record<string, unknown> = {}) => (await browse(query)).data.map(({ slug }) => slug);
const refused = async (query: string) => {
  const answer = await request.get(`/api/webinars/catalog?${query}`);
  return {
    status: answer.status,
    paths: answer.body.error?.details?.errors?.map((fault: { path: string[] }) => fault.path[0]),
  };
};
const become = (slug: string, state: string) => sql('update sessions set state = $1 where slug = $2', [state, slug]);
const countOf = (answer: CatalogAnswer, facet: keyof CatalogAnswer['meta']['facets'], value: string) =>
  answer.meta.facets[facet]?.find((entry) => entry.value === value)?.count ?? 0;

beforeEach(async () => {
  await resetData();
  clock.set(NOW);
});

describe('the catalog', () => {
  it('shows upcoming sessions by date, as the contract says, with no private word in it', async () => {
    const speaker = await aSpeaker({
      firstName: 'Anna',
      lastName: 'Berg',
      email: 'anna@private.example',
      phone: '+49 private',
      businessSettings: { hourlyRate: 98765, availableForConsultations: true },
      bookingUrl: 'https://book.example.com/anna',
      credentials: { certifications: ['PMP'], education: ['MSc'], publications: [], speakingExperience: 4 },
      linkedinData: { profileId: 'x', headline: 'Lean', connections: 512 },
      testimonials: [{ author: 'Bob', company: 'Acme', quote: 'Great', locale: 'en' }],
      expertise: ['Lean'],
    });
    const topic = await aTopic({
      title: 'Lean',
      tags: ['factory'],
      description: [{ type: 'paragraph', children: [{ type: 'text', text: 'About lean.' }] }],
    });
    const data = { topic: topic.documentId, speaker: speaker.documentId };
    await aSession({
      ...data,
      slug: 'second',
      datetime: '2030-06-02T10:00:00.000Z',
      price: 9900,
      earlyBirdPrice: 4900,
      earlyBirdEndsAt: '2030-05-20T10:00:00.000Z',
      meetingUrl: 'https://meet.private.example',
      meetingPassword: 'private-password',
      consultantFocus: { primaryExpertise: 'Lean', secondaryTopics: ['Kanban'], targetAudience: [] },
      revenueSharing: { consultantRevenue: 77777, platformRevenue: 1, revenueSharePercentage: 2 },
    });
    await aSession({ ...data, slug: 'first', datetime: '2030-05-20T10:00:00.000Z' });

    const answer = await request.get('/api/webinars/catalog');
    expect(answer.status).toBe(200);
    expect(() => catalogAnswer.parse(answer.body)).not.toThrow();
    expect(answer.text).not.toMatch(/private|98765|77777/);
    expect(answer.body.data.map((card: { slug: string }) => card.slug)).toEqual(['first', 'second']);
    expect(answer.body.data[1]).toMatchObject({
      title: 'Lean',
      summary: 'About lean.',
      startsAt: '2030-06-02T10:00:00.000Z',
      endsAt: '2030-06-02T11:00:00.000Z',
      timezone: 'Europe/Berlin',
      tags: ['factory'],
      focus: { primaryExpertise: 'Lean', secondaryTopics: ['Kanban'] },
      price: {
        amount: 4900,
        regular: 9900,
        currency: 'EUR',
        isFree: false,
        earlyBird: { amount: 4900, endsAt: '2030-05-20T10:00:00.000Z' },
      },
      seats: { capacity: 10, left: 10, waiting: 0 },
      availability: 'open',
      testimonial: { author: 'Bob', company: 'Acme', quote: 'Great' },
      speaker: {
        name: 'Anna Berg',
        certifications: ['PMP'],
        isBookable: true,
        bookingUrl: 'https://book.example.com/anna',
        linkedin: { headline: 'Lean', connections: 512, isVerified: true },
      },
    });
  });

  it('shows neither drafts nor cancelled sessions', async () => {
    await aSession({ slug: 'draft', state: 'draft' });
    await aSession({ slug: 'cancelled' });
    await become('cancelled', 'cancelled');
    expect(await slugs()).toEqual([]);
    expect(await slugs({ timeframe: 'past' })).toEqual([]);
  });

  it('keeps a session that has begun until it ends, and then counts it as past', async () => {
    await aSession({ slug: 'now', datetime: '2030-05-15T10:30:00.000Z', duration: 60 });
    clock.set('2030-05-15T11:29:59.000Z');
    expect(await slugs()).toEqual(['now']);
    expect(await slugs({ timeframe: 'past' })).toEqual([]);
    clock.set('2030-05-15T11:30:00.000Z');
    expect(await slugs()).toEqual([]);
    expect(await slugs({ timeframe: 'past' })).toEqual(['now']);
  });

  it('counts a completed session as past, the latest first', async () => {
    await aSession({ slug: 'older', datetime: '2030-05-16T10:00:00.000Z' });
    await aSession({ slug: 'newer', datetime: '2030-05-17T10:00:00.000Z' });
    clock.set('2030-05-18T10:00:00.000Z');
    await become('older', 'completed');
    expect(await slugs({ timeframe: 'past' })).toEqual(['newer', 'older']);
  });

  it('ends weeks and months at midnight where the programme is at home', async () => {
    for (const [slug, datetime] of [
      ['sunday-late', '2030-05-19T21:59:00.000Z'],
      ['monday', '2030-05-19T22:00:00.000Z'],
      ['last-of-may', '2030-05-31T21:59:00.000Z'],
      ['june', '2030-05-31T22:00:00.000Z'],
    ]) {
      await aSession({ slug, datetime });
    }
    expect(await slugs({ timeframe: 'this-week' })).toEqual(['sunday-late']);
    expect(await slugs({ timeframe: 'this-month' })).toEqual(['sunday-late', 'monday', 'last-of-may']);
    clock.set('2030-05-19T22:00:00.000Z');
    expect(await slugs({ timeframe: 'this-week' })).toEqual(['sunday-late', 'monday']);
  });

  it('reads texts in the visitor’s language where there are any, else in the default one', async () => {
    const topic = await aTopic({ title: 'Leadership' });
    await strapi.documents('api::topic.topic').update({
      documentId: topic.documentId,
      locale: 'de',
      data: { title: 'Führung', slug: 'fuehrung' },
    });
    const speaker = await aSpeaker({ position: 'Consultant' });
    await aSession({
      slug: 'both',
      topic: topic.documentId,
      speaker: speaker.documentId,
      datetime: '2030-06-01T10:00:00.000Z',
    });
    await aSession({
      slug: 'english',
      topic: (await aTopic({ title: 'Strategy' })).documentId,
      datetime: '2030-06-02T10:00:00.000Z',
    });
    await aSession({
      slug: 'own',
      topic: topic.documentId,
      datetime: '2030-06-03T10:00:00.000Z',
      texts: [{ locale: 'de', title: 'Ein besonderer Abend' }],
    });
    const words = async (locale: string) => (await browse({ locale })).data.map((card) => [card.title, card.locale]);
    expect(await words('de')).toEqual([
      ['Führung', 'de'],
      ['Strategy', 'en'],
      ['Ein besonderer Abend', 'de'],
    ]);
    expect(await words('en')).toEqual([
      ['Leadership', 'en'],
      ['Strategy', 'en'],
      ['Leadership', 'en'],
    ]);
  });

  it('says how many spots are left at this very moment', async () => {
    await aSession({ slug: 'popular', capacity: 2 });
    const seats = async () => {
      const [card] = (await browse()).data;
      return [card?.seats.left, card?.seats.waiting, card?.availability];
    };
    expect(await seats()).toEqual([2, 0, 'open']);
    const register = () => request.post('/api/webinars/sessions/popular/registrations').send({ data: aForm() });
    await register();
    expect(await seats()).toEqual([1, 0, 'open']);
    await register();
    expect(await seats()).toEqual([0, 0, 'waitlist']);
    await register();
    expect(await seats()).toEqual([0, 1, 'waitlist']);
  });

  it('ends an early bird at its instant', async () => {
    await aSession({ price: 100, earlyBirdPrice: 0, earlyBirdEndsAt: '2030-05-15T10:00:30.000Z' });
    const priceAt = async () => (await browse()).data[0]?.price.amount;
    expect(await priceAt()).toBe(0);
    clock.set('2030-05-15T10:00:30.000Z');
    expect(await priceAt()).toBe(100);
  });

  it('pages through, and says how many there are', async () => {
    for (const day of [1, 2, 3, 4, 5])
      await aSession({ slug: `day-${day}`, datetime: `2030-06-0${day}T10:00:00.000Z` });
    const second = await browse({ page: 2, pageSize: 2 });
    expect(second.data.map(({ slug }) => slug)).toEqual(['day-3', 'day-4']);
    expect(second.meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 3, total: 5 });
    const beyond = await browse({ page: 9, pageSize: 2 });
    expect(beyond.data).toEqual([]);
    expect(beyond.meta.pagination.total).toBe(5);
  });

  it('sorts by date, price now, popularity and the speaker’s rating', async () => {
    const good = await aSpeaker();
    const better = await aSpeaker();
    const [a, b] = [good.documentId, better.documentId];
    await aSession({ slug: 'cheap', speaker: a, price: 100, datetime: '2030-06-03T10:00:00.000Z' });
    await aSession({ slug: 'dear', speaker: b, price: 900, datetime: '2030-06-02T10:00:00.000Z' });
    await aSession({
      slug: 'early',
      speaker: a,
      price: 800,
      earlyBirdPrice: 50,
      earlyBirdEndsAt: '2030-05-20T10:00:00.000Z',
      datetime: '2030-06-01T10:00:00.000Z',
    });
    for (const [slug, speaker, rating] of [
      ['past-good', a, 3],
      ['past-better', b, 5],
    ] as const) {
      await aSession({ slug, speaker, datetime: '2030-05-16T10:00:00.000Z' });
      await request.post(`/api/webinars/sessions/${slug}/registrations`).send({ data: aForm() });
      await sql(
        'update registrations set rating = $1 where session_document_id = (select document_id from sessions where slug = $2)',
        [rating, slug],
      );
    }
    clock.set('2030-05-18T10:00:00.000Z');
    expect(await slugs({ sort: 'price' })).toEqual(['early', 'cheap', 'dear']);
    expect(await slugs({ sort: '-price' })).toEqual(['dear', 'cheap', 'early']);
    expect(await slugs({ sort: '-date' })).toEqual(['cheap', 'dear', 'early']);
    expect(await slugs({ sort: 'rating' })).toEqual(['dear', 'early', 'cheap']);
    expect(await slugs({ minRating: '4' })).toEqual(['dear']);
    expect((await browse({ sort: 'rating' })).data[0]?.speaker?.rating).toEqual({ average: 5, count: 1 });
  });

  it('sorts by popularity', async () => {
    await aSession({ slug: 'sooner', datetime: '2030-06-01T10:00:00.000Z' });
    await aSession({ slug: 'later', datetime: '2030-06-02T10:00:00.000Z' });
    await request.post('/api/webinars/sessions/later/registrations').send({ data: aForm() });
    expect(await slugs({ sort: 'popularity' })).toEqual(['later', 'sooner']);
  });

  it('counts each value of a facet as if its own filter were not set', async () => {
    const lean = await aTopic({ category: 'lean', difficultyLevel: 'beginner', tags: ['a', 'b'] });
    const data = await aTopic({ category: 'data', difficultyLevel: 'advanced', tags: ['b'] });
    const anna = await aSpeaker({
      firstName: 'Anna',
      lastName: 'Berg',
      expertise: ['x', 'y'],
      consultantType: 'internal',
    });
    const paul = await aSpeaker({ expertise: ['y'], consultantType: 'external' });
    await aSession({ topic: lean.documentId, speaker: anna.documentId, language: 'de' });
    await aSession({ topic: lean.documentId, speaker: paul.documentId, panelists: [anna.documentId] });
    await aSession({ topic: data.documentId, speaker: paul.documentId, price: 100 });

    const all = await browse();
    expect(all.meta.facets.category).toEqual([
      { value: 'lean', count: 2 },
      { value: 'data', count: 1 },
    ]);
    expect(all.meta.facets.tag).toEqual([
      { value: 'b', count: 3 },
      { value: 'a', count: 2 },
    ]);
    expect(all.meta.facets.speaker).toContainEqual({ value: anna.documentId, label: 'Anna Berg', count: 2 });
    expect([countOf(all, 'expertise', 'x'), countOf(all, 'expertise', 'y')]).toEqual([2, 3]);
    expect([countOf(all, 'panelSize', 'single'), countOf(all, 'panelSize', 'small-panel')]).toEqual([2, 1]);

    const leanOnly = await browse({ category: 'lean', price: 'free' });
    expect(leanOnly.meta.pagination.total).toBe(2);
    expect([countOf(leanOnly, 'category', 'lean'), countOf(leanOnly, 'category', 'data')]).toEqual([2, 0]);
    expect([countOf(leanOnly, 'price', 'free'), countOf(leanOnly, 'price', 'paid')]).toEqual([2, 0]);
    expect(countOf(leanOnly, 'difficulty', 'advanced')).toBe(0);

    const external = await browse({ consultantType: 'external' });
    expect(external.meta.pagination.total).toBe(2);
    expect([countOf(external, 'consultantType', 'internal'), countOf(external, 'consultantType', 'external')]).toEqual([
      2, 2,
    ]);
  });

  it('wants one and the same person on stage to be everything that is asked of people', async () => {
    const senior = await aSpeaker({ experienceLevel: 'senior', consultantType: 'internal' });
    const partner = await aSpeaker({ experienceLevel: 'junior', consultantType: 'partner' });
    await aSession({ slug: 'mixed', speaker: senior.documentId, panelists: [partner.documentId] });
    expect(await slugs({ experienceLevel: 'senior', consultantType: 'internal' })).toEqual(['mixed']);
    expect(await slugs({ experienceLevel: 'senior', consultantType: 'partner' })).toEqual([]);
  });

  it('names every faulty parameter', async () => {
    expect(await refused('page=0&pageSize=101&timeframe=soon&locale=fr&sort=relevance&wat=1&minRating=7')).toEqual({
      status: 400,
      paths: expect.arrayContaining(['page', 'pageSize', 'timeframe', 'locale', 'sort', 'wat', 'minRating']),
    });
    expect(await refused('category[a]=b&search[]=x&expertise[x][y]=z')).toEqual({
      status: 400,
      paths: expect.arrayContaining(['category', 'search', 'expertise']),
    });
  });

  it('takes whatever is typed into a filter as a value', async () => {
    await aSession();
    const typed = [
      "' or 1=1 --",
      '"; drop table sessions',
      '%00',
      '\\',
      '?',
      ':a',
      '${1}',
      '{{x}}',
      '\u0000',
      '\ufffe',
      '😀',
    ];
    for (const value of typed) {
      for (const name of ['category', 'speaker', 'tag', 'expertise', 'industry', 'certifications', 'search']) {
        const answer = await request.get('/api/webinars/catalog').query({ [name]: value });
        expect([name, value, answer.status]).toEqual([name, value, 200]);
      }
    }
  });
});

describe('what the catalog remembers', () => {
  const versionNow = async () =>
    (await sql<{ version: string }>('select webinars_catalog_version() as version'))[0]!.version;

  it('shows an editor’s change at once, whichever table it is in', async () => {
    const topic = await aTopic({ title: 'Before' });
    const speaker = await aSpeaker({
      company: 'Before',
      testimonials: [{ author: 'A', quote: 'Before', locale: 'en' }],
    });
    await aSession({ slug: 'one', topic: topic.documentId, speaker: speaker.documentId });
    const card = async () => (await browse()).data[0];
    expect((await card())?.title).toBe('Before');

    await strapi
      .documents('api::topic.topic')
      .update({ documentId: topic.documentId, locale: 'en', data: { title: 'After' } });
    expect((await card())?.title).toBe('After');
    await sql(`update speakers set company = 'After' where document_id = $1`, [speaker.documentId]);
    expect((await card())?.speaker?.company).toBe('After');
    await sql(`update components_speaker_testimonials set quote = 'After'`);
    expect((await card())?.testimonial?.quote).toBe('After');
    await sql(`update sessions set capacity = 3 where slug = 'one'`);
    expect((await card())?.seats.capacity).toBe(3);
    await sql(`update sessions set state = 'cancelled' where slug = 'one'`);
    expect(await card()).toBeUndefined();
  });

  it('is not made anew by a registration', async () => {
    await aSession({ slug: 'one' });
    const before = await versionNow();
    await request.post('/api/webinars/sessions/one/registrations').send({ data: aForm() });
    expect(await versionNow()).toBe(before);
  });

  it('keeps its version through a change that is rolled back, and through folding', async () => {
    await aSession({ slug: 'one' });
    await sql(`update sessions set capacity = 5 where slug = 'one'`);
    const before = await versionNow();
    await expect(
      sql(`do $$ begin update sessions set capacity = 7 where slug = 'one'; raise exception 'no'; end $$`),
    ).rejects.toThrow();
    expect(await versionNow()).toBe(before);
    await sql('select webinars_fold_catalog_changes()');
    expect(await versionNow()).toBe(before);
    expect(await sql('select count(*)::int as left from webinars_catalog_changes')).toEqual([{ left: 1 }]);
  });

  it('notices two transactions that commit in the other order than they began', async () => {
    await aSession({ slug: 'one' });
    const knex = strapi.db.connection;
    const early = await knex.transaction();
    const late = await knex.transaction();
    await early.raw(`update topics set thumbnail_url = 'early'`);
    await late.raw(`update speakers set photo_url = 'late'`);
    const start = await versionNow();
    await late.commit();
    const afterLate = await versionNow();
    await early.commit();
    const afterEarly = await versionNow();
    expect(new Set([start, afterLate, afterEarly]).size).toBe(3);
  });
});
