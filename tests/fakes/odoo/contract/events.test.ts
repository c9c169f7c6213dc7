import {
  aContact,
  anEvent,
  aRegistration,
  byStaff,
  call,
  complaintsOf,
  create,
  load,
  loadOne,
  read,
  refusalOf,
  unique,
  write,
  xid,
} from './odoo';

describe('An event', () => {
  it('is made with what was not said: the company’s address, its organiser, three questions, a text and mails', async () => {
    const event = await create('event.event', { name: unique('Event') });
    const made = await read(
      'event.event',
      event,
      'address_id',
      'organizer_id',
      'question_ids',
      'event_mail_ids',
      'description',
      'date_tz',
      'seats_limited',
      'is_published',
      'kanban_state',
      'stage_id',
      'date_begin',
      'date_end',
    );
    expect(made).toMatchObject({
      address_id: [1, expect.any(String)],
      organizer_id: [1, expect.any(String)],
      question_ids: [1, 2, 3],
      event_mail_ids: [expect.any(Number), expect.any(Number), expect.any(Number)],
      description: expect.stringContaining('Join us for this 24 hours Event'),
      date_tz: 'UTC',
      seats_limited: false,
      is_published: false,
      kanban_state: 'normal',
      stage_id: [1, 'New'],
    });
    expect(Date.parse(made.date_end) - Date.parse(made.date_begin)).toBe(24 * 60 * 60_000);
  });

  it('sends no mails of its own when told so, by value or by context', async () => {
    const byValue = await create('event.event', { name: unique('Event'), event_mail_ids: [] });
    const byContext = await loadOne('event.event', { id: xid('event'), name: 'x' }, { default_event_mail_ids: [] });
    for (const event of [byValue, byContext]) {
      expect(await call('event.mail', 'search_count', { domain: [['event_id', '=', event]] })).toBe(0);
    }
    const later = await create('event.event', { name: unique('Event') });
    await write('event.event', later, { event_mail_ids: [[5, 0, 0]] });
    expect(await read('event.event', later, 'event_mail_ids')).toEqual({ id: later, event_mail_ids: [] });
  });

  it('is published by either name', async () => {
    const event = await anEvent({ website_published: true });
    expect(await read('event.event', event, 'website_published', 'is_published')).toEqual({
      id: event,
      website_published: true,
      is_published: true,
    });
  });

  it('has an address on the web only with a scheme, and none beside a place', async () => {
    const event = await anEvent({ event_url: 'https://webinar.example/e/1' });
    expect(await read('event.event', event, 'event_url', 'event_share_url')).toMatchObject({
      event_url: 'https://webinar.example/e/1',
      event_share_url: 'https://webinar.example/e/1',
    });
    expect(await refusalOf('event.event', 'write', { ids: [event], vals: { event_url: 'webinar.example' } })).toEqual({
      status: 422,
      name: 'odoo.exceptions.ValidationError',
      message: 'Please enter a valid event URL.',
    });
    await write('event.event', event, { address_id: 1 });
    expect(await read('event.event', event, 'event_url')).toEqual({ id: event, event_url: '' });
  });

  it('does not end before it begins', async () => {
    const vals = { date_begin: '2031-03-01 15:00:00', date_end: '2031-03-01 14:00:00' };
    expect(await refusalOf('event.event', 'write', { ids: [await anEvent()], vals })).toMatchObject({
      status: 422,
      message: 'The closing date cannot be earlier than the beginning date.',
    });
  });

  it('is cancelled by its kanban state, which closes it, keeps its registrations, and can be taken back', async () => {
    const event = await anEvent();
    const registration = await aRegistration(event);
    await write('event.event', event, { kanban_state: 'cancel' });
    expect(await read('event.event', event, 'event_registrations_open')).toMatchObject({
      event_registrations_open: false,
    });
    expect(await read('event.registration', registration, 'state')).toMatchObject({ state: 'open' });
    await write('event.event', event, { stage_id: 2 });
    expect(await read('event.event', event, 'kanban_state')).toMatchObject({ kanban_state: 'cancel' });
    await write('event.event', event, { kanban_state: 'normal' });
    expect(await read('event.event', event, 'event_registrations_open')).toMatchObject({
      event_registrations_open: true,
    });
  });

  it('falls back to normal when its stage changes', async () => {
    const event = await anEvent({ kanban_state: 'done' });
    await write('event.event', event, { stage_id: 3 });
    expect(await read('event.event', event, 'kanban_state')).toMatchObject({ kanban_state: 'normal' });
  });

  it('takes an unknown zone, and then cannot say whether it is open', async () => {
    const event = await anEvent({ date_tz: 'Nowhere/Land' });
    expect(await refusalOf('event.event', 'read', { ids: [event], fields: ['event_registrations_open'] })).toEqual({
      status: 500,
      name: 'pytz.exceptions.UnknownTimeZoneError',
      message: 'Nowhere/Land',
    });
    await write('event.event', event, { date_tz: 'UTC' });
  });

  it('is not deleted while it has registrations', async () => {
    const event = await anEvent();
    const registration = await aRegistration(event);
    await expect(byStaff('event.event', 'unlink', { ids: [event] })).rejects.toThrow(
      /'Event Registration' \(event\.registration\)\nThanks to the following constraint: 'Event' \(event_id\)/,
    );
    await byStaff('event.registration', 'unlink', { ids: [registration] });
    expect(await byStaff('event.event', 'unlink', { ids: [event] })).toBe(true);
  });
});

