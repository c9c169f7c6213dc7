import type { Odoo } from '../index.mjs';

type Target = Pick<Odoo, 'url' | 'key' | 'staffKey' | 'database' | 'login'>;
type Handed = { fake: Odoo; target: Target };

// The environment starts the fake outside Jest's realm, where no type reaches.
const handed = (globalThis as unknown as { __odoo: Handed }).__odoo;

/** The Odoo that is asked: the fake, or a real one. */
export const target = handed.target;

/** The fake's own handles, for what no real Odoo does on demand. */
export const fake = handed.fake;

type Headers = Record<string, string | undefined>;

/** One request as it is, with whatever headers; undefined takes a header away. */
export const send = async (
  path: string,
  { method = 'POST', headers = {}, body }: { method?: string; headers?: Headers; body?: string } = {},
) => {
  const all = { 'content-type': 'application/json', authorization: `bearer ${target.key}`, ...headers };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const answer = await fetch(`${target.url}${path}`, { method, headers: given, body });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text };
};

type Asked = { status: number; body: any };

/** One call over JSON-2, whatever comes of it. */
export const ask = async (model: string, method: string, body: object = {}, key = target.key): Promise<Asked> => {
  const { status, text } = await send(`/json/2/${model}/${method}`, {
    headers: { authorization: `bearer ${key}` },
    body: JSON.stringify(body),
  });
  return { status, body: JSON.parse(text) };
};

/** One call that must succeed. */
export const call = async (model: string, method: string, body: object = {}, key = target.key) => {
  const answer = await ask(model, method, body, key);
  if (answer.status !== 200) {
    throw new Error(`${model}.${method} was answered ${answer.status}: ${answer.body.name}: ${answer.body.message}`);
  }
  return answer.body;
};

/** What an administrator does by hand. */
export const byStaff = (model: string, method: string, body: object = {}) => call(model, method, body, target.staffKey);

/** How a call is refused: the status, the class and the words. */
export const refusalOf = async (model: string, method: string, body: object = {}) => {
  const { status, body: error } = await ask(model, method, body);
  return { status, name: error.name, message: error.message };
};

export const create = async (model: string, values: object, context?: object): Promise<number> => {
  const [id] = await call(model, 'create', { vals_list: [values], context });
  return id;
};

export const write = (model: string, id: number, vals: object) => call(model, 'write', { ids: [id], vals });

/** The fields of one record. */
export const read = async (model: string, id: number, ...fields: string[]) => {
  const [record] = await call(model, 'read', { ids: [id], fields });
  return record;
};

/** Rows by external id; times are in UTC. */
export const load = (model: string, fields: string[], data: unknown[][], context: object = {}) =>
  call(model, 'load', { fields, data, context: { tz: 'UTC', ...context } });

/** Loads one row that must be taken. */
export const loadOne = async (model: string, cells: Record<string, unknown>, context: object = {}): Promise<number> => {
  const { ids, messages } = await load(model, Object.keys(cells), [Object.values(cells)], context);
  if (!ids) throw new Error(messages.map(({ message }: { message: string }) => message).join('\n'));
  return ids[0];
};

/** What `load` says of one row that it does not take. */
export const complaintsOf = async (model: string, cells: Record<string, unknown>, context: object = {}) => {
  const { ids, messages } = await load(model, Object.keys(cells), [Object.values(cells)], context);
  expect(ids).toBe(false);
  return messages as { message: string; field?: string; type: string; record: number }[];
};

let count = 0;
const run = Date.now().toString(36);

/** A word of this run alone: a real database keeps what other runs made. */
export const unique = (word: string) => `${word}-${run}-${(count += 1)}`;

/** An external id of this run alone. */
export const xid = (kind: string) => `contract.${unique(kind)}`;

export const anEvent = (values: object = {}) =>
  create('event.event', {
    name: unique('Event'),
    date_begin: '2031-03-01 15:00:00',
    date_end: '2031-03-01 16:00:00',
    address_id: false,
    description: '<p>About</p>',
    event_mail_ids: [],
    ...values,
  });

export const aRegistration = (eventId: number, values: object = {}) =>
  create('event.registration', { event_id: eventId, name: 'Ana', email: 'ana@example.com', ...values });

export const aLead = (values: object = {}) => create('crm.lead', { name: unique('Lead'), ...values });

export const aContact = (values: object = {}) =>
  create('res.partner', { name: unique('Contact'), email: `${unique('contact')}@example.com`, ...values });

/** One call over `/jsonrpc`. */
export const rpc = async (service: string, method: string, args: unknown[]) => {
  const { text } = await send('/jsonrpc', {
    headers: { authorization: undefined },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 7, params: { service, method, args } }),
  });
  return JSON.parse(text);
};
