import { app, aSession, aSpeaker, aTopic, clock, odoo, request, resetData, sql, strapi } from '../harness';
import {
  attendeeOf,
  attendeesOf,
  differences,
  eventOf,
  find,
  leadOf,
  linkOf,
  register,
  RUN,
  save,
  send,
  someone,
} from './odoo-records';

/** What staff set up in an event of ours beside what they get from here, with `vals` of ours. */
const byHand = async (id: number, vals: Record<string, unknown>) => {
  const partners = [{ name: `Venue ${RUN}` }, { name: `Host ${RUN}` }];
  const [venue, organiser] = await odoo.staff<number[]>('res.partner', 'create', { vals_list: partners });
  // An event that staff make mails attendees.
  const own = { name: `Own ${RUN}`, date_begin: '2031-01-01 10:00:00', date_end: '2031-01-01 11:00:00' };
  const [event] = await odoo.staff<number[]>('event.event', 'create', { vals_list: [own] });
  const [usual] = await find('event.mail', [['event_id', '=', event]], ['template_ref']);
  const mail = { interval_nbr: 1, interval_unit: 'hours', interval_type: 'before_event' };
  const [before] = await find('event.event', [['id', '=', id]], ['event_url']);
  await odoo.staff('event.event', 'write', {
    ids: [id],
    vals: {
      address_id: venue,
      // A venue would take its place.
      event_url: before!.event_url,
      organizer_id: organiser,
      event_mail_ids: [[0, 0, { ...mail, template_ref: usual!.template_ref }]],
      ...vals,
    },
  });
  const fields = ['address_id', 'event_mail_ids', 'registration_properties_definition'];
  const [theirs] = await find('event.event', [['id', '=', id]], fields);
  return theirs!;
};

beforeEach(async () => {
  await resetData();
  await app.partners.begin();
});

