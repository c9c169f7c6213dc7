import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Client, QueryResult } from 'pg';
import { busy } from './errors';
import { digest } from './token';

/** Runs statements: Strapi's knex, a transaction of Strapi's, or one of ours. Values stand as `?`. */
export type Sql = { raw(statement: string, bindings?: readonly unknown[]): PromiseLike<unknown> };

/** Runs statements inside a transaction. */
export type Trx = Sql & { isCompleted(): boolean };

/** A transaction of our own. Its statements are sent as soon as they are asked for, and run in that order (PostgreSQL's pipeline mode). */
export type OwnTrx = Trx & {
  /** Writes whose answers nobody waits for: the transaction commits if all of them succeed, and is undone if one does not. */
  later(...writes: Promise<unknown>[]): void;
};

export type Database = {
  /** Reads outside any transaction. */
  read: Knex;
  /**
   * A transaction of our own: all of `work`, or nothing. Waits at most three seconds for a lock, then says so politely. Its statements stay
   * prepared in their connection, so their text is constant and what varies is a value.
   */
  inTransaction<T>(work: (trx: OwnTrx) => Promise<T>): Promise<T>;
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
  transactionAborted: '25P02',
} as const;

export type PostgresError = Error & { code: string; constraint?: string; detail?: string };

export const isPostgresError = (error: unknown, ...codes: string[]): error is PostgresError =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

const LOCK_TIMEOUT = "set local lock_timeout = '3s'";

type Prepared = { name: string; text: string };
const known = new Map<string, Prepared>();

/** A statement as pg wants it. Its name lets each connection parse and plan it once: planning costs more than most of ours take to run. */
const prepared = (statement: string): Prepared => {
  const before = known.get(statement);
  if (before) return before;
  let n = 0;
  const text = statement.replace(/\?/g, () => `$${(n += 1)}`);
  const made = { name: `webinars_${digest(text).slice(0, 22)}`, text };
  known.set(statement, made);
  return made;
};

// Every plan is made once and serves for ever, so what is planned while a table is empty must be right when it is full: by index. Where
// that leaves PostgreSQL no choice but to scan, the plan looks dear enough to be compiled, which takes longer than any of ours runs.
const BEGIN = `begin; ${LOCK_TIMEOUT}; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off; set local jit = off`;

/** Whether the promises are kept by the time all of it is sent: errors are told where they are awaited. */
const unwatched = (promise: Promise<unknown>): void => void promise.catch(() => {});

/**
 * A transaction of our own on a connection of Strapi's pool, spoken to without knex, which costs more than most of our statements do. An
 * answer waits until the event loop comes round to it, and under load that takes longer than the statement: so begin goes out with the first
 * statement, and commit with the last writes.
 */
const transact = async <T>(pool: Knex.Client, work: (trx: OwnTrx) => Promise<T>): Promise<T> => {
  const connection = (await pool.acquireConnection()) as Client & { pipeline: boolean };
  const writes: Promise<unknown>[] = [];
  let isCompleted = false;
  const trx: OwnTrx = {
    raw: (statement, bindings = []): Promise<QueryResult> => {
      if (isCompleted) return Promise.reject(new Error('This transaction is over.'));
      return connection.query({ ...prepared(statement), values: [...bindings] });
    },
    later(...more) {
      more.forEach(unwatched);
      writes.push(...more);
    },
    isCompleted: () => isCompleted,
  };
  connection.pipeline = true;
  try {
    const begun = connection.query(BEGIN);
    unwatched(begun);
    const result = await work(trx);
    isCompleted = true;
    const committed = connection.query('commit');
    unwatched(committed);
    await begun;
    // In the order in which they were sent: the first that failed says why, those behind it only that the transaction is over.
    for (const write of writes) await write;
    // PostgreSQL answers so, and with no error, where a statement has failed.
    if ((await committed).command !== 'COMMIT') throw new Error('The transaction was undone.');
    return result;
  } catch (error) {
    isCompleted = true;
    const written = await Promise.allSettled(writes);
    // Fails only where the connection is lost, and with it the transaction; the pool notices by itself.
    await connection.query('rollback').catch(() => {});
    // A statement that follows a write that failed is only told that the transaction is over: the write knows why.
    const failed = written.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
    throw failed && isPostgresError(error, PG.transactionAborted) ? failed.reason : error;
  } finally {
    connection.pipeline = false;
    await pool.releaseConnection(connection);
  }
};

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
  inTransaction: (work) => politely(() => transact(strapi.db.connection.client as Knex.Client, work)),
  joinTransaction: (work) =>
    politely(
      () =>
        strapi.db.transaction(async ({ trx: given }) => {
          const trx = given as Trx;
          await trx.raw(LOCK_TIMEOUT);
          return work(trx);
        }) as Promise<Awaited<ReturnType<typeof work>>>,
    ),
});

/** Runs one statement and gives its rows. The caller names the row's shape, which the statement beside it spells. */
export const rows = async <Row>(sql: Sql, statement: string, bindings: readonly unknown[] = []): Promise<Row[]> => {
  const result = (await sql.raw(statement, bindings)) as { rows: Row[] };
  return result.rows;
};

/** Runs writes one after the other; in a transaction of our own they are sent together. */
export const inTurn = async (trx: Trx, ...writes: (() => Promise<unknown>)[]): Promise<void> => {
  if ('later' in trx) await Promise.all(writes.map((write) => write()));
  else for (const write of writes) await write();
};
