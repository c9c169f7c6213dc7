import cron, { type ScheduledTask } from 'node-cron';
import { rows, type Database } from '../kernel/database';
import type { Log } from './queue';

/** One periodic question: what is due? It queues jobs for what it finds and does nothing else. */
export type Beat = {
  name: string;
  /** In cron's five fields, UTC. */
  schedule: string;
  find(now: Date): Promise<void>;
};

/**
 * Whether this instance is the one of many that takes a tick. The row per beat remembers the last tick taken; the clock that counts is
 * PostgreSQL's, so instances whose clocks differ by seconds still agree on the minute.
 */
export const takeTick = async (database: Database, name: string, ttlMs: number): Promise<boolean> => {
  const taken = await rows(
    database.read,
    `insert into webinars_ticks as t (name, at) values (?, clock_timestamp())
     on conflict (name) do update set at = excluded.at where t.at < excluded.at - make_interval(secs => ?)
     returning name`,
    [name, ttlMs / 1000],
  );
  return taken.length > 0;
};

// Ticks are at least a minute apart; instances that fire for the same one do so within these seconds of each other.
const SAME_TICK_MS = 30_000;

/** Starts the beats of this instance. With several instances each tick is taken by one. Answers with what stops them. */
export const startHeartbeat = (options: {
  database: Database;
  beats: readonly Beat[];
  now(): Date;
  log: Log;
}): (() => Promise<void>) => {
  const tasks: ScheduledTask[] = options.beats.map((beat) =>
    cron.schedule(
      beat.schedule,
      async () => {
        try {
          await beat.find(options.now());
        } catch (error) {
          options.log.error(
            `[webinars] ${beat.name} could not look for what is due: ${error instanceof Error ? error.name : 'unknown error'}`,
          );
        }
      },
      {
        name: `webinars.${beat.name}`,
        timezone: 'Etc/UTC',
        noOverlap: true,
        distributed: true,
        distributedLease: SAME_TICK_MS,
        runCoordinator: { shouldRun: () => takeTick(options.database, beat.name, SAME_TICK_MS) },
        suppressMissedWarning: true,
        unref: true,
      },
    ),
  );
  return async () => {
    for (const task of tasks) await task.destroy();
  };
};
