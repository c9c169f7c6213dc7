import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { busy } from './errors';

export type Trx = Knex.Transaction;
export type Sql = Knex | Trx;

export type Database = {
  /** Reads outside any transaction. */
  read: Knex;
  /** A transaction of our own: all of `work`, or nothing. Waits at most three seconds for a lock, then says so politely. */
  inTransaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** Takes part in the transaction Strapi has open for this call, or opens one that Strapi's own writes will join. */
  joinTransaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
};

/** PostgreSQL error codes we act upon: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const PG = {
  uniqueViolation: '23505',
  checkViolation: '23514',
  foreignKeyViolation: '23503',
  restrictViolation: '23001',
  lockNotAvailable: '55P03',
  deadlock: '40P01',
} as const;

export type PostgresError = Error & { code: string; constraint?: string; detail?: string };

export const isPostgresError = (error: unknown, ...codes: string[]): error is PostgresError =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const LOCK_TIMEOUT = "set local lock_timeout = '3s'";

const politely = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (isPostgresError(error, PG.lockNotAvailable, PG.deadlock)) throw busy(error);
    throw error;
  }
};

export const createDatabase = (strapi: Core.Strapi): Database => ({
  get read() {
    return strapi.db.connection;
  },
  inTransaction: (work) =>
    politely(() =>
      strapi.db.connection.transaction(async (trx) => {
        await trx.raw(LOCK_TIMEOUT);
        return work(trx);
      }),
    ),
  joinTransaction: (work) =>
    politely(
      () =>
        strapi.db.transaction(async ({ trx }) => {
          await trx.raw(LOCK_TIMEOUT);
          return work(trx);
        }) as Promise<Awaited<ReturnType<typeof work>>>,
    ),
});

/** Runs one statement and gives its rows. The caller names the row's shape, which the statement beside it spells. */
export const rows = async <Row>(sql: Sql, statement: string, bindings: readonly unknown[] = []): Promise<Row[]> => {
  const result = (await sql.raw(statement, bindings as Knex.RawBinding[])) as { rows: Row[] };
  return result.rows;
};