describe('A session in Odoo', () => {
  it('is an event with its times in UTC, its zone, seats, words, address, tags and speaker, and mails nobody', async () => {
    const speaker = await aSpeaker({
      firstName: 'Edsger',
      lastName: `Dijkstra ${RUN}`,
      email: `edsger-${RUN}@example.com`,
    });
    const topic = await aTopic({
      title: `Structured <programming> ${RUN}`,
      category: `Category ${RUN}`,
      description: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Go to ' },
            { type: 'text', text: 'nowhere', bold: true },
          ],
        },
        { type: 'paragraph', children: [{ type: 'text', text: '<script>alert(1)</script>' }] },
      ],
    });
    const session = await aSession({
      topic: topic.documentId,
      speaker: speaker.documentId,
      datetime: '2027-07-01T15:00:00.000Z',
      duration: 90,
      timezone: 'America/New_York',
      capacity: 12,
    });
    await send();

    const event = await eventOf(session, [
      'name',
      'date_begin',
      'date_end',
      'date_tz',
      'seats_limited',
      'seats_max',
      'description',
      'event_url',
      'is_published',
      'address_id',
      'organizer_id',
      'tag_ids',
      'event_mail_ids',
      'event_ticket_ids',
      'kanban_state',
    ]);
    expect(event).toMatchObject({
      name: `Structured <programming> ${RUN}`,
      date_begin: '2027-07-01 15:00:00',
      date_end: '2027-07-01 16:30:00',
      date_tz: 'America/New_York',
      seats_limited: true,
      seats_max: 12,
      event_url: expect.stringContaining(`/webinars/${session.slug}`),
      is_published: true,
      address_id: false,
      organizer_id: [expect.any(Number), expect.stringContaining(`Edsger Dijkstra ${RUN}`)],
      event_mail_ids: [],
      event_ticket_ids: [],
      kanban_state: 'normal',
    });
    expect(event.description).toContain('<strong>nowhere</strong>');
    expect(event.description).not.toContain('<script');
    const tags = await find('event.tag', [['id', 'in', event.tag_ids]], ['name']);
    expect(tags.map(({ name }) => name).sort()).toEqual([`Category ${RUN}`, 'Webinar']);
    const [row] = await sql<{ odoo_event_id: number }>(`select odoo_event_id from sessions where document_id = $1`, [
      session.documentId,
    ]);
    expect(row!.odoo_event_id).toBe(event.id);
  });

  it('has a ticket with its price where it is paid, and one ticket however often the price changes', async () => {
    const session = await aSession({ price: 12_350, currency: 'EUR', state: 'published' });
    await send();
    const tickets = async () =>
      find('event.event.ticket', [['event_id', '=', (await eventOf(session, [])).id]], ['name', 'price']);
    expect(await tickets()).toEqual([{ id: expect.any(Number), name: 'Standard Registration', price: 123.5 }]);
    await save(session.documentId, { price: 9_900 });
    await app.beats.find(({ name }) => name === 'odoo.sweep')!.find(clock.now());
    await send();
    expect(await tickets()).toEqual([{ id: expect.any(Number), name: 'Standard Registration', price: 99 }]);
  });

  it('is there although its topic names a product that is not, and a test call tells of it', async () => {
    const topic = await aTopic({ odooProductId: 999_999 });
    const session = await aSession({ topic: topic.documentId, price: 5_000, currency: 'EUR' });
    await send();
    expect(await linkOf('event', session.documentId)).toMatchObject({ state: 'done' });
    const { check } = await app.partners.check('odoo');
    expect(check!.warnings).toContainEqual({ code: 'unknown_product', values: { product: '999999' } });
  });

  it('moves with it; what somebody changed there in other fields stays', async () => {
    const session = await aSession({ datetime: '2027-03-01T10:00:00.000Z' });
    await send();
    const { id } = await eventOf(session, []);
    await odoo.staff('event.event', 'write', { ids: [id], vals: { name: 'Named by hand', subtitle: 'Theirs' } });

    await save(session.documentId, { datetime: '2027-04-02T08:30:00.000Z', timezone: 'Europe/Paris' });
    await send();
    expect(await eventOf(session, ['date_begin', 'date_end', 'date_tz', 'name', 'subtitle'])).toMatchObject({
      id,
      date_begin: '2027-04-02 08:30:00',
      date_end: '2027-04-02 09:30:00',
      date_tz: 'Europe/Paris',
      name: 'Named by hand',
      subtitle: 'Theirs',
    });
  });

  it('follows words that are edited in its topic, and its seats', async () => {
    const topic = await aTopic({ title: `Before ${RUN}` });
    const session = await aSession({ topic: topic.documentId, capacity: 3 });
    await send();
    await strapi
      .documents('api::topic.topic')
      .update({ documentId: topic.documentId, locale: 'en', data: { title: `After ${RUN}` } });
    await app.beats.find(({ name }) => name === 'odoo.sweep')!.find(clock.now());
    await save(session.documentId, { capacity: null });
    await send();
    expect(await eventOf(session, ['name', 'seats_limited'])).toMatchObject({
      name: `After ${RUN}`,
      seats_limited: false,
    });
  });

  it('is cancelled there with everyone who was registered, and no longer shown', async () => {
    const session = await aSession();
    const person = await register(session);
    await send();
    await save(session.documentId, { state: 'cancelled' });
    await send();
    expect(await eventOf(session, ['kanban_state', 'is_published'])).toMatchObject({
      kanban_state: 'cancel',
      is_published: false,
    });
    expect(await attendeeOf(person, ['state'])).toMatchObject({ state: 'cancel' });
  });

  it('is not there as long as it is a draft, nor where it says no', async () => {
    const draft = await aSession({ state: 'draft' });
    const other = await aSession({ createOdooEvent: false });
    const person = await register(other);
    await send();
    expect(await linkOf('event', draft.documentId)).toBeUndefined();
    expect(await linkOf('event', other.documentId)).toBeUndefined();
    expect(await attendeesOf([person.reference], [])).toEqual([]);
  });
});

