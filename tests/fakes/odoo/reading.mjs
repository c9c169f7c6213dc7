import { findRows } from './domain.mjs';
import { userError, valueError } from './errors.mjs';
import { repr } from './python.mjs';

/**
 * @typedef {import('./environment.mjs').Environment} Environment
 * @typedef {import('./store.mjs').Row} Row
 * @typedef {import('./schema.mjs').Field} Field
 */

/** @param {any} one @param {any} other */
const inOrder = (one, other) => (one === other ? 0 : one === false ? 1 : other === false ? -1 : one < other ? -1 : 1);

/** @param {Environment} env @param {string} name @param {unknown} order */
const sorter = (env, name, order) => {
  const model = env.model(name);
  const terms = String(order || model.order).split(',');
  const keys = terms.map((term) => {
    const found = /^\s*([\w.]+)(?:\s+(asc|desc))?(?:\s+nulls\s+(?:first|last))?\s*$/i.exec(term);
    if (!found) {
      throw userError(
        `Invalid "order" specified (${String(order)}). A valid "order" specification is a comma-separated list of valid field names ` +
          '(optionally followed by asc/desc for the direction)',
      );
    }
    const field = model.fields.get(found[1] ?? '');
    if (!field) throw valueError(`Invalid field ${repr(found[1])} on model '${name}'`);
    return { field, sign: found[2]?.toLowerCase() === 'desc' ? -1 : 1 };
  });
  const keyOf = (/** @type {Row} */ row, /** @type {Field} */ field) => {
    const value = env.value(name, row, field.name);
    if (field.type === 'boolean') return value ? 1 : 0;
    return field.type === 'many2one' && value ? env.displayName(field.relation, value) : value;
  };
  return (/** @type {Row} */ one, /** @type {Row} */ other) => {
    for (const { field, sign } of keys) {
      const difference = inOrder(keyOf(one, field), keyOf(other, field));
      if (difference !== 0) return difference * sign;
    }
    return one.id - other.id;
  };
};

/** @param {Environment} env @param {string} name @param {{ domain?: unknown, offset?: number, limit?: number, order?: unknown }} search */
export const searchRows = (env, name, { domain, offset, limit, order }) => {
  const rows = findRows(env, name, domain ?? []).sort(sorter(env, name, order));
  const from = offset || 0;
  return rows.slice(from, limit ? from + limit : undefined);
};

/** @param {Environment} env @param {string} name @param {unknown} fields */
const fieldsToRead = (env, name, fields) => {
  const model = env.model(name);
  if (!Array.isArray(fields) || fields.length === 0)
    return [...model.fields.values()].filter((field) => env.maySee(field));
  return fields.map((each) => {
    const field = model.fields.get(each);
    if (!field) throw valueError(`Invalid field ${repr(each)} on '${name}'`);
    return field;
  });
};

/** @param {Environment} env @param {Field} field @param {any} value @param {boolean} isBare */
const shown = (env, field, value, isBare) => {
  if (field.type !== 'many2one' || !value || isBare) return value;
  const label = env.displayName(field.relation, value);
  return label === false ? false : [value, label];
};

/** @param {Environment} env @param {string} name @param {Row[]} rows @param {unknown} fields @param {unknown} load */
export const readRows = (env, name, rows, fields, load) => {
  env.demand(name, 'read');
  const wanted = fieldsToRead(env, name, fields);
  return rows.map((row) =>
    Object.fromEntries([
      ['id', row.id],
      ...wanted.map((field) => [
        field.name,
        shown(env, field, env.value(name, row, field.name), load !== '_classic_read'),
      ]),
    ]),
  );
};

/** Nested, as the specification asks. @param {Environment} env @param {string} name @param {Row[]} rows @param {Record<string, any>} specification @returns {Row[]} */
export const webReadRows = (env, name, rows, specification) => {
  env.demand(name, 'read');
  const wanted = fieldsToRead(env, name, Object.keys(specification));
  const nested = (/** @type {Field} */ field, /** @type {any} */ value) => {
    const inner = specification[field.name]?.fields;
    if (!inner || !field.relation) return value;
    const ids = [value].flat().filter(Boolean);
    const read = webReadRows(
      env,
      field.relation,
      ids.flatMap((id) => env.row(field.relation ?? '', id) ?? []),
      inner,
    );
    return Array.isArray(value) ? read : (read[0] ?? false);
  };
  return rows.map((row) =>
    Object.fromEntries([
      ['id', row.id],
      ...wanted.map((field) => [field.name, nested(field, env.value(name, row, field.name))]),
    ]),
  );
};

/** @param {Field} field @returns {Row} */
const describe = (field) => ({
  name: field.name,
  type: field.type,
  string: field.label,
  required: field.isRequired,
  readonly: field.isReadonly,
  store: !field.isComputed,
  ...(field.relation && { relation: field.relation }),
  ...(field.inverse && { relation_field: field.inverse }),
  ...(field.selection && { selection: field.selection }),
});

/** @param {Environment} env @param {string} name @param {string[] | undefined} names @param {string[] | undefined} attributes */
export const describeFields = (env, name, names, attributes) => {
  const fields = [...env.model(name).fields.values()].filter(
    (field) => env.maySee(field) && (!names?.length || names.includes(field.name)),
  );
  const chosen = (/** @type {Row} */ about) =>
    attributes?.length ? Object.fromEntries(Object.entries(about).filter(([key]) => attributes.includes(key))) : about;
  return Object.fromEntries(fields.map((field) => [field.name, chosen(describe(field))]));
};