describe('A ticket', () => {
  it('costs what its product costs, unless a price is said', async () => {
    const event = await anEvent();
    const columns = { 'event_id/.id': String(event), name: 'Ticket' };
    const dear = await loadOne('event.event.ticket', { id: xid('ticket'), ...columns });
    const free = await loadOne('event.event.ticket', { id: xid('ticket'), ...columns, price: '0', seats_max: '2' });
    expect(await read('event.event.ticket', dear, 'price', 'product_id', 'seats_limited')).toMatchObject({
      price: 30,
      product_id: [1, 'Event Registration'],
      seats_limited: false,
    });
    expect(await read('event.event.ticket', free, 'price', 'seats_limited', 'seats_available')).toMatchObject({
      price: 0,
      seats_limited: true,
      seats_available: 2,
    });
  });

  it('is loaded again into the same, by the event’s external id as well', async () => {
    const [event, ticket] = [xid('event'), xid('ticket')];
    await loadOne('event.event', { id: event, name: 'x' }, { default_event_mail_ids: [] });
    const made = await loadOne('event.event.ticket', { id: ticket, 'event_id/id': event, name: 'One', price: '5' });
    expect(await loadOne('event.event.ticket', { id: ticket, 'event_id/id': event, name: 'Two', price: '6' })).toBe(
      made,
    );
    expect(await read('event.event.ticket', made, 'name', 'price')).toEqual({ id: made, name: 'Two', price: 6 });
  });

  it('is not deleted once somebody has it', async () => {
    const event = await anEvent();
    const [sold, unsold] = await call('event.event.ticket', 'create', {
      vals_list: [
        { event_id: event, name: 'Sold' },
        { event_id: event, name: 'Unsold' },
      ],
    });
    await aRegistration(event, { event_ticket_id: sold });
    expect(
      await refusalOf('event.event', 'write', { ids: [event], vals: { event_ticket_ids: [[2, sold, 0]] } }),
    ).toEqual({
      status: 422,
      name: 'odoo.exceptions.UserError',
      message:
        'The following tickets cannot be deleted while they have one or more registrations linked to them:\n- Sold',
    });
    await write('event.event', event, { event_ticket_ids: [[2, unsold, 0]] });
    expect(await read('event.event', event, 'event_ticket_ids')).toEqual({ id: event, event_ticket_ids: [sold] });
  });

  it('is of the registration’s event', async () => {
    const ticket = await create('event.event.ticket', { event_id: await anEvent(), name: 'x' });
    const vals_list = [{ event_id: await anEvent(), event_ticket_id: ticket }];
    expect(await refusalOf('event.registration', 'create', { vals_list })).toMatchObject({
      status: 422,
      message: 'Invalid event / ticket choice',
    });
  });
});

