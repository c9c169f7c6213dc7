import { Pool } from 'pg';
import { releaseAbandonedJobs } from '../../plugins/webinars/server/src/jobs/presence';
import { freshDatabase, startServer, until } from '../harness';

describe('a job that an instance has taken', () => {
  it('stays with it while it lives, and is given back once it was killed', async () => {
    const databaseUrl = await freshDatabase();
    const pool = new Pool({ connectionString: databaseUrl });
    const release = () => releaseAbandonedJobs({ raw: (statement) => pool.query(statement) });
    // The heartbeat has jobs of its own, which come and go meanwhile.
    const job = `key = 'abandoned'`;
    const isTaken = async () =>
      (await pool.query(`select from graphile_worker._private_jobs where ${job} and locked_by is not null`))
        .rowCount === 1;
    const server = await startServer({ databaseUrl });

    // The job cannot end while somebody else has the table it writes to.
    const other = await pool.connect();
    await other.query('begin; lock table webinars_events in access exclusive mode');
    await pool.query(`select graphile_worker.add_job('sessions.advance', '{}', job_key := 'abandoned')`);
    await until(isTaken);
    await pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where ${job}`);

    await release();
    expect(await isTaken()).toBe(true);
    await server.stop('SIGKILL');
    // PostgreSQL needs a moment to see that the connection is gone.
    await until(async () => (await release(), !(await isTaken())));

    await other.query('rollback');
    other.release();
    await pool.end();
  });
});
