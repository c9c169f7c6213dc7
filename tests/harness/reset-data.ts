import { sumDaysIn } from '../../plugins/webinars/server/src/overview/registration-sums';
import { sql } from './sql';
import { app, world } from './world';

const LOCK_NOT_AVAILABLE = '55P03';

/** How long, in milliseconds, somebody may hold a table that is to be emptied. */
const PATIENCE = 20_000;

const CONTENT =
  /^(topics|sessions|speakers|registrations|components_|webinars_(?!consent_versions|programme_zone|guards)|up_users)/;

const GRAPHILE = ['_private_jobs', '_private_job_queues'].map((table) => `graphile_worker.${table}`);

let tables: string[] | undefined;

/** The tables of our content, of visitors' accounts and of the queue. Roles, permissions and locales stay. */
const ours = async (): Promise<string[]> => {
  if (tables) return tables;
  const all = await sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  tables = [...all.map(({ name }) => name).filter((name) => CONTENT.test(name)), ...GRAPHILE];
  return tables;
};

/**
 * Empties tables all at once or not at all. Strapi reads a saved entry once more, in the background, to tell its webhooks of it, and holds
 * one table while it waits for the next: whoever empties them must not wait while holding some, or the two wait for each other.
 */
const truncate = async (filled: readonly string[], all: readonly string[]): Promise<void> => {
  const client = await world.pool.connect();
  const until = Date.now() + PATIENCE;
  try {
    for (;;) {
      await client.query('begin');
      try {
        // All of them: cascading takes locks on tables that hold nothing, too.
        await client.query(`lock table ${all.join(', ')} in access exclusive mode nowait`);
        await client.query(`truncate ${filled.join(', ')} restart identity cascade`);
        await client.query('commit');
        return;
      } catch (error) {
        await client.query('rollback');
        if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || Date.now() > until) throw error;
      }
    }
  } finally {
    client.release();
  }
};

/**
 * Empties every table of ours that holds anything, forgets the settings and what the mail server took, and lets the clock run again.
 * Never ANALYZE afterwards: plans made for empty tables scan whole tables once they fill.
 */
export const resetData = async (): Promise<void> => {
  world.clock.reset();
  world.smtp.reset();
  const forgotten = await sql<{ key: string }>(
    `delete from strapi_core_store_settings where key in ('plugin_webinars_mail', 'plugin_webinars_odoo', 'plugin_webinars_programme')
     returning key`,
  );
  if (forgotten.some(({ key }) => key === 'plugin_webinars_programme'))
    await app.database.inTransaction((trx) => sumDaysIn(trx, app.settings.defaultTimezone));
  // Published texts are never deleted one by one: all are, and begin anew with the first.
  const published = await sql('select number from webinars_consent_versions where number > 1 limit 1');
  if (published.length > 0) {
    await sql('truncate webinars_consent_versions');
    await app.consents.begin();
  }
  const names = await ours();
  const filled = await sql<{ name: string }>(
    names.map((name) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
  );
  if (filled.length > 0)
    await truncate(
      filled.map(({ name }) => name),
      names,
    );
};
