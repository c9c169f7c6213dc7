import { attributeError } from './errors.mjs';
import { isTruthy } from './python.mjs';
import { asDatetime, asInstant } from './values.mjs';

/** @typedef {import('./environment.mjs').Environment} Environment */
/** @typedef {import('./schema.mjs').Field} Field */

/** What a cell cannot be read as; `load` reports it beside the others. */
export class CellError extends Error {
  /** @param {string} message @param {object} [more] */
  constructor(message, more) {
    super(message);
    this.more = more;
  }
}

const TYPES = { true: 'bool', number: 'int' };

/** Cells are texts. Where Python asks a text for something, another value fails the whole call. @param {any} cell @param {string} method @returns {string} */
const asText = (cell, method) => {
  if (typeof cell === 'string') return cell;
  const type = Array.isArray(cell) ? 'list' : typeof cell === 'number' ? TYPES.number : TYPES.true;
  throw attributeError(`'${type}' object has no attribute '${method}'`);
};

/** @param {Field} field @param {string} text */
const toBoolean = (field, text) => {
  if (/^(1|true|yes)$/i.test(text)) return true;
  if (/^(|0|false|no)$/i.test(text)) return false;
  throw new CellError(`Unknown value '${text}' for boolean field '${field.label}'`, {
    moreinfo: "Use '1' for yes and '0' for no",
  });
};

/** @param {Field} field @param {string} text */
const toSelection = (field, text) => {
  const wanted = text.toLowerCase();
  const found = field.selection?.find(([key, label]) => key.toLowerCase() === wanted || label.toLowerCase() === wanted);
  if (found) return found[0];
  throw new CellError(`Value '${text}' not found in selection field '${field.label}'`, {
    moreinfo: field.selection?.map(([, label]) => label),
  });
};

/** How far a zone is from UTC at an instant, in milliseconds. @param {string} zone @param {Date} instant */
const offset = (zone, instant) => {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000 : 0;
};

/** The clock on the wall of a zone, in UTC. @param {string} wall @param {string} zone */
const toUtc = (wall, zone) => {
  const guess = asInstant(wall).getTime();
  const first = guess - offset(zone, new Date(guess));
  return asDatetime(new Date(guess - offset(zone, new Date(first))));
};

/** @param {Environment} env @param {Field} field @param {any} cell */
const toDatetime = (env, field, cell) => {
  const text = asText(cell, 'strip');
  const wall = text.length === 10 ? `${text} 00:00:00` : text;
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(wall) || Number.isNaN(asInstant(wall).getTime())) {
    throw new CellError(`'${text}' does not seem to be a valid datetime for field '${field.label}'`, {
      moreinfo: "Use the format '2012-12-31 23:59:59'",
    });
  }
  return toUtc(wall, env.context.tz || 'UTC');
};

/** @param {Field} field @param {any} cell */
const toDate = (field, cell) => {
  const day = asText(cell, 'strip').slice(0, 10);
  if (!Number.isNaN(Date.parse(day)) && /^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  throw new CellError(`'${cell}' does not seem to be a valid date for field '${field.label}'`, {
    moreinfo: "Use the format '2012-12-31'",
  });
};

/** @param {Field} field @param {any} cell @param {string} kind */
const toNumber = (field, cell, kind) => {
  const number = Number(cell);
  const isWhole = kind !== 'an integer' || /^\s*[+-]?\d+\s*$/.test(String(cell));
  if (!Number.isNaN(number) && isWhole) return number;
  throw new CellError(`'${cell}' does not seem to be ${kind} for field '${field.label}'`, {});
};

/** @param {Field} field @param {string} kind @param {any} value @param {object} action */
const noMatch = (field, kind, value, action) =>
  new CellError(`No matching record found for ${kind} '${value}' in field '${field.label}'`, { moreinfo: action });

/** One reference: by database id, by external id, or by its name. @param {Environment} env @param {Field} field @param {any} value @param {string | undefined} by */
const toReference = (env, field, value, by) => {
  const relation = field.relation ?? '';
  const action = {
    name: 'Possible Values',
    type: 'ir.actions.act_window',
    target: 'new',
    view_mode: 'list,form',
    views: [
      [false, 'list'],
      [false, 'form'],
    ],
    context: { create: false },
    help: 'See all possible values',
    ...(by ? { res_model: 'ir.model.data', domain: [['model', '=', relation]] } : { res_model: relation }),
  };
  if (by === '.id') {
    if (/^(|0|false|no)$/i.test(String(value))) return false;
    if (!/^\s*\d+\s*$/.test(String(value))) {
      throw new CellError(`Invalid database id '${value}' for the field '${field.label}'`, { moreinfo: action });
    }
    if (env.store.holds(relation) && env.row(relation, Number(value))) return Number(value);
    throw noMatch(field, 'database id', value, action);
  }
  if (by === 'id') {
    const text = asText(value, 'lower');
    if (/^(|0|false|no)$/i.test(text)) return false;
    const xid = text.includes('.') ? text : `__import__.${text}`;
    const known = env.store.named(xid);
    if (!known) throw noMatch(field, 'external id', text, action);
    if (known.model === relation) return known.id;
    throw new CellError(`Invalid external ID ${xid}: expected model '${relation}', found '${known.model}'`);
  }
  if (by) {
    throw new CellError('Can not create Many-To-One records indirectly, import the field separately');
  }
  env.demand(relation, 'read');
  const found = [...env.store.rows(relation).values()].find(
    (row) => row.active !== false && env.displayName(relation, row.id) === value,
  );
  if (!found) throw noMatch(field, 'name', value, action);
  return found.id;
};

/** What the text of a cell means for its field. @param {Environment} env @param {Field} field @param {any} cell @param {string[]} rest */
export const convertCell = (env, field, cell, [by]) => {
  switch (field.type) {
    case 'boolean':
      return toBoolean(field, asText(cell, 'lower'));
    case 'selection':
      return toSelection(field, asText(cell, 'lower'));
    case 'integer':
    case 'many2one_reference':
      return toNumber(field, cell, 'an integer');
    case 'float':
    case 'monetary':
      return toNumber(field, cell, 'a number');
    case 'date':
      return toDate(field, cell);
    case 'datetime':
      return toDatetime(env, field, cell);
    case 'many2one':
      return toReference(env, field, cell, by);
    case 'many2many': {
      const ids = asText(cell, 'split')
        .split(',')
        .map((each) => toReference(env, field, each, by));
      return [[6, 0, ids.filter(Boolean)]];
    }
    case 'properties':
    case 'properties_definition':
    case 'json':
      return isTruthy(cell) ? JSON.parse(asText(cell, 'strip')) : false;
    default:
      return cell;
  }
};
