import type { MailSettings } from '../../../contracts/mail';
import { mailSettings } from '../../../contracts/mail';
import { rows, type Sql } from '../kernel/database';

// Strapi keeps a plugin's settings in its store, under this key; read with SQL, because rules and jobs do not know Strapi.
export const SETTINGS_KEY = 'plugin_webinars_mail';

type Kept = MailSettings & { rulesSince?: Record<string, string> };

/** The settings as staff have them, over the defaults; `rulesSince` says since when each altered reminder rule is as it is. */
export type CurrentSettings = MailSettings & { rulesSince: Record<string, string> };

/** Reads the settings. What an older release kept and this one no longer knows gives way to the default. */
export const readSettings = async (sql: Sql): Promise<CurrentSettings> => {
  const [row] = await rows<{ value: string }>(sql, `select value from strapi_core_store_settings where key = ?`, [
    SETTINGS_KEY,
  ]);
  const { rulesSince = {}, ...kept } = (row ? JSON.parse(row.value) : {}) as Partial<Kept>;
  const parsed = mailSettings.safeParse(kept);
  return { ...(parsed.success ? parsed.data : mailSettings.parse({})), rulesSince };
};
