import { runCall } from './call.mjs';
import { notFound, OdooError, unauthorized } from './errors.mjs';
import { faultAnswer } from './faults.mjs';
import { errorBody, isJson2, parseBody, parsePath, readCall, unsupported } from './json-2.mjs';
import { readRpc, rpcError, rpcResult, seenRpc, VERSION } from './json-rpc.mjs';

/**
 * One call as it came: what was asked of whom, how many records it wrote or listed, and what was answered.
 * @typedef {{
 *   model: string, method: string, ids: number[], count: number, context: Record<string, any>, status: number, at: Date,
 *   transport: 'json-2' | 'json-rpc',
 * }} Call
 * @typedef {import('./listener.mjs').Request} Request
 * @typedef {import('./listener.mjs').Answer} Answer
 * @typedef {import('./environment.mjs').User} User
 */

export const DATABASE = 'odoo';

/** @type {Answer} */
const NO_DATABASE = {
  status: 404,
  html:
    '<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n' +
    '<p>No database is selected and the requested URL was not found in the server-wide controllers.</p>\n',
};

/** @param {Request} request */
const isJson = ({ headers }) => /^application\/(?:json|json-rpc)\b/i.test(headers['content-type'] ?? '');

/** @param {string} method @param {number[]} ids @param {Record<string, any>} args */
const countBrought = (method, ids, args) => {
  if (method === 'create') return [args.vals_list ?? []].flat().length;
  return method === 'load' ? (args.data?.length ?? 0) : ids.length;
};

/** @param {OdooError} error @returns {Answer} */
const refuseJson2 = (error) => ({
  status: error.status,
  headers: error.status === 401 ? { 'www-authenticate': 'Bearer ' } : {},
  body: errorBody(error),
});

/** The answer to every request: what the house does with it, or what shall go wrong. @param {{ store: () => import('./store.mjs').Store, userOf: (key: unknown) => User | undefined, faults: ReturnType<typeof import('./faults.mjs').createFaults>, calls: Call[] }} house */
export const createRespond = ({ store, userOf, faults, calls }) => {
  /** @param {Request} request */
  const bearer = ({ headers }) => {
    const [, key] = /^bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
    if (!key) throw unauthorized('User not authenticated, use an API Key with a Bearer Authorization header.');
    const user = userOf(key);
    if (!user) throw unauthorized('Invalid apikey');
    return user;
  };

  /** @param {Call['transport']} transport @param {{ model: string, method: string, ids: number[], context: object, args: Record<string, any> }} asked */
  const writeDown = (transport, { args, ...asked }) => {
    const count = countBrought(asked.method, asked.ids, args);
    const call = { ...asked, count, status: 0, at: new Date(), transport };
    calls.push(call);
    return call;
  };

  /** Does what is asked, or lets happen what shall go wrong. @param {Call} call @param {string} body @param {() => Answer} work @param {(error: OdooError) => Answer} refuse @returns {Answer} */
  const perform = (call, body, work, refuse) => {
    const fault = faults.meet(call.model, call.method, body);
    /** @type {Answer} */
    let answer = { status: 0 };
    if (!fault || fault.when === 'after') {
      try {
        answer = work();
      } catch (error) {
        if (!(error instanceof OdooError)) throw error;
        answer = refuse(error);
      }
    }
    if (fault?.as === 'hang' || fault?.as === 'cut') answer = { status: 0, ends: fault.as };
    else if (fault) {
      const { error, ...given } = faultAnswer(fault);
      const refused = error && refuse(error);
      answer = refused ? { ...refused, headers: { ...refused.headers, ...given.headers } } : given;
    }
    call.status = answer.status;
    return answer;
  };

  /** @param {Call} call @param {unknown} result */
  const countListed = (call, result) => {
    if (call.method.startsWith('search') && Array.isArray(result)) call.count = result.length;
  };

  /** @param {Request} request @returns {Answer} */
  const answerJson2 = (request) => {
    const database = request.headers['x-odoo-database'];
    if (database && database !== DATABASE) return NO_DATABASE;
    if (request.method === 'POST' && request.body !== '' && !isJson(request)) {
      return { status: 415, html: unsupported('/json/2/&lt;__model__&gt;/&lt;__method__&gt;', 'json2') };
    }
    try {
      const path = parsePath(request.method === 'POST' ? request.path : '');
      const body = parseBody(request.body);
      const call = writeDown('json-2', { ...path, ...body });
      const work = () => {
        const user = bearer(request);
        const asked = { ...path, ...body, user, isList: true };
        const result = runCall(store(), asked, readCall(asked));
        countListed(call, result);
        return { status: 200, body: result ?? null };
      };
      return perform(call, request.body, work, refuseJson2);
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      return refuseJson2(error);
    }
  };

  /** @param {unknown} uid @param {unknown} login @param {unknown} key */
  const userNamed = (uid, login, key) => {
    const user = userOf(key);
    return user && (user.id === uid || user.login === login) ? user : undefined;
  };

  /** @param {Request} request @returns {Answer} */
  const answerRpc = (request) => {
    if (!isJson(request)) return { status: 415, html: unsupported('/jsonrpc', 'jsonrpc') };
    /** @type {any} */
    let asked;
    try {
      asked = JSON.parse(request.body);
    } catch {
      return { status: 400, html: 'Invalid JSON data' };
    }
    if (!asked || typeof asked !== 'object' || Array.isArray(asked)) {
      return { status: 400, html: 'Invalid JSON-RPC data' };
    }
    const call = writeDown('json-rpc', seenRpc(asked.params));
    const work = () => {
      const read = readRpc(asked.params, DATABASE, userNamed);
      const result = 'answer' in read ? read.answer : runCall(store(), read.asked, read.method);
      countListed(call, result);
      return { status: 200, body: rpcResult(asked.id, result ?? null) };
    };
    return perform(call, request.body, work, (error) => ({ status: 200, body: rpcError(asked.id, errorBody(error)) }));
  };

  /** @param {Request} request @returns {Answer} */
  return (request) => {
    if (isJson2(request.path)) return answerJson2(request);
    if (request.path === '/jsonrpc') return answerRpc(request);
    if (request.path === '/web/version' || request.path === '/json/version') {
      return { status: 200, body: { version_info: VERSION.server_version_info, version: VERSION.server_version } };
    }
    if (request.path === '/web/health') return { status: 200, body: { status: 'pass' } };
    return refuseJson2(notFound('Not Found'));
  };
};
