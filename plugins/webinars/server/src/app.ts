import type { Core } from '@strapi/strapi';
import { Pool } from 'pg';
import { createCatalog, createCatalogController } from './catalog';
import { createCartController, createCarts, forgetCarts, type Carts } from './carts';
import { settings as settingsSchema, type Settings } from './config';
import {
  addJobs,
  deadLetters,
  createEventLog,
  migrateQueue,
  newJob,
  releaseAbandonedJobs,
  replayDeadLetters,
  startHeartbeat,
  startWorkers,
  type Beat,
  type DeadLetter,
  type Handlers,
  type Job,
} from './jobs';
import { systemClock, type Clock } from './kernel/clock';
import { createDatabase, type Database } from './kernel/database';
import type { RecordEvents } from './kernel/events';
import { createManageTokens, type ManageTokens } from './kernel/token';
import { createAddressOf, createLimiter } from './kernel/visitor';
import { createVerify, keepVerification, lastVerification, type PastVerification, type Verification } from './ops';
import { createReadOverview } from './overview';
import {
  createRegistrationController,
  createRegistrations,
  releaseSeatsJob,
  sessionsWithForgottenSeats,
  sessionsWithLapsedHolds,
  type RegistrationDeps,
  type RegistrationPorts,
  type Registrations,
} from './registration';
import { createPlan, planJob } from './reminders';
import { createSignedIn } from './signed-in';
import { advanceJob, createAdvance, lockSessions } from './sessions';
import { announceJob, announceRegistration } from './strapi-webhooks';
import { subscriptions } from './subscriptions';

/** The application: every part, introduced to the parts it needs. */
export type WebinarsApp = {
  settings: Settings;
  clock: Clock;
  database: Database;
  tokens: ManageTokens;
  recordEvents: RecordEvents;
  registrations: Registrations;
  registrationDeps: RegistrationDeps;
  registrationController: ReturnType<typeof createRegistrationController>;
  catalogController: ReturnType<typeof createCatalogController>;
  carts: Carts;
  cartController: ReturnType<typeof createCartController>;
  /** What each kind of job does: the workers' table, and a test's that runs the queue by hand. */
  handlers: Handlers;
  beats: Beat[];
  deadLetters(): Promise<DeadLetter[]>;
  /** Gives dead letters their tries again. Answers how many there were. */
  replayDeadLetters(ids: readonly string[]): Promise<number>;
  verify(options?: { repair?: boolean }): Promise<Verification>;
  overview: { readOverview: ReturnType<typeof createReadOverview>; verify(): Promise<PastVerification> };
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
  const tokens = createManageTokens(settings.tokenSecret);
  const recordEvents = createEventLog(subscriptions);

  const registrationDeps: RegistrationDeps = {
    database,
    clock,
    recordEvents,
    tokens,
    ports,
    lock: lockSessions,
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
  const registrationController = createRegistrationController({
    registrations,
    tokens,
    now: () => clock.now(),
    addressOf,
    limitAddress,
    limitEmail,
    confirmsEmail,
  });
  const catalog = createCatalog({
    database,
    clock,
    timezone: settings.defaultTimezone,
    publicUrl: settings.publicUrl,
  });
  const catalogController = createCatalogController(catalog);
  const carts = createCarts({ database, clock, tokens, registrations, limitEmail });
  const signedIn = createSignedIn(strapi, confirmsEmail);
  const cartController = createCartController({ carts, addressOf, limitAddress, signedIn });
  const advance = createAdvance({ database, clock, recordEvents });

  const handlers: Handlers = {
    ...bind(announceJob, (payload) => announceRegistration(strapi, payload)),
    ...bind(releaseSeatsJob, ({ session }) => registrations.releaseSeats(session)),
    ...bind(advanceJob, advance),
    ...bind(planJob, createPlan({ database, clock })),
  };

  const release = (find: typeof sessionsWithLapsedHolds) => async (now: Date) => {
    const due = await find(database.read, now);
    await database.inTransaction((trx) =>
      addJobs(
        trx,
        due.map((session) => newJob(releaseSeatsJob, { session }, session)),
      ),
    );
  };
  const beats: Beat[] = [
    {
      name: 'sessions.advance',
      schedule: '* * * * *',
      find: () => database.inTransaction((trx) => addJobs(trx, [newJob(advanceJob, {}, 'all')])),
    },
    {
      name: 'reminders.plan',
      schedule: '* * * * *',
      find: () => database.inTransaction((trx) => addJobs(trx, [newJob(planJob, {}, 'all')])),
    },
    { name: 'registration.lapse-holds', schedule: '* * * * *', find: release(sessionsWithLapsedHolds) },
    { name: 'registration.sweep-waitlists', schedule: '0 */2 * * *', find: release(sessionsWithForgottenSeats) },
    { name: 'jobs.release-abandoned', schedule: '* * * * *', find: () => releaseAbandonedJobs(database.read) },
    { name: 'catalog.fold-changes', schedule: '20 * * * *', find: () => catalog.foldChanges() },
    { name: 'carts.forget', schedule: '15 * * * *', find: (now) => forgetCarts(database, now) },
    {
      name: 'registration.forget-answers',
      schedule: '30 3 * * *',
      find: async (now) => {
        // An idempotency key is good for a day; a client that retries later than that has given up and begun anew.
        await database.read.raw(`delete from webinars_idempotency where at < ?::timestamptz - interval '24 hours'`, [
          now,
        ]);
      },
    },
  ];

  const check = createVerify(database);
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
    registrations,
    registrationDeps,
    registrationController,
    catalogController,
    carts,
    cartController,
    handlers,
    beats,
    deadLetters: () => deadLetters(database.read),
    replayDeadLetters: (ids) => replayDeadLetters(database.read, ids),
    verify: async (options) => (await verify(options)).found,
    overview: {
      readOverview: createReadOverview({ database, clock, timezone: settings.defaultTimezone, lastVerification }),
      verify: async () => (await verify()).kept,
    },
    async start() {
      if (settings.jobs.concurrency === 0) return;
      const pgPool = openPool(strapi, settings.jobs.concurrency + 2);
      const workers = await startWorkers({ pgPool, handlers, concurrency: settings.jobs.concurrency, log: strapi.log });
      const stopHeartbeat = startHeartbeat({ database, beats, now: () => clock.now(), log: strapi.log });
      stopping = [stopHeartbeat, () => workers.stop(), () => pgPool.end()];
    },
    async stop() {
      const steps = stopping;
      stopping = [];
      for (const step of steps) await step();
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
