import {
  aLead,
  anEvent,
  byStaff,
  call,
  complaintsOf,
  create,
  load,
  loadOne,
  read,
  refusalOf,
  unique,
  xid,
} from './odoo';

describe('Loading', () => {
  it('creates, and updates what has the external id', async () => {
    const id = xid('lead');
    const lead = await loadOne('crm.lead', { id, name: 'first', email_from: 'a@example.com' });
    expect(await loadOne('crm.lead', { id, name: 'second' })).toBe(lead);
    expect(await read('crm.lead', lead, 'name', 'email_from')).toEqual({
      id: lead,
      name: 'second',
      email_from: 'a@example.com',
    });
    expect(await call('crm.lead', 'get_external_id', { ids: [lead] })).toEqual({ [lead]: id });
  });

  it('answers the ids in the order of the rows, old and new among each other', async () => {
    const [known, other] = [xid('lead'), xid('lead')];
    const first = await loadOne('crm.lead', { id: known, name: 'known' });
    const { ids, messages, nextrow } = await load(
      'crm.lead',
      ['id', 'name'],
      [
        [other, 'new'],
        [known, 'known'],
      ],
    );
    expect([messages, nextrow]).toEqual([[], 0]);
    expect(ids).toEqual([expect.any(Number), first]);
    expect(ids[0]).not.toBe(first);
  });

  it('takes the later of two rows of one external id', async () => {
    const id = xid('lead');
    const { ids } = await load(
      'crm.lead',
      ['id', 'name'],
      [
        [id, 'one'],
        [id, 'two'],
      ],
    );
    expect(ids[0]).toBe(ids[1]);
    expect(await read('crm.lead', ids[0], 'name')).toEqual({ id: ids[0], name: 'two' });
  });

  it('creates anew what was deleted, and updates what is archived, which stays so', async () => {
    const [gone, lost] = [xid('lead'), xid('lead')];
    const deleted = await loadOne('crm.lead', { id: gone, name: 'x' });
    const archived = await loadOne('crm.lead', { id: lost, name: 'x' });
    await byStaff('crm.lead', 'unlink', { ids: [deleted] });
    await call('crm.lead', 'action_set_lost', { ids: [archived] });
    expect(await loadOne('crm.lead', { id: gone, name: 'y' })).not.toBe(deleted);
    expect(await loadOne('crm.lead', { id: lost, name: 'y' })).toBe(archived);
    expect(await read('crm.lead', archived, 'name', 'active')).toEqual({ id: archived, name: 'y', active: false });
  });

  it('looks at the external id alone where both ids are there', async () => {
    const lead = await aLead({ name: 'by hand' });
    const other = await loadOne('crm.lead', { id: xid('lead'), '.id': String(lead), name: 'loaded' });
    expect(other).not.toBe(lead);
    expect(await read('crm.lead', lead, 'name')).toEqual({ id: lead, name: 'by hand' });
  });

  it('empties what an empty cell stands for: nobody is the salesperson, no place is the address', async () => {
    const lead = await loadOne('crm.lead', { id: xid('lead'), name: 'x', 'user_id/.id': '', email_from: '' });
    expect(await read('crm.lead', lead, 'user_id', 'team_id', 'email_from')).toEqual({
      id: lead,
      user_id: false,
      team_id: false,
      email_from: false,
    });
    const id = xid('event');
    const event = await loadOne('event.event', { id, name: 'x', 'address_id/.id': '', description: '' });
    expect(await read('event.event', event, 'address_id', 'description')).toEqual({
      id: event,
      address_id: false,
      description: false,
    });
  });

  it('makes whoever loads the salesperson where the column is missing', async () => {
    const lead = await loadOne('crm.lead', { id: xid('lead'), name: 'x' });
    const { uid } = await call('res.users', 'context_get');
    expect((await read('crm.lead', lead, 'user_id')).user_id[0]).toBe(uid);
  });

  it('clears on update what an empty cell stands for', async () => {
    const id = xid('lead');
    const lead = await loadOne('crm.lead', { id, name: 'x', 'user_id/.id': '2' });
    await loadOne('crm.lead', { id, 'user_id/.id': '' });
    expect(await read('crm.lead', lead, 'user_id')).toEqual({ id: lead, user_id: false });
  });

  it('finds references by database id, by external id and by name', async () => {
    const source = xid('source');
    const made = await loadOne('utm.source', { id: source, name: unique('Source') });
    const sourceOf = async (cells: object) =>
      (await read('crm.lead', await loadOne('crm.lead', { id: xid('lead'), name: 'x', ...cells }), 'source_id'))
        .source_id[0];
    expect(await sourceOf({ 'source_id/.id': made })).toBe(made);
    expect(await sourceOf({ 'source_id/id': source })).toBe(made);
    expect(await sourceOf({ source_id: 'Newsletter' })).toBe(3);
  });

  it('says in which field it finds no reference, and writes nothing', async () => {
    const missing = async (cells: object) => {
      const name = unique('Lead');
      const [complaint] = await complaintsOf('crm.lead', { id: xid('lead'), name, ...cells });
      expect(await countNamed(name)).toBe(0);
      return complaint;
    };
    expect(await missing({ 'source_id/.id': '99999999' })).toMatchObject({
      type: 'error',
      record: 0,
      field: 'source_id',
      message: "No matching record found for database id '99999999' in field 'Source'",
    });
    expect(await missing({ 'source_id/id': 'contract.nope' })).toMatchObject({
      message: "No matching record found for external id 'contract.nope' in field 'Source'",
    });
    expect(await missing({ source_id: 'Nope' })).toMatchObject({
      message: "No matching record found for name 'Nope' in field 'Source'",
    });
  });

  it('writes no row when one is wrong, and names it', async () => {
    const name = unique('Lead');
    const rows = [
      [xid('lead'), name, 'lead'],
      [xid('lead'), name, 'bogus'],
    ];
    const { ids, messages } = await load('crm.lead', ['id', 'name', 'type'], rows);
    expect(ids).toBe(false);
    expect(messages).toEqual([
      expect.objectContaining({
        rows: { from: 1, to: 1 },
        record: 1,
        field: 'type',
        message: "Value 'bogus' not found in selection field 'Type'",
      }),
    ]);
    expect(await countNamed(name)).toBe(0);
  });

  it('tells of missing values, rules and rights as messages too', async () => {
    expect(await complaintsOf('crm.lead', { id: xid('lead'), name: '' })).toEqual([
      expect.objectContaining({
        field: 'name',
        message: expect.stringMatching(/^Missing required value for the field/),
      }),
    ]);
    const dates = { date_begin: '2031-03-02 10:00:00', date_end: '2031-03-01 10:00:00' };
    expect((await complaintsOf('event.event', { id: xid('event'), name: 'x', ...dates }))[0]?.message).toBe(
      'The closing date cannot be earlier than the beginning date.',
    );
    expect((await complaintsOf('event.type', { id: xid('type'), name: 'x' }))[0]?.message).toMatch(
      /^You are not allowed to create/,
    );
  });

  it('tells of an external id that names a record of another model, and of one with blanks', async () => {
    const id = xid('source');
    await loadOne('utm.source', { id, name: unique('Source') });
    expect((await complaintsOf('crm.lead', { id, name: 'x' }))[0]?.message).toMatch(
      /^For external id .* when trying to create\/update a record of model crm\.lead found record of different model utm\.source/,
    );
    expect((await complaintsOf('crm.lead', { id: `${id} blank`, name: 'x' }))[0]?.message).toMatch(
      /ir_model_data_name_nospaces/,
    );
  });

  it('is refused with 500 where a column is unknown, or a cell is no text where one must be', async () => {
    expect(await refusalOf('crm.lead', 'load', { fields: ['id', 'bogus'], data: [] })).toEqual({
      status: 500,
      name: 'builtins.ValueError',
      message: "Invalid field name 'bogus'",
    });
    for (const [field, cell] of [
      ['seats_limited', true],
      ['tag_ids/.id', 1],
    ]) {
      const refused = await refusalOf('event.event', 'load', {
        fields: ['id', 'name', field],
        data: [[xid('event'), 'x', cell]],
      });
      expect(refused).toMatchObject({ status: 500, name: 'builtins.AttributeError' });
    }
  });

  it('reads times on the clock of the context’s zone', async () => {
    const event = await loadOne(
      'event.event',
      { id: xid('event'), name: 'x', date_begin: '2031-07-01 10:00:00', date_end: '2031-07-01 11:00:00' },
      { tz: 'Europe/Brussels' },
    );
    expect(await read('event.event', event, 'date_begin')).toEqual({ id: event, date_begin: '2031-07-01 08:00:00' });
    expect(
      (await complaintsOf('event.event', { id: xid('event'), name: 'x', date_begin: '2031-07-01T10:00:00Z' }))[0]
        ?.message,
    ).toBe("'2031-07-01T10:00:00Z' does not seem to be a valid datetime for field 'Start Date'");
  });

  it('loads lines of a record in rows below it', async () => {
    const [id, one, two] = [xid('event'), xid('ticket'), xid('ticket')];
    const columns = ['id', 'name', 'event_ticket_ids/id', 'event_ticket_ids/name', 'event_ticket_ids/price'];
    const rows = (price: string) => [
      [id, 'x', one, 'One', price],
      ['', '', two, 'Two', '6'],
    ];
    const { ids } = await load('event.event', columns, rows('5'));
    expect(ids).toHaveLength(1);
    await load('event.event', columns, rows('7'));
    const domain = [['event_id', '=', ids[0]]];
    expect(await call('event.event.ticket', 'search_read', { domain, fields: ['name', 'price'], order: 'id' })).toEqual(
      [
        { id: expect.any(Number), name: 'One', price: 7 },
        { id: expect.any(Number), name: 'Two', price: 6 },
      ],
    );
  });
});

