import { aContact, aLead, anEvent, aRegistration, byStaff, call, create, read, refusalOf, unique, write } from './odoo';

const invalid = (message: string) => ({ status: 500, name: 'builtins.ValueError', message });

describe('Values', () => {
  it('are empty as false, and references are pairs of id and name', async () => {
    const id = await aLead({ source_id: 3, user_id: false });
    expect(await read('crm.lead', id, 'source_id', 'user_id', 'phone', 'tag_ids', 'expected_revenue')).toEqual({
      id,
      source_id: [3, 'Newsletter'],
      user_id: false,
      phone: false,
      tag_ids: [],
      expected_revenue: 0,
    });
    expect(await call('crm.lead', 'read', { ids: [id], fields: ['source_id'], load: null })).toEqual([
      { id, source_id: 3 },
    ]);
  });

  it('keep an empty text apart from none, except when they are searched', async () => {
    const id = await aLead({ contact_name: '', email_from: null });
    expect(await read('crm.lead', id, 'contact_name', 'email_from')).toEqual({
      id,
      contact_name: '',
      email_from: false,
    });
    for (const value of ['', false]) {
      const domain = [
        ['id', '=', id],
        ['contact_name', '=', value],
      ];
      expect(await call('crm.lead', 'search', { domain })).toEqual([id]);
    }
  });

  it('hold html, cleaned, and a plain text as a paragraph', async () => {
    const shown = async (description: string) =>
      (await read('crm.lead', await aLead({ description }), 'description')).description;
    expect(await shown('Asked & waits')).toBe('<p>Asked &amp; waits</p>');
    expect(await shown('<p onclick="x()">a</p><script>x()</script>')).toBe('<p>a</p>');
    expect(await shown('<ul><li>1 &lt; 2</li></ul>')).toBe('<ul><li>1 &lt; 2</li></ul>');
  });

  it('are refused with 500 where a field is unknown', async () => {
    expect(await refusalOf('crm.lead', 'create', { vals_list: [{ name: 'x', nofield: 1 }] })).toEqual(
      invalid("Invalid field 'nofield' in 'crm.lead'"),
    );
    expect(await refusalOf('crm.lead', 'write', { ids: [await aLead()], vals: { nofield: 1 } })).toEqual(
      invalid("Invalid field 'nofield' in 'crm.lead'"),
    );
    expect(await refusalOf('crm.lead', 'search_read', { domain: [], fields: ['nofield'] })).toEqual(
      invalid("Invalid field 'nofield' on 'crm.lead'"),
    );
  });

  it('are refused with 500 where they are of another kind', async () => {
    const event = await anEvent();
    const refused = (vals: object) => refusalOf('event.event', 'write', { ids: [event], vals });
    expect(await refused({ kanban_state: 'bogus' })).toEqual(
      invalid("Wrong value for event.event.kanban_state: 'bogus'"),
    );
    expect(await refused({ seats_max: 'abc' })).toEqual(invalid("invalid literal for int() with base 10: 'abc'"));
    expect(await refused({ date_begin: '2031-03-01T15:00:00Z' })).toEqual(
      invalid("time data '2031-03-01T15:00:00Z' does not match format '%Y-%m-%d %H:%M:%S'"),
    );
    expect(await refused({ date_begin: '2031-03-01 15:00:00.123' })).toEqual(invalid('unconverted data remains: .123'));
    expect(
      await refusalOf('crm.lead', 'create', { vals_list: [{ name: 'x', source_id: 'Newsletter' }] }),
    ).toMatchObject({
      status: 500,
      name: 'psycopg2.errors.InvalidTextRepresentation',
    });
  });

  it('that are a text clear a reference on write, without a word', async () => {
    const lead = await aLead({ source_id: 3 });
    expect(await write('crm.lead', lead, { source_id: '4' })).toBe(true);
    expect(await read('crm.lead', lead, 'source_id')).toEqual({ id: lead, source_id: false });
  });

  it('that Odoo computes are ignored when they are sent', async () => {
    const event = await anEvent();
    expect(await write('event.event', event, { seats_available: 7, id: 1, create_date: '2001-01-01 00:00:00' })).toBe(
      true,
    );
    expect(await read('event.event', event, 'seats_available')).toEqual({ id: event, seats_available: 0 });
  });

  it('that are required are named with field and model when they are missing', async () => {
    const { status, name, message } = await refusalOf('crm.lead', 'create', { vals_list: [{}] });
    expect([status, name]).toEqual([422, 'odoo.exceptions.ValidationError']);
    expect(message).toMatch(
      /^The operation cannot be completed: Missing required value for the field 'Opportunity' \(name\)\.\nModel: 'Lead' \(crm\.lead\)/,
    );
  });

  it('that refer to nothing are refused in misleading words', async () => {
    const refused = (values: object) => refusalOf('crm.lead', 'create', { vals_list: [{ name: 'x', ...values }] });
    expect(await refused({ source_id: 99_999_999 })).toEqual({
      status: 422,
      name: 'odoo.exceptions.ValidationError',
      message:
        'The operation cannot be completed: Another model is using the record you are trying to delete.\n\n' +
        "The troublemaker is: 'Lead' (crm.lead)\nThanks to the following constraint: 'Source' (source_id)\n" +
        'How about archiving the record instead?',
    });
    expect((await refused({ tag_ids: [[6, 0, [99_999_999]]] })).message).toMatch(/constraint: crm_tag_rel_tag_id_fkey/);
  });
});

