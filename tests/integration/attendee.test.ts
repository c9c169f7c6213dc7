import { app, aSession, aSpeaker, clock, request, resetData, sql, strapi, world } from '../harness';
import { aForm, aStaffForm, register } from './visitors';

const MINUTE = 60_000;
const START = new Date('2027-03-10T09:00:00Z');

beforeEach(resetData);

const at = (minutes: number) => clock.set(new Date(START.getTime() + minutes * MINUTE));

/** A session of an hour that starts at START; the clock stands a day before. */
const aFixedSession = async (fields: Record<string, unknown> = {}) => {
  at(-24 * 60);
  return aSession({ datetime: START.toISOString(), duration: 60, ...fields });
};

const registered = async (slug: string, fields: Record<string, unknown> = {}) =>
  (await register(slug, aForm(fields))).body.data as { manageToken: string; reference: string };

const path = (token: string, verb = '') => `/api/webinars/registrations/${token}${verb}`;
const post = (token: string, verb: string, data?: unknown) =>
  data === undefined ? request.post(path(token, verb)) : request.post(path(token, verb)).send({ data });

const eventsOf = async (documentId: string) =>
  (
    await sql<{ type: string; data: string }>(
      `select type, data::text from webinars_events where session_document_id = $1 and registration_document_id is not null order by id`,
      [documentId],
    )
  ).map(({ type, data }) => ({ type, data: JSON.parse(data) as unknown }));

const sessionRow = async (documentId: string) =>
  (
    await sql<{ rating: number | null; version: number }>(
      `select average_rating::float8 as rating, schedule_version as version from sessions where document_id = $1`,
      [documentId],
    )
  )[0]!;

describe('joining', () => {
  it('is possible from fifteen minutes before the start until the end', async () => {
    const session = await aFixedSession({ meetingUrl: 'https://meet.example.com/room' });
    const { manageToken } = await registered(session.slug);
    const join = async (minutes: number) => {
      at(minutes);
      const { status, body } = await post(manageToken, '/join');
      return [status, body.data?.url ?? body.error.details.code];
    };
    expect(await join(-16)).toEqual([409, 'JOIN_NOT_OPEN_YET']);
    expect(await join(-15)).toEqual([200, 'https://meet.example.com/room']);
    expect(await join(59)).toEqual([200, 'https://meet.example.com/room']);
    expect(await join(60)).toEqual([409, 'SESSION_OVER']);
    at(-16);
    const { body } = await request.post(`${path(manageToken, '/join')}?locale=de`);
    expect(body.error.details.opensAt).toBe('2027-03-10T08:45:00.000Z');
    expect(body.error.message).toMatch(/^Einlass ist 15 Minuten vor Beginn/);
  });

  it('is possible with the token that stands in invitations, which opens nothing else', async () => {
    const session = await aFixedSession({ meetingUrl: 'https://meet.example.com/room' });
    const { reference } = await registered(session.slug);
    const token = app.links.join(reference).split('/').pop()!;
    at(-10);
    const closed = [
      await request.get(path(token)),
      await request.get(path(token, '/calendar.ics')),
      await post(token, '/cancel'),
      await request.patch(path(token)).send({ data: { company: 'Else' } }),
      await request.get(`/api/webinars/preferences/${token}`),
      await request.post(`/api/webinars/unsubscribe/${token}?category=news`),
      await request.post(`/api/webinars/consents/${token}/confirm`),
    ];
    at(30);
    closed.push(await post(token, '/feedback', { rating: 1 }));
    expect(closed.map(({ status }) => status)).toEqual(closed.map(() => 404));
    const { status, body } = await post(token, '/join');
    expect([status, body]).toEqual([200, { data: { url: 'https://meet.example.com/room' }, meta: {} }]);
  });

  it('notes the first time, and tells it once, however often and at once it is asked', async () => {
    const session = await aFixedSession();
    const { manageToken, reference } = await registered(session.slug);
    at(-10);
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(manageToken, '/join')));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    at(20);
    await post(manageToken, '/join');
    const [row] = await sql<{ joined: Date }>('select joined_at as joined from registrations where reference = $1', [
      reference,
    ]);
    expect(row!.joined.toISOString()).toBe('2027-03-10T08:50:00.000Z');
    expect((await request.get(path(manageToken))).body.data).toMatchObject({ joinedAt: '2027-03-10T08:50:00.000Z' });
    expect((await eventsOf(session.documentId)).map(({ type }) => type)).toEqual([
      'registration.confirmed',
      'registration.joined',
    ]);
  });

  it('says why it is not possible: no seat, no meeting, no session', async () => {
    const session = await aFixedSession({ capacity: 1, meetingUrl: null });
    const seated = await registered(session.slug);
    const waiting = await registered(session.slug);
    at(0);
    const code = async (token: string) => (await post(token, '/join')).body.error.details.code;
    expect(await code(waiting.manageToken)).toBe('NOT_CONFIRMED');
    expect(await code(seated.manageToken)).toBe('MEETING_NOT_SET');
    // An address of another kind leads nobody anywhere.
    await sql(`update sessions set meeting_url = 'javascript:alert(1)' where document_id = $1`, [session.documentId]);
    expect(await code(seated.manageToken)).toBe('MEETING_NOT_SET');
    await strapi
      .documents('api::session.session')
      .update({ documentId: session.documentId, data: { state: 'cancelled' } as never });
    expect(await code(seated.manageToken)).toBe('SESSION_CANCELLED');
    expect((await request.post(path('nobody', '/join'))).status).toBe(404);
    expect((await request.get(path(seated.manageToken, '/join'))).status).toBe(404);
  });
});

