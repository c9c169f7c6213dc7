import { odooSettings, type CurrentOdooSettings, type OdooSettings } from '../../../contracts/odoo';
import { flatFields, writeAudit, type Actor } from '../audit';
import type { Database, Sql } from '../kernel/database';
import { readKept, replaceKept, type Kept } from '../kernel/kept-settings';

const KEY = 'plugin_webinars_odoo';

const currentOf = ({ revision = 0, ...kept }: Kept): CurrentOdooSettings => {
  const parsed = odooSettings.safeParse(kept);
  return { ...(parsed.success ? parsed.data : odooSettings.parse({})), revision };
};

/** The settings as staff have them, over the defaults. What an older release kept and this one does not know gives way to the default. */
export const readSettings = async (sql: Sql): Promise<CurrentOdooSettings> => currentOf(await readKept(sql, KEY));

/** Replaces the settings. `revision` is the one the editor began with; throws where somebody was faster. */
export const saveSettings = async (
  database: Database,
  { revision, ...next }: OdooSettings & { revision: number },
  now: Date,
  by: Actor,
): Promise<CurrentOdooSettings> => {
  await replaceKept(
    database,
    KEY,
    revision,
    () => next,
    (trx, before) => {
      const { revision: _, ...was } = currentOf(before);
      const subject = { kind: 'settings', documentId: 'odoo' };
      const change = { action: 'settings.changed', subject, before: flatFields(was), after: flatFields(next) };
      return writeAudit(trx, [change], by, now);
    },
  );
  return readSettings(database.read);
};
