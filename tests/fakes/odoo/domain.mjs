import { typeError, valueError } from './errors.mjs';
import { repr, tuple } from './python.mjs';
import { rulesOf } from './rules/index.mjs';

/**
 * @typedef {import('./environment.mjs').Environment} Environment
 * @typedef {import('./store.mjs').Row} Row
 * @typedef {{ holds: (row: Row) => boolean, among?: Set<number>, names: Set<string> }} Test
 */

const OPERATORS = new Set(
  ['=', '!=', '<>', '==', 'in', 'not in', '<', '>', '<=', '>=', '=?'].concat([
    'like',
    'ilike',
    'not like',
    'not ilike',
    '=like',
    '=ilike',
  ]),
);

/** @param {string} pattern @param {boolean} isWhole @param {boolean} ignoresCase */
const toRegExp = (pattern, isWhole, ignoresCase) => {
  const body = pattern.replace(/\\(.)|[.*+?^${}()|[\]\\]|%|_/gs, (found, escaped) => {
    if (escaped !== undefined) return escaped.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (found === '%') return '[\\s\\S]*';
    return found === '_' ? '[\\s\\S]' : `\\${found}`;
  });
  return new RegExp(isWhole ? `^${body}$` : body, ignoresCase ? 'i' : '');
};

/** An empty text and no text are the same to a search. @param {unknown} value */
const plain = (value) => (value === null || value === undefined || value === '' ? false : value);

/** @param {string} type @param {unknown} value */
const comparable = (type, value) => {
  if (type !== 'datetime' || typeof value !== 'string') return plain(value);
  if (/[Tt]|Z$|[+-]\d{2}:\d{2}$/.test(value) && /(?:Z|[+-]\d{2}:\d{2})$/.test(value)) {
    throw valueError(`expecting only datetimes with no timezone: ${repr(value)}`);
  }
  return value.length === 10 ? `${value} 00:00:00` : value.replace('T', ' ');
};

/** @param {string} operator @param {unknown} value @returns {(found: any) => boolean} */
const compare = (operator, value) => {
  const order = /** @type {Record<string, (found: any) => boolean>} */ ({
    '<': (found) => found < /** @type {any} */ (value),
    '>': (found) => found > /** @type {any} */ (value),
    '<=': (found) => found <= /** @type {any} */ (value),
    '>=': (found) => found >= /** @type {any} */ (value),
  })[operator];
  if (order) return (found) => found !== false && order(found);
  const pattern = toRegExp(String(value), operator.startsWith('='), operator.includes('ilike'));
  const isLike = (/** @type {unknown} */ found) => found !== false && pattern.test(String(found));
  return operator.startsWith('not') ? (found) => !isLike(found) : isLike;
};

/** @param {import('./schema.mjs').Field} field @param {string} operator @param {unknown} value */
const wanted = (field, operator, value) => {
  const isSet = operator === '=' || operator === '!=' || operator === 'in' || operator === 'not in';
  if (!isSet) return undefined;
  const values = Array.isArray(value) ? value : [value];
  return new Set(values.map((each) => comparable(field.type, each)));
};

/** @param {Environment} env @param {string} name @param {any[]} leaf @returns {Test} */
const leafTest = (env, name, leaf) => {
  if (!Array.isArray(leaf) || leaf.length !== 3) throw valueError(`Domain() invalid item in domain: ${repr(leaf)}`);
  const [path, given, value] = leaf;
  if (!OPERATORS.has(given)) throw valueError(`Invalid operator in condition ${tuple(leaf)}`);
  if (given === '=?') {
    return value ? leafTest(env, name, [path, '=', value]) : { holds: () => true, names: new Set([path]) };
  }
  const operator = given === '<>' ? '!=' : given === '==' ? '=' : given;
  const [first = '', ...rest] = String(path).split('.');
  const field = env.model(name).fields.get(first);
  if (!field) throw valueError(`Invalid field ${name}.${first} in condition ${tuple(leaf)}`);
  const names = new Set([first]);
  const read = (/** @type {Row} */ row) => env.value(name, row, first);

  if (field.type === 'properties') {
    const holds = propertyTest(rest[0] ?? '', operator, value);
    return { names, holds: (row) => holds(read(row)) };
  }
  if (!field.relation) return valueTest(env, name, field, operator, value, read, names);

  const relation = field.relation;
  const related = (/** @type {Row} */ row) => {
    const found = read(row);
    return Array.isArray(found) ? found : found ? [found] : [];
  };
  if (rest.length > 0) {
    env.demand(relation, 'read');
    const test = leafTest(env, relation, [rest.join('.'), operator, value]);
    const holds = (/** @type {number} */ id) => {
      const row = env.row(relation, id);
      return row !== undefined && test.holds(row);
    };
    return { names, holds: (row) => related(row).some(holds) };
  }
  return relationTest(env, name, field, operator, value, related, names);
};

