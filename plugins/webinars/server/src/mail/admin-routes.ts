import { answering } from '../kernel/problems';
import { may, type StaffCtx } from '../kernel/staff';
import type { createMailAdminController } from './admin-controller';

type Controller = ReturnType<typeof createMailAdminController>;

const READ = may('mail.read');
const SEND = may('mail.send');
const SET = may('mail.settings');

/** The admin's own endpoints for mail, each with what an administrator must be allowed to do. */
export const mailAdminRoutes = (controller: () => Controller) => {
  const on = (method: string, path: string, verb: keyof Controller, config: ReturnType<typeof may>) => ({
    method,
    path,
    handler: answering<StaffCtx>((ctx) => controller()[verb](ctx)),
    config,
  });
  return [
    on('GET', '/mails', 'list', READ),
    on('GET', '/mails/status', 'status', READ),
    on('GET', '/mails/sessions', 'sessions', READ),
    on('GET', '/mails/sessions/:session', 'ofSession', READ),
    on('GET', '/mails/:id', 'read', READ),
    on('POST', '/mails/replay', 'replay', SEND),
    on('POST', '/mail-addresses/forget-bounce', 'forgetBounce', SEND),
    on('GET', '/mail-settings', 'readSettings', SET),
    on('PUT', '/mail-settings', 'saveSettings', SET),
    on('GET', '/mail-templates', 'templates', SET),
    on('GET', '/mail-templates/registrations', 'registrations', SET),
    on('GET', '/mail-templates/:kind/:locale', 'template', SET),
    on('PUT', '/mail-templates/:kind/:locale', 'saveTemplate', SET),
    on('DELETE', '/mail-templates/:kind/:locale', 'resetTemplate', SET),
    on('POST', '/mail-templates/:kind/:locale/preview', 'previewTemplate', SET),
    on('POST', '/mail-templates/:kind/:locale/test', 'testTemplate', SET),
  ];
};
