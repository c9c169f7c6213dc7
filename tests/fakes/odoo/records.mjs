import { DatabaseError, missing, missingValue, referredTo, relatedTo, valueError } from './errors.mjs';
import { isTruthy, repr } from './python.mjs';
import { rulesOf } from './rules/index.mjs';
import { schema } from './schema.mjs';
import { asDatetime, toStored } from './values.mjs';

/**
 * @typedef {import('./environment.mjs').Environment} Environment
 * @typedef {import('./schema.mjs').Model} Model
 * @typedef {import('./schema.mjs').Field} Field
 * @typedef {import('./store.mjs').Row} Row
 */

/** Set by Odoo alone; a call that brings them is not told. */
const OWN = new Set(['id', 'display_name', 'create_date', 'create_uid', 'write_date', 'write_uid']);

const isRelation = (/** @type {Field} */ { type }) => type === 'one2many' || type === 'many2many';

/** @param {Model} model @param {Row} values */
const checkFields = (model, values) => {
  for (const name of Object.keys(values)) {
    if (!model.fields.has(name)) throw valueError(`Invalid field ${repr(name)} in '${model.name}'`);
  }
};

/** @param {Environment} env @param {Model} model @param {Field} field @param {number | false} id @param {boolean} isNew */
const checkReference = (env, model, field, id, isNew) => {
  const { relation } = field;
  if (!id || !relation || !env.store.holds(relation) || env.store.row(relation, id)) return;
  const isReadAtOnce = rulesOf(model.name).readsAtOnce?.(field.name, isNew);
  throw isReadAtOnce ? missing(relation, id, env.user.id) : referredTo(model, field);
};

/** @param {Model} model @param {Row} row */
const checkRequired = (model, row) => {
  for (const field of model.fields.values()) {
    if (!field.isRequired || field.isComputed || isRelation(field) || field.type === 'boolean') continue;
    // A model that the fake does not hold cannot be referred to.
    if (field.relation && !schema.has(field.relation)) continue;
    const value = row[field.name];
    if (value === false || (value === undefined && !field.isGiven)) throw missingValue(model, field);
  }
};

/** @param {Environment} env @param {Model} model @param {Row} row @param {string[]} changed */
const checkUnique = (env, model, row, changed) => {
  const unique = rulesOf(model.name).unique;
  if (!unique || !changed.includes(unique.field)) return;
  const others = env.store.having(model.name, unique.field, row[unique.field]);
  if (others && others.size > 1) throw new DatabaseError(unique.words, unique.field);
};

/** What a call brings, apart: values to keep, and what is done to relations. @param {Environment} env @param {Model} model @param {Row} values @param {boolean} isNew */
const convert = (env, model, values, isNew) => {
  /** @type {Row} */
  const kept = {};
  /** @type {[Field, unknown][]} */
  const relations = [];
  for (const [name, value] of Object.entries(values)) {
    const field = model.fields.get(name);
    if (!field || OWN.has(name)) continue;
    const alias = rulesOf(model.name).aliases?.[name];
    if (alias) kept[alias] = isTruthy(value);
    else if (isRelation(field)) {
      if (!field.isComputed) relations.push([field, value]);
    } else if (!field.isComputed) {
      const stored = toStored(model, field, value, isNew);
      if (field.type === 'many2one') checkReference(env, model, field, /** @type {any} */ (stored), isNew);
      kept[name] = stored;
    }
  }
  return { kept, relations };
};

/** @param {Environment} env @param {Model} model @param {Row} values */
const withDefaults = (env, model, values) => {
  const given = Object.fromEntries(
    Object.entries(env.context)
      .filter(([name]) => name.startsWith('default_') && model.fields.has(name.slice('default_'.length)))
      .map(([name, value]) => [name.slice('default_'.length), value]),
  );
  const known = { ...given, ...values };
  const defaults = rulesOf(model.name).defaults?.(env, known) ?? {};
  const active = model.fields.has('active') ? { active: true } : {};
  return { ...active, ...defaults, ...known };
};

/** Creates all of them or none, and answers their ids in order. @param {Environment} env @param {string} name @param {Row[]} list */
export const createRecords = (env, name, list) => {
  env.demand(name, 'create');
  const model = env.model(name);
  const rules = rulesOf(name);
  for (const values of list) checkFields(model, values);
  const prepared = list.map((values) => withDefaults(env, model, values));
  rules.prepare?.(env, prepared);
  const stamp = { create_date: asDatetime(env.now()), create_uid: env.user.id };
  const created = prepared.map((values) => {
    const { kept, relations } = convert(env, model, values, true);
    /** @type {Row} */
    const row = {
      id: env.store.nextId(name),
      ...kept,
      ...stamp,
      write_date: stamp.create_date,
      write_uid: env.user.id,
    };
    env.store.insert(name, row);
    checkUnique(env, model, row, Object.keys(kept));
    return { row, relations };
  });
  created.forEach(({ row, relations }, position) => {
    // The rules fill in what Odoo computes, some of it required.
    rules.computeNew?.(env, row, list[position] ?? {});
    checkRequired(model, row);
    for (const [field, commands] of relations) applyCommands(env, model, row, field, commands);
  });
  rules.created?.(
    env,
    created.map(({ row }) => row),
  );
  return created.map(({ row }) => row.id);
};

