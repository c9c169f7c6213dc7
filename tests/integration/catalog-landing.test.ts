import { landing, REQUIRED_CONSENTS, type Landing } from '../../plugins/webinars/contracts/catalog';
import { aForm, aSession, aSpeaker, aTopic, clock, request, resetData, sql, strapi } from '../harness';

const NOW = '2030-05-15T10:00:00.000Z';

const show = async (slug: string, locale = 'en'): Promise<Landing> => {
  const answer = await request.get(`/api/webinars/sessions/${slug}`).query({ locale });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  expect(() => landing.parse(answer.body.data)).not.toThrow();
  return answer.body.data as Landing;
};
const slugsOf = (cards: Landing['related']) => cards.map(({ slug }) => slug);
const paragraph = (text: string) => [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];

beforeEach(async () => {
  await resetData();
  clock.set(NOW);
});

describe('the landing page', () => {
  it('has every section in one answer, and no private word', async () => {
    const speaker = await aSpeaker({
      firstName: 'Anna',
      lastName: 'Berg',
      email: 'anna@private.example',
      phone: 'private phone',
      biography: paragraph('Anna has seen factories.'),
      businessSettings: { hourlyRate: 98765, availableForConsultations: true, preferredPaymentTerms: 'private terms' },
      bookingUrl: 'https://book.example.com/anna',
      availabilityStatus: 'available',
      nextAvailableDate: '2030-06-10',
      credentials: { certifications: ['PMP'], education: ['MSc'], publications: ['A book'], speakingExperience: 4 },
      testimonials: [
        { author: 'Bob', quote: 'Great', locale: 'en' },
        { author: 'Bob', quote: 'Toll', locale: 'de' },
      ],
      whitepapers: [{ title: 'Paper', url: 'https://example.com/paper', locale: 'en' }],
    });
    const panelist = await aSpeaker({ firstName: 'Paul' });
    const moderator = await aSpeaker({ firstName: 'Maud' });
    const topic = await aTopic({
      title: 'Lean',
      description: paragraph('About lean.'),
      learningObjectives: ['See waste', 'Remove it'],
      targetAudience: 'Plant managers',
      prerequisites: 'None',
      agenda: [
        { offset: 0, title: 'Welcome', speaker: moderator.documentId },
        { offset: 15, title: 'Walk' },
      ],
      seo: { metaTitle: 'Lean for plants', keywords: ['lean'] },
    });
    await aSession({
      slug: 'lean-in-june',
      topic: topic.documentId,
      speaker: speaker.documentId,
      panelists: [panelist.documentId],
      moderator: moderator.documentId,
      datetime: '2030-06-01T12:00:00.000Z',
      timezone: 'America/New_York',
      sessionType: 'workshop',
      price: 9900,
      capacity: 20,
      meetingUrl: 'https://meet.private.example',
      meetingPassword: 'private-password',
      materialsUrl: 'https://private.example/materials',
      recordingEnabled: true,
      certificateTemplate: 'standard',
      revenueSharing: { consultantRevenue: 77777, platformRevenue: 1, revenueSharePercentage: 2 },
    });

    const answer = await request.get('/api/webinars/sessions/lean-in-june');
    expect(answer.text).not.toMatch(/private|98765|77777/);
    expect(await show('lean-in-june')).toMatchObject({
      title: 'Lean',
      content: {
        learningObjectives: ['See waste', 'Remove it'],
        targetAudience: 'Plant managers',
        prerequisites: 'None',
        agenda: [
          {
            title: 'Welcome',
            clock: '08:00',
            startsAt: '2030-06-01T12:00:00.000Z',
            speaker: { name: expect.stringMatching(/^Maud/) },
          },
          { title: 'Walk', clock: '08:15', startsAt: '2030-06-01T12:15:00.000Z', speaker: null },
        ],
        materials: { hasMaterials: true, hasSlides: false, hasCertificate: true, isRecorded: true },
      },
      presenters: [
        {
          role: 'speaker',
          name: 'Anna Berg',
          education: ['MSc'],
          publications: ['A book'],
          speakingYears: 4,
          testimonials: [{ quote: 'Great' }, { quote: 'Toll' }],
          whitepapers: [{ title: 'Paper', url: 'https://example.com/paper' }],
        },
        { role: 'panelist', firstName: 'Paul' },
        { role: 'moderator', firstName: 'Maud' },
      ],
      registration: {
        opensAt: null,
        closesAt: '2030-06-01T13:00:00.000Z',
        isFullyBooked: false,
        isPaid: true,
        consultants: [
          {
            name: 'Anna Berg',
            isBookable: true,
            nextAvailableDate: '2030-06-10',
            bookingUrl: 'https://book.example.com/anna',
          },
          { isBookable: false },
          { isBookable: false },
        ],
        relatedServices: { consultations: true, workshops: true, whitepapers: true },
      },
      seats: { capacity: 20, left: 20, waiting: 0 },
      availability: 'open',
      seo: { metaTitle: 'Lean for plants', keywords: ['lean'] },
    });
  });

  it('is found by slug and by document id; a draft is not there', async () => {
    const session = await aSession({ slug: 'here' });
    const draft = await aSession({ slug: 'draft', state: 'draft' });
    expect((await show(session.documentId)).slug).toBe('here');
    for (const name of ['draft', draft.documentId, 'nowhere', '%00', '%F0%9F%98%80', "'"]) {
      const answer = await request.get(`/api/webinars/sessions/${name}`);
      expect([name, answer.status]).toEqual([name, name === '%00' ? 400 : 404]);
    }
    await sql(`update sessions set state = 'published' where slug = 'draft'`);
    expect((await show('draft')).state).toBe('published');
    await sql(`update sessions set state = 'draft' where slug = 'draft'`);
    expect((await request.get('/api/webinars/sessions/draft')).status).toBe(404);
  });

  it('asks for the consents that registration cannot do without', async () => {
    await aSession({ slug: 'here' });
    const { consents } = (await show('here')).registration;
    expect(consents.required).toEqual([...REQUIRED_CONSENTS]);
    for (const consent of consents.required) {
      const refused = await request
        .post('/api/webinars/sessions/here/registrations')
        .send({ data: aForm({ [consent]: false }) });
      expect([consent, refused.status]).toEqual([consent, 400]);
    }
    const none = Object.fromEntries(consents.optional.map((consent) => [consent, false]));
    expect((await request.post('/api/webinars/sessions/here/registrations').send({ data: aForm(none) })).status).toBe(
      201,
    );
  });

  it('speaks the visitor’s language', async () => {
    const topic = await aTopic({ title: 'Leadership', agenda: [{ offset: 0, title: 'Welcome' }] });
    await strapi.documents('api::topic.topic').update({
      documentId: topic.documentId,
      locale: 'de',
      data: {
        title: 'Führung',
        slug: 'fuehrung',
        learningObjectives: ['Zuhören'],
        agenda: [{ offset: 0, title: 'Begrüßung' }],
      },
    });
    await aSession({ slug: 'here', topic: topic.documentId, texts: [{ locale: 'de', description: 'Nur heute' }] });
    expect(await show('here', 'de')).toMatchObject({
      title: 'Führung',
      locale: 'de',
      content: { about: 'Nur heute', learningObjectives: ['Zuhören'], agenda: [{ title: 'Begrüßung' }] },
    });
    expect(await show('here', 'en')).toMatchObject({
      title: 'Leadership',
      content: { agenda: [{ title: 'Welcome' }] },
    });
    expect((await request.get('/api/webinars/sessions/here?locale=fr')).status).toBe(400);
  });

  it('shows a cancelled session as cancelled, and names others that are open', async () => {
    const topic = await aTopic();
    await aSession({ slug: 'off', topic: topic.documentId });
    await aSession({ slug: 'full', topic: topic.documentId, capacity: 0 });
    await aSession({ slug: 'again', topic: topic.documentId, datetime: '2030-07-01T10:00:00.000Z' });
    expect((await show('off')).alternatives).toEqual([]);
    await sql(`update sessions set state = 'cancelled' where slug = 'off'`);
    const cancelled = await show('off');
    expect([cancelled.state, cancelled.availability]).toEqual(['cancelled', 'cancelled']);
    expect(slugsOf(cancelled.alternatives)).toEqual(['again']);
    expect(slugsOf((await show('full')).alternatives)).toEqual(['again']);
  });

  it('relates sessions by topic first, then by category, tags and expertise', async () => {
    const speaker = await aSpeaker({ expertise: ['Lean'] });
    const expert = await aSpeaker({ expertise: ['Lean', 'AI'] });
    const stranger = await aSpeaker({ expertise: ['Law'] });
    const topic = await aTopic({ category: 'operations', tags: ['waste', 'flow'] });
    const sibling = await aTopic({ category: 'operations', tags: [] });
    const tagged = await aTopic({ category: 'other', tags: ['flow'] });
    const foreign = await aTopic({ category: 'law', tags: ['contract'] });
    const at = (day: number) => `2030-06-0${day}T10:00:00.000Z`;
    await aSession({ slug: 'me', topic: topic.documentId, speaker: speaker.documentId, datetime: at(1) });
    await aSession({ slug: 'none', topic: foreign.documentId, speaker: stranger.documentId, datetime: at(1) });
    await aSession({ slug: 'by-tag', topic: tagged.documentId, speaker: stranger.documentId, datetime: at(2) });
    await aSession({ slug: 'by-expertise', topic: foreign.documentId, speaker: expert.documentId, datetime: at(3) });
    await aSession({ slug: 'by-category', topic: sibling.documentId, speaker: stranger.documentId, datetime: at(4) });
    await aSession({ slug: 'by-topic', topic: topic.documentId, speaker: stranger.documentId, datetime: at(5) });
    await aSession({ slug: 'draft', topic: topic.documentId, state: 'draft' });
    expect(slugsOf((await show('me')).related)).toEqual(['by-topic', 'by-category', 'by-tag', 'by-expertise']);
  });

  it('lists what else the speaker gives and gave, and counts it', async () => {
    const speaker = (await aSpeaker()).documentId;
    const host = (await aSpeaker()).documentId;
    await aSession({ slug: 'me', speaker, datetime: '2030-06-10T10:00:00.000Z' });
    await aSession({ slug: 'next', speaker, datetime: '2030-06-02T10:00:00.000Z' });
    await aSession({ slug: 'on-panel', speaker: host, panelists: [speaker], datetime: '2030-06-03T10:00:00.000Z' });
    await aSession({
      slug: 'before',
      speaker,
      datetime: '2030-05-16T10:00:00.000Z',
      recordingUrl: 'https://example.com/recording',
    });
    for (const rating of [4, 5]) {
      await request.post('/api/webinars/sessions/before/registrations').send({ data: aForm() });
      await sql(`update registrations set state = 'attended', rating = $1 where rating is null`, [rating]);
    }
    clock.set('2030-05-17T10:00:00.000Z');
    await sql(`update sessions set state = 'completed', completion_rate = 0.5 where slug = 'before'`);
    await request.post('/api/webinars/sessions/me/registrations').send({ data: aForm() });

    const page = await show('me');
    expect(slugsOf(page.speakerSessions.upcoming)).toEqual(['next', 'on-panel']);
    expect(page.speakerSessions.past.map(({ slug, recordingUrl }) => [slug, recordingUrl])).toEqual([
      ['before', 'https://example.com/recording'],
    ]);
    expect(page.socialProof).toEqual({
      attendees: 2,
      sessionsHeld: 1,
      rating: { average: 4.5, count: 2 },
      registered: 1,
      registeredThisWeek: 1,
      views: 0,
    });
    expect(page.presenters[0]?.completionRate).toBe(0.5);
  });

  it('says at every moment how many spots are left, here and in the sessions beside it', async () => {
    const topic = (await aTopic()).documentId;
    await aSession({ slug: 'me', topic, capacity: 1 });
    await aSession({ slug: 'beside', topic, capacity: 1 });
    const left = async () => {
      const page = await show('me');
      return [
        page.seats.left,
        page.related[0]?.seats.left,
        page.availability,
        page.registration.isFullyBooked,
        page.socialProof.registered,
      ];
    };
    expect(await left()).toEqual([1, 1, 'open', false, 0]);
    await request.post('/api/webinars/sessions/me/registrations').send({ data: aForm() });
    expect(await left()).toEqual([0, 1, 'waitlist', true, 1]);
    await request.post('/api/webinars/sessions/beside/registrations').send({ data: aForm() });
    expect(await left()).toEqual([0, 0, 'waitlist', true, 1]);
  });
});
