import ICAL from 'ical.js';
import { aForm, aSession, aSpeaker, aTopic, app, clock, request, resetData, sql, strapi } from '../harness';

const NOW = '2030-05-15T10:00:00.000Z';
const W = '/api/webinars';

type Component = InstanceType<typeof ICAL.Component>;

const read = (text: string): Component => new ICAL.Component(ICAL.parse(text) as never);
const eventsIn = (text: string): Component[] => read(text).getAllSubcomponents('vevent');
const valueOf = (component: Component, name: string) => component.getFirstPropertyValue(name) as unknown;
const said = (event: Component, ...names: string[]) => names.map((name) => String(valueOf(event, name)));
const only = (text: string): Component => {
  const events = eventsIn(text);
  expect(events).toHaveLength(1);
  return events[0]!;
};
const start = (event: Component): string => {
  const property = event.getFirstProperty('dtstart')!;
  const time = property.getFirstValue() as unknown as InstanceType<typeof ICAL.Time>;
  const block = event
    .parent!.getAllSubcomponents('vtimezone')
    .find((zone) => valueOf(zone, 'tzid') === property.getFirstParameter('tzid'));
  if (block) time.zone = new ICAL.Timezone(block);
  return new Date(time.toUnixTime() * 1000).toISOString();
};

const download = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await request.get(W + path).set(headers);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  return answer;
};
const file = async (path: string): Promise<string> => (await download(path)).text;

const edit = (documentId: string, data: object) =>
  strapi.documents('api::session.session').update({ documentId, data: data as never });

const registers = async (
  slug: string,
  form: object = {},
): Promise<{ reference: string; token: string; documentId: string }> => {
  const answer = await request.post(`${W}/sessions/${slug}/registrations`).send({ data: aForm(form as never) });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const { reference, manageToken } = answer.body.data;
  const [row] = await sql<{ id: string }>('select document_id as id from registrations where reference = $1', [
    reference,
  ]);
  return { reference, token: manageToken, documentId: row!.id };
};

const organizer = { name: 'Magnetiq', email: 'events@example.com' };
const part = async (
  registrationDocumentId: string,
  method: 'REQUEST' | 'CANCEL',
  isSessionCancelled = false,
): Promise<string> => {
  const asks = [{ mailId: '1', registrationDocumentId, method, isSessionCancelled }];
  const parts = await app.calendar.parts(app.database.read, asks, organizer);
  return parts.get('1')!;
};

const SECRET = ['https://secret.example/room', 'secret-password', 'https://secret.example/materials'];
const PRIVATE = { meetingUrl: SECRET[0], meetingPassword: SECRET[1], materialsUrl: SECRET[2] };

beforeEach(async () => {
  await resetData();
  clock.set(NOW);
});

