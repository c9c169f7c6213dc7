import { DEFAULT_REMINDERS, mailSettings, type MailSettings, type ReminderRule } from '../../../contracts/mail';
import { flatFields, SYSTEM, writeAudit, type Actor } from '../audit';
import { rows, type Database, type Sql } from '../kernel/database';
import { readKeptTogether, replaceKept } from '../kernel/kept-settings';
import { managerIn, PROGRAMME_KEY, type CurrentManager } from '../programme';

const KEY = 'plugin_webinars_mail';

type Kept = MailSettings & { revision?: number; rulesSince?: Record<string, string> };

/** The settings as staff have them, over the defaults; `rulesSince` says since when each altered reminder rule is as it is. */
export type KeptSettings = MailSettings & { revision: number; rulesSince: Record<string, string> };

/** With them whom the programme's own mails go to, as it is set for the programme. */
export type CurrentSettings = KeptSettings & { programmeManager: CurrentManager };

/** What an older release kept and this one no longer knows gives way to the default. */
const currentOf = ({ rulesSince = {}, revision = 0, ...kept }: Partial<Kept>): KeptSettings => {
  const parsed = mailSettings.safeParse(kept);
  return { ...(parsed.success ? parsed.data : mailSettings.parse({})), revision, rulesSince };
};

export const readSettings = async (sql: Sql): Promise<CurrentSettings> => {
  const [kept, programme] = await readKeptTogether(sql, [KEY, PROGRAMME_KEY]);
  return { ...currentOf(kept!), programmeManager: await managerIn(sql, programme!) };
};

/** Since when each rule is as it is now: one that was altered or added begins anew, and is not followed for instants before. */
const sinceWhen = (before: KeptSettings, rules: readonly ReminderRule[], now: Date): Record<string, string> => {
  const known = new Map(before.reminders.map((rule) => [rule.id, JSON.stringify(rule)]));
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const since = known.get(rule.id) === JSON.stringify(rule) ? before.rulesSince[rule.id] : now.toISOString();
      return since ? [[rule.id, since]] : [];
    }),
  );
};

/** Replaces the settings. `revision` is the one the editor began with; throws where somebody was faster. */
export const saveSettings = async (
  database: Database,
  { revision, ...next }: MailSettings & { revision: number },
  now: Date,
  by: Actor = SYSTEM,
): Promise<CurrentSettings> => {
  await replaceKept(
    database,
    KEY,
    revision,
    (before) => ({ ...next, rulesSince: sinceWhen(currentOf(before), next.reminders, now) }),
    (trx, before) => {
      const { rulesSince: _, revision: __, ...was } = currentOf(before);
      const subject = { kind: 'settings', documentId: 'mail' };
      const change = { action: 'settings.changed', subject, before: flatFields(was), after: flatFields(next) };
      return writeAudit(trx, [change], by, now);
    },
  );
  return readSettings(database.read);
};

/**
 * Notes since when the plan is followed, once in the life of a database: what came due before this instance could send anything stays unsent.
 * Nothing else is kept, so that the defaults of a later release count.
 */
export const beginPlan = (database: Database, now: Date): Promise<void> =>
  database.inTransaction(async (trx) => {
    await rows(trx, `select pg_advisory_xact_lock(hashtext(?))`, [KEY]);
    const since = Object.fromEntries(DEFAULT_REMINDERS.map(({ id }) => [id, now.toISOString()]));
    await rows(
      trx,
      `insert into strapi_core_store_settings (key, value, type) select ?, ?, 'object'
        where not exists (select from strapi_core_store_settings where key = ?)`,
      [KEY, JSON.stringify({ rulesSince: since }), KEY],
    );
  });