describe('feedback', () => {
  it('is taken from the start until 90 days after the end, of those who held a seat', async () => {
    const session = await aFixedSession({ capacity: 1 });
    const seated = await registered(session.slug);
    const waiting = await registered(session.slug);
    const give = async (token: string, minutes: number) => {
      at(minutes);
      const { status, body } = await post(token, '/feedback', { rating: 4 });
      return status === 200 ? 200 : body.error.details.code;
    };
    expect(await give(seated.manageToken, -1)).toBe('FEEDBACK_NOT_OPEN');
    expect(await give(seated.manageToken, 0)).toBe(200);
    expect(await give(waiting.manageToken, 30)).toBe('NOT_CONFIRMED');
    const ninetyDays = 60 + 90 * 24 * 60;
    expect(await give(seated.manageToken, ninetyDays - 1)).toBe(200);
    expect(await give(seated.manageToken, ninetyDays)).toBe('FEEDBACK_CLOSED');
  });

  it('is kept, shown to its owner, and replaced by a later word; the log holds nothing of it', async () => {
    const session = await aFixedSession();
    const { manageToken } = await registered(session.slug);
    at(70);
    await post(manageToken, '/feedback', { rating: 2, comment: 'Too fast' });
    const { body } = await post(manageToken, '/feedback', { rating: 5, comment: '  Now I see  ' });
    expect(body.data.feedback).toEqual({ rating: 5, comment: 'Now I see' });
    expect((await request.get(path(manageToken))).body.data.feedback).toEqual({ rating: 5, comment: 'Now I see' });
    const events = await eventsOf(session.documentId);
    expect(events.slice(1)).toEqual(Array(2).fill({ type: 'registration.feedback_given', data: { door: 'public' } }));
    await post(manageToken, '/feedback', { rating: 5 });
    expect((await request.get(path(manageToken))).body.data.feedback).toEqual({ rating: 5, comment: null });
  });

  it.each([
    { rating: 0 },
    { rating: 6 },
    { rating: 4.5 },
    { rating: '4' },
    {},
    { rating: 3, comment: 'x'.repeat(2001) },
  ])('refuses what is none: %j', async (data) => {
    const session = await aFixedSession();
    const { manageToken } = await registered(session.slug);
    at(10);
    expect((await post(manageToken, '/feedback', data)).status).toBe(400);
    expect((await sessionRow(session.documentId)).rating).toBeNull();
  });

  it('makes the averages of session and speakers right, of people who speak at once in several sessions', async () => {
    const star = await aSpeaker({ performance: { totalWebinars: 0 } });
    const twin = (await strapi.documents('api::speaker.speaker').update({
      documentId: star.documentId,
      locale: 'de',
      data: {
        firstName: 'Ada',
        lastName: 'Sprecherin',
        slug: 'sprecherin',
        email: 'ada.attendee@example.com',
      } as never,
    })) as { id: number };
    const guest = await aSpeaker({ performance: { totalWebinars: 0 } });
    const one = await aFixedSession({ speaker: star.documentId, panelists: [guest.documentId], capacity: 50 });
    const two = await aFixedSession({ speaker: star.documentId, capacity: 50 });
    const versions = [(await sessionRow(one.documentId)).version, (await sessionRow(two.documentId)).version];
    const tokens = await Promise.all(
      Array.from({ length: 24 }, async (_, n) => (await registered((n % 2 ? two : one).slug)).manageToken),
    );
    at(30);
    const ratings = tokens.map((_, n) => ((n * 7) % 5) + 1);
    const answers = await Promise.all(tokens.map((token, n) => post(token, '/feedback', { rating: ratings[n] })));
    expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(200));

    const average = (of: number[]) => Number((of.reduce((sum, each) => sum + each, 0) / of.length).toFixed(2));
    const first = average(ratings.filter((_, n) => n % 2 === 0));
    expect((await sessionRow(one.documentId)).rating).toBe(first);
    expect((await sessionRow(two.documentId)).rating).toBe(average(ratings.filter((_, n) => n % 2 === 1)));
    const shown = await sql<{ id: number; rating: number }>(
      `select p.id, c.average_rating::float8 as rating from speakers p join speakers_cmps k on k.entity_id = p.id and k.field = 'performance'
         join components_speaker_performances c on c.id = k.cmp_id order by p.id`,
    );
    const byId = new Map(shown.map(({ id, rating }) => [id, rating]));
    expect(byId.get(star.id)).toBe(average(ratings));
    expect(byId.get(twin.id)).toBe(average(ratings));
    expect(byId.get(guest.id)).toBe(first);
    expect([(await sessionRow(one.documentId)).version, (await sessionRow(two.documentId)).version]).toEqual(versions);
  });

  it('waits for who speaks about another session of the same speaker at that moment', async () => {
    const star = await aSpeaker({ performance: { totalWebinars: 0 } });
    const one = await aFixedSession({ speaker: star.documentId });
    const two = await aFixedSession({ speaker: star.documentId });
    const [a, b] = [await registered(one.slug), await registered(two.slug)];
    at(10);
    const other = await world.pool.connect();
    try {
      // What giving 1 to the first session does, stopped before its end.
      await other.query('begin');
      await other.query(`update registrations set rating = 1 where reference = $1`, [a.reference]);
      await other.query(`update components_speaker_performances set average_rating = 1`);
      const answer = post(b.manageToken, '/feedback', { rating: 5 }).then(({ status }) => status);
      for (let waits = false; !waits;) {
        const blocked = await sql(
          `select from pg_locks l join pg_stat_activity s on s.pid = l.pid where not l.granted and s.datname = current_database()`,
        );
        waits = blocked.length > 0;
      }
      await other.query('commit');
      expect(await answer).toBe(200);
    } finally {
      other.release();
    }
    expect(await sql(`select distinct average_rating::float8 as rating from components_speaker_performances`)).toEqual([
      { rating: 3 },
    ]);
  });
});