describe('A registration', () => {
  it('is registered at once, with a barcode of its own, and free without an order', async () => {
    const event = await anEvent();
    const registration = await create('event.registration', { event_id: event });
    expect(
      await read('event.registration', registration, 'state', 'barcode', 'sale_status', 'name', 'display_name'),
    ).toEqual({
      id: registration,
      state: 'open',
      barcode: expect.stringMatching(/^\d{5,}$/),
      sale_status: 'free',
      name: false,
      display_name: `#${registration}`,
    });
  });

  it('has a barcode that no other has, archived ones among them', async () => {
    const event = await anEvent();
    const barcode = unique('w');
    const first = await aRegistration(event, { barcode, active: false });
    const duplicate = {
      status: 422,
      name: 'odoo.exceptions.ValidationError',
      message: 'The operation cannot be completed: Barcode should be unique',
    };
    const vals_list = [{ event_id: event }, { event_id: event, barcode }];
    expect(await refusalOf('event.registration', 'create', { vals_list })).toEqual(duplicate);
    const twins = [{ event_id: event, barcode: unique('w') }];
    expect(await refusalOf('event.registration', 'create', { vals_list: [...twins, ...twins] })).toEqual(duplicate);
    const domain = [['barcode', 'in', [barcode]]];
    expect(await call('event.registration', 'search', { domain })).toEqual([]);
    expect(await call('event.registration', 'search', { domain, context: { active_test: false } })).toEqual([first]);
    expect(await call('event.registration', 'search_count', { domain: [['event_id', '=', event]] })).toBe(0);
  });

  it('is refused with 404 for an event that is gone, and with 422 without one', async () => {
    expect(await refusalOf('event.registration', 'create', { vals_list: [{ event_id: 99_999_999 }] })).toMatchObject({
      status: 404,
      name: 'odoo.exceptions.MissingError',
      message: expect.stringContaining('event.event(99999999,)'),
    });
    expect(await refusalOf('event.registration', 'create', { vals_list: [{ name: 'x' }] })).toMatchObject({
      status: 422,
      message: expect.stringContaining("Missing required value for the field 'Event' (event_id)."),
    });
  });

  it('takes from its contact what was not sent', async () => {
    const contact = await aContact({ name: 'Ana', email: 'ana@example.com' });
    const registration = await create('event.registration', {
      event_id: await anEvent(),
      partner_id: contact,
      name: 'Given',
    });
    expect(await read('event.registration', registration, 'name', 'email')).toMatchObject({
      name: 'Given',
      email: 'ana@example.com',
    });
  });

  it.each([
    ['+32 (0)470 12 34 56', '+32470123456'],
    ['0049 151 23456789', '+4915123456789'],
    ['+44 20 7946 0958', '+442079460958'],
    ['none of yours', 'none of yours'],
  ])('spells the number %s', async (phone, spelled) => {
    const registration = await aRegistration(await anEvent(), { phone });
    expect(await read('event.registration', registration, 'phone')).toEqual({ id: registration, phone: spelled });
  });

  it('goes to any state, and keeps the day of attendance', async () => {
    const registration = await aRegistration(await anEvent());
    const stateAfter = async (change: Promise<unknown>) => {
      await change;
      return (await read('event.registration', registration, 'state')).state;
    };
    const act = (method: string) => call('event.registration', method, { ids: [registration] });
    expect(await stateAfter(act('action_cancel'))).toBe('cancel');
    expect(await stateAfter(act('action_confirm'))).toBe('open');
    const date_closed = '2031-03-01 15:05:00';
    expect(await stateAfter(write('event.registration', registration, { state: 'done', date_closed }))).toBe('done');
    expect(await stateAfter(write('event.registration', registration, { state: 'open' }))).toBe('open');
    expect(await read('event.registration', registration, 'date_closed')).toEqual({ id: registration, date_closed });
  });

  it('is loaded by an external id, and updated by it', async () => {
    const event = await anEvent();
    const [id, barcode] = [xid('registration'), unique('w')];
    const made = await loadOne('event.registration', { id, 'event_id/.id': String(event), barcode, name: 'Ana' });
    expect(await loadOne('event.registration', { id, state: 'cancel' })).toBe(made);
    expect(await read('event.registration', made, 'state', 'barcode')).toEqual({ id: made, state: 'cancel', barcode });
    expect(
      await complaintsOf('event.registration', { id: xid('registration'), 'event_id/.id': event, barcode }),
    ).toEqual([expect.objectContaining({ message: 'Barcode should be unique', field: 'barcode' })]);
  });

  it('knows the leads that name it', async () => {
    const event = await anEvent();
    const registration = await aRegistration(event);
    const lead = await create('crm.lead', { name: 'x', event_id: event, registration_ids: [[6, 0, [registration]]] });
    expect(await read('event.registration', registration, 'lead_ids', 'lead_count')).toEqual({
      id: registration,
      lead_ids: [lead],
      lead_count: 1,
    });
    expect(await read('event.event', event, 'lead_ids')).toEqual({ id: event, lead_ids: [lead] });
  });

  it('has the extra values that its event defines', async () => {
    const event = await anEvent({
      registration_properties_definition: [
        { name: 'webinar_minutes', string: 'Minutes', type: 'integer' },
        { name: 'webinar_note', string: 'Note', type: 'char' },
      ],
    });
    const registration = await aRegistration(event, { registration_properties: { webinar_minutes: 42, bogus: 1 } });
    const { registration_properties: properties } = await read(
      'event.registration',
      registration,
      'registration_properties',
    );
    expect(properties).toEqual([
      { name: 'webinar_minutes', type: 'integer', string: 'Minutes', value: 42 },
      { name: 'webinar_note', type: 'char', string: 'Note' },
    ]);
    const domain = [
      ['event_id', '=', event],
      ['registration_properties.webinar_minutes', '>', 10],
    ];
    expect(await call('event.registration', 'search', { domain })).toEqual([registration]);
  });
});