const countNamed = (name: string) => call('crm.lead', 'search_count', { domain: [['name', '=', name]] });

const split = (id: string) => {
  const [module, name] = id.split('.');
  return { module, xml_id: name };
};

describe('An external id', () => {
  it('is found by whoever may read its model, unless the record is archived', async () => {
    const id = xid('lead');
    const lead = await loadOne('crm.lead', { id, name: 'x' });
    const found = (context: object = {}) => call('ir.model.data', 'check_object_reference', { ...split(id), context });
    expect(await found()).toEqual(['crm.lead', lead]);
    await call('crm.lead', 'action_set_lost', { ids: [lead] });
    expect(await found()).toEqual(['crm.lead', false]);
    expect(await found({ active_test: false })).toEqual(['crm.lead', lead]);
  });

  it('of nothing is refused with 500', async () => {
    expect(await refusalOf('ir.model.data', 'check_object_reference', { module: 'contract', xml_id: 'nope' })).toEqual({
      status: 500,
      name: 'builtins.ValueError',
      message: 'External ID not found in the system: contract.nope',
    });
  });

  it('is an empty text where a record has none, or is gone', async () => {
    const lead = await aLead();
    expect(await call('crm.lead', 'get_external_id', { ids: [lead, 99_999_999] })).toEqual({
      [lead]: '',
      99999999: '',
    });
  });
});

