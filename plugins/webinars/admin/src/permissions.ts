const may = (action: string) => [{ action: `plugin::webinars.${action}`, subject: null }];

/** What a reader must be allowed to do, as the server registers it in `permissions.ts`. */
export const PERMISSIONS = {
  readOverview: may('overview.read'),
  verify: may('verify'),
  readSessions: may('sessions.read'),
  manageSessions: may('sessions.manage'),
  readRegistrations: may('registrations.read'),
  decideRegistrations: may('registrations.decide'),
  manageRegistrations: may('registrations.manage'),
  importRegistrations: may('registrations.import'),
  exportRegistrations: may('registrations.export'),
  readMails: may('mail.read'),
  sendMails: may('mail.send'),
  setMails: may('mail.settings'),
  readPartners: may('partners.read'),
  managePartners: may('partners.manage'),
  setPartners: may('partners.settings'),
  readHistory: may('history.read'),
  setProgramme: may('programme.settings'),
  manageJobs: may('jobs.manage'),
};