/** @param {string} property @param {string} operator @param {unknown} value */
const propertyTest = (property, operator, value) => (/** @type {any[]} */ properties) => {
  const found = plain(properties.find(({ name }) => name === property)?.value);
  if (operator === '=' || operator === 'in') return [value].flat().map(plain).includes(found);
  if (operator === '!=' || operator === 'not in') return ![value].flat().map(plain).includes(found);
  return compare(operator, value)(found);
};

/** @param {Environment} env @param {string} name @param {import('./schema.mjs').Field} field @param {string} operator @param {unknown} value @param {(row: Row) => any} read @param {Set<string>} names @returns {Test} */
const valueTest = (env, name, field, operator, value, read, names) => {
  const set = wanted(field, operator, value);
  if (!set) {
    const holds = compare(operator, comparable(field.type, value));
    return { names, holds: (row) => holds(plain(read(row))) };
  }
  if (operator === '!=' || operator === 'not in') return { names, holds: (row) => !set.has(plain(read(row))) };
  const among = set.has(false) ? undefined : lookUp(env, name, field.name, set);
  return { names, among, holds: (row) => set.has(plain(read(row))) };
};

/** The ids that can hold, where an index knows them. @param {Environment} env @param {string} name @param {string} field @param {Set<unknown>} values */
const lookUp = (env, name, field, values) => {
  if (field === 'id') return /** @type {Set<number>} */ (new Set([...values].filter((id) => typeof id === 'number')));
  /** @type {Set<number>} */
  const among = new Set();
  for (const value of values) {
    const ids = env.store.having(name, field, value);
    if (!ids) return undefined;
    for (const id of ids) among.add(id);
  }
  return among;
};

/** @param {Environment} env @param {string} name @param {import('./schema.mjs').Field} field @param {string} operator @param {unknown} value @param {(row: Row) => number[]} related @param {Set<string>} names @returns {Test} */
const relationTest = (env, name, field, operator, value, related, names) => {
  const isNegative = operator === '!=' || operator.startsWith('not');
  const set = wanted(field, operator, value);
  if (!set || [...set].some((each) => typeof each === 'string')) {
    const texts = [value].flat();
    const positive = operator.replace('not ', '');
    const tests = set ? texts.map((text) => (/** @type {any} */ found) => found === text) : [compare(positive, value)];
    const holds = (/** @type {number} */ id) => tests.some((test) => test(env.displayName(field.relation, id)));
    return { names, holds: (row) => related(row).some(holds) !== isNegative };
  }
  const takesNone = set.has(false);
  const holds = (/** @type {Row} */ row) => {
    const ids = related(row);
    return (ids.length === 0 ? takesNone : ids.some((id) => set.has(id))) !== isNegative;
  };
  const isKept = field.type === 'many2one' && !isNegative && !takesNone;
  return { names, holds, among: isKept ? lookUp(env, name, field.name, set) : undefined };
};

/** @param {Test} one @param {Test} other @returns {Test} */
const both = (one, other) => ({
  names: new Set([...one.names, ...other.names]),
  holds: (row) => one.holds(row) && other.holds(row),
  among: !one.among || (other.among && other.among.size < one.among.size) ? other.among : one.among,
});

/** @param {Test} one @param {Test} other @returns {Test} */
const either = (one, other) => ({
  names: new Set([...one.names, ...other.names]),
  holds: (row) => one.holds(row) || other.holds(row),
  among: one.among && other.among && new Set([...one.among, ...other.among]),
});

/** @type {Test} */
const ANY = { holds: () => true, names: new Set() };

/** Reads Polish notation: what stands without an operator is joined by and. @param {Environment} env @param {string} name @param {unknown} domain @returns {Test} */
const parse = (env, name, domain) => {
  if (!Array.isArray(domain)) throw typeError(`Domain() invalid argument type for domain: ${repr(domain)}`);
  /** @type {Test[]} */
  const stack = [];
  for (const item of [...domain].reverse()) {
    if (item === '&' || item === '|') {
      const [one, other] = [stack.pop() ?? ANY, stack.pop() ?? ANY];
      stack.push(item === '&' ? both(one, other) : either(one, other));
    } else if (item === '!') {
      const test = stack.pop() ?? ANY;
      stack.push({ names: test.names, holds: (row) => !test.holds(row) });
    } else stack.push(leafTest(env, name, item));
  }
  return stack.reduceRight((one, other) => both(one, other), ANY);
};

/** The rows a domain finds, in no order; archived ones only where the domain or the context speaks of them. @param {Environment} env @param {string} name @param {unknown} domain */
export const findRows = (env, name, domain) => {
  env.demand(name, 'read');
  const test = parse(env, name, domain);
  const hidesArchived =
    env.model(name).fields.has('active') && env.context.active_test !== false && !test.names.has('active');
  const rows = test.among
    ? [...test.among].flatMap((id) => env.store.row(name, id) ?? [])
    : [...env.store.rows(name).values()];
  const { shows } = rulesOf(name);
  return rows.filter(
    (row) => (!hidesArchived || row.active !== false) && (!shows || shows(env, row)) && test.holds(row),
  );
};
