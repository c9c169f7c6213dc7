import { DEFAULT_REMINDERS, mailSettings, type MailSettings, type ReminderRule } from '../../../contracts/mail';
import { rows, type Database, type Sql } from '../kernel/database';
import { conflict } from '../kernel/errors';

// Strapi keeps a plugin's settings in its store, under this key; read with SQL, because rules and jobs do not know Strapi.
const KEY = 'plugin_webinars_mail';

type Kept = MailSettings & { revision?: number; rulesSince?: Record<string, string> };

/** The settings as staff have them, over the defaults; `rulesSince` says since when each altered reminder rule is as it is. */
export type CurrentSettings = MailSettings & { revision: number; rulesSince: Record<string, string> };

/** Reads the settings. What an older release kept and this one no longer knows gives way to the default. */
export const readSettings = async (sql: Sql): Promise<CurrentSettings> => {
  const [row] = await rows<{ value: string }>(sql, `select value from strapi_core_store_settings where key = ?`, [KEY]);
  const { rulesSince = {}, revision = 0, ...kept } = (row ? JSON.parse(row.value) : {}) as Partial<Kept>;
  const parsed = mailSettings.safeParse(kept);
  return { ...(parsed.success ? parsed.data : mailSettings.parse({})), revision, rulesSince };
};

/** Since when each rule is as it is now: one that was altered or added begins anew, and is not followed for instants before. */
const sinceWhen = (before: CurrentSettings, rules: readonly ReminderRule[], now: Date): Record<string, string> => {
  const known = new Map(before.reminders.map((rule) => [rule.id, JSON.stringify(rule)]));
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const since = known.get(rule.id) === JSON.stringify(rule) ? before.rulesSince[rule.id] : now.toISOString();
      return since ? [[rule.id, since]] : [];
    }),
  );
};

/** Replaces the settings. `revision` is the one the editor began with; throws where somebody was faster. */
export const saveSettings = (
  database: Database,
  { revision, ...next }: MailSettings & { revision: number },
  now: Date,
): Promise<CurrentSettings> =>
  database.inTransaction(async (trx) => {
    await rows(trx, `select pg_advisory_xact_lock(hashtext('webinars.mail-settings'))`, []);
    const before = await readSettings(trx);
    if (before.revision !== revision) {
      throw conflict(
        'SETTINGS_CHANGED',
        'Somebody else has changed these settings meanwhile. Nothing was saved: load them again and repeat your change.',
      );
    }
    const kept = { ...next, revision: revision + 1, rulesSince: sinceWhen(before, next.reminders, now) };
    const value = JSON.stringify(kept);
    const written = await rows(trx, `update strapi_core_store_settings set value = ? where key = ? returning id`, [
      value,
      KEY,
    ]);
    if (written.length === 0) {
      await rows(trx, `insert into strapi_core_store_settings (key, value, type) values (?, ?, 'object')`, [
        KEY,
        value,
      ]);
    }
    return readSettings(trx);
  });

/**
 * Notes since when the plan is followed, once in the life of a database: what came due before this instance could send anything stays unsent.
 * Nothing else is kept, so that the defaults of a later release count.
 */
export const beginPlan = (database: Database, now: Date): Promise<void> =>
  database.inTransaction(async (trx) => {
    await rows(trx, `select pg_advisory_xact_lock(hashtext('webinars.mail-settings'))`, []);
    const since = Object.fromEntries(DEFAULT_REMINDERS.map(({ id }) => [id, now.toISOString()]));
    await rows(
      trx,
      `insert into strapi_core_store_settings (key, value, type) select ?, ?, 'object'
        where not exists (select from strapi_core_store_settings where key = ?)`,
      [KEY, JSON.stringify({ rulesSince: since }), KEY],
    );
  });
