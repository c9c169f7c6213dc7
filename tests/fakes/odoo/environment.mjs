import { attributeError, missing, refusal } from './errors.mjs';
import { createRecords, readRelation, unlinkRecords, writeRecords } from './records.mjs';
import { rulesOf } from './rules/index.mjs';
import { schema } from './schema.mjs';
import { emptyValue } from './values.mjs';

/**
 * @typedef {import('./store.mjs').Row} Row
 * @typedef {{ id: number, login: string, isAdministrator: boolean }} User
 * @typedef {Record<string, any>} Context
 */

/** Who asks for what, and everything that may be done in one call. @param {import('./store.mjs').Store} store @param {User} user @param {Context} context @param {boolean} [isTrusted] */
export const createEnvironment = (store, user, context, isTrusted = false) => {
  /** @param {string} name */
  const model = (name) => {
    const found = schema.get(name);
    if (!found) throw attributeError(`the model '${name}' does not exist`);
    return found;
  };

  const env = {
    store,
    user,
    context,
    model,
    now: () => new Date(),

    /** The same, past every right: what Odoo does of itself. @returns {Environment} */
    trusted: () => createEnvironment(store, user, context, true),
    /** @param {Context} changes @returns {Environment} */
    within: (changes) => createEnvironment(store, user, { ...context, ...changes }, isTrusted),

    /** @param {string} name @param {import('./schema.mjs').Operation} operation */
    mayI: (name, operation) => isTrusted || user.isAdministrator || !model(name).refused.has(operation),
    /** @param {string} name @param {import('./schema.mjs').Operation} operation */
    demand(name, operation) {
      if (!env.mayI(name, operation)) throw refusal(model(name), operation, model(name).refused.get(operation) ?? []);
    },
    /** Whether the user may see a field. @param {import('./schema.mjs').Field} field */
    maySee: (field) => isTrusted || user.isAdministrator || !field.isHidden,

    /** @param {string} name @param {number[]} ids @returns {Row[]} */
    rows: (name, ids) =>
      ids.map((id) => {
        const row = store.row(name, id);
        if (!row) throw missing(name, id, user.id);
        return row;
      }),
    /** @param {string} name @param {number | false | undefined} id */
    row: (name, id) => (id ? store.row(name, id) : undefined),
    /** Every row whose field has the value, archived ones too. @param {string} name @param {string} field @param {unknown} value @returns {Row[]} */
    having(name, field, value) {
      const ids = store.having(name, field, value);
      if (!ids) return [...store.rows(name).values()].filter((row) => row[field] === value);
      return [...ids].flatMap((id) => store.row(name, id) ?? []);
    },

    /** What a field holds: kept, computed, or found on the other side of a relation. @param {string} name @param {Row} row @param {string} field @returns {any} */
    value(name, row, field) {
      const computed = rulesOf(name).computed?.[field];
      if (computed) return computed(env, row);
      const description = model(name).fields.get(field);
      if (!description) return undefined;
      if (description.type === 'one2many' || description.type === 'many2many') {
        return readRelation(env, name, row, description);
      }
      return row[field] ?? emptyValue(description);
    },
    /** @param {string | undefined} name @param {number} id @returns {string | false} */
    displayName(name, id) {
      const row = name && store.holds(name) && store.row(name, id);
      return row ? env.value(name, row, 'display_name') : false;
    },

    /** @param {string} name @param {Row[]} values */
    create: (name, values) => createRecords(env, name, values),
    /** @param {string} name @param {number[]} ids @param {Row} values */
    write: (name, ids, values) => writeRecords(env, name, ids, values),
    /** @param {string} name @param {number[]} ids */
    unlink: (name, ids) => unlinkRecords(env, name, ids),
    /** Sets what Odoo computes and keeps: no rule follows from it. @param {string} name @param {Row} row @param {Row} values */
    keep(name, row, values) {
      for (const [field, value] of Object.entries(values)) store.set(name, row, field, value);
    },
  };
  return env;
};

/** @typedef {ReturnType<typeof createEnvironment>} Environment */