describe('Creating', () => {
  it('answers the ids in order, and takes one record as well as a list', async () => {
    const ids = await call('crm.lead', 'create', { vals_list: [{ name: 'a' }, { name: 'b' }] });
    expect(ids).toEqual([expect.any(Number), ids[0] + 1]);
    expect(await call('crm.lead', 'create', { vals_list: { name: 'c' } })).toEqual([expect.any(Number)]);
    expect(await call('crm.lead', 'create', { vals_list: [] })).toEqual([]);
  });

  it('makes all of a batch or nothing', async () => {
    const name = unique('Source');
    const { status } = await refusalOf('utm.source', 'create', { vals_list: [{ name }, {}] });
    expect(status).toBe(422);
    expect(await call('utm.source', 'search', { domain: [['name', '=', name]] })).toEqual([]);
  });
});

describe('Writing', () => {
  it('answers true, also without ids, and then does nothing', async () => {
    const lead = await aLead();
    expect(await write('crm.lead', lead, { priority: '2' })).toBe(true);
    expect(await call('crm.lead', 'write', { vals: { priority: '3' } })).toBe(true);
    expect(await read('crm.lead', lead, 'priority')).toEqual({ id: lead, priority: '2' });
  });

  it('is refused with 404 for a record that is gone, and then changes none of the others', async () => {
    const lead = await aLead();
    const refused = await refusalOf('crm.lead', 'write', { ids: [lead, 99_999_999], vals: { priority: '3' } });
    expect(refused).toMatchObject({
      status: 404,
      name: 'odoo.exceptions.MissingError',
      message: expect.stringMatching(
        /^Record does not exist or has been deleted\.\n\(Record: crm\.lead\(99999999,\), User: \d+\)$/,
      ),
    });
    expect(await read('crm.lead', lead, 'priority')).toEqual({ id: lead, priority: '0' });
  });

  it('marks the record as changed even when nothing is new', async () => {
    const lead = await aLead({ name: 'same' });
    const { write_date: before } = await read('crm.lead', lead, 'write_date');
    await write('crm.lead', lead, { name: 'same' });
    const { write_date: after } = await read('crm.lead', lead, 'write_date');
    expect(after >= before).toBe(true);
    expect(before).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
  });

  it('understands the commands of relations', async () => {
    const tag = () => create('crm.tag', { name: unique('Tag') });
    const [one, two] = [await tag(), await tag()];
    const lead = await aLead({ tag_ids: [[6, 0, [one]]] });
    const tags = async (commands: unknown) => {
      await write('crm.lead', lead, { tag_ids: commands });
      return (await read('crm.lead', lead, 'tag_ids')).tag_ids;
    };
    expect(await tags([[4, two]])).toEqual([one, two]);
    expect(await tags([[3, one, 0]])).toEqual([two]);
    expect(await tags([one])).toEqual([one]);
    expect(await tags([[9, one, 0]])).toEqual([one]);
    expect(await tags([[5, 0, 0]])).toEqual([]);
  });
});

