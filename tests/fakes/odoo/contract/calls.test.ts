import { ask, call, create, read, refusalOf, rpc, send, target, unique } from './odoo';

describe('A call over JSON-2', () => {
  it('is answered with the bare result', async () => {
    expect(await call('res.users', 'context_get')).toEqual({ lang: 'en_US', tz: 'UTC', uid: expect.any(Number) });
  });

  it('takes a key however the scheme is spelled, and an empty body', async () => {
    const { status } = await send('/json/2/res.users/context_get', {
      headers: { authorization: `Bearer ${target.key}` },
      body: '',
    });
    expect(status).toBe(200);
  });

  it('is refused with 401 when the key is unknown', async () => {
    const { status, headers, text } = await send('/json/2/res.users/context_get', {
      headers: { authorization: 'bearer 0123456789' },
      body: '{}',
    });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(JSON.parse(text)).toMatchObject({
      name: 'werkzeug.exceptions.Unauthorized',
      message: 'Invalid apikey',
      arguments: ['Invalid apikey', 401],
      context: {},
      debug: expect.stringContaining('Traceback'),
    });
  });

  it('is refused with 401 when there is no key', async () => {
    const { status, text } = await send('/json/2/res.users/context_get', {
      headers: { authorization: undefined },
      body: '{}',
    });
    expect(status).toBe(401);
    expect(JSON.parse(text).message).toMatch(/use an API Key with a Bearer Authorization header/);
  });

  it('is refused with 415 in html when it is not said to be JSON', async () => {
    const { status, headers } = await send('/json/2/res.users/context_get', {
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    });
    expect(status).toBe(415);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('is refused with 400 when the body cannot be read', async () => {
    const { status, text } = await send('/json/2/res.users/context_get', { body: '{x' });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      name: 'werkzeug.exceptions.BadRequest',
      message: expect.stringMatching(/^could not parse the body as json/),
    });
  });

  it('finds nothing in another database', async () => {
    const { status, headers } = await send('/json/2/res.users/context_get', {
      headers: { 'x-odoo-database': 'no-such-database' },
      body: '{}',
    });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('finds the database that is named', async () => {
    const { status } = await send('/json/2/res.users/context_get', {
      headers: { 'x-odoo-database': target.database },
      body: '{}',
    });
    expect(status).toBe(200);
  });

  it('is a POST of a model and a method', async () => {
    for (const [method, path] of [
      ['GET', '/json/2/res.users/context_get'],
      ['POST', '/json/2/res.users'],
    ] as const) {
      const { status, text } = await send(path, { method, body: method === 'POST' ? '{}' : undefined });
      expect(status).toBe(404);
      expect(JSON.parse(text).message).toBe('Did you mean POST /json/2/<model>/<method>?');
    }
  });

  it('is refused with 404 for a model or a method there is none of', async () => {
    expect(await refusalOf('no.model', 'search', { domain: [] })).toEqual({
      status: 404,
      name: 'werkzeug.exceptions.NotFound',
      message: "the model 'no.model' does not exist",
    });
    expect(await refusalOf('crm.lead', 'nomethod')).toEqual({
      status: 404,
      name: 'werkzeug.exceptions.NotFound',
      message: "The method 'crm.lead.nomethod' does not exist",
    });
  });

  it('is refused with 403 for a private method', async () => {
    for (const method of ['_compute_display_name', 'exists', 'search_fetch']) {
      expect(await refusalOf('crm.lead', method)).toEqual({
        status: 403,
        name: 'odoo.exceptions.AccessError',
        message: `Private methods (such as 'crm.lead.${method}') cannot be called remotely.`,
      });
    }
  });

  it('is refused with 422 when an argument is missing, unknown, or ids are none of the method’s', async () => {
    const name = 'werkzeug.exceptions.UnprocessableEntity';
    expect(await refusalOf('crm.lead', 'create', { vals: {} })).toEqual({
      status: 422,
      name,
      message: "missing a required argument: 'vals_list'",
    });
    expect(await refusalOf('crm.lead', 'search', { domain: [], bogus: 1 })).toEqual({
      status: 422,
      name,
      message: "got an unexpected keyword argument 'bogus'",
    });
    expect(await refusalOf('crm.lead', 'search', { domain: [], ids: [1] })).toEqual({
      status: 422,
      name,
      message: 'cannot call crm.lead.search with ids',
    });
  });

  it('is refused with 403 for a company of others', async () => {
    const refusal = await refusalOf('crm.lead', 'search', { domain: [], context: { allowed_company_ids: [99_999] } });
    expect(refusal).toMatchObject({ status: 403, message: 'Access to unauthorized or invalid companies.' });
  });

  it('answers null where a method returns nothing', async () => {
    expect(await ask('event.registration', 'action_cancel')).toEqual({ status: 200, body: null });
  });
});

describe('The version', () => {
  it('is told to everybody', async () => {
    const { status, text } = await send('/web/version', { method: 'GET', headers: { authorization: undefined } });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ version: '19.0', version_info: [19, 0, 0, 'final', 0, ''] });
  });
});