describe('Seats', () => {
  const create3 = (values: object) => ({ vals_list: [values, values, values] });

  it('are counted from those registered and attended', async () => {
    const event = await anEvent({ seats_limited: true, seats_max: 5 });
    await aRegistration(event);
    await aRegistration(event, { state: 'done' });
    await aRegistration(event, { state: 'cancel' });
    await aRegistration(event, { state: 'draft' });
    expect(await read('event.event', event, 'seats_taken', 'seats_reserved', 'seats_used', 'seats_available')).toEqual({
      id: event,
      seats_taken: 2,
      seats_reserved: 1,
      seats_used: 1,
      seats_available: 3,
    });
  });

  it('are refused beyond those of the event, and then none of the call is written', async () => {
    const event = await anEvent({ name: 'Full', seats_limited: true, seats_max: 2 });
    expect(await refusalOf('event.registration', 'create', create3({ event_id: event }))).toEqual({
      status: 422,
      name: 'odoo.exceptions.ValidationError',
      message: 'There are not enough seats available for Full:\nFull: missing 1 seat(s)',
    });
    expect(await read('event.event', event, 'seats_taken')).toEqual({ id: event, seats_taken: 0 });
  });

  it('are refused beyond those of the ticket', async () => {
    const event = await anEvent({ name: 'Event' });
    const ticket = await create('event.event.ticket', { event_id: event, name: 'Standard', seats_max: 1 });
    const refused = await refusalOf(
      'event.registration',
      'create',
      create3({ event_id: event, event_ticket_id: ticket }),
    );
    expect(refused.message).toBe('There are not enough seats available for Event:\nStandard: missing 2 seat(s)');
  });

  it('are unlimited where the limit is not switched on', async () => {
    const event = await anEvent({ seats_max: 1 });
    expect(await call('event.registration', 'create', create3({ event_id: event }))).toHaveLength(3);
  });

  it('are looked at again when somebody comes back', async () => {
    const event = await anEvent({ seats_limited: true, seats_max: 1 });
    const cancelled = await aRegistration(event, { state: 'cancel' });
    await aRegistration(event);
    expect(await refusalOf('event.registration', 'write', { ids: [cancelled], vals: { state: 'open' } })).toMatchObject(
      {
        status: 422,
        message: expect.stringContaining('missing 1 seat(s)'),
      },
    );
  });

  it('are refused by load in the same words', async () => {
    const event = await anEvent({ name: 'Full', seats_limited: true, seats_max: 1 });
    const rows = [1, 2].map(() => [xid('registration'), String(event)]);
    const { ids, messages } = await load('event.registration', ['id', 'event_id/.id'], rows);
    expect(ids).toBe(false);
    expect(messages[0].message).toBe('There are not enough seats available for Full:\nFull: missing 1 seat(s)');
  });

  it('may become fewer than are taken', async () => {
    const event = await anEvent({ seats_limited: true, seats_max: 2 });
    await call('event.registration', 'create', { vals_list: [{ event_id: event }, { event_id: event }] });
    await write('event.event', event, { seats_max: 1 });
    expect(await read('event.event', event, 'seats_available')).toEqual({ id: event, seats_available: -1 });
  });
});