describe('the calendar part of a mail', () => {
  it('confirms, moves and ends one entry: one UID, a rising SEQUENCE, the right instants', async () => {
    const session = await aSession({ datetime: '2030-06-03T07:30:00.000Z', timezone: 'America/New_York' });
    const { documentId } = await registers(session.slug);
    const confirmed = await part(documentId, 'REQUEST');
    await edit(session.documentId, { datetime: '2030-11-04T15:00:00.000Z' });
    const moved = await part(documentId, 'REQUEST');
    await edit(session.documentId, { state: 'cancelled' });
    const cancelled = await part(documentId, 'CANCEL', true);
    const told = [confirmed, moved, cancelled].map((text) => [
      String(valueOf(read(text), 'method')),
      ...said(only(text), 'uid', 'sequence', 'status'),
      start(only(text)),
    ]);
    expect(told).toEqual([
      ['REQUEST', `${documentId}@webinars`, '0', 'CONFIRMED', '2030-06-03T07:30:00.000Z'],
      ['REQUEST', `${documentId}@webinars`, '1', 'CONFIRMED', '2030-11-04T15:00:00.000Z'],
      ['CANCEL', `${documentId}@webinars`, '2', 'CANCELLED', '2030-11-04T15:00:00.000Z'],
    ]);
    expect(moved).toContain('DTSTART;TZID=America/New_York:20301104T100000');
  });

  it('ends the entry of one person above everything that was sent before', async () => {
    const session = await aSession();
    const { documentId, token } = await registers(session.slug);
    await edit(session.documentId, { duration: 90 });
    expect(said(only(await part(documentId, 'REQUEST')), 'sequence')).toEqual(['1']);
    await request.post(`${W}/registrations/${token}/cancel`);
    const cancelled = only(await part(documentId, 'CANCEL'));
    expect(said(cancelled, 'sequence', 'status')).toEqual(['2', 'CANCELLED']);
    expect(cancelled.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('leads one person to their page in their language, and holds neither the meeting’s address nor its password', async () => {
    const topic = await aTopic({ title: 'Lean' });
    await strapi.documents('api::topic.topic').update({
      documentId: topic.documentId,
      locale: 'de',
      data: { title: 'Schlank, aber fein; "wirklich"', slug: 'schlank' } as never,
    });
    const speaker = await aSpeaker({ firstName: 'Anna', lastName: 'Berg' });
    const session = await aSession({ topic: topic.documentId, speaker: speaker.documentId, ...PRIVATE });
    const name = { firstName: 'Gräfin', lastName: 'O"Hara; CN=x', email: 'ada+x@example.com', language: 'de' };
    const { documentId, token, reference } = await registers(session.slug, name);
    const text = await part(documentId, 'REQUEST');
    const event = only(text);
    const join = app.links.join(reference);
    expect(text).not.toContain(token);
    expect(said(event, 'summary', 'location', 'url', 'class')).toEqual([
      'Webinar: Schlank, aber fein; "wirklich"',
      join,
      join,
      'PRIVATE',
    ]);
    expect(String(valueOf(event, 'description'))).toBe(
      [
        `Zum Webinar:\n${join}\nDieser Link gehört nur Ihnen. Bitte geben Sie ihn nicht weiter.`,
        `Mit: Anna Berg\nDauer: 60 Minuten\nVorbereitung: ${SECRET[2]}\nAnmeldenummer: ${reference}`,
      ].join('\n\n'),
    );
    const attendee = event.getFirstProperty('attendee')!;
    expect([attendee.getFirstValue(), attendee.getFirstParameter('cn')]).toEqual([
      'MAILTO:ada+x@example.com',
      "Gräfin O'Hara; CN=x",
    ]);
    const inviting = event.getFirstProperty('organizer')!;
    expect([inviting.getFirstValue(), inviting.getFirstParameter('cn')]).toEqual([
      'mailto:events@example.com',
      'Magnetiq',
    ]);
    for (const secret of SECRET.slice(0, 2)) expect(text.replace(/\r\n /g, '')).not.toContain(secret);
  });

  it('is found for many mails with one question, and for none that lost its registration', async () => {
    const session = await aSession();
    const people = [await registers(session.slug), await registers(session.slug, { language: 'de' })];
    const asks = [...people.map(({ documentId }) => documentId), 'erased'].map((registrationDocumentId, index) => ({
      mailId: `mail-${index}`,
      registrationDocumentId,
      method: 'REQUEST' as const,
      isSessionCancelled: false,
    }));
    let statements = 0;
    const counting = {
      raw: (statement: string, bindings?: readonly unknown[]) => {
        statements += 1;
        return app.database.read.raw(statement, bindings as never);
      },
    };
    const parts = await app.calendar.parts(counting, asks, organizer);
    expect([...parts.keys()]).toEqual(['mail-0', 'mail-1']);
    expect(statements).toBe(1);
  });
});

describe('the calendar file of a session', () => {
  it('tells everybody what everybody may know', async () => {
    const session = await aSession({
      ...PRIVATE,
      slug: 'lean-in-june',
      datetime: '2030-06-03T07:30:00.000Z',
      texts: [
        { locale: 'en', title: 'Lean', description: 'About lean.' },
        { locale: 'de', title: 'Schlank', description: 'Über Schlankes.' },
      ],
    });
    await registers(session.slug, { email: 'secret@person.example' });
    const answer = await download(`/sessions/lean-in-june/calendar.ics?locale=de`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="lean-in-june.ics"');
    const event = only(answer.text);
    expect(valueOf(read(answer.text), 'method')).toBe('PUBLISH');
    expect([...said(event, 'uid', 'summary', 'status', 'class', 'location'), start(event)]).toEqual([
      `${session.documentId}@webinars`,
      'Schlank',
      'CONFIRMED',
      'PUBLIC',
      'Online',
      '2030-06-03T07:30:00.000Z',
    ]);
    expect(String(valueOf(event, 'description'))).toContain('Über Schlankes.');
    expect(String(valueOf(event, 'url'))).toBe(`${app.settings.publicUrl}/webinars/lean-in-june`);
    const text = answer.text.replace(/\r\n /g, '');
    for (const secret of [...SECRET, 'secret@person.example', 'ORGANIZER', 'ATTENDEE', 'manage'])
      expect(text).not.toContain(secret);
    expect(await file(`/sessions/${session.documentId}/calendar.ics`)).toContain('SUMMARY:Lean\r\n');
  });

  it('does not exist while the session is a draft', async () => {
    const draft = await aSession({ state: 'draft' });
    const answer = await request.get(`${W}/sessions/${draft.slug}/calendar.ics`);
    expect([answer.status, answer.body]).toEqual([
      404,
      { data: null, error: expect.objectContaining({ status: 404, name: 'NotFoundError' }) },
    ]);
  });

  it.each(['published', 'live', 'completed'])('exists while it is %s', async (state) => {
    const session = await aSession();
    await sql(`update sessions set state = $2 where document_id = $1`, [session.documentId, state]);
    expect(said(only(await file(`/sessions/${session.slug}/calendar.ics`)), 'status')).toEqual(['CONFIRMED']);
  });

  it('says so when the session was cancelled', async () => {
    const session = await aSession({ texts: [{ locale: 'en', title: 'Lean' }] });
    await edit(session.documentId, { state: 'cancelled' });
    const event = only(await file(`/sessions/${session.slug}/calendar.ics`));
    expect(said(event, 'status', 'sequence', 'summary')).toEqual(['CANCELLED', '1', 'Cancelled: Lean']);
  });

  it('refuses a language it does not speak, and passes over what it does not know', async () => {
    const session = await aSession();
    expect((await request.get(`${W}/sessions/${session.slug}/calendar.ics?locale=fr`)).status).toBe(400);
    await file(`/sessions/${session.slug}/calendar.ics?nocache=1`);
  });
});

describe('the calendar file of a registration', () => {
  it('is its owner’s entry: published, under the UID of the invitation, in their language', async () => {
    const session = await aSession(PRIVATE);
    const { documentId, token } = await registers(session.slug, { language: 'de' });
    const answer = await download(`/registrations/${token}/calendar.ics`);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(valueOf(read(answer.text), 'method')).toBe('PUBLISH');
    const event = only(answer.text);
    expect(said(event, 'uid', 'sequence', 'class')).toEqual([`${documentId}@webinars`, '0', 'PRIVATE']);
    expect(String(valueOf(event, 'description'))).toContain('Anmeldenummer');
    expect(event.getAllSubcomponents('valarm')).toHaveLength(2);
    const text = answer.text.replace(/\r\n /g, '');
    for (const unwanted of [...SECRET.slice(0, 2), 'ATTENDEE', 'ORGANIZER']) expect(text).not.toContain(unwanted);
    const inEnglish = only(await file(`/registrations/${token}/calendar.ics?locale=en`));
    expect(String(valueOf(inEnglish, 'description'))).toContain('Registration reference');
  });

  it('ends the entry once the registration is cancelled', async () => {
    const session = await aSession();
    const { documentId, token } = await registers(session.slug);
    await request.post(`${W}/registrations/${token}/cancel`);
    const text = await file(`/registrations/${token}/calendar.ics`);
    expect(valueOf(read(text), 'method')).toBe('CANCEL');
    expect(said(only(text), 'uid', 'sequence', 'status')).toEqual([`${documentId}@webinars`, '1', 'CANCELLED']);
    expect(text).toContain('ORGANIZER');
  });

  it('is not there while no seat is confirmed, in words of the visitor’s language', async () => {
    const session = await aSession({ capacity: 1 });
    await registers(session.slug);
    const { token } = await registers(session.slug);
    const answer = await request.get(`${W}/registrations/${token}/calendar.ics`).set('Accept-Language', 'de');
    expect([answer.status, answer.body.error.details]).toEqual([
      409,
      { code: 'NO_CONFIRMED_SEAT', state: 'waitlisted' },
    ]);
    expect(answer.body.error.message).toContain('keinen bestätigten Platz');
  });

  it('is not there for a token that was not issued', async () => {
    const session = await aSession();
    const { reference } = await registers(session.slug);
    for (const token of ['nobody', reference, `${reference}.x`]) {
      expect((await request.get(`${W}/registrations/${token}/calendar.ics`)).status).toBe(404);
    }
  });
});

describe('a feed', () => {
  const summaries = async (path: string) => eventsIn(await file(path)).map((event) => said(event, 'summary')[0]);
  const named = (title: string, data: object = {}) => aSession({ texts: [{ locale: 'en', title }], ...data });

  it('has what is ahead and the last thirty days, in order of time, and no draft', async () => {
    await named('Later', { datetime: '2030-07-01T10:00:00.000Z' });
    await named('Sooner', { datetime: '2030-06-01T10:00:00.000Z' });
    await named('Draft', { state: 'draft' });
    await named('Last month', { datetime: '2030-04-16T00:00:00.000Z' });
    await named('Long ago', { datetime: '2030-04-14T23:00:00.000Z' });
    expect(await summaries('/calendar.ics')).toEqual(['Last month', 'Sooner', 'Later']);
  });

  it('keeps its entries when sessions move or are cancelled', async () => {
    const [moved, cancelled] = [await named('Moved', { datetime: '2030-06-01T10:00:00.000Z' }), await named('Off')];
    const before = eventsIn(await file('/calendar.ics')).map((event) => said(event, 'uid')[0]);
    await edit(moved.documentId, { datetime: '2030-08-01T10:00:00.000Z' });
    await edit(cancelled.documentId, { state: 'cancelled' });
    const after = eventsIn(await file('/calendar.ics'));
    expect(after.map((event) => said(event, 'uid')[0]).sort()).toEqual(before.sort());
    expect(after.map((event) => [...said(event, 'summary', 'status', 'sequence'), start(event).slice(0, 10)])).toEqual([
      ['Cancelled: Off', 'CANCELLED', '1', '2030-05-29'],
      ['Moved', 'CONFIRMED', '1', '2030-08-01'],
    ]);
  });

  it('says its name and how often to come back, and nothing private', async () => {
    await registers((await named('Lean', PRIVATE)).slug, { email: 'secret@person.example' });
    const answer = await download('/calendar.ics');
    expect(answer.headers['content-disposition']).toBe('inline; filename="webinars.ics"');
    expect(said(read(answer.text), 'method', 'name', 'x-wr-calname', 'refresh-interval', 'x-published-ttl')).toEqual([
      'PUBLISH',
      'Magnetiq Webinars',
      'Magnetiq Webinars',
      'PT1H',
      'PT1H',
    ]);
    const text = answer.text.replace(/\r\n /g, '');
    const unwanted = [...SECRET, 'person.example', 'ORGANIZER', 'ATTENDEE', 'VALARM', 'speaker-', 'manage'];
    for (const each of unwanted) expect(text).not.toContain(each);
    expect(only(answer.text).getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('can be of one category, however it is spelled', async () => {
    const topic = await aTopic({ category: 'It & Law/2.0' });
    await named('In', { topic: topic.documentId });
    await named('Out');
    const path = `/calendar/categories/${encodeURIComponent('It & Law/2.0')}.ics`;
    expect(await summaries(path)).toEqual(['In']);
    const { headers, text } = await download(path);
    expect(headers['content-disposition']).toBe('inline; filename="webinars-it-law-2-0.ics"');
    expect(said(read(text), 'name')).toEqual(['Magnetiq Webinars: It & Law/2.0']);
  });

  it('can be of one person on the stage, by slug or document id', async () => {
    const speaker = await aSpeaker({ firstName: 'Anna', lastName: 'Berg', slug: 'anna' });
    await named('Speaks', { speaker: speaker.documentId });
    await named('Sits on the panel', { panelists: [speaker.documentId] });
    await named('Neither');
    for (const name of ['anna', speaker.documentId]) {
      expect(await summaries(`/calendar/speakers/${name}.ics`)).toEqual(['Speaks', 'Sits on the panel']);
    }
  });

  it('does not exist for what nobody knows, nor for a speaker who is no longer shown', async () => {
    await aSpeaker({ slug: 'gone', isActive: false });
    for (const path of ['categories/nothing', 'speakers/nobody', 'speakers/gone']) {
      const answer = await request.get(`${W}/calendar/${path}.ics`);
      expect([path, answer.status, answer.body.error?.name]).toEqual([path, 404, 'NotFoundError']);
    }
  });

  it('speaks the language that is asked for', async () => {
    await named('Lean', {
      texts: [
        { locale: 'en', title: 'Lean' },
        { locale: 'de', title: 'Schlank' },
      ],
    });
    expect(await summaries('/calendar.ics?locale=de')).toEqual(['Schlank']);
    expect(await summaries('/calendar.ics')).toEqual(['Lean']);
    expect((await request.get(`${W}/calendar.ics?locale=fr`)).status).toBe(400);
  });

  it('is sent again only when it says something else', async () => {
    const session = await named('Lean');
    const first = await download('/calendar.ics');
    const etag = String(first.headers.etag);
    const again = () => request.get(`${W}/calendar.ics`).set('If-None-Match', `"other", ${etag}`);
    const unchanged = await again();
    expect([unchanged.status, unchanged.text, unchanged.headers.etag]).toEqual([304, '', etag]);
    await registers(session.slug);
    expect((await again()).status).toBe(304);
    await edit(session.documentId, { texts: [{ locale: 'en', title: 'Leaner' }] });
    const changed = await again();
    expect([changed.status, said(only(changed.text), 'summary')]).toEqual([200, ['Leaner']]);
    expect(
      (await request.get(`${W}/calendar.ics?locale=de`).set('If-None-Match', String(changed.headers.etag))).status,
    ).toBe(200);
    expect((await request.head(`${W}/calendar.ics`)).headers.etag).toBe(changed.headers.etag);
  });

  it('forgets a day’s sessions a day later', async () => {
    await named('Going', { datetime: '2030-04-15T10:00:00.000Z' });
    const { headers } = await download('/calendar.ics');
    clock.advance({ hours: 14 });
    const answer = await request.get(`${W}/calendar.ics`).set('If-None-Match', String(headers.etag));
    expect([answer.status, eventsIn(answer.text)]).toEqual([200, []]);
  });

  it('asks the database as many questions for fifty sessions as for one', async () => {
    // Strapi reads what its webhooks tell, some time after a save.
    const questions = async () => {
      const asked: string[] = [];
      const note = ({ sql: statement }: { sql: string }) => {
        if (!statement.startsWith('select distinct')) asked.push(statement.trim().split(/\s/)[0] ?? '');
      };
      strapi.db.connection.on('query', note);
      await file('/calendar.ics');
      strapi.db.connection.removeListener('query', note);
      return asked;
    };
    const session = await named('One');
    const few = await questions();
    await sql(
      `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, price, currency)
       select 'copy' || n, 'copy-' || n, 'published', datetime + n * interval '1 hour', duration, timezone, language, 0, 'EUR'
         from sessions, generate_series(1, 49) n where document_id = $1`,
      [session.documentId],
    );
    expect(await questions()).toEqual(few);
    expect(few).toEqual(['select', 'select', 'with']);
    expect(eventsIn(await file('/calendar.ics'))).toHaveLength(50);
  });
});

describe('asking for a calendar', () => {
  it('changes nothing', async () => {
    const speaker = await aSpeaker({ slug: 'anna' });
    const session = await aSession({ speaker: speaker.documentId });
    const { token } = await registers(session.slug);
    const everything = async () =>
      JSON.stringify([
        await sql('select * from sessions order by id'),
        await sql('select * from registrations order by id'),
        await sql('select * from webinars_events order by id'),
        await sql('select * from webinars_mails order by id'),
        await sql('select count(*) from webinars_catalog_changes'),
        await sql('select count(*) from graphile_worker._private_jobs'),
      ]);
    const before = await everything();
    for (const path of [
      `/sessions/${session.slug}/calendar.ics`,
      `/registrations/${token}/calendar.ics`,
      '/calendar.ics',
      '/calendar/categories/strategy.ics',
      '/calendar/speakers/anna.ics',
    ]) {
      await download(path);
    }
    expect(await everything()).toBe(before);
  });
});
