import {
  aContact,
  aLead,
  anEvent,
  aRegistration,
  byStaff,
  call,
  complaintsOf,
  create,
  loadOne,
  read,
  refusalOf,
  unique,
  write,
  xid,
} from './odoo';

const emailOf = (contact: number) => read('res.partner', contact, 'email', 'phone');

describe('A lead', () => {
  it('is an opportunity of whoever makes it, in the first stage', async () => {
    const lead = await aLead();
    const { uid } = await call('res.users', 'context_get');
    expect(await read('crm.lead', lead, 'type', 'user_id', 'team_id', 'stage_id', 'priority', 'active')).toMatchObject({
      type: 'opportunity',
      user_id: [uid, expect.any(String)],
      team_id: [1, 'Sales'],
      stage_id: [1, 'New'],
      priority: '0',
      active: true,
    });
  });

  it('is nobody’s when nobody is named', async () => {
    const lead = await aLead({ user_id: false });
    expect(await read('crm.lead', lead, 'user_id', 'team_id')).toEqual({ id: lead, user_id: false, team_id: false });
  });

  it('knows its address in small letters and its number without blanks, and spells a website', async () => {
    const lead = await aLead({
      email_from: '"Ana L" <Ana.L@Example.COM>',
      phone: '+49 30 901820',
      website: 'acme.example',
    });
    expect(
      await read('crm.lead', lead, 'email_from', 'email_normalized', 'phone', 'phone_sanitized', 'website'),
    ).toEqual({
      id: lead,
      email_from: '"Ana L" <Ana.L@Example.COM>',
      email_normalized: 'ana.l@example.com',
      phone: '+49 30 901820',
      phone_sanitized: '+4930901820',
      website: 'http://acme.example',
    });
  });

  it('is lost by being archived, and won by its stage', async () => {
    const [lost, won] = [await aLead(), await aLead()];
    expect(await call('crm.lead', 'action_set_lost', { ids: [lost] })).toBeNull();
    expect(await read('crm.lead', lost, 'active', 'won_status')).toEqual({
      id: lost,
      active: false,
      won_status: 'lost',
    });
    expect(await call('crm.lead', 'action_set_won', { ids: [won] })).toBe(true);
    expect(await read('crm.lead', won, 'stage_id', 'won_status', 'probability')).toEqual({
      id: won,
      stage_id: [4, 'Won'],
      won_status: 'won',
      probability: 100,
    });
  });

  it('becomes an opportunity', async () => {
    const lead = await aLead({ type: 'lead' });
    expect((await refusalOf('crm.lead', 'convert_opportunity', { ids: [lead] })).message).toBe(
      "missing a required argument: 'partner'",
    );
    expect(await call('crm.lead', 'convert_opportunity', { ids: [lead], partner: false })).toBe(true);
    expect(await read('crm.lead', lead, 'type')).toEqual({ id: lead, type: 'opportunity' });
  });

  it('names an event only that is there', async () => {
    expect(
      await refusalOf('crm.lead', 'create', { vals_list: [{ name: 'x', registration_ids: [[6, 0, [99_999_999]]] }] }),
    ).toMatchObject({
      status: 404,
      name: 'odoo.exceptions.MissingError',
    });
    expect(
      (await refusalOf('crm.lead', 'create', { vals_list: [{ name: 'x', event_id: 99_999_999 }] })).message,
    ).toMatch(/constraint: 'Source Event' \(event_id\)/);
  });
});