describe('A registration in Odoo', () => {
  it('is an attendee under our reference, with the answers of the form', async () => {
    const session = await aSession();
    const person = await register(
      session,
      someone({
        firstName: 'Zoë',
        lastName: `O'Neil <b> ${RUN}`,
        phone: '+49 30 1234567',
        company: `Analytical & Sons ${RUN}`,
        position: 'Head of Looms',
        specificQuestions: 'Does it run on punched cards?',
        currentChallenges: ['cards', 'dust'],
      }),
    );
    await send();
    const attendee = await attendeeOf(person, [
      'name',
      'email',
      'company_name',
      'state',
      'event_id',
      'registration_answer_ids',
    ]);
    expect(attendee).toMatchObject({
      name: `Zoë O'Neil <b> ${RUN}`,
      email: person.email,
      company_name: `Analytical & Sons ${RUN}`,
      state: 'open',
      event_id: [(await eventOf(session, [])).id, expect.any(String)],
    });
    const answers = await find(
      'event.registration.answer',
      [['registration_id', '=', attendee.id]],
      ['value_text_box'],
    );
    expect(answers.map(({ value_text_box: text }) => text).sort()).toEqual([
      'Does it run on punched cards?',
      'Head of Looms',
      'cards, dust',
    ]);
  });

  it('has the answers that its person last gave, each once, and none that was taken back', async () => {
    const session = await aSession();
    const person = await register(session, someone({ position: 'Weaver', specificQuestions: 'Why brass?' }));
    await send();
    const { id } = await attendeeOf(person, []);
    const answers = async () =>
      (await find('event.registration.answer', [['registration_id', '=', id]], ['value_text_box'])).map(
        ({ value_text_box: text }) => text,
      );
    expect((await answers()).sort()).toEqual(['Weaver', 'Why brass?']);
    await strapi.documents('api::registration.registration').update({
      documentId: person.documentId,
      data: { position: 'Head of Looms', specificQuestions: null, learningObjectives: 'Patterns' } as never,
    });
    await send();
    expect((await answers()).sort()).toEqual(['Head of Looms', 'Patterns']);
    // A repair sends all of it again.
    await sql(`update webinars_links set sent = '{}', state = 'waiting' where kind = 'attendee'`);
    await send();
    expect((await answers()).sort()).toEqual(['Head of Looms', 'Patterns']);
    expect(await differences()).toEqual([]);
  });

  it('is unconfirmed while it waits, registered when it has a seat, cancelled when it is given back', async () => {
    const session = await aSession({ capacity: 1 });
    const first = await register(session);
    const second = await register(session);
    await send();
    expect(await attendeeOf(second, ['state'])).toMatchObject({ state: 'draft' });
    await request.post(`/api/webinars/registrations/${first.token}/cancel`);
    await send();
    expect(await attendeeOf(first, ['state'])).toMatchObject({ state: 'cancel' });
    expect(await attendeeOf(second, ['state'])).toMatchObject({ state: 'open' });
  });

  it('that came and went before anything was sent leaves no trace', async () => {
    const session = await aSession();
    await send();
    const person = await register(session);
    await request.post(`/api/webinars/registrations/${person.token}/cancel`);
    await send();
    expect(await attendeesOf([person.reference], [])).toEqual([]);
    expect(await linkOf('attendee', person.documentId)).toBeUndefined();
  });

  it('says who attended, at the end of the session', async () => {
    const session = await aSession({ datetime: '2027-02-01T10:00:00.000Z', duration: 45 });
    const [came, stayed] = [await register(session), await register(session)];
    await send();
    clock.set(new Date('2027-02-01T11:00:00.000Z'));
    await strapi
      .documents('api::session.session')
      .update({ documentId: session.documentId, data: { state: 'completed' } })
      .catch(() => {});
    await strapi
      .documents('api::registration.registration')
      .update({ documentId: came.documentId, data: { state: 'attended' } as never });
    await send();
    expect(await attendeeOf(came, ['state', 'date_closed'])).toMatchObject({
      state: 'done',
      date_closed: '2027-02-01 10:45:00',
    });
    expect(await attendeeOf(stayed, ['state'])).toMatchObject({ state: 'open' });
  });

  it('points to the contact who has its address, and leaves that contact as it is', async () => {
    const email = `known-${RUN}@example.com`;
    const before = { name: `Known Contact ${RUN}`, email, phone: '+4930111' };
    const [contact] = await odoo.staff<number[]>('res.partner', 'create', { vals_list: [before] });
    const session = await aSession();
    const person = await register(
      session,
      someone({ firstName: 'Another', lastName: 'Name', email: email.toUpperCase(), phone: '+49 40 999999' }),
    );
    await send();
    expect(await attendeeOf(person, ['partner_id', 'name'])).toMatchObject({
      partner_id: [contact, expect.any(String)],
      name: 'Another Name',
    });
    expect(await leadOf(person, ['partner_id'])).toMatchObject({ partner_id: [contact, expect.any(String)] });
    expect(await find('res.partner', [['id', '=', contact]], ['name', 'email', 'phone'])).toMatchObject([before]);
    expect(await find('res.partner', [['email', '=ilike', email]], [])).toHaveLength(1);
  });

  it('has its seat even where people whom staff entered there took the last one', async () => {
    const session = await aSession({ capacity: 2 });
    await send();
    const { id } = await eventOf(session, []);
    await odoo.staff('event.registration', 'create', {
      vals_list: [{ event_id: id, name: 'Walk-in', email: `walk-in-${RUN}@example.com` }],
    });
    const people = [await register(session), await register(session)];
    await send();
    const attendees = await attendeesOf(
      people.map(({ reference }) => reference),
      ['state'],
    );
    expect(attendees.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(await differences()).toMatchObject([{ kind: 'attendee', difference: 'extra', record: null }]);
  });

  it('goes along in one call with all the others of its batch', async () => {
    const session = await aSession({ capacity: null });
    const people = [];
    for (let n = 0; n < 25; n += 1) people.push(await register(session));
    await send();
    const attendees = await attendeesOf(
      people.map(({ reference }) => reference),
      ['state'],
    );
    expect(attendees).toHaveLength(25);
  });
});

describe('A lead', () => {
  it('is made when an attendee is registered, unassigned, with source, medium, campaign, tags and what the person asked', async () => {
    const topic = await aTopic({ title: `Looms ${RUN}`, category: `Looms & co ${RUN}` });
    const session = await aSession({ topic: topic.documentId });
    const person = await register(
      session,
      someone({
        firstName: 'Ada',
        lastName: `L ${RUN}`,
        phone: '+49 30 7654321',
        company: `Mills ${RUN}`,
        specificQuestions: 'Why <b>brass</b>?',
      }),
    );
    await send();
    const lead = await leadOf(person, [
      'name',
      'type',
      'contact_name',
      'email_from',
      'partner_name',
      'description',
      'source_id',
      'medium_id',
      'campaign_id',
      'tag_ids',
      'user_id',
      'event_id',
      'registration_ids',
    ]);
    expect(lead).toMatchObject({
      name: `Webinar Lead - Ada L ${RUN}`,
      type: 'lead',
      contact_name: `Ada L ${RUN}`,
      email_from: person.email,
      partner_name: `Mills ${RUN}`,
      source_id: [expect.any(Number), 'Webinar'],
      medium_id: [expect.any(Number), 'Education'],
      campaign_id: [expect.any(Number), `Looms & co ${RUN}`],
      user_id: false,
      event_id: [(await eventOf(session, [])).id, expect.any(String)],
      registration_ids: [(await attendeeOf(person, [])).id],
    });
    expect(lead!.description).toContain('Why &lt;b&gt;brass&lt;/b&gt;?');
    const tags = await find('crm.tag', [['id', 'in', lead!.tag_ids]], ['name']);
    expect(tags.map(({ name }) => name).sort()).toEqual([`Looms & co ${RUN}`, 'Webinar Lead']);
  });

  it('has each of two long tags that begin alike', async () => {
    const begin = `Tag ${RUN} of a programme whose name goes on and on until nobody reads it to its`;
    const settings = await app.odooDoors.readSettings();
    await app.odooDoors.saveSettings({ ...settings, tags: [`${begin} end`, `${begin} start`] });
    await register(await aSession());
    await send();
    const tags = await find('crm.tag', [['name', 'like', `Tag ${RUN}`]], ['name']);
    expect(tags.map(({ name }) => name).sort()).toEqual([`${begin} end`, `${begin} start`]);
  });

  it('asks a salesperson to call whoever wants a consultation, once', async () => {
    const session = await aSession();
    const person = await register(session, someone({ consultationInterest: true }));
    await send();
    const lead = await leadOf(person, []);
    const activities = () =>
      find(
        'mail.activity',
        [
          ['res_model', '=', 'crm.lead'],
          ['res_id', '=', lead!.id],
        ],
        ['summary'],
      );
    expect(await activities()).toEqual([{ id: expect.any(Number), summary: 'Consultation asked for' }]);
    await strapi
      .documents('api::registration.registration')
      .update({ documentId: person.documentId, data: { position: 'Director' } });
    await send();
    expect(await activities()).toHaveLength(1);
  });

  it('is made by the first rule that applies: here only for those who attended', async () => {
    const settings = await app.odooDoors.readSettings();
    await app.odooDoors.saveSettings({
      ...settings,
      rules: [
        { ...settings.rules[0]!, id: 'attended', trigger: 'done', leadType: 'opportunity', tags: [`Came ${RUN}`] },
      ],
    });
    const session = await aSession({ datetime: new Date(+clock.now() + 3600_000).toISOString() });
    const [came, stayed] = [await register(session), await register(session)];
    await send();
    expect(await leadOf(came, [])).toBeNull();
    clock.set(new Date(+clock.now() + 2 * 3600_000));
    await strapi
      .documents('api::registration.registration')
      .update({ documentId: came.documentId, data: { state: 'attended' } as never });
    await send();
    expect(await leadOf(came, ['type'])).toMatchObject({ type: 'opportunity' });
    expect(await leadOf(stayed, [])).toBeNull();
  });

  it('is theirs once it is made: nothing of ours is written to it again', async () => {
    const session = await aSession();
    const person = await register(session);
    await send();
    const lead = await leadOf(person, []);
    await odoo.staff('crm.lead', 'write', {
      ids: [lead!.id],
      vals: { name: 'Called back', partner_name: 'Their Ltd' },
    });
    await strapi
      .documents('api::registration.registration')
      .update({ documentId: person.documentId, data: { company: 'Ours Ltd' } });
    await send();
    expect(await leadOf(person, ['name', 'partner_name'])).toMatchObject({
      name: 'Called back',
      partner_name: 'Their Ltd',
    });
    expect(await attendeeOf(person, ['company_name'])).toMatchObject({ company_name: 'Ours Ltd' });
    expect(await differences()).toMatchObject([
      { kind: 'lead', difference: 'kept', fields: [{ name: 'name' }, { name: 'partner_name' }] },
    ]);
  });
});

describe('Sent twice, by several at once, or after an answer was lost', () => {
  it('makes nothing twice where everything we knew of it is forgotten', async () => {
    const session = await aSession({ price: 5_000, currency: 'EUR', capacity: 5 });
    await sql(`update sessions set price = 0 where document_id = $1`, [session.documentId]);
    const people = [
      await register(session, someone({ consultationInterest: true, position: 'Boss' })),
      await register(session),
    ];
    await send();
    const event = await eventOf(session, []);
    const lead = await leadOf(people[0]!, []);
    await sql(`update webinars_links set remote_id = null, sent = '{}', state = 'waiting'`);
    await sql(`delete from webinars_odoo_names`);
    await send();
    expect((await eventOf(session, [])).id).toBe(event.id);
    expect((await leadOf(people[0]!, []))!.id).toBe(lead!.id);
    expect(
      await attendeesOf(
        people.map(({ reference }) => reference),
        [],
      ),
    ).toHaveLength(2);
    const { id } = await attendeeOf(people[0]!, []);
    expect(await find('event.registration.answer', [['registration_id', '=', id]], [])).toHaveLength(1);
    expect(
      await find(
        'mail.activity',
        [
          ['res_model', '=', 'crm.lead'],
          ['res_id', '=', lead!.id],
        ],
        [],
      ),
    ).toHaveLength(1);
    expect(await find('utm.source', [['name', 'like', 'Webinar [']], [])).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('makes nothing twice where two workers believe that they are the only one', async () => {
    const session = await aSession({ capacity: null });
    const people = [];
    for (let n = 0; n < 12; n += 1) people.push(await register(session));
    await Promise.all([send(), send(), send()].map((sent) => sent.catch(() => {})));
    clock.set(new Date(+clock.now() + 3600_000));
    await app.partners.check('odoo');
    await app.partners.replay('odoo', null);
    await send();
    expect(
      await attendeesOf(
        people.map(({ reference }) => reference),
        [],
      ),
    ).toHaveLength(12);
    for (const person of people) expect(await leadOf(person, [])).not.toBeNull();
    expect(await differences()).toEqual([]);
  });
});

describe('What staff do in Odoo', () => {
  it('is neither fought nor a failure, and the report lists it; a repair brings ours back', async () => {
    const session = await aSession({ capacity: 9 });
    const people = [await register(session), await register(session), await register(session)];
    await send();
    expect(await differences()).toEqual([]);

    const { id } = await eventOf(session, []);
    await odoo.staff('event.event', 'write', { ids: [id], vals: { name: 'By hand', date_end: '2030-01-01 10:00:00' } });
    const deleted = await attendeeOf(people[0]!, []);
    await odoo.staff('event.registration', 'unlink', { ids: [deleted.id] });
    const lead = await leadOf(people[1]!, []);
    await odoo.staff('crm.lead', 'unlink', { ids: [lead!.id] });

    // A change here of each of them: none of it fails, none of it comes back by itself.
    for (const { documentId } of people) {
      await strapi.documents('api::registration.registration').update({ documentId, data: { position: 'Promoted' } });
    }
    await send();
    expect(await linkOf('attendee', people[0]!.documentId)).toMatchObject({ state: 'gone' });
    expect(await attendeesOf([people[0]!.reference], [])).toEqual([]);

    const found = await differences();
    expect(found.map(({ kind, difference, record }) => ({ kind, difference, record }))).toEqual(
      expect.arrayContaining([
        { kind: 'event', difference: 'changed', record: session.documentId },
        { kind: 'attendee', difference: 'deleted', record: people[0]!.documentId },
        { kind: 'lead', difference: 'deleted', record: people[1]!.documentId },
      ]),
    );
    expect(found).toHaveLength(3);
    expect(found.find(({ kind }) => kind === 'event')!.fields).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'name', theirs: 'By hand' })]),
    );

    expect(await app.partners.repair('odoo', null)).toBe(3);
    await send();
    expect((await eventOf(session, ['name'])).name).not.toBe('By hand');
    expect(await attendeeOf(people[0]!, ['state'])).toMatchObject({ state: 'open' });
    expect(await leadOf(people[1]!, [])).not.toBeNull();
    expect(await differences()).toEqual([]);
  });

  it('a repair overwrites what differs and nothing else: venue, mails and properties stay as staff have them', async () => {
    const session = await aSession();
    await send();
    const { id } = await eventOf(session, []);
    const theirs = await byHand(id, { name: 'By hand' });
    expect(await differences()).toMatchObject([
      { kind: 'event', difference: 'changed', fields: [{ name: 'name' }, { name: 'speaker' }] },
    ]);
    await app.partners.repair('odoo', null);
    await send();
    const event = await eventOf(session, ['name', ...Object.keys(theirs)]);
    expect(event).toMatchObject(theirs);
    expect(event.name).not.toBe('By hand');
  });

  it('a repair mends what changed there and what was not sent from here together', async () => {
    const session = await aSession();
    await send();
    const { id } = await eventOf(session, []);
    await odoo.staff('event.event', 'write', { ids: [id], vals: { name: 'By hand' } });
    await sql(`update sessions set timezone = 'Asia/Tokyo' where document_id = $1`, [session.documentId]);
    expect((await differences()).map(({ difference }) => difference)).toEqual(['stale', 'changed']);
    expect(await app.partners.repair('odoo', null)).toBe(1);
    await send();
    expect(await differences()).toEqual([]);
  });

  it('stays with an event that is found again, template and all', async () => {
    const template = `Template ${RUN}`;
    const settings = await app.odooDoors.readSettings();
    await app.odooDoors.saveSettings({ ...settings, eventTemplate: template });
    const [type] = await odoo.staff<number[]>('event.type', 'create', { vals_list: [{ name: template }] });
    const session = await aSession();
    await send();
    const { id } = await eventOf(session, []);
    expect(await eventOf(session, ['event_type_id', 'event_mail_ids', 'address_id'])).toMatchObject({
      event_type_id: [type, template],
      event_mail_ids: [],
      address_id: false,
    });
    const theirs = await byHand(id, {});
    await sql(`update webinars_links set remote_id = null, sent = '{}', state = 'waiting'`);
    await send();
    expect((await eventOf(session, [])).id).toBe(id);
    expect(await eventOf(session, Object.keys(theirs))).toMatchObject(theirs);
  });

  it('does not stop new events where they delete the template that is remembered', async () => {
    const template = `Short-lived ${RUN}`;
    const settings = await app.odooDoors.readSettings();
    await app.odooDoors.saveSettings({ ...settings, eventTemplate: template });
    const [type] = await odoo.staff<number[]>('event.type', 'create', { vals_list: [{ name: template }] });
    const first = await aSession();
    await send();
    expect(await eventOf(first, ['event_type_id'])).toMatchObject({ event_type_id: [type, template] });
    await odoo.staff('event.type', 'unlink', { ids: [type] });
    const second = await aSession();
    await send();
    expect(await eventOf(second, ['event_type_id'])).toMatchObject({ event_type_id: false });
  });

  it('keeps what they noted in properties of their own when attendance is told', async () => {
    const session = await aSession({ datetime: '2027-02-01T10:00:00.000Z', duration: 45 });
    const person = await register(session);
    await send();
    const event = await eventOf(session, ['registration_properties_definition']);
    const definition = [
      ...(event.registration_properties_definition as object[]),
      { name: 'badge', string: 'Badge', type: 'char' },
    ];
    await odoo.staff('event.event', 'write', {
      ids: [event.id],
      vals: { registration_properties_definition: definition },
    });
    const { id } = await attendeeOf(person, []);
    await odoo.staff('event.registration', 'write', { ids: [id], vals: { registration_properties: { badge: 'red' } } });
    clock.set(new Date('2027-02-01T11:00:00.000Z'));
    await strapi
      .documents('api::session.session')
      .update({ documentId: session.documentId, data: { state: 'completed' } })
      .catch(() => {});
    await strapi.documents('api::registration.registration').update({
      documentId: person.documentId,
      data: { state: 'attended', attendanceDuration: 40 } as never,
    });
    await send();
    const { registration_properties: properties } = await attendeeOf(person, ['registration_properties']);
    expect(properties).toEqual([
      expect.objectContaining({ name: 'minutes', value: 40 }),
      expect.objectContaining({ name: 'badge', value: 'red' }),
    ]);
  });

  it('is listed where they move somebody to another event, or change a price', async () => {
    const [session, other] = [await aSession({ price: 5_000, currency: 'EUR' }), await aSession()];
    await sql(`update sessions set price = 0 where document_id = $1`, [session.documentId]);
    const person = await register(session);
    await sql(`update sessions set price = 5000 where document_id = $1`, [session.documentId]);
    await send();
    expect(await differences()).toEqual([]);
    const { id } = await attendeeOf(person, []);
    const { event_ticket_ids: tickets } = await eventOf(session, ['event_ticket_ids']);
    await odoo.staff('event.event.ticket', 'write', { ids: tickets, vals: { price: 9 } });
    await odoo.staff('event.registration', 'write', {
      ids: [id],
      vals: { event_ticket_id: false, event_id: (await eventOf(other, [])).id },
    });
    expect(await differences()).toMatchObject([
      {
        kind: 'event',
        difference: 'changed',
        fields: [{ name: 'ticket', ours: 'Standard Registration · 50', theirs: 'Standard Registration · 9' }],
      },
      { kind: 'attendee', difference: 'changed', fields: [{ name: 'session' }] },
    ]);
    await app.partners.repair('odoo', null);
    await send();
    expect(await attendeeOf(person, ['event_id', 'event_ticket_id'])).toMatchObject({
      event_id: [(await eventOf(session, [])).id, expect.any(String)],
      event_ticket_id: [(tickets as number[])[0], expect.any(String)],
    });
    expect(await differences()).toEqual([]);
  });

  it('leaves nothing that fails or waits for somebody where a record is deleted on both sides', async () => {
    const session = await aSession();
    const [person, staying, noticed] = [await register(session), await register(session), await register(session)];
    const lonely = await aSession();
    await send();
    const registrations = strapi.documents('api::registration.registration');
    await odoo.staff('event.registration', 'unlink', {
      ids: [(await attendeeOf(person, [])).id, (await attendeeOf(noticed, [])).id],
    });
    await registrations.update({ documentId: noticed.documentId, data: { position: 'Noticed' } });
    await send();
    expect(await linkOf('attendee', noticed.documentId)).toMatchObject({ state: 'gone' });
    await odoo.staff('event.event', 'unlink', { ids: [(await eventOf(lonely, [])).id] });
    for (const { documentId } of [person, staying, noticed]) await registrations.delete({ documentId });
    await strapi.documents('api::session.session').delete({ documentId: lonely.documentId });
    await app.beats.find(({ name }) => name === 'odoo.sweep')!.find(clock.now());
    await send();
    expect(await attendeeOf(staying, ['state'])).toMatchObject({ state: 'cancel' });
    await differences();
    expect((await app.partners.left('odoo', { page: 1, pageSize: 10, titles: 'en' })).data).toEqual([]);
    for (const { documentId } of [person, noticed, lonely]) {
      expect(await linkOf('attendee', documentId)).toBeUndefined();
      expect(await linkOf('event', documentId)).toBeUndefined();
    }
  });

  it('merging leads is told with the way to the one that is left, and nobody makes the other anew', async () => {
    const session = await aSession();
    const email = `lead-twice-${RUN}@example.com`;
    const people = [await register(session, someone({ email })), await register(await aSession(), someone({ email }))];
    await send();
    const [kept, lost] = [await leadOf(people[0]!, []), await leadOf(people[1]!, [])];
    // As Odoo merges them: who is left takes the attendees along.
    const attendees = [await attendeeOf(people[0]!, []), await attendeeOf(people[1]!, [])].map(({ id }) => id);
    await odoo.staff('crm.lead', 'write', { ids: [kept!.id], vals: { registration_ids: [[6, 0, attendees]] } });
    await odoo.staff('crm.lead', 'unlink', { ids: [lost!.id] });
    expect(await differences()).toMatchObject([
      {
        kind: 'lead',
        record: people[1]!.documentId,
        difference: 'merged',
        url: expect.stringContaining(`id=${kept!.id}&`),
      },
    ]);
    expect(await app.partners.repair('odoo', null)).toBe(0);
  });

  it('merging contacts takes attendees, leads and organisers along, and the sync goes on', async () => {
    const speaker = await aSpeaker({
      firstName: 'Merged',
      lastName: `Speaker ${RUN}`,
      email: `merged-${RUN}@example.com`,
    });
    const session = await aSession({ speaker: speaker.documentId });
    const email = `twice-${RUN}@example.com`;
    const [contact] = await odoo.staff<number[]>('res.partner', 'create', {
      vals_list: [{ name: `Twice ${RUN}`, email }],
    });
    const person = await register(session, someone({ email }));
    await send();
    const [target] = await odoo.staff<number[]>('res.partner', 'create', {
      vals_list: [{ name: `Target ${RUN}`, email: `target-${RUN}@example.com` }],
    });
    const { organizer_id: organizer } = await eventOf(session, ['organizer_id']);
    const [wizard] = await odoo.staff<number[]>('base.partner.merge.automatic.wizard', 'create', {
      vals_list: [
        {
          partner_ids: [[6, 0, [contact, target, (organizer as [number, string])[0]]]],
          dst_partner_id: target,
          state: 'selection',
        },
      ],
    });
    await odoo.staff('base.partner.merge.automatic.wizard', 'action_merge', { ids: [wizard] });

    await save(session.documentId, { datetime: '2027-09-01T10:00:00.000Z' });
    await strapi
      .documents('api::registration.registration')
      .update({ documentId: person.documentId, data: { position: 'Merged' } });
    await send();
    expect(await attendeeOf(person, ['partner_id'])).toMatchObject({ partner_id: [target, expect.any(String)] });
    expect(await eventOf(session, ['organizer_id', 'date_begin'])).toMatchObject({
      organizer_id: [target, expect.any(String)],
      date_begin: '2027-09-01 10:00:00',
    });
    expect(await find('res.partner', [['id', '=', target]], ['name', 'email'])).toMatchObject([
      { name: `Target ${RUN}`, email: `target-${RUN}@example.com` },
    ]);
    const told = await differences();
    expect(told.filter(({ difference }) => difference !== 'kept')).toEqual([]);
  });

  it('deleting an event leaves it deleted, until a repair makes it anew with everyone', async () => {
    const session = await aSession();
    const person = await register(session);
    await send();
    const { id } = await eventOf(session, []);
    await odoo.staff('event.registration', 'unlink', { ids: [(await attendeeOf(person, [])).id] });
    await odoo.staff('event.event', 'unlink', { ids: [id] });
    await save(session.documentId, { datetime: '2027-10-01T10:00:00.000Z' });
    const late = await register(session);
    await send();
    expect(await linkOf('event', session.documentId)).toMatchObject({ state: 'gone' });
    expect(await attendeesOf([late.reference], [])).toEqual([]);
    expect((await differences()).map(({ kind, difference }) => `${kind} ${difference}`).sort()).toEqual([
      'attendee deleted',
      'event deleted',
    ]);
    await app.partners.repair('odoo', null);
    await send();
    expect((await eventOf(session, [])).id).not.toBe(id);
    expect(await attendeesOf([person.reference, late.reference], ['state'])).toMatchObject([
      { state: 'open' },
      { state: 'open' },
    ]);
    expect(await differences()).toEqual([]);
  });
});

