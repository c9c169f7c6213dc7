import { randomBytes } from 'node:crypto';
import { runCall } from './call.mjs';
import { OdooError, unauthorized } from './errors.mjs';
import { createFaults, faultAnswer } from './faults.mjs';
import { createListener } from './listener.mjs';
import { createInitialStore, USERS } from './initial.mjs';
import { errorBody, isJson2, parsePath, readCall, unsupported } from './json-2.mjs';
import { readRpc, rpcError, rpcResult, VERSION } from './json-rpc.mjs';
import { notFound } from './errors.mjs';
import { asDatetime, asInstant } from './values.mjs';

export { CONCURRENT_LOAD } from './faults.mjs';

/**
 * One call as it came: what was asked of whom, how many records it wrote or listed, and what was answered.
 * @typedef {{ model: string, method: string, ids: number[], count: number, context: Record<string, any>, status: number, at: Date, transport: 'json-2' | 'json-rpc' }} Call
 */

const DATABASE = 'odoo';
const newKey = () => randomBytes(20).toString('hex');

/** @param {string} method @param {number[]} ids @param {Record<string, any>} args */
const countBrought = (method, ids, args) => {
  if (method === 'create') return [args.vals_list].flat().length;
  return method === 'load' ? (args.data?.length ?? 0) : ids.length;
};

