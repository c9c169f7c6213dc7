import type { Core } from '@strapi/strapi';
import { Pool } from 'pg';
import { createBeats } from './beats';
import { bulkJob, createWork } from './bulk';
import { createForStaff } from './for-staff';
import { createForVisitors } from './for-visitors';
import { createFoundation } from './foundation';
import { createIntakeWork, intakeJob } from './intake';
import { migrateQueue, runLanes, startHeartbeat, startWorkers, type Beat, type Handlers, type Job } from './jobs';
import { createWriteReports, reportJob } from './letters';
import { beginPlan } from './mail';
import { createWriteMails, writeMessageJob } from './messages';
import { createOdooSweep } from './odoo';
import { foldRegistrationSums } from './overview';
import { checkJob, reconcileJob } from './partners';
import { actTogether, createBringIn, createTakeBack, foreseeNewcomers, releaseSeatsJob } from './registration';
import { createPlan, planJob } from './reminders';
import { advanceJob, createAdvance } from './sessions';
import { announceJob, announceRegistration } from './strapi-webhooks';

/** The application: every part, introduced to the parts it needs. */
export type WebinarsApp = ReturnType<typeof compose>;

const bind = <Payload>(job: Job<Payload>, handle: (payload: Payload) => Promise<void>): Handlers => ({
  [job.name]: Object.assign((payload: unknown) => handle(job.payload.parse(payload)), {
    isLimited: job.concurrency !== undefined,
  }),
});

const compose = (strapi: Core.Strapi) => {
  const foundation = createFoundation(strapi, () => Object.keys(handlers));
  const {
    settings,
    clock,
    database,
    recordEvents,
    registrations,
    registrationDeps,
    catalog,
    mail,
    odoo,
    partners,
    consents,
  } = foundation;

  /** What each kind of job does: the workers' table, and a test's that runs the queue by hand. */
  const handlers: Handlers = {
    ...bind(announceJob, (payload) => announceRegistration(strapi, payload)),
    ...bind(releaseSeatsJob, ({ session }) => registrations.releaseSeats(session)),
    ...bind(advanceJob, createAdvance({ database, clock, recordEvents })),
    ...bind(writeMessageJob, createWriteMails({ database, clock })),
    ...bind(
      intakeJob,
      createIntakeWork({
        database,
        clock,
        foresee: foreseeNewcomers(registrationDeps),
        bringIn: createBringIn(registrationDeps),
        takeBack: createTakeBack(registrationDeps),
      }),
    ),
    ...bind(bulkJob, createWork({ database, clock, log: strapi.log, act: actTogether(foundation.registrationDeps) })),
    ...bind(planJob, createPlan({ database, clock })),
    ...bind(reportJob, createWriteReports({ database, clock, programme: foundation.programme })),
    ...bind(reconcileJob, partners.reconcile),
    ...bind(checkJob, async ({ partner }) => void (await partners.check(partner))),
  };

  const beats: Beat[] = createBeats({
    database,
    foldCatalog: () => catalog.foldChanges(),
    foldRegistrationSums: () => foldRegistrationSums(database.read),
    sweepOdoo: odoo.partner ? createOdooSweep({ database }) : null,
    reconcilePartners: partners.queueReconciliations,
    checkPartners: partners.queueChecks,
  });

  const forVisitors = createForVisitors(strapi, foundation);

  let stopping: (() => Promise<void>)[] = [];
  return {
    ...foundation,
    ...forVisitors,
    ...createForStaff(strapi, foundation),
    handlers,
    beats,
    async start() {
      await beginPlan(database, clock.now());
      await consents.begin();
      await partners.begin();
      forVisitors.views.start();
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
          notedWithin: 10_000,
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
      await forVisitors.views.stop();
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
