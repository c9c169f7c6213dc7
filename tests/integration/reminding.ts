import { app, beat, clock, sql, strapi } from '../harness';
import { REMINDER_KINDS, type MailSettings } from '../../plugins/webinars/contracts/mail';
import type { ProgrammeManager } from '../../plugins/webinars/contracts/programme';
import { aForm, register } from './visitors';

/** Ten o'clock in Berlin on a Monday, with no change of the clocks near. */
export const START = new Date('2026-06-15T08:00:00Z');
const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An instant before the start; a negative distance is after it. */
export const before = ({ days = 0, hours = 0, minutes = 0 }, start: Date = START): Date =>
  new Date(start.getTime() - days * DAY - hours * HOUR - minutes * MINUTE);

/** What the heartbeat does each minute, at one instant. Twice: the second time there is nothing left. */
export const tick = async (instant: Date): Promise<void> => {
  clock.set(instant);
  for (const name of ['sessions.advance', 'reminders.plan', 'reminders.plan']) await beat(name);
};

/** The hours from one instant to another, each with its tick. */
export const live = async (from: Date, to: Date, step = 12 * HOUR): Promise<void> => {
  for (let at = from.getTime(); at < to.getTime(); at += step) await tick(new Date(at));
  await tick(to);
};

export type Reminder = { kind: string; recipient: string; rule: string; version: number; locale: string; at: Date };

/** Every reminder written for a session, in the order in which they leave. */
export const remindersOf = (session: string): Promise<Reminder[]> =>
  sql<Reminder>(
    `select kind, recipient, data->>'rule' as rule, schedule_version as version, locale, created_at as at
       from webinars_mails where session_document_id = $1 and kind = any($2) order by id`,
    [session, [...REMINDER_KINDS]],
  );

/** The rules whose mails one person got, in order. */
export const gotBy = async (session: string, recipient: string): Promise<string[]> =>
  (await remindersOf(session)).filter((mail) => mail.recipient === recipient).map(({ rule }) => rule);

/** Somebody registers through the public door. Answers with the manage token's reference and the state. */
export const join = async (slug: string, email: string, form: Record<string, unknown> = {}) => {
  const { body } = await register(slug, aForm({ email, ...form }));
  if (!body.data) throw new Error(JSON.stringify(body));
  return body.data as { reference: string; state: string };
};

export const save = (documentId: string, data: Record<string, unknown>) =>
  strapi.documents('api::session.session').update({ documentId, data: data as never });

export const move = (documentId: string, datetime: Date) => save(documentId, { datetime: datetime.toISOString() });

export const cancel = (reference: string) => app.registrations.cancel(reference);

const keep = (key: string, value: object) =>
  sql(`insert into strapi_core_store_settings (key, value, type) values ($1, $2, 'object')`, [
    `plugin_webinars_${key}`,
    JSON.stringify(value),
  ]);

/** Staff save the settings. `rulesSince` is what their own door writes beside altered rules. */
export const setSettings = async ({
  programmeManager: manager = {},
  ...settings
}: Partial<MailSettings> & {
  rulesSince?: Record<string, string>;
  programmeManager?: Partial<ProgrammeManager>;
}): Promise<void> => {
  await forgetSettings();
  await keep('mail', settings);
  await keep('programme', { manager });
};

export const forgetSettings = async (): Promise<void> => {
  await sql(
    `delete from strapi_core_store_settings where key in ('plugin_webinars_mail', 'plugin_webinars_programme')`,
  );
};
