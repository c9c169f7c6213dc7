import { sql } from './sql';
import { world } from './world';

const CONTENT = /^(topics|sessions|speakers|registrations|components_|webinars_|up_users)/;

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
  await sql(`delete from strapi_core_store_settings where key in ('plugin_webinars_mail', 'plugin_webinars_odoo', 'plugin_webinars_programme')`);
  const names = await ours();
  const filled = await sql<{ name: string }>(
    names.map((name) => `select '${name}' as name where exists (select from ${name})`).join(' union all '),
  );
  if (filled.length > 0) await sql(`truncate ${filled.map(({ name }) => name).join(', ')} restart identity cascade`);
};