describe('Reading', () => {
  it('leaves out records that are gone, but for their bare ids', async () => {
    const lead = await aLead({ name: 'here' });
    const ids = [99_999_999, lead];
    expect(await call('crm.lead', 'read', { ids, fields: ['name'] })).toEqual([{ id: lead, name: 'here' }]);
    expect(await call('crm.lead', 'read', { ids, fields: ['id'] })).toEqual([{ id: 99_999_999 }, { id: lead }]);
    expect(await call('crm.lead', 'search', { domain: [['id', 'in', ids]] })).toEqual([lead]);
  });

  it('goes as deep as it is asked to', async () => {
    const event = await anEvent({ event_ticket_ids: [[0, 0, { name: 'Standard', price: 0 }]] });
    const specification = { event_ticket_ids: { fields: { name: {}, price: {} } }, organizer_id: {} };
    expect(await call('event.event', 'web_read', { ids: [event], specification })).toEqual([
      {
        id: event,
        organizer_id: 1,
        event_ticket_ids: [{ id: expect.any(Number), name: 'Standard', price: 0 }],
      },
    ]);
  });

  it('describes the fields that are asked for', async () => {
    const fields = await call('event.event', 'fields_get', {
      allfields: ['seats_max', 'event_ticket_ids', 'nofield'],
      attributes: ['string', 'type', 'required', 'relation'],
    });
    expect(fields).toEqual({
      seats_max: { string: 'Maximum Attendees', type: 'integer', required: false },
      event_ticket_ids: {
        string: 'Event Ticket',
        type: 'one2many',
        required: false,
        relation: 'event.event.ticket',
      },
    });
  });
});

describe('Searching', () => {
  const found = (domain: unknown[], more: object = {}) => call('crm.lead', 'search', { domain, order: 'id', ...more });
  let ids: number[];
  let word: string;

  beforeAll(async () => {
    word = unique('Searched');
    ids = await call('crm.lead', 'create', {
      vals_list: [
        { name: `${word} one`, expected_revenue: 10, email_from: 'one@example.com', user_id: false },
        { name: `${word} TWO`, expected_revenue: 20 },
        { name: `${word} 100%`, expected_revenue: 30, source_id: 3, user_id: false },
      ],
    });
  });

  const mine = () => ['name', 'like', word];

  it('compares', async () => {
    const [one, two, three] = ids;
    expect(await found([mine(), ['expected_revenue', '>=', 20]])).toEqual([two, three]);
    expect(await found([mine(), ['expected_revenue', '<', 20]])).toEqual([one]);
    expect(await found([mine(), ['name', '=', `${word} one`]])).toEqual([one]);
    expect(await found([mine(), ['id', 'in', [one, three]]])).toEqual([one, three]);
    expect(await found([mine(), ['id', 'not in', [one, three]]])).toEqual([two]);
  });

  it('takes nothing for different from something', async () => {
    const [, two, three] = ids;
    expect(await found([mine(), ['email_from', '!=', 'one@example.com']])).toEqual([two, three]);
    expect(await found([mine(), ['email_from', 'not ilike', 'one']])).toEqual([two, three]);
    expect(await found([mine(), ['email_from', '=', false]])).toEqual([two, three]);
  });

  it('matches patterns', async () => {
    const [one, two] = ids;
    expect(await found([['name', 'like', `${word} t`]])).toEqual([]);
    expect(await found([['name', 'ilike', `${word} t`]])).toEqual([two]);
    expect(await found([['name', '=ilike', `${word} ONE`]])).toEqual([one]);
    expect(await found([['name', '=like', `${word} %n%`]])).toEqual([one]);
  });

  it('reads operators before what they join', async () => {
    const [one, two, three] = ids;
    const revenue = (value: number) => ['expected_revenue', '=', value];
    expect(await found(['&', mine(), '|', revenue(10), revenue(30)])).toEqual([one, three]);
    expect(await found([mine(), '!', revenue(10)])).toEqual([two, three]);
  });

  it('follows references', async () => {
    const [one, , three] = ids;
    expect(await found([mine(), ['source_id.name', '=', 'Newsletter']])).toEqual([three]);
    expect(await found([mine(), ['source_id', 'ilike', 'newsl']])).toEqual([three]);
    expect(await found([mine(), ['user_id', '=', false]])).toEqual([one, three]);
  });

  it('orders, skips and limits; a limit of nought is none', async () => {
    const [one, two, three] = ids;
    expect(await found([mine()], { order: 'expected_revenue desc', limit: 1 })).toEqual([three]);
    expect(await found([mine()], { offset: 1, limit: 1 })).toEqual([two]);
    expect(await found([mine()], { limit: 0 })).toEqual([one, two, three]);
    expect(await call('crm.lead', 'search_count', { domain: [mine()] })).toBe(3);
    expect(await call('crm.lead', 'search_count', { domain: [mine()], limit: 2 })).toBe(2);
  });

  it('sees archived records only when asked to', async () => {
    const lead = await aLead({ active: false });
    const domain = [['id', '=', lead]];
    expect(await found(domain)).toEqual([]);
    expect(await found(domain, { context: { active_test: false } })).toEqual([lead]);
    expect(await found([...domain, ['active', 'in', [true, false]]])).toEqual([lead]);
    expect(await read('crm.lead', lead, 'active')).toEqual({ id: lead, active: false });
  });

  it('finds what changed since a second, that second included', async () => {
    const lead = await aLead();
    const { write_date: at } = await read('crm.lead', lead, 'write_date');
    expect(
      await found([
        ['id', '=', lead],
        ['write_date', '>=', at],
      ]),
    ).toEqual([lead]);
    expect(
      await found([
        ['id', '=', lead],
        ['write_date', '<', at],
      ]),
    ).toEqual([]);
  });

  it('is refused with 500 where the domain is wrong', async () => {
    const refused = (domain: unknown) => refusalOf('crm.lead', 'search', { domain });
    expect(await refused([['nofield', '=', 1]])).toEqual(
      invalid("Invalid field crm.lead.nofield in condition ('nofield', '=', 1)"),
    );
    expect(await refused([['name', 'bogus', 1]])).toEqual(
      invalid("Invalid operator in condition ('name', 'bogus', 1)"),
    );
    expect(await refused([['write_date', '>', '2031-01-01T00:00:00Z']])).toEqual(
      invalid("expecting only datetimes with no timezone: '2031-01-01T00:00:00Z'"),
    );
  });
});

