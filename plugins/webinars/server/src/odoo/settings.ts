import { odooSettings, type CurrentOdooSettings, type OdooSettings } from '../../../contracts/odoo';
import type { Database, Sql } from '../kernel/database';
import { readKept, replaceKept } from '../kernel/kept-settings';

const KEY = 'plugin_webinars_odoo';

/** The settings as staff have them, over the defaults. What an older release kept and this one does not know gives way to the default. */
export const readSettings = async (sql: Sql): Promise<CurrentOdooSettings> => {
  const { revision = 0, ...kept } = await readKept(sql, KEY);
  const parsed = odooSettings.safeParse(kept);
  return { ...(parsed.success ? parsed.data : odooSettings.parse({})), revision };
};

/** Replaces the settings. `revision` is the one the editor began with; throws where somebody was faster. */
export const saveSettings = async (
  database: Database,
  { revision, ...next }: OdooSettings & { revision: number },
): Promise<CurrentOdooSettings> => {
  await replaceKept(database, KEY, revision, () => next);
  return readSettings(database.read);
};
