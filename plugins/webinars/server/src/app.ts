import type { Core } from '@strapi/strapi';
import { Pool } from 'pg';
import { readChoices, readHistory, SYSTEM, toldElsewhere, writeAudit, type Actor, type HistoryDoors } from './audit';
import { addLinks, createCalendar, createCalendarController, type Calendar } from './calendar';
import { createCatalog, createCatalogController } from './catalog';
import { createCartController, createCarts, type Carts } from './carts';
import { createBeats } from './beats';
import { settings as settingsSchema, type Settings } from './config';
import {
  deadLetters,
  createEventLog,
  migrateQueue,
  replayDeadLetters,
  runLanes,
  startHeartbeat,
  startWorkers,
  type Beat,
  type DeadLetter,
  type Handlers,
  type Job,
} from './jobs';
import { systemClock, type Clock } from './kernel/clock';
import { createDatabase, inTurn, type Database } from './kernel/database';
import type { RecordEvents } from './kernel/events';
import { createLinks, type Links } from './kernel/links';
import { createTokens, type ManageTokens } from './kernel/token';
import { UID } from './kernel/uids';
import { createAddressOf, createLimiter } from './kernel/visitor';
import {
  createMetrics,
  createMetricsDoor,
  createVerify,
  keepVerification,
  lastVerification,
  verifySession,
  type Metrics,
  type PastVerification,
  type Verification,
} from './ops';
import { createReadOverview } from './overview';
import {
  createAdmit,
  createPromote,
  createForeseeChange,
  createRegistrationController,
  createRegistrations,
  createStaffDoor,
  releaseSeatsJob,
  slugOfCopy,
  type RegistrationDeps,
  type RegistrationPorts,
  type Registrations,
} from './registration';
import { createLetters } from './letters';
import {
  beginPlan,
  createBounceController,
  createMail,
  createMailAdminController,
  createMailForesight,
  createMailWriter,
  createPreferences,
  createPreferencesController,
  findSessions,
  readSettings,
  writeOptIns,
  type CurrentSettings,
  type MailService,
  type PreferencesUseCases,
} from './mail';
import { createOdoo, createOdooSweep, readOdooSettings, saveOdooSettings, type OdooDoors } from './odoo';
import { checkJob, createMarker, createPartners, reconcileJob, type Partners, type Watch } from './partners';
import { createMessages, createWriteMails, someoneOf, writeMessageJob, type MessageDoors } from './messages';
import { createPlanning, createSessionDocuments, type Planning } from './planning';
import { createProgramme, type Programme } from './programme';
import {
  createChangeReminder,
  createPlan,
  createSendNow,
  foreseeMove,
  foreseeReminders,
  planJob,
  readSessionPlan,
  upcomingReminders,
  type ReminderDeps,
} from './reminders';
import {
  createActs,
  createViews,
  readChoices as readRosterChoices,
  readDetail,
  readPage,
  type RosterDoors,
} from './roster';
import { createRunSheetDoors, type RunSheetDoors } from './run-sheet';
import { createSignedIn } from './signed-in';
import { advanceJob, createAdvance, lockSessions } from './sessions';
import { announceJob, announceRegistration, someoneListens } from './strapi-webhooks';
import { createSubscriptions, mailSubscriptions, markSubscriptions } from './subscriptions';
import { createPages, type Pages } from './web';