describe('Rights of the sync user', () => {
  it('end where records are deleted', async () => {
    const event = await anEvent();
    const registration = await aRegistration(event);
    for (const [model, id, group] of [
      ['crm.lead', await aLead(), 'Sales/Administrator'],
      ['event.event', event, 'Events/Administrator'],
      ['event.registration', registration, 'Events/Administrator'],
      ['res.partner', await aContact(), 'Contact/Creation'],
    ] as const) {
      const { status, name, message } = await refusalOf(model, 'unlink', { ids: [id] });
      expect([status, name]).toEqual([403, 'odoo.exceptions.AccessError']);
      expect(message).toMatch(/^You are not allowed to delete '.*' \(.*\) records\.\n\n/);
      expect(message).toContain(`\t- ${group}\n\nContact your administrator to request access if necessary.`);
    }
  });

  it('end at templates, products, rules for leads, merging contacts and the names of models', async () => {
    for (const [model, method, body] of [
      ['event.type', 'create', { vals_list: [{ name: 'x' }] }],
      ['product.product', 'create', { vals_list: [{ name: 'x' }] }],
      ['event.lead.rule', 'create', { vals_list: [{ name: 'x' }] }],
      ['base.partner.merge.automatic.wizard', 'create', { vals_list: [{}] }],
      ['ir.model', 'search', { domain: [] }],
      ['ir.model.data', 'search', { domain: [] }],
      ['res.users', 'write', { ids: [2], vals: { name: 'x' } }],
    ] as const) {
      expect(await refusalOf(model, method, body)).toMatchObject({ status: 403, name: 'odoo.exceptions.AccessError' });
    }
  });

  it('allow to read rules for leads, users, teams, stages, modules and the own keys', async () => {
    expect(await call('event.lead.rule', 'search_read', { domain: [], fields: ['lead_creation_trigger'] })).toEqual(
      expect.any(Array),
    );
    for (const domain of [[['login', '=', 'admin']], [['email', '=ilike', 'ADMIN@example.com']]]) {
      const [user] = await call('res.users', 'search_read', { domain, fields: ['login', 'email', 'active'] });
      expect(user).toMatchObject({ id: 2, login: 'admin', active: true });
    }
    expect(await call('crm.team', 'search_read', { domain: [], fields: ['name'] })).toContainEqual({
      id: 1,
      name: 'Sales',
    });
    const domain = [
      ['state', '=', 'installed'],
      ['name', 'in', ['crm', 'event', 'website_event']],
    ];
    expect(await call('ir.module.module', 'search_count', { domain })).toBe(3);
    const { uid } = await call('res.users', 'context_get');
    const keys = await call('res.users.apikeys', 'search_read', { domain: [], fields: ['user_id', 'expiration_date'] });
    expect(keys.length).toBeGreaterThan(0);
    for (const { user_id: owner } of keys) expect(owner[0]).toBe(uid);
  });

  it('are those of the key: an administrator deletes', async () => {
    const lead = await aLead();
    expect(await byStaff('crm.lead', 'unlink', { ids: [lead] })).toBe(true);
    expect(await call('crm.lead', 'read', { ids: [lead], fields: ['name'] })).toEqual([]);
  });
});
