import type { Core } from '@strapi/strapi';
import { addLinks, createCalendar } from './calendar';
import { createCatalog } from './catalog';
import { createConsents } from './consents';
import { settings as settingsSchema } from './config';
import { createEventLog } from './jobs';
import { systemClock, type Clock } from './kernel/clock';
import { createDatabase, inTurn } from './kernel/database';
import type { RecordEvents } from './kernel/events';
import { createLinks } from './kernel/links';
import { createTokens } from './kernel/token';
import { createLetters } from './letters';
import {
  createMail,
  createMailForesight,
  createMailWriter,
  readSettings,
  writeOptIns,
  type CurrentSettings,
} from './mail';
import { createOdoo } from './odoo';
import { createMetrics } from './ops';
import { sumDaysIn } from './overview';
import { createMarker, createPartners, type Watch } from './partners';
import { createProgramme } from './programme';
import { createRegistrations, type RegistrationDeps, type RegistrationPorts } from './registration';
import { lockSessions } from './sessions';
import { someoneListens } from './strapi-webhooks';
import { createSubscriptions, mailSubscriptions, markSubscriptions } from './subscriptions';

/**
 * What visitors and staff both stand on: facts are recorded, registrations decided, mails written and partners brought in step, whoever
 * asks for it. `jobs` names the kinds of work that are counted.
 */
export const createFoundation = (strapi: Core.Strapi, jobs: () => string[]) => {
  const settings = settingsSchema.parse(strapi.config.get('plugin::webinars'));
  const container = strapi as unknown as { has(name: string): boolean; get(name: string): unknown };
  const clock = container.has('webinars.clock') ? (container.get('webinars.clock') as Clock) : systemClock;
  const ports = container.has('webinars.ports')
    ? (container.get('webinars.ports') as RegistrationPorts)
    : { startCheckout: null };
  const database = createDatabase(strapi);
  const programme = createProgramme({
    database,
    clock,
    defaultTimezone: settings.defaultTimezone,
    zoneChanged: sumDaysIn,
  });
  const consents = createConsents({ database, clock, firstVersion: settings.consentTextVersion });
  const tokens = createTokens(settings.tokenSecret, 'manage');
  const tokensFor = {
    manage: tokens,
    join: createTokens(settings.tokenSecret, 'join'),
    preferences: createTokens(settings.tokenSecret, 'preferences'),
    consent: createTokens(settings.tokenSecret, 'consent'),
  };
  const { publicUrl } = settings;
  const siteUrl = settings.siteUrl ?? publicUrl;
  const links = createLinks({ siteUrl, publicUrl, tokens: tokensFor });
  const metrics = createMetrics({
    database,
    clock,
    partners: () =>
      odoo.partner ? [{ name: odoo.partner.name, kinds: odoo.partner.kinds.map(({ kind }) => kind) }] : [],
    jobs,
    report: (error) => strapi.log.error(error),
  });
  const writeLog = createEventLog(createSubscriptions({ strapiListens: () => someoneListens(strapi) }));
  const logEvents: typeof writeLog = async (trx, events, at) => metrics.eventsRecorded(await writeLog(trx, events, at));
  const writeMails = createMailWriter(mailSubscriptions);
  const watch: Watch = { called: metrics.partnerCalled, recorded: metrics.partnerRecord };
  const odoo = createOdoo({
    database,
    clock,
    access: settings.odoo
      ? {
          url: settings.odoo.url.replace(/\/+$/, ''),
          key: settings.odoo.key,
          database: settings.odoo.database ?? null,
          login: settings.odoo.login ?? null,
          perSecond: settings.odoo.perSecond || null,
          timeoutSeconds: settings.odoo.timeoutSeconds,
        }
      : null,
    pageOf: (session) => links.session(session, 'en'),
    manager: async () => (await readSettings(database.read)).programmeManager.email,
    called: (outcome, seconds) => watch.called('odoo', outcome, seconds),
  });
  const partners = createPartners({ database, clock, watch, log: strapi.log, random: Math.random }, [odoo]);
  const mark = createMarker(markSubscriptions, partners.keepings);
  const recordEvents: RecordEvents = async (trx, events, at) => {
    // Of facts that time makes true the log says which are new; all others are.
    const isTold = events.some(({ onceKey }) => onceKey);
    const fresh = isTold ? await logEvents(trx, events, at) : events;
    return inTurn(
      trx,
      ...(isTold ? [] : [() => logEvents(trx, events, at)]),
      () => writeMails(trx, fresh, at),
      () => mark(trx, fresh, at),
    );
  };

  const registrationDeps: RegistrationDeps = {
    database,
    clock,
    recordEvents,
    tokens,
    ports,
    lock: lockSessions,
    askForConsent: writeOptIns,
    foreseeMails: createMailForesight(mailSubscriptions),
    programme: programme.current,
    holdMinutes: settings.holdMinutes,
    offerHours: settings.offerHours,
    consents,
  };
  const registrations = createRegistrations(registrationDeps);
  const catalog = createCatalog({
    database,
    clock,
    timezone: programme.timezone,
    bases: { publicUrl, siteUrl },
    consentTexts: consents.shown,
  });
  const sender = { address: settings.mail.from, returnPath: settings.mail.returnPath ?? settings.mail.from };
  const organizerOf = ({ brand }: Pick<CurrentSettings, 'brand'>) => ({
    name: brand.senderName ?? brand.name,
    email: brand.replyTo ?? brand.supportEmail ?? sender.address,
  });
  const calendar = createCalendar({
    database,
    clock,
    tokens,
    joinPage: links.join,
    siteUrl,
    programmeVersion: () => catalog.version(),
    organizer: async () => organizerOf(await readSettings(database.read)),
  });
  const letters = createLetters({
    database,
    links,
    siteUrl,
    senderAddress: sender.address,
    addLinks,
    timezone: programme.timezone,
    calendarParts: (asks, mailSettings) => calendar.parts(database.read, asks, organizerOf(mailSettings)),
  });
  const mail = createMail({
    database,
    clock,
    letters,
    serverUrl: settings.mail.serverUrl ?? null,
    sender,
    siteUrl,
    perSecond: settings.mail.perSecond || null,
  });

  return {
    settings,
    jobs,
    clock,
    database,
    programme,
    consents,
    tokens,
    tokensFor,
    links,
    siteUrl,
    metrics,
    recordEvents,
    registrationDeps,
    registrations,
    catalog,
    calendar,
    mail,
    odoo,
    partners,
  };
};

export type Foundation = ReturnType<typeof createFoundation>;