describe('A call over JSON-RPC', () => {
  const execute = (model: string, method: string, args: unknown[], named: object = {}) =>
    login().then((uid) => rpc('object', 'execute_kw', [target.database, uid, target.key, model, method, args, named]));
  const login = async () =>
    (await rpc('common', 'authenticate', [target.database, target.login, target.key, {}])).result;

  it('knows who has the key, and says false of a wrong one', async () => {
    expect(await login()).toEqual(expect.any(Number));
    const wrong = await rpc('common', 'authenticate', [target.database, target.login, 'wrong', {}]);
    expect(wrong).toEqual({ jsonrpc: '2.0', id: 7, result: false });
  });

  it('tells the version', async () => {
    const { result } = await rpc('common', 'version', []);
    expect(result).toMatchObject({ server_version: '19.0', protocol_version: 1 });
  });

  it('creates one for one and many for a list', async () => {
    const name = unique('Source');
    const { result: ids } = await execute('utm.source', 'create', [[{ name }]]);
    expect(ids).toEqual([expect.any(Number)]);
    const { result: id } = await execute('utm.source', 'create', [{ name: unique('Source') }]);
    expect(id).toEqual(expect.any(Number));
    const { result } = await execute('utm.source', 'search_read', [[['name', '=', name]]], { fields: ['name'] });
    expect(result).toEqual([{ id: ids[0], name }]);
  });

  it('has no result at all where a method returns nothing', async () => {
    const event = await create('event.event', { name: unique('Event'), event_mail_ids: [] });
    const registration = await create('event.registration', { event_id: event });
    expect(await execute('event.registration', 'action_cancel', [[registration]])).toEqual({ jsonrpc: '2.0', id: 7 });
    expect(await read('event.registration', registration, 'state')).toMatchObject({ state: 'cancel' });
  });

  it('loads by position as well as by name', async () => {
    const name = unique('Source');
    const { result } = await execute('utm.source', 'load', [['id', 'name'], [[`contract.${name}`, name]]]);
    expect(result).toEqual({ ids: [expect.any(Number)], messages: [], nextrow: 0 });
  });

  it('is refused with 200 and the same class and words', async () => {
    const uid = await login();
    const errorOf = async (...args: unknown[]) => (await rpc('object', 'execute_kw', args)).error.data;
    const { database: db, key } = target;
    expect(await errorOf(db, uid, 'wrong', 'crm.lead', 'search', [[]])).toMatchObject({
      name: 'odoo.exceptions.AccessDenied',
      message: 'Access Denied',
    });
    expect(await errorOf(db, uid, key, 'no.model', 'search', [[]])).toMatchObject({
      name: 'odoo.exceptions.UserError',
      message: "Object no.model doesn't exist",
    });
    expect(await errorOf(db, uid, key, 'crm.lead', 'nomethod', [])).toMatchObject({
      name: 'builtins.AttributeError',
      message: "The method 'crm.lead.nomethod' does not exist",
    });
    expect(await errorOf(db, uid, key, 'crm.lead', 'create', [{ nofield: 1 }])).toMatchObject({
      name: 'builtins.ValueError',
      message: "Invalid field 'nofield' in 'crm.lead'",
    });
    // What is to be made has to come by its place.
    const byName = await rpc('object', 'execute_kw', [
      db,
      uid,
      key,
      'utm.source',
      'create',
      [],
      { vals_list: [{ name: 'By name' }] },
    ]);
    expect(byName.error.data).toMatchObject({ name: 'builtins.IndexError', message: 'list index out of range' });
    expect(await errorOf('no-such-database', uid, key, 'crm.lead', 'search', [[]])).toMatchObject({
      name: 'psycopg2.OperationalError',
    });
  });
});

describe('What an account may do', () => {
  it('is told by model and operation', async () => {
    const rights = (model: string, operation: string) =>
      call(model, 'check_access_rights', { operation, raise_exception: false });
    expect(await rights('event.event', 'create')).toBe(true);
    expect(await rights('crm.lead', 'write')).toBe(true);
    expect(await rights('event.type', 'create')).toBe(false);
    expect(await refusalOf('event.type', 'check_access_rights', { operation: 'create' })).toMatchObject({
      status: 403,
      name: 'odoo.exceptions.AccessError',
    });
  });

  it('is told by group; one that nobody knows is not had', async () => {
    const { uid } = (await call('res.users', 'context_get')) as { uid: number };
    const has = (group: string) => call('res.users', 'has_group', { ids: [uid], group_ext_id: group });
    expect(await has('event.group_event_user')).toBe(true);
    expect(await has('crm.group_use_lead')).toBe(false);
    expect(await has('nobody.knows_it')).toBe(false);
  });
});
