import { notAnInteger, typeError, valueError } from './errors.mjs';
import { isTruthy, repr } from './python.mjs';
import { toHtml } from './text.mjs';

/** @param {unknown} value */
const toInteger = (value) => {
  if (typeof value === 'string') {
    if (!/^\s*[+-]?\d+\s*$/.test(value)) throw valueError(`invalid literal for int() with base 10: ${repr(value)}`);
    return parseInt(value, 10);
  }
  return isTruthy(value) ? Math.trunc(Number(value)) : 0;
};

/** @param {unknown} value */
const toFloat = (value) => {
  if (typeof value === 'string' && (value.trim() === '' || Number.isNaN(Number(value)))) {
    throw valueError(`could not convert string to float: ${repr(value)}`);
  }
  return isTruthy(value) ? Number(value) : 0;
};

const DATE = /^\d{4}-\d{2}-\d{2}/;

/** @param {unknown} value @param {string} format */
const wrongTime = (value, format) => valueError(`time data ${repr(value)} does not match format '${format}'`);

/** @param {unknown} value */
const toDate = (value) => {
  if (!isTruthy(value)) return false;
  if (typeof value !== 'string')
    throw typeError(`object of type '${typeof value === 'number' ? 'int' : 'list'}' has no len()`);
  const day = value.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) throw wrongTime(day, '%Y-%m-%d');
  return day;
};

/** Nothing but `YYYY-MM-DD HH:MM:SS`, or a day alone. @param {unknown} value */
const toDatetime = (value) => {
  if (!isTruthy(value)) return false;
  if (typeof value !== 'string')
    throw typeError(`object of type '${typeof value === 'number' ? 'int' : 'list'}' has no len()`);
  if (!DATE.test(value)) throw wrongTime(value, '%Y');
  if (value.length === 10) return `${toDate(value)} 00:00:00`;
  const instant = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})(.*)$/s.exec(value);
  if (!instant || Number.isNaN(Date.parse(`${instant[1]?.replace(' ', 'T')}Z`)))
    throw wrongTime(value, '%Y-%m-%d %H:%M:%S');
  if (instant[2]) throw valueError(`unconverted data remains: ${instant[2]}`);
  return instant[1] ?? false;
};

/** @param {import('./schema.mjs').Model} model @param {import('./schema.mjs').Field} field @param {unknown} value */
const toSelection = (model, field, value) => {
  if (!isTruthy(value)) return false;
  if (field.takesAnyZone || field.selection?.some(([key]) => key === value)) return value;
  throw valueError(`Wrong value for ${model.name}.${field.name}: ${repr(value)}`);
};

/**
 * An id is taken as it is. A text is understood at creation only; a write that carries one, be it a number, clears the field without a word.
 * @param {unknown} value @param {boolean} isNew
 */
const toReference = (value, isNew) => {
  if (typeof value === 'number') return value || false;
  if (!isTruthy(value) || !isNew) return false;
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  throw notAnInteger(String(Array.isArray(value) ? (value[1] ?? value[0]) : value));
};

/** @param {unknown} value */
const toText = (value) => (value === false || value === null || value === undefined ? false : String(value));

/**
 * What is kept of a value that a call brings; an error, in Python's words, where it is no value of the field.
 * @param {import('./schema.mjs').Model} model @param {import('./schema.mjs').Field} field @param {unknown} value @param {boolean} isNew
 */
export const toStored = (model, field, value, isNew) => {
  switch (field.type) {
    case 'char':
    case 'text':
    case 'reference':
    case 'binary':
      return toText(value);
    case 'html': {
      const text = toText(value);
      return text && toHtml(text);
    }
    case 'integer':
    case 'many2one_reference':
      return toInteger(value);
    case 'float':
    case 'monetary':
      return toFloat(value);
    case 'boolean':
      return isTruthy(value);
    case 'date':
      return toDate(value);
    case 'datetime':
      return toDatetime(value);
    case 'selection':
      return toSelection(model, field, value);
    case 'many2one':
      return toReference(value, isNew);
    default:
      return value ?? false;
  }
};

/** What a field holds where nothing was ever written to it. @param {import('./schema.mjs').Field} field */
export const emptyValue = ({ type }) => {
  if (type === 'integer' || type === 'float' || type === 'monetary' || type === 'many2one_reference') return 0;
  return type === 'one2many' || type === 'many2many' || type === 'properties_definition' ? [] : false;
};

/** @param {Date} instant */
export const asDatetime = (instant) => instant.toISOString().slice(0, 19).replace('T', ' ');
/** @param {string} datetime */
export const asInstant = (datetime) => new Date(`${datetime.replace(' ', 'T')}Z`);