/** The application: every part, introduced to the parts it needs. */
export type WebinarsApp = {
  settings: Settings;
  clock: Clock;
  database: Database;
  tokens: ManageTokens;
  recordEvents: RecordEvents;
  metrics: Metrics;
  metricsDoor: ReturnType<typeof createMetricsDoor>;
  mail: MailService;
  mailAdminController: ReturnType<typeof createMailAdminController>;
  bounceController: ReturnType<typeof createBounceController>;
  messageDoors: MessageDoors;
  planning: Planning;
  programme: Programme;
  registrations: Registrations;
  registrationDeps: RegistrationDeps;
  registrationController: ReturnType<typeof createRegistrationController>;
  catalogController: ReturnType<typeof createCatalogController>;
  calendar: Calendar;
  calendarController: ReturnType<typeof createCalendarController>;
  carts: Carts;
  cartController: ReturnType<typeof createCartController>;
  links: Links;
  preferences: PreferencesUseCases;
  preferencesController: ReturnType<typeof createPreferencesController>;
  pages: Pages;
  partners: Partners;
  odooDoors: OdooDoors;
  historyDoors: HistoryDoors;
  rosterDoors: RosterDoors;
  runSheetDoors: RunSheetDoors;
  /** What each kind of job does: the workers' table, and a test's that runs the queue by hand. */
  handlers: Handlers;
  beats: Beat[];
  deadLetters(): Promise<DeadLetter[]>;
  /** Gives dead letters their tries again. Answers how many there were. */
  replayDeadLetters(ids: readonly string[], by?: Actor): Promise<number>;
  verify(options?: { repair?: boolean }): Promise<Verification>;
  overview: { readOverview: ReturnType<typeof createReadOverview>; verify(by: Actor): Promise<PastVerification> };
  start(): Promise<void>;
  stop(): Promise<void>;
};

const bind = <Payload>(job: Job<Payload>, handle: (payload: Payload) => Promise<void>): Handlers => ({
  [job.name]: Object.assign((payload: unknown) => handle(job.payload.parse(payload)), {
    isLimited: job.concurrency !== undefined,
  }),
});