describe('Questions and answers', () => {
  const aQuestion = async () => {
    const id = xid('question');
    return { id, question: await loadOne('event.question', { id, title: 'Why?', question_type: 'text_box' }) };
  };

  it('are loaded, and linked to an event beside those it has', async () => {
    const { question } = await aQuestion();
    const event = await anEvent();
    await write('event.event', event, { question_ids: [[4, question]] });
    expect(await read('event.event', event, 'question_ids')).toEqual({ id: event, question_ids: [1, 2, 3, question] });
    await load('event.event', ['.id', 'question_ids/.id'], [[String(event), String(question)]]);
    expect(await read('event.event', event, 'question_ids')).toEqual({ id: event, question_ids: [question] });
    expect(await read('event.question', question, 'event_ids', 'title')).toEqual({
      id: question,
      event_ids: [event],
      title: 'Why?',
    });
  });

  it('are answered once, however often the answer is loaded', async () => {
    const { id, question } = await aQuestion();
    const registration = await aRegistration(await anEvent());
    const answer = (text: string, answerId: string) =>
      loadOne('event.registration.answer', {
        id: answerId,
        'registration_id/.id': String(registration),
        'question_id/id': id,
        value_text_box: text,
      });
    const answerId = xid('answer');
    const made = await answer('because', answerId);
    expect(await answer('because so', answerId)).toBe(made);
    const domain = [['registration_id', '=', registration]];
    const fields = ['question_id', 'value_text_box', 'question_type', 'display_name'];
    expect(await call('event.registration.answer', 'search_read', { domain, fields })).toEqual([
      {
        id: made,
        question_id: [question, 'Why?'],
        value_text_box: 'because so',
        question_type: 'text_box',
        display_name: 'because so',
      },
    ]);
    expect(await read('event.registration', registration, 'registration_answer_ids')).toMatchObject({
      registration_answer_ids: [made],
    });
  });

  it('are not answered with nothing, nor for a registration that is gone', async () => {
    const { question } = await aQuestion();
    const cells = { 'question_id/.id': String(question), value_text_box: '' };
    const registration = String(await aRegistration(await anEvent()));
    const id = xid('answer');
    expect(
      (await complaintsOf('event.registration.answer', { id, 'registration_id/.id': registration, ...cells }))[0]
        ?.message,
    ).toBe('There must be a suggested value or a text value.');
    expect(
      (await complaintsOf('event.registration.answer', { id, 'registration_id/.id': '99999999', ...cells }))[0],
    ).toMatchObject({
      field: 'registration_id',
      message: "No matching record found for database id '99999999' in field 'Registration'",
    });
  });

  it('come with a registration as well', async () => {
    const { question } = await aQuestion();
    const registration = await aRegistration(await anEvent(), {
      registration_answer_ids: [[0, 0, { question_id: question, value_text_box: 'because' }]],
    });
    const { registration_answer_ids: ids } = await read('event.registration', registration, 'registration_answer_ids');
    expect(ids).toHaveLength(1);
  });
});