describe('A lead and its contact', () => {
  it('leave the contact as it is when only the contact is named', async () => {
    const [email, phone] = [`${unique('ana')}@example.com`, '+32 2 290 34 90'];
    const contact = await aContact({ name: 'Ana', email, phone });
    const created = await aLead({ partner_id: contact });
    const written = await aLead({ email_from: 'other@example.com', contact_name: 'Other' });
    await write('crm.lead', written, { partner_id: contact });
    const loaded = await loadOne('crm.lead', { id: xid('lead'), name: 'x', 'partner_id/.id': String(contact) });
    for (const lead of [created, written, loaded]) {
      expect(await read('crm.lead', lead, 'partner_id', 'email_from', 'phone', 'contact_name')).toEqual({
        id: lead,
        partner_id: [contact, 'Ana'],
        email_from: email,
        phone,
        contact_name: 'Ana',
      });
    }
    expect(await emailOf(contact)).toEqual({ id: contact, email, phone });
  });

  it('overwrite the contact, and its other leads, when an address or a number is sent', async () => {
    const contact = await aContact({ phone: '+32 2 290 34 90' });
    const other = await aLead({ partner_id: contact });
    const [email, phone] = [`${unique('new')}@example.com`, '+32 470 12 34 56'];
    await aLead({ partner_id: contact, email_from: email, phone });
    expect(await emailOf(contact)).toEqual({ id: contact, email, phone });
    expect(await read('crm.lead', other, 'email_from', 'phone')).toEqual({ id: other, email_from: email, phone });
  });

  it('keep the contact when the address differs in its spelling only, or is empty', async () => {
    const email = `${unique('ana')}@example.com`;
    const contact = await aContact({ email });
    await aLead({ partner_id: contact, email_from: email.toUpperCase() });
    await aLead({ partner_id: contact, email_from: false });
    expect(await emailOf(contact)).toMatchObject({ email });
  });

  it('follow what staff write to the contact', async () => {
    const contact = await aContact();
    const lead = await aLead({ partner_id: contact });
    const email = `${unique('new')}@example.com`;
    await byStaff('res.partner', 'write', { ids: [contact], vals: { email } });
    expect(await read('crm.lead', lead, 'email_from')).toEqual({ id: lead, email_from: email });
  });

  it('part, and then the lead forgets the contact’s name', async () => {
    const contact = await aContact({ name: 'Ana' });
    const lead = await aLead({ partner_id: contact });
    await write('crm.lead', lead, { partner_id: false });
    expect(await read('crm.lead', lead, 'contact_name', 'partner_name')).toEqual({
      id: lead,
      contact_name: false,
      partner_name: false,
    });
  });

  it('are not linked to a contact that is gone', async () => {
    expect(
      (await refusalOf('crm.lead', 'create', { vals_list: [{ name: 'x', partner_id: 99_999_999 }] })).message,
    ).toMatch(/'Lead' \(crm\.lead\)\nThanks to the following constraint: 'Contact' \(partner_id\)/);
    expect(
      await refusalOf('crm.lead', 'write', { ids: [await aLead()], vals: { partner_id: 99_999_999 } }),
    ).toMatchObject({
      status: 404,
      message: expect.stringContaining('res.partner(99999999,)'),
    });
  });

  it('part when the contact is deleted', async () => {
    const contact = await aContact();
    const lead = await aLead({ partner_id: contact });
    await byStaff('res.partner', 'unlink', { ids: [contact] });
    expect(await read('crm.lead', lead, 'partner_id')).toEqual({ id: lead, partner_id: false });
  });
});