describe('one’s own details', () => {
  const patch = (token: string, data: unknown) => request.patch(path(token)).send({ data });

  it('can be changed, field by field, and the log names the fields and nothing they say', async () => {
    const session = await aFixedSession();
    const { manageToken } = await registered(session.slug, { phone: '+49 30 12345', position: 'Countess' });
    const { status, body } = await patch(manageToken, {
      firstName: 'Augusta',
      phone: null,
      language: 'de',
      timezone: 'Asia/Tokyo',
      specificQuestions: 'Why?\nAnd how?',
    });
    expect(status).toBe(200);
    expect(body.data.attendee).toMatchObject({
      firstName: 'Augusta',
      phone: null,
      position: 'Countess',
      language: 'de',
      timezone: 'Asia/Tokyo',
      specificQuestions: 'Why?\nAnd how?',
    });
    await patch(manageToken, { position: 'Countess' });
    await patch(manageToken, {});
    const events = await eventsOf(session.documentId);
    expect(events.slice(1)).toEqual([
      {
        type: 'registration.edited',
        data: { door: 'public', fields: ['firstName', 'phone', 'specificQuestions', 'language', 'timezone'] },
      },
    ]);
  });

  it('are held to the rules of the form, and the e-mail address stays', async () => {
    const session = await aFixedSession();
    const { manageToken } = await registered(session.slug);
    const faulty = await patch(manageToken, {
      firstName: 'x',
      company: null,
      website: 'javascript:alert(1)',
      timezone: '+01:00',
      email: 'mallory@example.com',
      state: 'attended',
    });
    expect(faulty.status).toBe(400);
    expect(faulty.body.error.details.errors.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual([
      'company',
      'email',
      'firstName',
      'state',
      'timezone',
      'website',
    ]);
    expect(await eventsOf(session.documentId)).toHaveLength(1);
  });

  it('stay as they are after the end, and after a cancellation', async () => {
    const session = await aFixedSession();
    const { manageToken } = await registered(session.slug);
    const gone = await registered(session.slug);
    await post(gone.manageToken, '/cancel');
    const code = async (token: string) => (await patch(token, { firstName: 'Late' })).body.error.details.code;
    expect(await code(gone.manageToken)).toBe('REGISTRATION_CANCELLED');
    at(60);
    expect(await code(manageToken)).toBe('SESSION_OVER');
    expect((await request.patch(path('nobody')).send({ data: {} })).status).toBe(404);
  });
});

describe('a visitor’s own time zone', () => {
  it('comes with the form, in the row, the view, the prefill and the staff’s form', async () => {
    const session = await aFixedSession();
    const zone = { timezone: 'America/New_York' };
    const { manageToken, reference } = await registered(session.slug, zone);
    expect((await request.get(path(manageToken))).body.data.attendee).toMatchObject(zone);
    expect(await app.registrations.prefillFrom(reference)).toMatchObject(zone);
    const create = (fields: Record<string, unknown>) =>
      strapi
        .documents('api::registration.registration')
        .create({ data: { ...aStaffForm(fields), session: session.documentId } as never });
    expect(await create({ timezone: 'Asia/Kolkata' })).toMatchObject({ timezone: 'Asia/Kolkata' });
    await expect(create({ timezone: 'Mars/Olympus' })).rejects.toThrow(/timezone/);
    expect(
      (await register(session.slug, aForm({ timezone: 'Mars/Olympus', language: 'de' }))).body.error.details.errors,
    ).toEqual([
      expect.objectContaining({ path: ['timezone'], message: 'Dies ist keine Zeitzone (wie Europe/Berlin).' }),
    ]);
  });
});

describe('the view of a registration', () => {
  it('says what its owner may do at each moment, and shows what remains to those who held a seat', async () => {
    const session = await aFixedSession({ recordingUrl: 'https://example.com/recording', capacity: 1 });
    const { manageToken } = await registered(session.slug);
    const waiting = await registered(session.slug);
    const view = async (minutes: number, token = manageToken) => {
      at(minutes);
      return (await request.get(path(token))).body.data;
    };
    expect(await view(-60)).toMatchObject({
      can: { edit: true, cancel: true, join: false, giveFeedback: false },
      session: { joinOpensAt: '2027-03-10T08:45:00.000Z' },
    });
    expect((await view(-5)).can).toEqual({ edit: true, cancel: true, join: true, giveFeedback: false });
    expect(await view(-5)).not.toHaveProperty('resources');
    const after = await view(61);
    expect(after.can).toEqual({ edit: false, cancel: false, join: false, giveFeedback: true });
    expect(after.resources).toEqual({
      recordingUrl: 'https://example.com/recording',
      slidesUrl: null,
      materialsUrl: null,
    });
    expect(await view(61, waiting.manageToken)).not.toHaveProperty('resources');
  });
});
