import type { ChosenRegistrations } from '../../../contracts/bulk';
import type { RosterCount, RosterOrder, RosterRow } from '../../../contracts/roster';
import { rows, type Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';
import { orderOf } from './order';
import { readRows } from './read-page';
import { chosen } from './where';

/** How many registrations are chosen; no further than `most` is counted. */
export const countChosen = async (
  sql: Sql,
  which: ChosenRegistrations,
  timezone: string,
  most: number,
): Promise<RosterCount> => {
  const { text, bindings } = chosen(which, timezone);
  const [counted] = await rows<{ count: number }>(
    sql,
    `select count(*)::int as count from (select from registrations r where ${text} limit ?) c`,
    [...bindings, most + 1],
  );
  return counted!.count > most ? { count: most, isMore: true } : { count: counted!.count, isMore: false };
};

const BYTES = 4;

/**
 * The ids of all that are chosen, in the order of the list, as they are at this moment: one statement, so that nobody is in it twice or
 * missing, and four bytes for each, so that a million is a small thing to keep.
 */
export const readChosenIds = async (
  sql: Sql,
  which: ChosenRegistrations,
  { timezone, order: { sort, direction } }: { timezone: string; order: RosterOrder },
): Promise<Uint32Array> => {
  const order = orderOf({ sort, direction });
  const { text, bindings } = chosen(which, timezone);
  const [found] = await rows<{ ids: Buffer | null }>(
    sql,
    `select string_agg(int4send(n.id), ''::bytea) as ids
       from (select r.id from registrations r ${order.join} where ${text} order by ${order.by(false)}) n`,
    bindings,
  );
  const bytes = found!.ids ?? Buffer.alloc(0);
  return Uint32Array.from({ length: bytes.length / BYTES }, (_, at) => bytes.readUInt32BE(at * BYTES));
};

/** The rows of some of them, as they are now. */
export const readChosenRows = (sql: Sql, ids: readonly number[], titles: Locale): Promise<RosterRow[]> =>
  readRows(sql, ids, titles);