describe('Contacts', () => {
  it('are found by their address in small letters', async () => {
    const email = `${unique('Ana')}@Example.com`;
    const contact = await aContact({ name: 'Ana', email, company_name: 'Acme' });
    const domain = [['email_normalized', 'in', [email.toLowerCase()]]];
    expect(await call('res.partner', 'search_read', { domain, fields: ['email', 'display_name'] })).toEqual([
      { id: contact, email, display_name: 'Acme, Ana' },
    ]);
  });

  it('are merged: leads, registrations and events move on, the one that stays takes what it lacks', async () => {
    const stays = await aContact({ name: 'Stays', email: 'stays@example.com' });
    const goes = await aContact({ name: 'Goes', email: 'goes@example.com', company_name: 'Acme' });
    const lead = await aLead({ partner_id: goes });
    const event = await anEvent({ organizer_id: goes });
    const registration = await aRegistration(event, { partner_id: goes, name: 'Goes', email: 'goes@example.com' });
    await merge(stays, goes);

    expect(await call('res.partner', 'read', { ids: [goes], fields: ['name'] })).toEqual([]);
    expect(await read('res.partner', stays, 'name', 'email', 'company_name')).toEqual({
      id: stays,
      name: 'Stays',
      email: 'stays@example.com',
      company_name: 'Acme',
    });
    const pair = [stays, 'Acme, Stays'];
    expect(await read('crm.lead', lead, 'partner_id', 'email_from')).toEqual({
      id: lead,
      partner_id: pair,
      email_from: 'stays@example.com',
    });
    expect(await read('event.registration', registration, 'partner_id', 'name', 'email')).toEqual({
      id: registration,
      partner_id: pair,
      name: 'Goes',
      email: 'goes@example.com',
    });
    expect(await read('event.event', event, 'organizer_id')).toEqual({ id: event, organizer_id: pair });
  });

  it('keep both external ids when they are merged: what is loaded by either is written to the one that stays', async () => {
    const [one, two] = [xid('contact'), xid('contact')];
    const goes = await loadOne('res.partner', { id: one, name: 'Goes' });
    const stays = await loadOne('res.partner', { id: two, name: 'Stays' });
    await merge(stays, goes);
    for (const id of [one, two]) {
      const [module, name] = id.split('.');
      expect(await call('ir.model.data', 'check_object_reference', { module, xml_id: name })).toEqual([
        'res.partner',
        stays,
      ]);
    }
    expect([one, two]).toContain((await call('res.partner', 'get_external_id', { ids: [stays] }))[stays]);
    expect(await loadOne('res.partner', { id: one, name: 'Loaded' })).toBe(stays);
    expect(await read('res.partner', stays, 'name')).toEqual({ id: stays, name: 'Loaded' });
  });

  const merge = async (stays: number, goes: number) => {
    const model = 'base.partner.merge.automatic.wizard';
    const [wizard] = await byStaff(model, 'create', {
      vals_list: [{ partner_ids: [[6, 0, [stays, goes]]], dst_partner_id: stays }],
    });
    await byStaff(model, 'action_merge', { ids: [wizard] });
  };
});