/** @param {Environment} env @param {string} name @param {number[]} ids @param {Row} values */
export const writeRecords = (env, name, ids, values) => {
  env.demand(name, 'write');
  const model = env.model(name);
  const rules = rulesOf(name);
  const rows = env.rows(name, ids);
  checkFields(model, values);
  if (rows.length === 0) return;
  const { kept, relations } = convert(env, model, values, false);
  rules.preparing?.(env, rows, kept);
  const changed = Object.keys(kept);
  for (const row of rows) {
    env.keep(name, row, { ...kept, write_date: asDatetime(env.now()), write_uid: env.user.id });
    checkUnique(env, model, row, changed);
    for (const [field, commands] of relations) applyCommands(env, model, row, field, commands);
  }
  rules.written?.(env, rows, kept);
  for (const row of rows) checkRequired(model, row);
};

/** @param {Environment} env @param {string} name @param {number} id */
const forgetReferences = (env, name, id) => {
  for (const model of schema.values()) {
    for (const field of model.fields.values()) {
      if (field.relation !== name || field.isComputed) continue;
      if (field.link) {
        const here = { table: field.link.table, own: field.link.other, other: field.link.own };
        for (const other of env.store.linked(here, id)) env.store.link(here, id, other, false);
      }
      if (field.type !== 'many2one') continue;
      for (const row of env.having(model.name, field.name, id)) {
        if (field.onDelete === 'cascade') env.trusted().unlink(model.name, [row.id]);
        else if (field.onDelete === 'set null' && !field.isRequired) env.store.set(model.name, row, field.name, false);
        else throw referredTo(model, field);
      }
    }
  }
};

/** What lies on a record goes with it. @param {Environment} env @param {string} name @param {number} id */
const clearAway = (env, name, id) => {
  for (const [model, field] of Object.entries({ 'mail.activity': 'res_model', 'mail.message': 'model' })) {
    const lying = env.having(model, 'res_id', id).filter((row) => row[field] === name);
    env.trusted().unlink(
      model,
      lying.map((row) => row.id),
    );
  }
};

/** @param {Environment} env @param {string} name @param {number[]} ids */
export const unlinkRecords = (env, name, ids) => {
  if (ids.length === 0) return;
  env.demand(name, 'unlink');
  const rows = rulesOf(name).isForgiving ? ids.flatMap((id) => env.row(name, id) ?? []) : env.rows(name, ids);
  rulesOf(name).unlinking?.(env, rows);
  for (const row of rows) {
    if (!env.row(name, row.id)) continue;
    env.store.remove(name, row);
    forgetReferences(env, name, row.id);
    clearAway(env, name, row.id);
    for (const xid of env.store.namesOf(name, row.id)) env.store.name(xid, undefined);
  }
};

/** @param {Environment} env @param {Field} field @param {number} id */
const isShown = (env, field, id) => {
  const relation = field.relation ?? '';
  const row = env.store.row(relation, id);
  return row && (env.context.active_test === false || row.active !== false);
};

/** The ids on the other side: archived ones are not among them, unless asked for. @param {Environment} env @param {string} name @param {Row} row @param {Field} field @returns {number[]} */
export const readRelation = (env, name, row, field) => {
  if (!field.relation || !env.store.holds(field.relation)) return [];
  const ids = field.link
    ? [...env.store.linked(field.link, row.id)]
    : field.inverse && env.model(field.relation).fields.get(field.inverse)?.type === 'many2one'
      ? [...(env.store.having(field.relation, field.inverse, row.id) ?? [])]
      : [];
  return ids.filter((id) => isShown(env, field, id)).sort((one, other) => one - other);
};

/** All ids on the other side, archived or not: what a command that replaces them replaces. @param {Environment} env @param {string} name @param {Row} row @param {Field} field */
const everyRelated = (env, name, row, field) => readRelation(env.within({ active_test: false }), name, row, field);

/** @param {Environment} env @param {Row} row @param {Field} field @param {number} id @param {boolean} isLinked */
const link = (env, row, field, id, isLinked) => {
  const relation = field.relation ?? '';
  if (field.link) {
    if (isLinked && !env.store.row(relation, id)) {
      // Odoo looks at registrations at once, to count them; of other records only the database knows that they are gone.
      throw relation === 'event.registration'
        ? missing(relation, id, env.user.id)
        : relatedTo(field.link.table, field.link.other);
    }
    return env.store.link(field.link, row.id, id, isLinked);
  }
  if (isLinked) return env.write(relation, [id], { [field.inverse ?? '']: row.id });
  const inverse = env.model(relation).fields.get(field.inverse ?? '');
  // What cannot be without its owner goes with it.
  if (inverse?.isRequired || inverse?.onDelete === 'cascade') return env.unlink(relation, [id]);
  return env.write(relation, [id], { [field.inverse ?? '']: false });
};

/** @param {Environment} env @param {Model} model @param {Row} row @param {Field} field @param {unknown} commands */
const applyCommands = (env, model, row, field, commands) => {
  const relation = field.relation ?? '';
  if (!env.store.holds(relation)) return;
  const replace = (/** @type {number[]} */ ids) => {
    for (const id of everyRelated(env, model.name, row, field)) if (!ids.includes(id)) link(env, row, field, id, false);
    for (const id of ids) link(env, row, field, id, true);
  };
  if (!isTruthy(commands)) return replace([]);
  if (!Array.isArray(commands)) throw valueError(`Wrong value for ${model.name}.${field.name}: ${String(commands)}`);
  if (commands.every((command) => typeof command === 'number')) return replace(commands);
  for (const [command, id, values] of commands) {
    if (command === 0) {
      const [created = 0] = env.create(relation, [field.link ? values : { ...values, [field.inverse ?? '']: row.id }]);
      if (field.link) link(env, row, field, created, true);
    }
    if (command === 1) env.write(relation, [id], values);
    if (command === 2) env.unlink(relation, [id]);
    if (command === 3) link(env, row, field, id, false);
    if (command === 4) link(env, row, field, id, true);
    if (command === 5) replace([]);
    if (command === 6) replace(values);
  }
};
