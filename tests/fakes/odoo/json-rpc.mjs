import { findMethod, toIds } from './call.mjs';
import { attributeError, indexError, OdooError, typeError, userError } from './errors.mjs';
import { methodOf } from './methods/index.mjs';

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
  new OdooError(
    500,
    'psycopg2.OperationalError',
    `connection to server failed: FATAL:  database "${database}" does not exist\n`,
  );

const accessDenied = () => new OdooError(403, 'odoo.exceptions.AccessDenied', 'Access Denied');

/** Arguments by position get their names; of a method on records the first are the ids. @param {any[]} args */
const named = ([, , , model, name, positional = [], byName = {}]) => {
  const method = methodOf(model, name);
  const rest = [...positional];
  const ids = method?.on === 'records' ? toIds(rest.shift()) : [];
  const names = (method?.takes ?? []).map((each) => each.replace('!', ''));
  const { context = {}, ...others } = byName;
  const args = Object.fromEntries(rest.map((value, at) => [names[at] ?? `argument ${at}`, value]));
  return { model, method: name, ids, context, names, args: { ...args, ...others } };
};

/** What is asked, as far as it can be told without understanding it. @param {any} params */
export const seenRpc = (params) => {
  const { service, method, args } = params ?? {};
  const isCall = service === 'object' && Array.isArray(args);
  const { names: _names, ...seen } = isCall ? named(args) : { model: service, method, ids: [], context: {}, args: {} };
  return seen;
};

/** @param {any} params @param {string} database @param {(uid: unknown, login: unknown, key: unknown) => User | undefined} userOf */
export const readRpc = (params, database, userOf) => {
  const { service, method: wanted, args = [] } = params ?? {};
  if (service === 'common' && wanted === 'version') return { answer: VERSION };
  const [db, who, key, model, name] = args;
  if (service !== 'common' && service !== 'object') throw new OdooError(500, 'builtins.KeyError', String(service));
  if (db !== database) throw noDatabase(db);
  // A wrong password is no error here.
  if (service === 'common') return { answer: userOf(undefined, who, key)?.id ?? false };
  const user = userOf(who, undefined, key);
  if (!user) throw accessDenied();
  const method = findMethod(model, name, WORDS);
  const { names, ...asked } = named(args);
  for (const each of Object.keys(asked.args)) {
    if (names.includes(each)) continue;
    const refused = method.takesAny
      ? method.takesAny(each)
      : typeError(`BaseModel.${name}() got an unexpected keyword argument '${each}'`);
    if (refused) throw refused;
  }
  for (const each of method.takes) {
    if (each.endsWith('!') && !(each.slice(0, -1) in asked.args)) {
      throw typeError(`BaseModel.${name}() missing 1 required positional argument: '${each.slice(0, -1)}'`);
    }
  }
  // Whether one record or a list was given is looked up by its place.
  if (name === 'create' && !args[5]?.length) throw indexError('list index out of range');
  // One record to create answers one id here.
  return { method, asked: { ...asked, user, isList: false } };
};

/** A method that returns nothing has no result at all. @param {unknown} id @param {unknown} result */
export const rpcResult = (id, result) => ({ jsonrpc: '2.0', id, ...(result !== null && { result }) });

/** @param {unknown} id @param {object} data */
export const rpcError = (id, data) => ({ jsonrpc: '2.0', id, error: { code: 0, message: 'Odoo Server Error', data } });