const compose = (strapi: Core.Strapi): WebinarsApp => {
  const settings = settingsSchema.parse(strapi.config.get('plugin::webinars'));
  const container = strapi as unknown as { has(name: string): boolean; get(name: string): unknown };
  const clock = container.has('webinars.clock') ? (container.get('webinars.clock') as Clock) : systemClock;
  const ports = container.has('webinars.ports')
    ? (container.get('webinars.ports') as RegistrationPorts)
    : { startCheckout: null };
  const database = createDatabase(strapi);
  const programme = createProgramme({ database, clock, defaultTimezone: settings.defaultTimezone });
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
    jobs: () => Object.keys(handlers),
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
    consentTextVersion: settings.consentTextVersion,
  };
  const registrations = createRegistrations(registrationDeps);
  const addressOf = createAddressOf(settings.trustedProxies);
  const limitAddress = createLimiter(settings.rateLimits.perAddress);
  const limitEmail = createLimiter(settings.rateLimits.perEmail);
  const confirmsEmail = async () => {
    const advanced = await strapi.store({ type: 'plugin', name: 'users-permissions' }).get({ key: 'advanced' });
    return (advanced as { email_confirmation?: boolean } | null)?.email_confirmation === true;
  };
  const admit = createAdmit({ registrations, tokens, now: () => clock.now(), limitEmail });
  const registrationController = createRegistrationController({
    registrations,
    tokens,
    joinTokens: tokensFor.join,
    admit,
    addressOf,
    limitAddress,
    confirmsEmail,
  });
  const catalog = createCatalog({
    database,
    clock,
    timezone: programme.timezone,
    bases: { publicUrl, siteUrl },
  });
  const catalogController = createCatalogController(catalog);
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
  const calendarController = createCalendarController(calendar);
  const carts = createCarts({ database, clock, tokens, registrations, limitEmail });
  const signedIn = createSignedIn(strapi, confirmsEmail);
  const cartController = createCartController({ carts, addressOf, limitAddress, signedIn });
  const preferences = createPreferences({
    database,
    clock,
    ownerOf: (reference) => registrations.ownerOf(reference),
    askForConsent: writeOptIns,
    consentTextVersion: settings.consentTextVersion,
  });
  const preferencesController = createPreferencesController({
    preferences,
    tokens: tokensFor,
    addressOf,
    limitAddress,
  });
  const pages = createPages({
    registrations,
    admit,
    landing: (slug, locale) => catalog.landing(slug, locale),
    preferences,
    tokens: tokensFor,
    links,
    addLinks,
    brand: async () => (await readSettings(database.read)).brand,
    now: () => clock.now(),
    addressOf,
    limitAddress,
    report: (error) => strapi.log.error(error),
  });
  const advance = createAdvance({ database, clock, recordEvents });
  const letters = createLetters({
    database,
    links,
    siteUrl,
    senderAddress: sender.address,
    addLinks,
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

  const reminderDeps: ReminderDeps = {
    database,
    clock,
    audit: writeAudit,
    async saveOverrides(documentId, reminders) {
      // The types that Strapi writes for the content are the application's, not the plugin's.
      await toldElsewhere(() => strapi.documents(UID.session).update({ documentId, data: { reminders } as never }));
    },
  };
  const runSheetDoors = createRunSheetDoors({
    database,
    clock,
    ports: {
      reminders: readSessionPlan,
      syncs: partners.syncs,
      verify: verifySession,
      async preview(kind, locale, reference) {
        const { subject, preheader, body } = await mail.templates.one(kind, locale);
        return mail.preview(kind, locale, { subject, preheader, body }, reference, locale);
      },
      changeReminder: createChangeReminder(reminderDeps),
      foreseeMove,
      sendReminder: createSendNow(reminderDeps),
      promote: createPromote({ ...registrationDeps, audit: writeAudit }),
      publicPage: links.session,
      calendarFile: (slugOrId) => `${publicUrl}/api/webinars/sessions/${encodeURIComponent(slugOrId)}/calendar.ics`,
      canPay: () => ports.startCheckout !== null,
    },
  });

  const handlers: Handlers = {
    ...bind(announceJob, (payload) => announceRegistration(strapi, payload)),
    ...bind(releaseSeatsJob, ({ session }) => registrations.releaseSeats(session)),
    ...bind(advanceJob, advance),
    ...bind(writeMessageJob, createWriteMails({ database, clock })),
    ...bind(planJob, createPlan({ database, clock })),
    ...bind(reconcileJob, partners.reconcile),
    ...bind(checkJob, async ({ partner }) => void (await partners.check(partner))),
  };

  const beats = createBeats({
    database,
    foldCatalog: () => catalog.foldChanges(),
    sweepOdoo: odoo.partner ? createOdooSweep({ database }) : null,
    reconcilePartners: partners.queueReconciliations,
    checkPartners: partners.queueChecks,
  });

  const check = createVerify({ database, clock });
  const verify = async (options?: { repair?: boolean }) => {
    const found = await check(options);
    return { found, kept: await keepVerification(database.read, found, clock.now()) };
  };

  let stopping: (() => Promise<void>)[] = [];
  return {
    settings,
    clock,
    database,
    tokens,
    recordEvents,
    metrics,
    metricsDoor: createMetricsDoor({ metrics, token: settings.metricsToken }),
    mail,
    mailAdminController: createMailAdminController({
      database,
      clock,
      mail,
      siteUrl,
      upcomingReminders: (session, now) => upcomingReminders(database.read, session, now),
    }),
    messageDoors: {
      messages: createMessages({ database, clock }),
      preview: async (audience, texts, locale) =>
        mail.previewMessage(locale, (texts[locale] ?? texts.en ?? texts.de)!, await someoneOf(database.read, audience)),
      sessions: (search) => findSessions(database.read, search, clock.now()),
    },
    planning: createPlanning({
      database,
      clock,
      timezone: programme.timezone,
      documents: createSessionDocuments(strapi),
      conflictRules: async () => (await programme.current()).conflicts,
      foresee: createForeseeChange(registrationDeps),
      foreseeReminders,
      slugOfCopy,
      addressOf: ({ slug, documentId }) => links.session(slug ?? documentId, 'en'),
    }),
    programme,
    bounceController: createBounceController({ mail, clock, token: settings.mail.bounceToken }),
    registrations,
    registrationDeps,
    registrationController,
    catalogController,
    calendar,
    calendarController,
    carts,
    cartController,
    links,
    preferences,
    preferencesController,
    pages,
    partners,
    odooDoors: {
      readSettings: () => readOdooSettings(database.read),
      async saveSettings(next, by = SYSTEM) {
        const saved = await saveOdooSettings(database, next, clock.now(), by);
        await partners.takeAlong();
        return saved;
      },
    },
    runSheetDoors,
    historyDoors: {
      read: (query) => readHistory(database.read, query),
      choices: () => readChoices(database.read),
    },
    rosterDoors: {
      ...createActs({ database, clock, change: createStaffDoor(strapi) }),
      views: createViews({ database, clock }),
      page: async (query) => readPage(database.read, query, await programme.timezone()),
      detail: (documentId, titles) => readDetail(database.read, documentId, { titles, now: clock.now() }),
      choices: () => readRosterChoices(database.read),
      sessions: (search) => findSessions(database.read, search, clock.now()),
      move: async (documentId, session, by) => (await registrations.move(documentId, session, by)).documentId,
    },
    handlers,
    beats,
    deadLetters: () => deadLetters(database.read),
    replayDeadLetters: (ids, by = SYSTEM) =>
      database.inTransaction((trx) => replayDeadLetters(trx, ids, by, clock.now())),
    verify: async (options) => (await verify(options)).found,
    overview: {
      readOverview: createReadOverview({ database, clock, timezone: programme.timezone, lastVerification }),
      async verify(by) {
        const { kept } = await verify();
        const subject = { kind: 'programme', documentId: 'programme' };
        const verified = { action: 'programme.verified', subject, data: { differences: kept.differences } };
        await database.inTransaction((trx) => writeAudit(trx, [verified], by, clock.now()));
        return kept;
      },
    },
    async start() {
      await beginPlan(database, clock.now());
      await partners.begin();
      if (settings.jobs.concurrency === 0) return;
      // Beside the workers: one connection listens, one is spare, and each lane of mail holds one while it is worked.
      const pgPool = openPool(strapi, settings.jobs.concurrency + 6 + partners.names.length);
      const workers = await startWorkers({ pgPool, handlers, concurrency: settings.jobs.concurrency, log: strapi.log });
      const stopHeartbeat = startHeartbeat({ database, beats, now: () => clock.now(), log: strapi.log });
      const stopLanes = runLanes({
        pool: pgPool,
        log: strapi.log,
        lanes: {
          name: 'webinars.mail',
          withWork: mail.delivery.lanesWithWork,
          pass: (lane, signal) => mail.delivery.pass(lane, () => !signal.aborted),
          unreachable: 'the mail server does not answer; mails wait and are tried again',
          failed: 'mails could not be sent and wait',
        },
      });
      const stopPartners = runLanes({ pool: pgPool, log: strapi.log, lanes: partners.lanes });
      stopping = [stopHeartbeat, stopLanes, stopPartners, () => workers.stop(), () => pgPool.end()];
    },
    async stop() {
      const steps = stopping;
      stopping = [];
      partners.stop();
      for (const step of steps) await step();
      mail.close();
    },
  };
};

/** Connections of the queue's own, to the database Strapi uses: its workers must never wait for a request's connection, nor a request for theirs. */
const openPool = (strapi: Core.Strapi, max: number): Pool => {
  const connection = strapi.config.get('database.connection.connection') as Record<string, unknown>;
  const pool = new Pool({ ...connection, max });
  const lost = () => strapi.log.warn('[webinars] the queue lost a database connection; it reconnects by itself');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
};

/** Prepares the queue's tables; the event log's jobs are written into them. */
export const prepareQueue = async (strapi: Core.Strapi): Promise<void> => {
  const pool = openPool(strapi, 1);
  try {
    await migrateQueue(pool);
  } finally {
    await pool.end();
  }
};

const apps = new WeakMap<Core.Strapi, WebinarsApp>();

/** The application of a Strapi instance, composed at first use. */
export const theApp = (strapi: Core.Strapi): WebinarsApp => {
  const known = apps.get(strapi);
  if (known) return known;
  const app = compose(strapi);
  apps.set(strapi, app);
  return app;
};
