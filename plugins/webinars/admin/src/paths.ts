import { PLUGIN_ID } from './plugin-id';

/** Where the plugin's pages are. */
export const BASE = `/plugins/${PLUGIN_ID}`;

const query = (values: Record<string, string>): string => {
  const text = new URLSearchParams(values).toString();
  return text === '' ? '' : `?${text}`;
};

export const sessionsPath = (filters: Record<string, string> = {}): string => `${BASE}/sessions${query(filters)}`;
export const sessionPath = (documentId: string, tab?: string): string =>
  `${BASE}/sessions/${documentId}${query(tab ? { tab } : {})}`;
export const registrationsPath = (filters: Record<string, string> = {}): string =>
  `${BASE}/registrations${query(filters)}`;
export const registrationPath = (documentId: string): string => `${BASE}/registrations/${documentId}`;
export const importsPath = (filters: Record<string, string> = {}): string => `${BASE}/imports${query(filters)}`;
export const importPath = (id: string): string => `${BASE}/imports/${id}`;
export const bulksPath = `${BASE}/bulk`;
export const bulkPath = (id: string, shown: Record<string, string> = {}): string => `${BASE}/bulk/${id}${query(shown)}`;
export const mailsPath = (filters: Record<string, string> = {}): string => `${BASE}/mails${query(filters)}`;
export const mailPath = (id: string): string => `${BASE}/mails/${id}`;
export const templatesPath = `${BASE}/templates`;
export const templatePath = (kind: string, locale: string): string => `${BASE}/templates/${kind}/${locale}`;
export const settingsPath = `${BASE}/settings`;
export const programmeSettingsPath = `${BASE}/settings/programme`;
export const brandPath = `${BASE}/mail-settings`;
export const remindersPath = `${BASE}/mail-settings/reminders`;
export const consentsPath = `${BASE}/settings/consents`;
export const queuePath = (filters: Record<string, string> = {}): string => `${BASE}/settings/queue${query(filters)}`;
export const checksPath = `${BASE}/settings/checks`;
export const historyPath = (filters: Record<string, string> = {}): string => `${BASE}/history${query(filters)}`;
export const messagesPath = `${BASE}/messages`;
export const newMessagePath = (session?: string): string => `${BASE}/messages/new${query(session ? { session } : {})}`;
export const newMessageToPath = (selection: string): string => `${BASE}/messages/new${query({ selection })}`;
export const messagePath = (id: string): string => `${BASE}/messages/${id}`;
export const integrationsPath = `${BASE}/integrations`;
export const odooSettingsPath = `${BASE}/integrations/odoo`;
