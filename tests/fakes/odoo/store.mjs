import { schema } from './schema.mjs';

/** @typedef {Record<string, any>} Row */

/** What is searched by value, beside the references: no search by one of these reads the whole table. */
const SEARCHED = ['barcode', 'email', 'email_from', 'email_normalized', 'login', 'model', 'name', 'res_id', 'title'];

const createTable = (/** @type {import('./schema.mjs').Model} */ model) => ({
  /** @type {Map<number, Row>} */
  rows: new Map(),
  lastId: 0,
  indexes: new Map(
    [...model.fields.values()]
      .filter(({ name, type, isComputed }) => !isComputed && (type === 'many2one' || SEARCHED.includes(name)))
      .map(({ name }) => [name, /** @type {Map<unknown, Set<number>>} */ (new Map())]),
  ),
});

/** Tables, relations and external ids, with a journal by which a call that fails leaves nothing behind. */
export const createStore = () => {
  const tables = new Map([...schema.values()].map((model) => [model.name, createTable(model)]));
  /** Per relation table and column: from an id to the ids on the other side. @type {Map<string, Map<number, Set<number>>>} */
  const links = new Map();
  /** @type {Map<string, { model: string, id: number }>} */
  const named = new Map();
  /** @type {Map<string, Set<string>>} */
  const namesOf = new Map();
  /** @type {(() => void)[]} */
  const journal = [];

  /** @param {string} model */
  const tableOf = (model) => {
    const table = tables.get(model);
    if (!table) throw new Error(`The fake Odoo holds no ${model}`);
    return table;
  };

  /** @param {Map<unknown, Set<number>>} index @param {unknown} value @param {number} id */
  const enter = (index, value, id) => {
    if (value === false || value === undefined) return;
    const ids = index.get(value);
    if (ids) ids.add(id);
    else index.set(value, new Set([id]));
  };

  /** @param {string} model @param {Row} row */
  const add = (model, row) => {
    const { rows, indexes } = tableOf(model);
    rows.set(row.id, row);
    for (const [field, index] of indexes) enter(index, row[field], row.id);
  };

  /** @param {string} model @param {Row} row */
  const drop = (model, row) => {
    const { rows, indexes } = tableOf(model);
    rows.delete(row.id);
    for (const [field, index] of indexes) index.get(row[field])?.delete(row.id);
  };

  /** @param {string} model @param {Row} row @param {string} field @param {unknown} value */
  const put = (model, row, field, value) => {
    const index = tableOf(model).indexes.get(field);
    index?.get(row[field])?.delete(row.id);
    row[field] = value;
    if (index) enter(index, value, row.id);
  };

  /** @param {string} key @param {number} from */
  const side = (key, from) => {
    const ids = links.get(key) ?? new Map();
    links.set(key, ids);
    const others = ids.get(from) ?? new Set();
    ids.set(from, others);
    return others;
  };

  /** @param {{ table: string, own: string, other: string }} link @param {number} id @param {number} other @param {boolean} isLinked */
  const relate = ({ table, own, other: column }, id, other, isLinked) => {
    const [here, there] = [side(`${table}.${own}`, id), side(`${table}.${column}`, other)];
    if (isLinked) {
      here.add(other);
      there.add(id);
    } else {
      here.delete(other);
      there.delete(id);
    }
  };

  /** @param {string} xid @param {{ model: string, id: number } | undefined} target */
  const point = (xid, target) => {
    const before = named.get(xid);
    if (before) namesOf.get(`${before.model},${before.id}`)?.delete(xid);
    named.delete(xid);
    if (!target) return;
    named.set(xid, target);
    const key = `${target.model},${target.id}`;
    namesOf.set(key, (namesOf.get(key) ?? new Set()).add(xid));
  };

  return {
    /** @param {string} model @param {number} id @returns {Row | undefined} */
    row: (model, id) => tableOf(model).rows.get(id),
    /** @param {string} model */
    rows: (model) => tableOf(model).rows,
    /** Whether a reference to the model can be checked: the fake holds some models, Odoo holds hundreds. @param {string | undefined} model */
    holds: (model) => model !== undefined && tables.has(model),
    /** The ids with a value, or undefined where the field has no index. @param {string} model @param {string} field @param {unknown} value */
    having: (model, field, value) => {
      const index = tableOf(model).indexes.get(field);
      return index && (index.get(value) ?? new Set());
    },
    /** The next id, which a call that fails uses up, as a sequence does. @param {string} model */
    nextId: (model) => (tableOf(model).lastId += 1),

    /** @param {string} model @param {Row} row */
    insert(model, row) {
      add(model, row);
      const table = tableOf(model);
      table.lastId = Math.max(table.lastId, row.id);
      journal.push(() => drop(model, row));
    },
    /** @param {string} model @param {Row} row */
    remove(model, row) {
      drop(model, row);
      journal.push(() => add(model, row));
    },
    /** @param {string} model @param {Row} row @param {string} field @param {unknown} value */
    set(model, row, field, value) {
      const before = row[field];
      if (before === value) return;
      put(model, row, field, value);
      journal.push(() => put(model, row, field, before));
    },

    /** @param {{ table: string, own: string }} link @param {number} id @returns {Set<number>} */
    linked: ({ table, own }, id) => links.get(`${table}.${own}`)?.get(id) ?? new Set(),
    /** @param {{ table: string, own: string, other: string }} link @param {number} id @param {number} other @param {boolean} isLinked */
    link(link, id, other, isLinked) {
      if (side(`${link.table}.${link.own}`, id).has(other) === isLinked) return;
      relate(link, id, other, isLinked);
      journal.push(() => relate(link, id, other, !isLinked));
    },

    /** @param {string} xid */
    named: (xid) => named.get(xid),
    /** @param {string} model @param {number} id */
    namesOf: (model, id) => [...(namesOf.get(`${model},${id}`) ?? [])].sort(),
    /** @param {string} xid @param {{ model: string, id: number } | undefined} target */
    name(xid, target) {
      const before = named.get(xid);
      point(xid, target);
      journal.push(() => point(xid, before));
    },

    savepoint: () => journal.length,
    /** @param {number} savepoint */
    rollback(savepoint) {
      while (journal.length > savepoint) journal.pop()?.();
    },
    commit: () => void (journal.length = 0),
  };
};

/** @typedef {ReturnType<typeof createStore>} Store */
