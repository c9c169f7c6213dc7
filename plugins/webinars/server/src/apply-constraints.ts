import { setTimeout } from 'node:timers/promises';
import type { Knex } from 'knex';
import { constraints } from './constraints';
import { isPostgresError, PG, rows, type Sql } from './kernel/database';
import { digest } from './kernel/token';

// Columns, indexes, constraints, triggers and functions as PostgreSQL has them: whoever changes one, Strapi's schema sync included, is noticed.
const STANDING = `select md5(string_agg(object, e'\\n' order by object)) as standing from (
  select concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as object
    from pg_attribute a join pg_class c on c.oid = a.attrelid
   where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  union all select concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid)
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = current_schema()::regnamespace
  union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = current_schema()::regnamespace
  union all select concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
   where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal
  union all select pg_get_functiondef(oid) from pg_proc where pronamespace = current_schema()::regnamespace and prokind = 'f'
) o`;

const standing = async (sql: Sql): Promise<string> => {
  const [found] = await rows<{ standing: string }>(sql, STANDING);
  return found?.standing ?? '';
};

const REMEMBERED = `create table if not exists webinars_guards (is_the_one boolean primary key default true check (is_the_one), digest text not null)`;

const remembered = async (sql: Sql): Promise<string | undefined> => {
  const [table] = await rows<{ exists: boolean }>(sql, `select to_regclass('webinars_guards') is not null as exists`);
  if (!table?.exists) return undefined;
  const [found] = await rows<{ digest: string }>(sql, 'select digest from webinars_guards');
  return found?.digest;
};

// Shorter than PostgreSQL takes to find out that two wait for each other (deadlock_timeout, one second): a start gives way, never a visitor.
const GIVE_WAY = "set local lock_timeout = '300ms'";

// In the order in which whoever registers comes to them: those who are at it go to their end, and nobody who begins holds what we need next.
const TAKE_TURN = 'lock table sessions, registrations in share row exclusive mode';

/** How long, in milliseconds, a start tries to have the tables to itself. */
const PATIENCE = 300_000;

/**
 * What must hold whoever writes, as PostgreSQL keeps it. `timezone`: the programme's. Where it stands as it was left, nothing is touched, so
 * an instance that joins others disturbs nobody. Otherwise all of it is said again, in one transaction that gives way to the instances at
 * work and tries anew; `tell` is called once, when it has to. Instances that start together take turns.
 */
export const applyConstraints = async (connection: Knex, timezone: string, tell: () => void): Promise<void> => {
  const statements = constraints(timezone);
  const wanted = digest(statements.join(';'));
  const isLeftAlone = async (sql: Sql): Promise<boolean> =>
    (await remembered(sql)) === `${wanted} ${await standing(sql)}`;
  const apply = (): Promise<void> =>
    connection.transaction(async (trx) => {
      await trx.raw(GIVE_WAY);
      await trx.raw(`select pg_advisory_xact_lock(hashtext('webinars.constraints'))`);
      if (await isLeftAlone(trx)) return;
      await trx.raw(TAKE_TURN);
      for (const statement of [REMEMBERED, ...statements]) await trx.raw(statement);
      await rows(
        trx,
        'insert into webinars_guards (digest) values (?) on conflict (is_the_one) do update set digest = excluded.digest',
        [`${wanted} ${await standing(trx)}`],
      );
    });
  if (await isLeftAlone(connection)) return;
  const until = Date.now() + PATIENCE;
  for (let tries = 1; ; tries += 1) {
    try {
      return await apply();
    } catch (error) {
      if (!isPostgresError(error, PG.lockNotAvailable, PG.deadlock) || Date.now() > until) throw error;
      if (tries === 1) tell();
      // Those who waited for us go first, and two that gave way to each other do not meet again.
      await setTimeout(100 + Math.random() * 400);
    }
  }
};