/** An Odoo 19 on this machine: the same calls, the same refusals, and whatever shall go wrong. @param {{ port?: number }} [options] */
export const startOdoo = async ({ port = 0 } = {}) => {
  const keys = { sync: newKey(), administrator: newKey() };
  const firstKey = keys.sync;
  let store = createInitialStore(keys);
  const faults = createFaults();
  /** @type {Call[]} */
  const calls = [];

  const ownKeys = () => [...store.rows('res.users.apikeys').values()];

  /** @param {unknown} key */
  const userOf = (key) => {
    const row = ownKeys().find((each) => each.key === key);
    const isOver = row?.expiration_date && asInstant(row.expiration_date) <= new Date();
    if (!row || isOver) return undefined;
    return row.user_id === USERS.sync.id ? USERS.sync : USERS.administrator;
  };

  /** @param {import('./listener.mjs').Request} request */
  const bearer = ({ headers }) => {
    const [, key] = /^bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
    if (!key) throw unauthorized('User not authenticated, use an API Key with a Bearer Authorization header.');
    const user = userOf(key);
    if (!user) throw unauthorized('Invalid apikey');
    return user;
  };

  /** Writes down what is asked, then does it, or what shall go wrong with it. @param {Call} call @param {() => unknown} work @param {(result: unknown) => import('./listener.mjs').Answer} answer @param {(error: OdooError) => import('./listener.mjs').Answer} refuse @returns {import('./listener.mjs').Answer} */
  const perform = (call, work, answer, refuse) => {
    calls.push(call);
    const fault = faults.meet(call.model, call.method);
    /** @type {import('./listener.mjs').Answer} */
    let said;
    try {
      if (fault && fault.when !== 'after') said = { status: 0, body: undefined };
      else {
        const result = work();
        if (call.method.startsWith('search') && Array.isArray(result)) call.count = result.length;
        said = answer(result);
      }
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      said = refuse(error);
    }
    if (fault?.as === 'hang' || fault?.as === 'cut') said = { status: 0, body: undefined, ends: fault.as };
    else if (fault) {
      const { error, ...given } = faultAnswer(fault);
      said = error ? { ...refuse(error), headers: given.headers } : given;
    }
    call.status = said.status;
    return said;
  };

  /** @param {OdooError} error @returns {import('./listener.mjs').Answer} */
  const refuseJson2 = (error) => ({
    status: error.status,
    headers: error.status === 401 ? { 'www-authenticate': 'Bearer ' } : {},
    body: errorBody(error),
  });

  /** @param {import('./listener.mjs').Request} request @returns {import('./listener.mjs').Answer} */
  const answerJson2 = (request) => {
    if (request.headers['x-odoo-database'] && request.headers['x-odoo-database'] !== DATABASE) return NO_DATABASE;
    if (request.method === 'POST' && request.body !== '' && !isJson(request)) {
      return { status: 415, html: unsupported('/json/2/&lt;__model__&gt;/&lt;__method__&gt;', 'json2') };
    }
    try {
      const { model, method: name } = parsePath(request.method === 'POST' ? request.path : '');
      /** @type {Call} */
      const call = { model, method: name, ids: [], count: 0, context: {}, status: 0, at: new Date(), transport: 'json-2' };
      const work = () => {
        const user = bearer(request);
        const { method, asked } = readCall(request.body, model, name, ({ ids, context, args }) =>
          Object.assign(call, { ids, context, count: countBrought(name, ids, args) }),
        );
        return runCall(store, { ...asked, user }, method);
      };
      return perform(call, work, (body) => ({ status: 200, body: body ?? null }), refuseJson2);
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      return refuseJson2(error);
    }
  };

  /** @param {import('./listener.mjs').Request} request @returns {import('./listener.mjs').Answer} */
  const answerRpc = (request) => {
    if (!isJson(request)) return { status: 415, html: unsupported('/jsonrpc', 'jsonrpc') };
    /** @type {any} */
    let asked;
    try {
      asked = JSON.parse(request.body);
    } catch {
      return { status: 400, html: 'Invalid JSON data' };
    }
    if (!asked || typeof asked !== 'object' || Array.isArray(asked)) return { status: 400, html: 'Invalid JSON-RPC data' };
    const { params } = asked;
    const [, , , model = params?.service, method = params?.method] = params?.service === 'object' ? params.args : [];
    /** @type {Call} */
    const call = { model, method, ids: [], count: 0, context: {}, status: 0, at: new Date(), transport: 'json-rpc' };
    /** @param {number | undefined} uid @param {string | undefined} login @param {string} key */
    const whoIs = (uid, login, key) => {
      const user = userOf(key);
      return user && (user.id === uid || user.login === login) ? user : undefined;
    };
    const work = () => {
      const read = readRpc(params, DATABASE, whoIs, ({ name, ids, context, args }) =>
        Object.assign(call, { ids, context, count: countBrought(name, ids, args) }),
      );
      return read.asked ? runCall(store, read.asked, read.method) : read.answer;
    };
    return perform(
      call,
      work,
      (result) => ({ status: 200, body: rpcResult(asked.id, result ?? null) }),
      (error) => ({ status: 200, body: rpcError(asked.id, errorBody(error)) }),
    );
  };

  /** @param {import('./listener.mjs').Request} request @returns {import('./listener.mjs').Answer} */
  const respond = (request) => {
    if (isJson2(request.path)) return answerJson2(request);
    if (request.path === '/jsonrpc') return answerRpc(request);
    if (request.path === '/web/version' || request.path === '/json/version') {
      return { status: 200, body: { version_info: VERSION.server_version_info, version: VERSION.server_version } };
    }
    if (request.path === '/web/health') return { status: 200, body: { status: 'pass' } };
    return refuseJson2(notFound('Not Found'));
  };

  const listener = await createListener(port, respond);

  const syncKey = () => ownKeys().find(({ user_id: user, key }) => user === USERS.sync.id && key === keys.sync);
  /** @param {Date | null} date */
  const setKeyExpiry = (date) => {
    const row = syncKey();
    if (row) store.set('res.users.apikeys', row, 'expiration_date', date ? asDatetime(date) : false);
    store.commit();
  };

  return {
    url: `http://127.0.0.1:${listener.port}`,
    database: DATABASE,
    login: USERS.sync.login,
    /** The key that the sync user has now. */
    get key() {
      return keys.sync;
    },
    staffKey: keys.administrator,
    calls,
    /** Back to a fresh database with the first keys; what shall go wrong is forgotten. */
    async reset() {
      keys.sync = firstKey;
      store = createInitialStore(keys);
      calls.length = 0;
      faults.clear();
      await listener.comeUp();
    },
    stop: () => listener.stop(),
    /** Nobody answers at its port, until it comes up. */
    goDown: () => listener.goDown(),
    comeUp: () => listener.comeUp(),
    /** The sync user's key is over: 401 from now on. */
    expireKey: () => setKeyExpiry(new Date(Date.now() - 1000)),
    /** A new key for the sync user, which ends the old one. */
    renewKey() {
      const row = syncKey();
      keys.sync = newKey();
      if (row) store.remove('res.users.apikeys', row);
      const now = asDatetime(new Date());
      store.insert('res.users.apikeys', {
        id: store.nextId('res.users.apikeys'),
        name: 'webinar sync',
        user_id: USERS.sync.id,
        key: keys.sync,
        scope: 'rpc',
        expiration_date: false,
        create_date: now,
      });
      store.commit();
      return keys.sync;
    },
    setKeyExpiry,
    /** @param {import('./faults.mjs').Fault} fault */
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    /** The rows of a model as they are kept, archived ones too, in the order of their ids. @param {string} model */
    records: (model) => [...store.rows(model).values()].sort((one, other) => one.id - other.id).map((row) => ({ ...row })),
  };
};

/** @typedef {Awaited<ReturnType<typeof startOdoo>>} Odoo */

/** @param {import('./listener.mjs').Request} request */
const isJson = ({ headers }) => /^application\/(?:json|json-rpc)\b/i.test(headers['content-type'] ?? '');

/** @type {import('./listener.mjs').Answer} */
const NO_DATABASE = {
  status: 404,
  html:
    '<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n' +
    '<p>No database is selected and the requested URL was not found in the server-wide controllers.</p>\n',
};
