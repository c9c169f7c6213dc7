import { CellError, convertCell } from './cells.mjs';
import { attributeError, DatabaseError, OdooError, validationError, valueError } from './errors.mjs';
import { isTruthy, repr } from './python.mjs';

/**
 * @typedef {import('./environment.mjs').Environment} Environment
 * @typedef {import('./store.mjs').Row} Row
 * @typedef {{ rows: { from: number, to: number }, record: number }} Place
 * @typedef {{ xid: string | undefined, id: number | undefined, values: Row, place: Place }} Loaded
 */

/** `event_ticket_ids/name` is a path, `source_id.id` an old spelling of `source_id/.id`. @param {string} column */
const pathOf = (column) =>
  column
    .replace(/([^/])\.id/g, '$1/.id')
    .replace(/([^/]):id/g, '$1/id')
    .split('/');

/** @param {Environment} env @param {string} model @param {string[][]} paths */
const checkColumns = (env, model, paths) => {
  for (const [name = '', ...rest] of paths) {
    if (name === 'id' || name === '.id') continue;
    const field = env.model(model).fields.get(name);
    if (!field) throw valueError(`Invalid field name ${repr(name)}`);
    if (rest.length && field.relation && env.store.holds(field.relation)) checkColumns(env, field.relation, [rest]);
  }
};

/** Rows that hold nothing but lines of the record above them belong to it. @param {Environment} env @param {string} model @param {string[][]} paths @param {any[][]} data */
const records = (env, model, paths, data) => {
  const isLine = paths.map(([name = '']) => env.model(model).fields.get(name)?.type === 'one2many');
  const continues = (/** @type {any[]} */ row) =>
    paths.some((_path, at) => isLine[at] && isTruthy(row[at])) &&
    !paths.some((_path, at) => !isLine[at] && isTruthy(row[at]));
  /** @type {{ rows: any[][], from: number }[]} */
  const found = [];
  data.forEach((row, from) => {
    const last = found.at(-1);
    if (last && continues(row)) last.rows.push(row);
    else found.push({ rows: [row], from });
  });
  return found;
};

/** @param {Environment} env @param {string} model @param {string[][]} paths @param {any[][]} rows @param {(field: string, error: any) => void} report @returns {Loaded & { values: Row }} */
const convertRecord = (env, model, paths, rows, report) => {
  const [row = []] = rows;
  /** @type {Row} */
  const values = {};
  /** @type {any} */
  const named = {};
  for (const name of new Set(paths.map(([first = '']) => first))) {
    const columns = paths.flatMap((path, at) => (path[0] === name ? [{ at, rest: path.slice(1) }] : []));
    const [{ at, rest } = { at: 0, rest: [] }] = columns;
    // A row may be shorter than the columns: what is not there is not written.
    if (at >= row.length) continue;
    if (name === 'id' || name === '.id') {
      named[name] = row[at];
      continue;
    }
    const field = env.model(model).fields.get(name);
    if (!field) continue;
    try {
      if (field.type === 'one2many') values[name] = convertLines(env, field, columns, rows);
      else values[name] = isTruthy(row[at]) ? convertCell(env, field, row[at], rest) : false;
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      report(name, error);
    }
  }
  const xid = isTruthy(named.id) ? String(named.id) : undefined;
  return { xid: xid && (xid.includes('.') ? xid : `__import__.${xid}`), id: named['.id'], values, place: EMPTY };
};

/** @type {Place} */
const EMPTY = { rows: { from: 0, to: 0 }, record: 0 };

/** @param {Environment} env @param {import('./schema.mjs').Field} field @param {{ at: number, rest: string[] }[]} columns @param {any[][]} rows */
const convertLines = (env, field, columns, rows) => {
  const relation = field.relation ?? '';
  const lines = rows.map((row) => columns.map(({ at }) => row[at])).filter((line) => line.some(isTruthy));
  return lines.map((line) => {
    const paths = columns.map(({ rest }) => rest);
    const { xid, values } = convertRecord(env, relation, paths, [line], (_name, error) => {
      throw error;
    });
    const known = xid ? env.store.named(xid) : undefined;
    return [known ? 1 : 0, known ? known.id : 0, values, xid];
  });
};

/** @param {Environment} env @param {string} model @param {Row} values */
const splitLines = (env, model, values) => {
  const own = Object.entries(values);
  const isLines = (/** @type {[string, any]} */ [name]) => env.model(model).fields.get(name)?.type === 'one2many';
  return {
    plain: Object.fromEntries(own.filter((entry) => !isLines(entry))),
    lines: own.filter((entry) => isLines(entry)),
  };
};

/** Lines get their external ids once their owner is there. @param {Environment} env @param {string} model @param {number} owner @param {[string, any][]} lines */
const saveLines = (env, model, owner, lines) => {
  for (const [name, commands] of lines) {
    const field = env.model(model).fields.get(name);
    const relation = field?.relation ?? '';
    for (const [command, id, values, xid] of commands || []) {
      if (command === 1) env.write(relation, [id], values);
      else {
        const [created = 0] = env.create(relation, [{ ...values, [field?.inverse ?? '']: owner }]);
        if (xid) env.store.name(xid, { model: relation, id: created });
      }
    }
  }
};

