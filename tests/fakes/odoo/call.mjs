import { createEnvironment } from './environment.mjs';
import { accessError } from './errors.mjs';
import { isPrivate, methodOf } from './methods/index.mjs';
import { schema } from './schema.mjs';

/** @typedef {import('./environment.mjs').User} User */

/**
 * What a transport made of a request: whom it comes from, and which method of which model with which arguments.
 * @typedef {{ user: User, model: string, method: string, ids: number[], context: Record<string, any>, args: Record<string, any>, isList: boolean }} Asked
 */

/** @param {unknown} ids @returns {number[]} */
export const toIds = (ids) =>
  typeof ids === 'number' ? [ids] : Array.isArray(ids) ? ids.filter(Number.isInteger) : [];

/** @param {string} model @param {string} method */
const checkPrivate = (model, method) => {
  if (isPrivate(model, method)) {
    throw accessError(`Private methods (such as '${model}.${method}') cannot be called remotely.`);
  }
};

/** The method, or what the transport says to a name there is none for. @param {string} model @param {string} name @param {{ noModel: (model: string) => Error, noMethod: (name: string) => Error }} words */
export const findMethod = (model, name, words) => {
  if (!schema.has(model)) throw words.noModel(model);
  checkPrivate(model, name);
  const method = methodOf(model, name);
  if (!method) throw words.noMethod(`${model}.${name}`);
  return method;
};

/** Runs a call: all of it, or nothing. @param {import('./store.mjs').Store} store @param {Asked} asked @param {import('./methods/method.mjs').Method} method */
export const runCall = (store, { user, model, ids, context, args, isList }, method) => {
  const companies = context.allowed_company_ids ?? [];
  if ([companies].flat().some((id) => !store.row('res.company', id))) {
    throw accessError('Access to unauthorized or invalid companies.');
  }
  const { lang, tz } = store.row('res.users', user.id) ?? {};
  const env = createEnvironment(store, user, { lang, tz, ...context });
  try {
    const result = method.run({ env, model, ids: [...new Set(ids)], args, isList });
    store.commit();
    return result;
  } catch (error) {
    store.rollback(0);
    throw error;
  }
};
