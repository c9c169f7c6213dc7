import { rows, type Sql } from '../kernel/database';

const QUEUE = `hashtext('webinars.queue')`;
const asOid = (int: string) => `(${int}::bigint & 4294967295)`;

/** Says that the instance lives whose name, `$1`, stands in the jobs it has taken: an advisory lock, which its connection takes along when it is lost. */
export const SHOW_PRESENCE = `select pg_advisory_lock_shared(${QUEUE}, hashtext($1))`;

/** Gives back what was taken by instances that are gone. Without it a killed instance's jobs would wait for the queue's own four hours. */
export const releaseAbandonedJobs = async (sql: Sql): Promise<void> => {
  await rows(
    sql,
    `select graphile_worker.force_unlock_workers(array(
       select distinct j.locked_by from graphile_worker._private_jobs j
        where j.locked_at < now() - interval '10 seconds'
          and not exists (
            select from pg_locks l
             where l.locktype = 'advisory' and l.objsubid = 2
               and l.database = (select oid from pg_database where datname = current_database())
               and l.classid = ${asOid(QUEUE)} and l.objid = ${asOid('hashtext(j.locked_by)')})))`,
    [],
  );
};
