import { z } from 'zod';
import type { RosterOrder, RosterSort } from '../../../contracts/roster';
import { invalid } from '../kernel/errors';
import { COMPANY_KEY, NAME_KEY, RANK } from './constraints';

type Key = { expression: string; type: 'text' | 'int' | 'timestamp' };

const ID: Key = { expression: 'r.id', type: 'int' };
const REGISTERED: Key = { expression: 'r.registered_at', type: 'timestamp' };

/** What each order compares, down to the row's own id, so that no two rows stand at one place. Each has an index. */
const KEYS: Record<RosterSort, Key[]> = {
  registered: [REGISTERED, ID],
  name: [{ expression: NAME_KEY, type: 'text' }, ID],
  company: [{ expression: COMPANY_KEY, type: 'text' }, ID],
  state: [{ expression: RANK, type: 'int' }, REGISTERED, ID],
  session: [{ expression: 's.datetime', type: 'timestamp' }, { expression: 's.id', type: 'int' }, REGISTERED, ID],
};

/** A place in an order: the values it is sorted by, as PostgreSQL spells them. */
export type Place = string[];

export type Order = {
  /** What has to be joined to registrations `r` for it. */
  join: string;
  /** The values it compares, to be selected under the names that `byNames` sorts by. */
  keys: string;
  byNames(isBackwards: boolean): string;
  /** In the order's own direction, or in the opposite one. */
  by(isBackwards: boolean): string;
  /** What stands behind a place, in that direction, with the values of the place. */
  behind(place: Place, isBackwards: boolean): { text: string; bindings: string[] };
  /** The values by which a row is sorted, as one array of texts. */
  place: string;
};

/** An order of the list, as SQL spells it. */
export const orderOf = ({ sort, direction }: RosterOrder): Order => {
  const keys = KEYS[sort];
  const isDescending = (isBackwards: boolean) => (direction === 'desc') !== isBackwards;
  const sorted = (names: readonly string[], isBackwards: boolean) =>
    names.map((name) => `${name} ${isDescending(isBackwards) ? 'desc' : 'asc'}`).join(', ');
  const expressions = keys.map(({ expression }) => expression);
  return {
    join: sort === 'session' ? 'join sessions s on s.document_id = r.session_document_id' : '',
    keys: expressions.map((expression, index) => `${expression} as key${index}`).join(', '),
    byNames: (isBackwards) =>
      sorted(
        keys.map((_, index) => `key${index}`),
        isBackwards,
      ),
    by: (isBackwards) => sorted(expressions, isBackwards),
    behind: (place, isBackwards) => ({
      text: `(${expressions.join(', ')}) ${isDescending(isBackwards) ? '<' : '>'} (${keys.map(({ type }) => `?::${type}`).join(', ')})`,
      bindings: place,
    }),
    place: `array[${expressions.map((expression) => `(${expression})::text`).join(', ')}]`,
  };
};

const placed = z.tuple([z.string(), z.string(), z.array(z.string()).min(2).max(4)]);

const spoilt = () =>
  invalid([{ path: ['after'], message: 'This place in the list is not known. Begin at the first page.' }]);

/** A place as it travels in an address. It names its order, since in another one it would be anywhere. */
export const cursorOf = ({ sort, direction }: RosterOrder, place: Place): string =>
  Buffer.from(JSON.stringify([sort, direction, place])).toString('base64url');

const FITS: Record<Key['type'], RegExp> = {
  text: /^[^\0]*$/,
  int: /^\d{1,9}$/,
  timestamp: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/,
};

export const placeOf = (cursor: string, order: RosterOrder): Place => {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw spoilt();
  }
  const parsed = placed.safeParse(read);
  const keys = KEYS[order.sort];
  if (!parsed.success || parsed.data[0] !== order.sort || parsed.data[1] !== order.direction) throw spoilt();
  const place = parsed.data[2];
  if (place.length !== keys.length || !keys.every(({ type }, index) => FITS[type].test(place[index]!))) throw spoilt();
  return place;
};
