import { isTruthy } from '../python.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('./index.mjs').Rules} Rules */

const UNIQUE = { field: 'name', words: 'The name must be unique' };

/** @param {string} name @returns {[string, number]} */
const split = (name) => {
  const found = /^(.*)\s+\[(\d+)\]/.exec(name);
  return found ? [found[1] ?? '', Number(found[2])] : [name, 1];
};

/** A name that exists is never refused: it gets a number. @param {Environment} env @param {string} model @param {string} name */
const uniqueName = (env, model, name) => {
  const [stem, asked] = split(name);
  const isTaken = (/** @type {number} */ count) =>
    (env.store.having(model, 'name', count > 1 ? `${stem} [${count}]` : stem)?.size ?? 0) > 0;
  let count = isTaken(asked) ? 1 : asked;
  while (isTaken(count)) count += 1;
  return count > 1 ? `${stem} [${count}]` : stem;
};

/** The name is numbered once the rows before it are there. @param {string} model @returns {Rules} */
export const uniquelyNamed = (model) => ({
  unique: UNIQUE,
  prepare(env, list) {
    /** @type {Set<string>} */
    const taken = new Set();
    for (const values of list) {
      if (!isTruthy(values.name)) continue;
      let name = uniqueName(env, model, values.name);
      for (let count = 2; taken.has(name); count += 1)
        name = uniqueName(env, model, `${split(values.name)[0]} [${count}]`);
      taken.add(name);
      values.name = name;
    }
  },
});

/** A campaign is called by its title; its name is what stands in addresses, and is unique. @type {Rules} */
export const campaigns = {
  ...uniquelyNamed('utm.campaign'),
  computed: { display_name: (_env, row) => row.title },
  defaults: (env) => ({ stage_id: 1, user_id: env.user.id }),
  prepare(env, list) {
    for (const values of list) {
      if (!isTruthy(values.title) && isTruthy(values.name)) values.title = values.name;
    }
    uniquelyNamed('utm.campaign').prepare?.(env, list);
    for (const values of list) {
      if (!isTruthy(values.name) && isTruthy(values.title)) values.name = uniqueName(env, 'utm.campaign', values.title);
    }
  },
};

/** @type {Rules} */
export const tags = {
  unique: { field: 'name', words: 'Tag name already exists!' },
  defaults: () => ({ color: 1 + Math.floor(Math.random() * 11) }),
};
