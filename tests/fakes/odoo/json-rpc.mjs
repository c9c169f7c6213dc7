import { findMethod, toIds } from './call.mjs';
import { attributeError, OdooError, typeError, userError } from './errors.mjs';

/** @typedef {import('./environment.mjs').User} User */

const WORDS = {
  noModel: (/** @type {string} */ model) => userError(`Object ${model} doesn't exist`),
  noMethod: (/** @type {string} */ name) => attributeError(`The method '${name}' does not exist`),
};

export const VERSION = {
  server_version: '19.0',
  server_version_info: [19, 0, 0, 'final', 0, ''],
  server_serie: '19.0',
  protocol_version: 1,
};

/** @param {string} database */
const noDatabase = (database) =>
  new OdooError(500, 'psycopg2.OperationalError', `connection to server failed: FATAL:  database "${database}" does not exist\n`);

const accessDenied = () => new OdooError(403, 'odoo.exceptions.AccessDenied', 'Access Denied');

/**
 * The two services of `/jsonrpc`. `execute` runs what `object` asks for.
 * @param {any} params @param {string} database @param {(uid: number | undefined, login: string | undefined, key: string) => User | undefined} userOf
 * @param {(asked: { user: User, model: string, name: string, ids: number[], context: object, args: Record<string, any> }) => void} seen
 */
export const readRpc = (params, database, userOf, seen) => {
  const { service, method, args = [] } = params ?? {};
  if (service === 'common') {
    if (method === 'version') return { answer: VERSION };
    const [db, login, key] = args;
    if (db !== database) throw noDatabase(db);
    return { answer: userOf(undefined, login, key)?.id ?? false };
  }
  if (service !== 'object') throw new OdooError(500, 'builtins.KeyError', String(service));
  const [db, uid, key, model, name, positional = [], named = {}] = args;
  if (db !== database) throw noDatabase(db);
  const user = userOf(uid, undefined, key);
  if (!user) throw accessDenied();
  const rest = [...positional];
  const { context = {}, ...byName } = named;
  const method_ = findMethod(model, name, WORDS);
  const ids = method_.on === 'records' ? rest.shift() : undefined;
  const names = method_.takes.map((each) => each.replace('!', ''));
  const given = { ...Object.fromEntries(rest.map((value, at) => [names[at] ?? `argument ${at}`, value])), ...byName };
  seen({ user, model, name, ids: toIds(ids), context, args: given });
  for (const each of Object.keys(given)) {
    if (names.includes(each)) continue;
    if (!method_.takesAny) throw typeError(`BaseModel.${name}() got an unexpected keyword argument '${each}'`);
    const refused = method_.takesAny(each);
    if (refused) throw refused;
  }
  for (const each of method_.takes) {
    if (each.endsWith('!') && !(each.slice(0, -1) in given)) {
      throw typeError(`BaseModel.${name}() missing 1 required positional argument: '${each.slice(0, -1)}'`);
    }
  }
  // A single record to create answers a single id here.
  return { method: method_, asked: { user, model, method: name, ids, context, args: given, isList: false } };
};

/** @param {unknown} id @param {unknown} result */
export const rpcResult = (id, result) => ({ jsonrpc: '2.0', id, ...(result !== null && { result }) });

/** @param {unknown} id @param {object} data */
export const rpcError = (id, data) => ({ jsonrpc: '2.0', id, error: { code: 0, message: 'Odoo Server Error', data } });
