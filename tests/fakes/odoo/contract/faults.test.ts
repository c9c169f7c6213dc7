import { fake } from './odoo';

/** One call of the fake, whatever the rest of the suite asks. */
const ask = async (model: string, method: string, body: object = {}, { key = fake.key, within = 5_000 } = {}) => {
  const answer = await fetch(`${fake.url}/json/2/${model}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `bearer ${key}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(within),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

const createTag = (name: string, options?: object) => ask('crm.tag', 'create', { vals_list: [{ name }] }, options);
const whoAmI = (options?: object) => ask('res.users', 'context_get', {}, options);

beforeEach(() => fake.reset());

describe('What shall go wrong', () => {
  it('goes wrong as often as it is told to, and only where', async () => {
    fake.fault({ model: 'crm.tag', method: 'create', times: 2, status: 500 });
    expect((await whoAmI()).status).toBe(200);
    expect((await createTag('one')).status).toBe(500);
    expect((await createTag('one')).status).toBe(500);
    expect((await createTag('one')).status).toBe(200);
  });

  it('is spelled as Odoo spells it', async () => {
    fake.fault({ status: 403, message: 'Not yours' });
    const { status, text } = await whoAmI();
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ name: 'odoo.exceptions.AccessError', message: 'Not yours' });
  });

  it('is a page of html where a proxy speaks, with its headers', async () => {
    fake.fault({ status: 429, headers: { 'retry-after': '7' } });
    const { status, headers, text } = await whoAmI();
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('7');
    expect(text).toMatch(/^<html>/);
  });

  it('may be a lost race for an external id', async () => {
    fake.fault(fake.lostRace);
    const load = () => ask('crm.tag', 'load', { fields: ['id', 'name'], data: [['x.y', 'tag']] });
    expect(JSON.parse((await load()).text)).toMatchObject({
      ids: false,
      messages: [{ type: 'error', message: 'could not serialize access due to concurrent update\n' }],
    });
    expect(fake.records('crm.tag')).toEqual([]);
    expect(JSON.parse((await load()).text)).toMatchObject({ ids: [expect.any(Number)] });
  });

  it('before the work leaves nothing behind', async () => {
    fake.fault({ as: 'cut' });
    await expect(createTag('one')).rejects.toThrow();
    expect(fake.records('crm.tag')).toEqual([]);
  });

  it('after the work leaves it done', async () => {
    for (const as of ['cut', 'answer'] as const) {
      fake.fault({ as, when: 'after', status: 502 });
      await createTag(as).catch(() => undefined);
    }
    expect(fake.records('crm.tag').map(({ name }) => name)).toEqual(['cut', 'answer']);
  });

  it('may be that nobody answers, until the client gives up', async () => {
    fake.fault({ as: 'hang', when: 'after' });
    await expect(createTag('one', { within: 50 })).rejects.toThrow(/timeout/i);
    expect(fake.records('crm.tag')).toHaveLength(1);
  });

  it('is forgotten when it is cleared', async () => {
    fake.fault({ times: Infinity, status: 503 });
    expect((await whoAmI()).status).toBe(503);
    fake.clearFaults();
    expect((await whoAmI()).status).toBe(200);
  });

  it('is an error within 200 over JSON-RPC', async () => {
    fake.fault({ model: 'crm.tag', status: 422, message: 'No' });
    const args = [fake.database, 5, fake.key, 'crm.tag', 'search', [[]]];
    const answer = await fetch(`${fake.url}/jsonrpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'call',
        params: { service: 'object', method: 'execute_kw', args },
      }),
    });
    expect(answer.status).toBe(200);
    expect((await answer.json()).error.data).toMatchObject({ name: 'odoo.exceptions.ValidationError', message: 'No' });
  });
});

describe('The key', () => {
  it('expires, and a new one works in its place', async () => {
    const old = fake.key;
    fake.expireKey();
    expect((await whoAmI()).status).toBe(401);
    const key = fake.renewKey();
    expect(key).not.toBe(old);
    expect((await whoAmI({ key })).status).toBe(200);
    expect((await whoAmI({ key: old })).status).toBe(401);
  });

  it('says when it expires', async () => {
    const expiry = async () => {
      const { text } = await ask('res.users.apikeys', 'search_read', { domain: [], fields: ['expiration_date'] });
      return JSON.parse(text)[0].expiration_date;
    };
    expect(await expiry()).toBe(false);
    fake.setKeyExpiry(new Date('2099-02-21T00:00:00Z'));
    expect(await expiry()).toBe('2099-02-21 00:00:00');
  });
});

describe('The server', () => {
  it('goes down and comes up at the same address, with everything it held', async () => {
    await createTag('one');
    const { url } = fake;
    await fake.goDown();
    await expect(whoAmI()).rejects.toThrow();
    await fake.comeUp();
    expect(fake.url).toBe(url);
    expect((await whoAmI()).status).toBe(200);
    expect(fake.records('crm.tag')).toHaveLength(1);
  });

  it('writes down what was asked', async () => {
    await ask('crm.tag', 'create', { vals_list: [{ name: 'a' }, { name: 'b' }], context: { lang: 'en_US' } });
    await ask('crm.tag', 'write', { ids: [1, 99], vals: { name: 'c' } });
    await ask('crm.tag', 'search_read', { domain: [] });
    expect(fake.calls).toEqual([
      expect.objectContaining({
        model: 'crm.tag',
        method: 'create',
        count: 2,
        status: 200,
        context: { lang: 'en_US' },
        transport: 'json-2',
        at: expect.anything(),
      }),
      expect.objectContaining({ method: 'write', ids: [1, 99], count: 2, status: 404 }),
      expect.objectContaining({ method: 'search_read', count: 2, status: 200 }),
    ]);
  });

  it('is as new after a reset, and takes the first key again', async () => {
    const { key } = fake;
    await createTag('one');
    fake.renewKey();
    await fake.reset();
    expect(fake.key).toBe(key);
    expect(fake.records('crm.tag')).toEqual([]);
    expect(fake.calls).toEqual([]);
  });
});
