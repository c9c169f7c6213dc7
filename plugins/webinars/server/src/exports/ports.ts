import type { ChosenRegistrations } from '../../../contracts/bulk';
import type { RosterCount, RosterOrder, RosterRow } from '../../../contracts/roster';
import type { Sql } from '../kernel/database';
import type { Locale } from '../kernel/text';

/** What the list of registrations provides. */
export type People = {
  /** How many are chosen; no further than `most` is counted. */
  count(sql: Sql, which: ChosenRegistrations, timezone: string, most: number): Promise<RosterCount>;
  /** All of them, in the order of the list, as they are at this moment. */
  ids(sql: Sql, which: ChosenRegistrations, options: { timezone: string; order: RosterOrder }): Promise<Uint32Array>;
  rows(sql: Sql, ids: readonly number[], titles: Locale): Promise<RosterRow[]>;
};