describe('Another Odoo', () => {
  it('is told anew of what is still to come; the same one under another address gets nothing twice', async () => {
    const session = await aSession();
    const person = await register(session);
    await send();
    const event = await eventOf(session, ['create_date']);
    const attendee = await attendeeOf(person, ['create_date']);
    const lead = await leadOf(person, ['write_date']);
    await sql(`update webinars_partners set place = 'https://old.example.com'`);
    await app.partners.begin();
    expect(await linkOf('event', session.documentId)).toMatchObject({ state: 'waiting', remote_id: null });
    await send();
    expect(await eventOf(session, ['create_date'])).toEqual(event);
    expect(await attendeeOf(person, ['create_date'])).toEqual(attendee);
    // A lead may have been worked on: it is theirs, and not told again.
    expect(await find('crm.lead', [['email_from', '=', person.email]], ['write_date'])).toEqual([lead]);
    expect(await differences()).toEqual([]);
  });
});

describe('Looking without touching', () => {
  it('a dry run tells the calls and writes nothing there or here', async () => {
    const session = await aSession({ price: 0 });
    const person = await register(session, someone({ position: 'Curious', consultationInterest: true }));
    const rehearsal = await app.partners.rehearse('odoo');
    expect(rehearsal.problem).toBeNull();
    expect(rehearsal.calls.map(({ call }) => call)).toEqual(
      expect.arrayContaining(['event.event/load', 'event.event/write', 'event.registration/create']),
    );
    // What follows from these is told, too.
    expect(rehearsal.calls.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lead', 'activity']));
    const { body } = rehearsal.calls.find(({ call }) => call === 'event.registration/create')!;
    expect(body).toContain(person.reference);
    expect(body).toContain('Curious');
    expect(await attendeesOf([person.reference], [])).toEqual([]);
    expect(await linkOf('event', session.documentId)).toMatchObject({ state: 'waiting', remote_id: null });
  });

  it('a test call says who we are there, which version it is and what is in the way', async () => {
    const settings = await app.odooDoors.readSettings();
    await app.odooDoors.saveSettings({ ...settings, salesperson: `nobody-${RUN}@example.com` });
    const { check, state } = await app.partners.check('odoo');
    expect(state).toBe('on');
    expect(check).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+/),
      account: odoo.account,
      problem: null,
    });
    expect(check!.warnings.map(({ code }) => code)).toContain('unknown_salesperson');
    expect(check!.warnings.map(({ code }) => code)).not.toContain('missing_right');
    expect(check!.warnings.map(({ code }) => code)).not.toContain('missing_module');
    expect(check!.warnings.map(({ code }) => code)).toContain('leads_hidden');
  });
});
