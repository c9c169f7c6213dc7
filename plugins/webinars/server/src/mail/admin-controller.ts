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
import { idIn } from '../kernel/about-people';
import { notFound } from '../kernel/errors';
import type { StaffCtx } from '../kernel/staff';
import { forgetBounce } from './bounces';
import { findRegistrations, findSessions } from './choices';
import type { MailService } from './create-mail';
import { listMails, readMail, readMailStatus } from './read-mails';
import { replayMails } from './replay';
import { readSessionMail } from './session-mail';
import { readSettings, saveSettings, type CurrentSettings } from './settings';
import { FILTERS, PARTIAL_LIST, VARIABLES } from './template';
import { titlesQuery } from '../../../contracts/titles';

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
    async list(ctx: StaffCtx): Promise<void> {
      ctx.body = { data: await listMails(database.read, mailQuery.parse(ctx.query)), meta: {} };
    },
    async status(ctx: StaffCtx): Promise<void> {
      ctx.body = { data: await readMailStatus(database.read, mail.isOn, clock.now()), meta: {} };
    },
    async sessions(ctx: StaffCtx): Promise<void> {
      ctx.body = { data: await findSessions(database.read, choiceQuery.parse(ctx.query), clock.now()), meta: {} };
    },
    async ofSession(ctx: StaffCtx): Promise<void> {
      const session = ctx.params.session!;
      const reminders = await upcomingReminders(session, clock.now());
      if (!reminders) throw notFound('This session');
      ctx.body = { data: { ...(await readSessionMail(database.read, session)), reminders }, meta: {} };
    },
    async read(ctx: StaffCtx): Promise<void> {
      const { titles } = titlesQuery.parse(ctx.query);
      const found = await readMail(database.read, idIn(ctx, 'This mail'), titles);
      if (!found) throw notFound('This mail');
      ctx.body = { data: found, meta: {} };
    },
    async replay(ctx: StaffCtx): Promise<void> {
      const { ids } = replayRequest.parse(ctx.request.body);
      ctx.body = { data: { replayed: await replayMails(database, ids, clock.now(), staffOf(ctx)) }, meta: {} };
    },
    async forgetBounce(ctx: StaffCtx): Promise<void> {
      const { email } = z.strictObject({ email: z.email() }).parse(ctx.request.body);
      ctx.body = { data: { forgotten: await forgetBounce(database, email, clock.now(), staffOf(ctx)) }, meta: {} };
    },
    async readSettings(ctx: StaffCtx): Promise<void> {
      ctx.body = { data: viewOf(await readSettings(database.read)), meta: {} };
    },
    async saveSettings(ctx: StaffCtx): Promise<void> {
      const change = settingsChange.parse(ctx.request.body);
      ctx.body = { data: viewOf(await saveSettings(database, change, clock.now(), staffOf(ctx))), meta: {} };
    },
    async templates(ctx: StaffCtx): Promise<void> {
      ctx.body = { data: await mail.templates.list(), meta: HELP };
    },
    async template(ctx: StaffCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const meta: TemplateHelp = { ...HELP, default: mail.templates.defaultOf(kind, locale) };
      ctx.body = { data: await mail.templates.one(kind, locale), meta };
    },
    async saveTemplate(ctx: StaffCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const change = templateChange.parse(ctx.request.body);
      ctx.body = { data: await mail.templates.save(kind, locale, change, staffOf(ctx)), meta: {} };
    },
    async resetTemplate(ctx: StaffCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      ctx.body = { data: await mail.templates.reset(kind, locale, staffOf(ctx)), meta: {} };
    },
    async previewTemplate(ctx: StaffCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const { source, reference, words } = templatePreview.parse(ctx.request.body);
      ctx.body = { data: await mail.preview(kind, locale, source, reference, words), meta: {} };
    },
    async testTemplate(ctx: StaffCtx): Promise<void> {
      const { kind, locale } = template(ctx.params);
      const { source, ...options } = templateTest.parse(ctx.request.body);
      ctx.body = { data: { answer: await mail.test(kind, locale, source, options) }, meta: {} };
    },
    async registrations(ctx: StaffCtx): Promise<void> {
      ctx.body = { data: await findRegistrations(database.read, choiceQuery.parse(ctx.query)), meta: {} };
    },
  };
};