describe('An activity', () => {
  const TODO = 'mail.mail_activity_data_todo';
  const cells = (id: string, lead: number, more: object = {}) => ({
    id,
    'res_model_id/id': 'crm.model_crm_lead',
    res_id: String(lead),
    summary: 'Call back',
    'activity_type_id/id': TODO,
    'user_id/.id': '2',
    date_deadline: '2031-01-02',
    note: 'Asked for a consultation',
    ...more,
  });

  it('is loaded onto a lead, and again into the same', async () => {
    const [lead, id] = [await aLead(), xid('activity')];
    const activity = await loadOne('mail.activity', cells(id, lead));
    expect(await loadOne('mail.activity', cells(id, lead, { summary: 'Call soon' }))).toBe(activity);
    expect(
      await read(
        'mail.activity',
        activity,
        'res_model',
        'res_id',
        'summary',
        'activity_type_id',
        'user_id',
        'date_deadline',
        'note',
        'state',
      ),
    ).toEqual({
      id: activity,
      res_model: 'crm.lead',
      res_id: lead,
      summary: 'Call soon',
      activity_type_id: [4, 'To-Do'],
      user_id: [2, 'Administrator'],
      date_deadline: '2031-01-02',
      note: '<p>Asked for a consultation</p>',
      state: 'planned',
    });
    expect(await read('crm.lead', lead, 'activity_ids')).toEqual({ id: lead, activity_ids: [activity] });
  });

  it('stays done when it is loaded after somebody did it', async () => {
    const [lead, id] = [await aLead(), xid('activity')];
    const activity = await loadOne('mail.activity', cells(id, lead));
    expect(await call('mail.activity', 'action_feedback', { ids: [activity], feedback: 'Done' })).toEqual(
      expect.any(Number),
    );
    expect(await call('mail.activity', 'get_external_id', { ids: [activity] })).toEqual({ [activity]: id });
    expect(await loadOne('mail.activity', cells(id, lead))).toBe(activity);
    expect(await read('mail.activity', activity, 'active', 'state', 'date_done')).toEqual({
      id: activity,
      active: false,
      state: 'done',
      date_done: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    const domain = [
      ['res_model', '=', 'crm.lead'],
      ['res_id', '=', lead],
    ];
    expect(await call('mail.activity', 'search_count', { domain })).toBe(0);
    expect(await call('mail.activity', 'search_count', { domain, context: { active_test: false } })).toBe(1);
  });

  it('is nobody’s without a user', async () => {
    const activity = await loadOne('mail.activity', cells(xid('activity'), await aLead(), { 'user_id/.id': '' }));
    expect(await read('mail.activity', activity, 'user_id')).toEqual({ id: activity, user_id: false });
  });

  it('is refused for a lead that is gone, and without the model’s external id', async () => {
    expect((await complaintsOf('mail.activity', cells(xid('activity'), 99_999_999)))[0]?.message).toMatch(
      /security restrictions[\s\S]*\(Document type: Activity, Operation: create\)/,
    );
    const { 'res_model_id/id': _model, ...bare } = cells(xid('activity'), await aLead());
    expect((await complaintsOf('mail.activity', { ...bare, res_model: 'crm.lead' }))[0]?.message).toBe(
      'Activities have to be linked to records with a not null res_id.',
    );
  });

  it('is scheduled by a method as well, each time anew', async () => {
    const lead = await aLead();
    const schedule = () =>
      call('crm.lead', 'activity_schedule', { ids: [lead], act_type_xmlid: TODO, summary: 'x', user_id: 2 });
    const [[one], [two]] = [await schedule(), await schedule()];
    expect(two).not.toBe(one);
    expect(await read('crm.lead', lead, 'activity_ids')).toMatchObject({
      activity_ids: expect.arrayContaining([one, two]),
    });
  });

  it('goes with its lead', async () => {
    const lead = await aLead();
    const activity = await loadOne('mail.activity', cells(xid('activity'), lead));
    await byStaff('crm.lead', 'unlink', { ids: [lead] });
    expect(await call('mail.activity', 'read', { ids: [activity], fields: ['summary'] })).toEqual([]);
  });
});

describe('A note', () => {
  it('is escaped unless it is said to be html', async () => {
    const lead = await aLead();
    const [plain] = await call('crm.lead', 'message_post', { ids: [lead], body: '<b>x</b>' });
    const [html] = await call('crm.lead', 'message_post', {
      ids: [lead],
      body: '<p>x</p>',
      body_is_html: true,
      subtype_xmlid: 'mail.mt_note',
    });
    expect(await read('mail.message', plain, 'body', 'res_id', 'model')).toEqual({
      id: plain,
      body: '<p>&lt;b&gt;x&lt;/b&gt;</p>',
      res_id: lead,
      model: 'crm.lead',
    });
    expect(await read('mail.message', html, 'body', 'subtype_id')).toMatchObject({
      body: '<p>x</p>',
      subtype_id: [2, 'Note'],
    });
  });

  it('is written to one record at a time', async () => {
    const ids = [await create('crm.lead', { name: 'x' }), await create('crm.lead', { name: 'y' })];
    expect(await refusalOf('crm.lead', 'message_post', { ids, body: 'x' })).toEqual({
      status: 500,
      name: 'builtins.ValueError',
      message: `Expected singleton: crm.lead(${ids.join(', ')})`,
    });
  });
});
