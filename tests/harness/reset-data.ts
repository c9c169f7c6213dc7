import { sumDaysIn } from '../../plugins/webinars/server/src/overview/registration-sums';
import { sql } from './sql';
import { app, world } from './world';

const CONTENT =
  /^(topics|sessions|speakers|registrations|components_|webinars_(?!consent_versions|programme_zone)|up_users)/;

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
  if (filled.length > 0) await sql(`truncate ${filled.map(({ name }) => name).join(', ')} restart identity cascade`);
};
