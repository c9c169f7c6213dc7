import { rows, type Database, type Sql, type Trx } from './database';
import { conflict } from './errors';

/** Settings that staff change, as they are kept: with the number of the last change. */
export type Kept = Record<string, unknown> & { revision?: number };

// Strapi keeps settings in its store; read with SQL, because rules and jobs do not know Strapi.
/** What is kept under a key of Strapi's store; empty where nothing is. */
export const readKept = async (sql: Sql, key: string): Promise<Kept> => (await readKeptTogether(sql, [key]))[0]!;

/** What is kept under several keys, in their order. */
export const readKeptTogether = async (sql: Sql, keys: readonly string[]): Promise<Kept[]> => {
  const found = await rows<{ key: string; value: string }>(
    sql,
    `select key, value from strapi_core_store_settings where key = any(?)`,
    [keys],
  );
  return keys.map((key) => {
    const row = found.find((one) => one.key === key);
    return row ? (JSON.parse(row.value) as Kept) : {};
  });
};

/**
 * Replaces what is kept under a key. `revision` is the one the editor began with; throws where somebody was faster. `next` is told what is
 * replaced; `beside` writes in the same transaction, such as who did it.
 */
export const replaceKept = (
  database: Database,
  key: string,
  revision: number,
  next: (before: Kept) => Record<string, unknown>,
  beside: (trx: Trx, before: Kept) => Promise<void> = async () => {},
): Promise<void> =>
  database.inTransaction(async (trx) => {
    await rows(trx, `select pg_advisory_xact_lock(hashtext(?))`, [key]);
    const before = await readKept(trx, key);
    if ((before.revision ?? 0) !== revision) {
      throw conflict(
        'SETTINGS_CHANGED',
        'Somebody else has changed these settings meanwhile. Nothing was saved: load them again and repeat your change.',
      );
    }
    await beside(trx, before);
    const value = JSON.stringify({ ...next(before), revision: revision + 1 });
    const written = await rows(trx, `update strapi_core_store_settings set value = ? where key = ? returning id`, [
      value,
      key,
    ]);
    if (written.length > 0) return;
    await rows(trx, `insert into strapi_core_store_settings (key, value, type) values (?, ?, 'object')`, [key, value]);
  });