describe('Loading what has a name', () => {
  it.each(['utm.source', 'utm.medium', 'utm.campaign'])('numbers a second %s of the name', async (model) => {
    const [name, id] = [unique('Name'), xid('name')];
    const first = await loadOne(model, { id, name });
    expect(await loadOne(model, { id, name })).toBe(first);
    const second = await loadOne(model, { id: xid('name'), name });
    expect(await read(model, first, 'name')).toEqual({ id: first, name });
    expect(await read(model, second, 'name')).toEqual({ id: second, name: `${name} [2]` });
  });

  it('refuses to rename to a name that is taken', async () => {
    const [name, other] = [unique('Name'), unique('Name')];
    await create('utm.source', { name });
    const source = await create('utm.source', { name: other });
    expect(await refusalOf('utm.source', 'write', { ids: [source], vals: { name } })).toMatchObject({
      status: 422,
      message: 'The operation cannot be completed: The name must be unique',
    });
  });

  it('gives a campaign its name for a title', async () => {
    const [name, id] = [unique('Campaign'), xid('campaign')];
    const campaign = await loadOne('utm.campaign', { id, name });
    expect(await read('utm.campaign', campaign, 'title', 'display_name')).toEqual({
      id: campaign,
      title: name,
      display_name: name,
    });
    await loadOne('utm.campaign', { id, name: `${name} new` });
    expect(await read('utm.campaign', campaign, 'name', 'title')).toEqual({
      id: campaign,
      name: `${name} new`,
      title: name,
    });
  });

  it('refuses a second tag of leads of the name', async () => {
    const [name, id] = [unique('Tag'), xid('tag')];
    const tag = await loadOne('crm.tag', { id, name });
    expect(await loadOne('crm.tag', { id, name })).toBe(tag);
    expect(await complaintsOf('crm.tag', { id: xid('tag'), name })).toEqual([
      expect.objectContaining({ field: 'name', message: 'Tag name already exists!' }),
    ]);
    expect(await refusalOf('crm.tag', 'create', { vals_list: [{ name }] })).toMatchObject({
      status: 422,
      message: 'The operation cannot be completed: Tag name already exists!',
    });
    expect(await create('crm.tag', { name: name.toUpperCase() })).not.toBe(tag);
  });

  it('loads tags of events into a category, and a category twice', async () => {
    const [category, tag] = [xid('category'), xid('tag')];
    const name = unique('Category');
    const made = await loadOne('event.tag.category', { id: category, name });
    expect(await loadOne('event.tag.category', { id: xid('category'), name })).not.toBe(made);
    const id = await loadOne('event.tag', { id: tag, name: unique('Tag'), 'category_id/id': category });
    expect((await read('event.tag', id, 'category_id')).category_id).toEqual([made, name]);
    expect((await complaintsOf('event.tag', { id: xid('tag'), name: 'x' }))[0]?.field).toBe('category_id');

    const event = await anEvent();
    const eventTags = async (cell: string) => {
      await load('event.event', ['.id', 'tag_ids/id'], [[String(event), cell]]);
      return (await read('event.event', event, 'tag_ids')).tag_ids;
    };
    expect(await eventTags(tag)).toEqual([id]);
    expect(await eventTags('')).toEqual([]);
  });
});
