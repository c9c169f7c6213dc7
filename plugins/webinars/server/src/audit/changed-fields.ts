import type { HiddenValue } from '../../../contracts/history';
import { piece } from '../kernel/text';

export type Fields = Record<string, unknown>;

const LONGEST_TEXT = 500;
const LEAD = 60;
const LONGEST_LIST = 50;

const SECRET = /(password|passcode|secret|token|api_?key)$/i;
// A meeting's address may carry the password that lets anybody in.
const SECRET_IN_ADDRESS = /^(https?:\/\/[^?#\s]+)[?#]\S*(pwd|pass|token|key|secret|sig)\S*$/i;

const HIDDEN: HiddenValue = { hidden: true };

/** A long text from shortly before `from` on. */
const shortened = (text: string, from: number): string => {
  if (text.length <= LONGEST_TEXT) return text;
  const start = Math.max(0, Math.min(from, text.length) - LEAD);
  const end = start + LONGEST_TEXT;
  return `${start > 0 ? '… ' : ''}${piece(text, start, end).trim()}${end < text.length ? ' …' : ''}`;
};

/** Where two texts part. */
const partAt = (one: unknown, other: unknown): number => {
  if (typeof one !== 'string' || typeof other !== 'string') return 0;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};

/** A value as the log shows it: a secret is hidden, a long text cut. */
const shown = (name: string, value: unknown, from = 0): unknown => {
  if (value === null || value === undefined) return null;
  if (SECRET.test(name)) return value === '' ? null : HIDDEN;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return shortened(value.replace(SECRET_IN_ADDRESS, '$1?…'), from);
  if (Array.isArray(value)) {
    const kept = value.slice(0, LONGEST_LIST).map((one) => shown(name, one));
    return value.length > LONGEST_LIST ? [...kept, `… (${value.length})`] : kept;
  }
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, shown(inner, one)]));
  }
  return value;
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

// The keys of what PostgreSQL and what a form gave come in different orders.
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const isSame = (before: unknown, after: unknown): boolean =>
  (isEmpty(before) && isEmpty(after)) || JSON.stringify(before, inOrder) === JSON.stringify(after, inOrder);

const some = (fields: Fields, names: readonly string[], other: Fields | null): Fields =>
  Object.fromEntries(names.map((name) => [name, shown(name, fields[name], partAt(fields[name], other?.[name]))]));

/** Of two states of one thing only the fields that differ; of one alone, such as a new thing, those that say something. */
export const changedFields = (
  before: Fields | null,
  after: Fields | null,
): { before: Fields | null; after: Fields | null } => {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (name) => !isSame(before?.[name], after?.[name]),
  );
  return { before: before && some(before, names, after), after: after && some(after, names, before) };
};

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Nested settings as one level of fields, `brand.name`; what stands in a list and has an id is known by it. */
export const flatFields = (value: Fields, prefix = ''): Fields =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
      const path = `${prefix}${name}`;
      if (isPlain(one)) return Object.entries(flatFields(one, `${path}.`));
      const isOfRecords = Array.isArray(one) && one.length > 0 && one.every((item) => isPlain(item) && 'id' in item);
      if (!isOfRecords) return [[path, one]];
      return (one as Fields[]).flatMap(({ id, ...item }) => Object.entries(flatFields(item, `${path}.${String(id)}.`)));
    }),
  );