/** @param {Environment} env @param {string} model @param {Loaded[]} list */
const save = (env, model, list) => {
  /** @type {Map<Loaded, number>} */
  const ids = new Map();
  /** @type {Map<string, Loaded>} */
  const coming = new Map();
  /** @type {Loaded[]} */
  const isNew = [];
  for (const loaded of list) {
    const known = loaded.xid ? env.store.named(loaded.xid) : undefined;
    if (known && known.model !== model) {
      throw validationError(
        `For external id ${loaded.xid} when trying to create/update a record of model ${model} ` +
          `found record of different model ${known.model} (${known.id})`,
      );
    }
    const twin = loaded.xid ? coming.get(loaded.xid) : undefined;
    if (known || loaded.id) ids.set(loaded, known?.id ?? loaded.id ?? 0);
    else if (!twin) {
      isNew.push(loaded);
      if (loaded.xid) coming.set(loaded.xid, loaded);
    }
  }
  const split = new Map(list.map((loaded) => [loaded, splitLines(env, model, loaded.values)]));
  const created = env.create(
    model,
    isNew.map((loaded) => split.get(loaded)?.plain ?? {}),
  );
  isNew.forEach((loaded, at) => {
    const id = created[at] ?? 0;
    ids.set(loaded, id);
    if (loaded.xid) {
      if (/\s/.test(loaded.xid)) throw blankName(loaded.xid);
      env.store.name(loaded.xid, { model, id });
    }
    saveLines(env, model, id, split.get(loaded)?.lines ?? []);
  });
  for (const loaded of list) {
    if (loaded.xid ? coming.get(loaded.xid) === loaded : !loaded.id) continue;
    const id = ids.get(loaded) ?? ids.get(/** @type {Loaded} */ (coming.get(loaded.xid ?? ''))) ?? 0;
    ids.set(loaded, id);
    env.write(model, [id], split.get(loaded)?.plain ?? {});
    saveLines(env, model, id, split.get(loaded)?.lines ?? []);
  }
  return list.map((loaded) => ids.get(loaded) ?? 0);
};

/** @param {string} xid */
const blankName = (xid) =>
  new DatabaseError(
    `new row for relation "ir_model_data" violates check constraint "ir_model_data_name_nospaces"\nDETAIL:  Failing row contains (${xid}).\n`,
  );

/** As `load` tells of an error at a row. @param {Place} place @param {any} error */
const told = (place, error) => {
  if (error instanceof DatabaseError) {
    return { ...place, type: 'error', message: error.words, ...(error.field && { field: error.field }) };
  }
  return { ...place, type: 'error', message: error.message };
};

const isForPeople = (/** @type {unknown} */ error) => error instanceof OdooError && error.status < 500;

/** All at once; where that fails, one by one, so that each faulty row is named. @param {Environment} env @param {string} model @param {Loaded[]} list @param {any[]} messages */
const saveTelling = (env, model, list, messages) => {
  const savepoint = env.store.savepoint();
  let first;
  try {
    return save(env, model, list);
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    env.store.rollback(savepoint);
    if (isForPeople(error) && !(error instanceof DatabaseError)) first = told(list[0]?.place ?? EMPTY, error);
  }
  let errors = 0;
  /** @type {number[]} */
  const ids = [];
  for (const [at, loaded] of list.entries()) {
    try {
      ids.push(...save(env, model, [loaded]));
    } catch (error) {
      if (!(error instanceof OdooError)) throw error;
      // Everything before it is undone as well, as Odoo does: nothing of the call will stay.
      env.store.rollback(savepoint);
      errors += 1;
      messages.push(
        isForPeople(error)
          ? told(loaded.place, error)
          : told(loaded.place, { message: `Unknown error during import: ${error.odooName}: ${error.message}` }),
      );
    }
    if (errors >= 10 && errors >= (at + 1) / 10) {
      messages.push({
        type: 'warning',
        message:
          'Found more than 10 errors and more than one error per 10 records, interrupted to avoid showing too many errors.',
      });
      break;
    }
  }
  if (errors && first && !messages.some(({ message }) => message === first.message)) messages.unshift(first);
  return ids;
};

/** Creates or updates by external id. What fails is told in the answer, and then nothing is written. @param {Environment} env @param {string} model @param {string[]} columns @param {any[][]} data */
export const load = (env, model, columns, data) => {
  const paths = columns.map(pathOf);
  checkColumns(env, model, paths);
  const savepoint = env.store.savepoint();
  /** @type {any[]} */
  const messages = [];
  const found = records(env, model, paths, data);
  const list = found.map(({ rows, from }, record) => {
    const place = { rows: { from, to: from + rows.length - 1 }, record };
    const loaded = convertRecord(env, model, paths, rows, (name, error) => {
      const field = env.model(model).fields.get(name);
      const more = error.more && { ...error.more, field_name: field?.label };
      messages.push({ rows: place.rows, type: 'error', record, field: name, message: error.message, ...more });
    });
    const id = loaded.xid ? undefined : databaseId(env, model, loaded.id, place, messages);
    return { ...loaded, id, place };
  });
  const ids = list.length ? saveTelling(env, model, list, messages) : [];
  const hasFailed = messages.some(({ type }) => type === 'error');
  if (hasFailed) env.store.rollback(savepoint);
  return { ids: hasFailed ? false : ids, messages, nextrow: 0 };
};

/** @param {Environment} env @param {string} model @param {any} cell @param {Place} place @param {any[]} messages */
const databaseId = (env, model, cell, place, messages) => {
  if (!isTruthy(cell)) return undefined;
  const id = Number(cell);
  if (Number.isNaN(id)) throw attributeError(`invalid id ${repr(cell)}`);
  if (env.row(model, id)) return id;
  messages.push({ ...place, type: 'error', field: '.id', message: `Unknown database identifier '${id}'` });
  return undefined;
};
