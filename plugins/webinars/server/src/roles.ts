import type { ReadyRole } from './content';
import { UID } from './kernel/uids';
import { permissions } from './permissions';

const CONTENT = [UID.topic, UID.session, UID.speaker];

/**
 * The roles that come with the programme. Each is made once and belongs to the administrators from then on. Strapi has a role "Editor" of
 * its own, which knows nothing of webinars.
 */
export const roles: ReadyRole[] = [
  {
    code: 'webinars-manager',
    name: 'Programme manager',
    description:
      'Plans the whole programme and answers for it: sessions, registrations, mails, partners, settings. · Plant und verantwortet das ganze Programm: Termine, Anmeldungen, Mails, Partner, Einstellungen.',
    may: permissions.map(({ uid }) => uid),
    edits: [...CONTENT, UID.registration],
    reads: [],
    uploads: true,
  },
  {
    code: 'webinars-editor',
    name: 'Webinar editor',
    description:
      'Writes topics, plans sessions and keeps speakers up to date; sees who has registered. · Schreibt Themen, plant Termine und pflegt Referenten; sieht, wer angemeldet ist.',
    may: ['overview.read', 'history.read', 'sessions.read', 'sessions.manage', 'registrations.read', 'mail.read'],
    edits: CONTENT,
    reads: [UID.registration],
    uploads: true,
  },
  {
    code: 'webinars-marketing',
    name: 'Marketing',
    description:
      'Writes to registrants, words the mails and exports lists; changes no session and no registration. · Schreibt Angemeldeten, formuliert die Mails und exportiert Listen; ändert weder Termine noch Anmeldungen.',
    may: [
      'overview.read',
      'history.read',
      'sessions.read',
      'registrations.read',
      'registrations.export',
      'mail.read',
      'mail.send',
      'mail.settings',
      'partners.read',
    ],
    edits: [],
    reads: [...CONTENT, UID.registration],
    uploads: false,
  },
];
