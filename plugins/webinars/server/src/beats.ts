import { forgetCarts } from './carts';
import { forgetExports } from './exports';
import { forgetIntakes } from './intake';
import { addJobs, newJob, releaseAbandonedJobs, type Beat, type Job } from './jobs';
import { rows, type Database } from './kernel/database';
import { releaseSeatsJob, sessionsWithForgottenSeats, sessionsWithLapsedHolds } from './registration';
import { reportJob } from './letters';
import { planJob } from './reminders';
import { forgetSelections } from './selections';
import { advanceJob } from './sessions';

const EVERY_MINUTE = '* * * * *';

/** Every periodic question, on one screen: cron (in UTC) finds what is due, and the jobs it queues do it. One instance of many asks. */
export const createBeats = ({
  database,
  foldCatalog,
  foldRegistrationSums,
  sweepOdoo,
  reconcilePartners,
  checkPartners,
}: {
  database: Database;
  foldCatalog(): Promise<void>;
  foldRegistrationSums(): Promise<void>;
  /** Null where Odoo is off. */
  sweepOdoo: ((now: Date) => Promise<void>) | null;
  reconcilePartners(): Promise<void>;
  checkPartners(): Promise<void>;
}): Beat[] => {
  /** One job that does whatever is due by then. */
  const queue = (job: Job<Record<string, never>>) => () =>
    database.inTransaction((trx) => addJobs(trx, [newJob(job, {}, 'all')]));

  /** A job for each session that has seats to give away. */
  const release = (find: typeof sessionsWithLapsedHolds) => async (now: Date) => {
    const due = await find(database.read, now);
    await database.inTransaction((trx) =>
      addJobs(
        trx,
        due.map((session) => newJob(releaseSeatsJob, { session }, session)),
      ),
    );
  };

  // An idempotency key is good for a day; a client that retries later than that has given up and begun anew.
  const forgetAnswers = async (now: Date): Promise<void> => {
    await rows(database.read, `delete from webinars_idempotency where at < ?::timestamptz - interval '24 hours'`, [
      now,
    ]);
  };

  return [
    { name: 'sessions.advance', schedule: EVERY_MINUTE, find: queue(advanceJob) },
    { name: 'reminders.plan', schedule: EVERY_MINUTE, find: queue(planJob) },
    { name: 'programme.write-reports', schedule: '*/5 * * * *', find: queue(reportJob) },
    { name: 'registration.lapse-holds', schedule: EVERY_MINUTE, find: release(sessionsWithLapsedHolds) },
    { name: 'registration.sweep-waitlists', schedule: '0 */2 * * *', find: release(sessionsWithForgottenSeats) },
    { name: 'jobs.release-abandoned', schedule: EVERY_MINUTE, find: () => releaseAbandonedJobs(database.read) },
    { name: 'catalog.fold-changes', schedule: '20 * * * *', find: foldCatalog },
    { name: 'overview.fold-sums', schedule: EVERY_MINUTE, find: foldRegistrationSums },
    { name: 'selections.forget', schedule: '50 3 * * *', find: (now) => forgetSelections(database.read, now) },
    { name: 'exports.forget', schedule: '55 3 * * *', find: (now) => forgetExports(database, now) },
    { name: 'carts.forget', schedule: '15 * * * *', find: (now) => forgetCarts(database, now) },
    { name: 'intake.forget', schedule: '25 * * * *', find: (now) => forgetIntakes(database, now) },
    ...(sweepOdoo ? [{ name: 'odoo.sweep', schedule: EVERY_MINUTE, find: sweepOdoo }] : []),
    { name: 'partners.check', schedule: '10 */6 * * *', find: checkPartners },
    { name: 'partners.reconcile', schedule: '40 2 * * *', find: reconcilePartners },
    { name: 'registration.forget-answers', schedule: '30 3 * * *', find: forgetAnswers },
  ];
};
