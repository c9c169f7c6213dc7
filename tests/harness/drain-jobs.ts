import { sql } from './sql';
import { app, world } from './world';

type Failure = { name: string; error: string };

/**
 * Runs jobs until nothing is due by the tests' clock, those included that the jobs themselves queued. Throws when one
 * fails, unless the failures are asked for.
 */
export const drainJobs = async ({ allowFailures = false } = {}): Promise<Failure[]> => {
  for (let round = 0; round < 50; round += 1) {
    const due = await sql(
      `update graphile_worker._private_jobs set run_at = least(run_at, now())
        where run_at <= greatest($1::timestamptz, now()) and attempts = 0 and locked_at is null returning id`,
      [world.clock.now()],
    );
    if (due.length === 0) break;
    await world.runDueJobs();
  }
  const failures = await sql<Failure>(
    `select t.identifier as name, j.last_error as error
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.last_error is not null`,
  );
  if (failures.length > 0 && !allowFailures) {
    throw new Error(`Jobs failed:\n${failures.map(({ name, error }) => `${name}: ${error}`).join('\n')}`);
  }
  return failures;
};

/** Lets one of the heartbeat's beats find what is due by the tests' clock, then runs what it queued. */
export const beat = async (name: string): Promise<void> => {
  const found = app.beats.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`No beat is named ${name}: there are ${app.beats.map((each) => each.name).join(', ')}.`);
  await found.find(world.clock.now());
  await drainJobs();
};
