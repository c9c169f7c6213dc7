import { z } from 'zod';
import { mailKind } from '../../../contracts/mail';
import {
  choiceQuery,
  mailQuery,
  replayRequest,
  settingsChange,
  templateChange,
  templatePreview,
  templateTest,
  type SettingsView,
  type TemplateHelp,
} from '../../../contracts/mail-admin';
import type { UpcomingReminder } from '../../../contracts/reminders';
import { staffOf } from '../audit';
import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import { notFound } from '../kernel/errors';
import type { Staff } from '../kernel/staff';
import { forgetBounce } from './bounces';
import { findRegistrations, findSessions } from './choices';
import type { MailService } from './create-mail';
import { listMails, readMail, readMailStatus } from './read-mails';
import { replayMails } from './replay';
import { readSessionMail } from './session-mail';
import { readSettings, saveSettings, type CurrentSettings } from './settings';
import { FILTERS, PARTIAL_LIST, VARIABLES } from './template';
import { titlesQuery } from '../../../contracts/titles';

/** What we read and write of Koa's context in the admin. */
export type AdminCtx = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user?: Staff };
  status: number;
  body: unknown;
  set(header: string, value: string): void;
};

const ID = /^\d{1,18}$/;

const template = (params: Record<string, string>) =>
  z.object({ kind: mailKind, locale: z.enum(['en', 'de']) }).parse(params);

const HELP: TemplateHelp = {
  variables: VARIABLES,
  filters: FILTERS,
  partials: PARTIAL_LIST,
};

export const createMailAdminController = (deps: {
  database: Database;
  clock: Clock;
  mail: MailService;
  siteUrl: string;
  /** What time will make due for a session. Null where there is no such session. */
  upcomingReminders(session: string, now: Date): Promise<UpcomingReminder[] | null>;
}) => {
  const { database, clock, mail, siteUrl, upcomingReminders } = deps;
  const viewOf = ({ rulesSince: _, programmeManager: __, ...settings }: CurrentSettings): SettingsView => ({
    ...settings,
    defaults: { senderAddress: mail.sender.address, siteUrl },
  });

  return {
    async list(ctx: AdminCtx): Promise<void> {
      ctx.body = { data: await listMails(database.read, mailQuery.parse(ctx.query)), meta: {} };
    },
    async status(ctx: AdminCtx): Promise<void> {
      ctx.body = { data: await readMailStatus(database.read, mail.isOn, clock.now()), meta: {} };
    },
    async sessions(ctx: AdminCtx): Promise<void> {
      ctx.body = { data: await findSessions(database.read, choiceQuery.parse(ctx.query), clock.now()), meta: {} };
    },
    async ofSession(ctx: AdminCtx): Promise<void> {
      const session = ctx.params.session!;
      const reminders = await upcomingReminders(session, clock.now());
      if (!reminders) throw notFound('This session');
      ctx.body = { data: { ...(await readSessionMail(database.read, session)), reminders }, meta: {} };
    },
    async read(ctx: AdminCtx): Promise<void> {
      const { titles } = titlesQuery.parse(ctx.query);
      const found = ID.test(ctx.params.id!) ? await readMail(database.read, ctx.params.id!, titles) : null;
      if (!found) throw notFound('This mail');
      ctx.body = { data: found, meta: {} };
    },
    async replay(ctx: AdminCtx): Promise<void> {
      const { ids } = replayRequest.parse(ctx.request.body);
      ctx.body = { data: { replayed: await replayMails(database, ids, clock.now(), staffOf(ctx)) }, meta: {} };
    },
    async forgetBounce(ctx: AdminCtx): Promise<void> {
      const { email } = z.strictObject({ email: z.email() }).parse(ctx.request.body);
      ctx.body = { data: { forgotten: await forgetBounce(database, email, clock.now(), staffOf(ctx)) }, meta: {} };
    },
    async readSettings(ctx: AdminCtx): Promise<void> {
      ctx.body = { data: viewOf(await readSettings(database.read)), meta: {} };
    },
    async saveSettings(ctx: AdminCtx): Promise<void> {
      const change = settingsChange.parse(ctx.request.body);
      ctx.body = { data: viewOf(await saveSettings(database, change, clock.now(), staffOf(ctx))), meta: {} };
    },
    async templates(ctx: AdminCtx): Promise<void> {
      ctx.body = { data: await mail.templates.list(), meta: HELP };
    },
    async template(ctx: AdminCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const meta: TemplateHelp = { ...HELP, default: mail.templates.defaultOf(kind, locale) };
      ctx.body = { data: await mail.templates.one(kind, locale), meta };
    },
    async saveTemplate(ctx: AdminCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const change = templateChange.parse(ctx.request.body);
      ctx.body = { data: await mail.templates.save(kind, locale, change, staffOf(ctx)), meta: {} };
    },
    async resetTemplate(ctx: AdminCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      ctx.body = { data: await mail.templates.reset(kind, locale, staffOf(ctx)), meta: {} };
    },
    async previewTemplate(ctx: AdminCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const { source, reference, words } = templatePreview.parse(ctx.request.body);
      ctx.body = { data: await mail.preview(kind, locale, source, reference, words), meta: {} };
    },
    async testTemplate(ctx: AdminCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const { source, ...options } = templateTest.parse(ctx.request.body);
      ctx.body = { data: { answer: await mail.test(kind, locale, source, options) }, meta: {} };
    },
    async registrations(ctx: AdminCtx): Promise<void> {
      ctx.body = { data: await findRegistrations(database.read, choiceQuery.parse(ctx.query)), meta: {} };
    },
  };
};
