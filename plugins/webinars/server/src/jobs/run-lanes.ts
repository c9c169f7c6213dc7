import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Log } from './queue';

const QUESTION_EVERY = 1000;
const SHORTEST_PAUSE = 5_000;
const LONGEST_PAUSE = 5 * 60_000;

const TAKE = `select pg_try_advisory_lock(hashtext($1), $2) as taken`;
const LEAVE = `select pg_advisory_unlock(hashtext($1), $2)`;

const HOLDER = `select holder from webinars_lanes where name = $1 and lane = $2`;
const HOLD = `insert into webinars_lanes (name, lane, holder) values ($1, $2, $3) on conflict (name, lane) do update set holder = excluded.holder`;
const LET_GO = `update webinars_lanes set holder = null where name = $1 and lane = $2`;

/** What a pass through a lane found: whether there may be more at once, and whether the other side answered. */
export type Pass = { tried: number; isUnreachable: boolean };

/** Work that is done in lines: one at a time in each, over all instances. */
export type Lanes = {
  /** Names the locks, such as `webinars.mail`. */
  name: string;
  /** Which have something due. */
  withWork(): Promise<readonly number[]>;
  /** Does a batch. The signal says that the lane is lost or the instance stops. */
  pass(lane: number, signal: AbortSignal): Promise<Pass>;
  /**
   * Milliseconds in which an instance that loses a lane, with its connection to the database, notes what it did there, once the database is
   * back. Whoever takes the lane after it waits that long first. 0 where what is done twice does no harm.
   */
  notedWithin: number;
  /** Said where the other side does not answer. */
  unreachable: string;
  /** Said, with the error's name behind it, where a pass failed for a reason of ours. */
  failed: string;
};

/**
 * Works the lanes of this instance: once a second it asks which have something due, takes those that nobody else has, and works them until they
 * are empty. A lane is held by an advisory lock on a connection of its own: when the process dies or is cut off, PostgreSQL takes it back.
 * Answers with what stops it.
 */
export const runLanes = (options: { pool: Pool; lanes: Lanes; log: Log }): (() => Promise<void>) => {
  const { pool, lanes, log } = options;
  const working = new Map<number, Promise<void>>();
  const pauses = new Map<number, { until: number; length: number }>();
  const stopping = new AbortController();
  const me = randomUUID();

  /** Writes down who works a lane before anything is done in it. Answers whether it may begin: no where the lane is lost while it waits. */
  const begin = async (lane: number, client: PoolClient, signal: AbortSignal): Promise<boolean> => {
    const { rows } = await client.query<{ holder: string | null }>(HOLDER, [lanes.name, lane]);
    const holder = rows[0]?.holder ?? me;
    // Whoever lost the lane and lives takes it up again at once.
    if (holder !== me) await setTimeout(lanes.notedWithin, undefined, { signal }).catch(() => {});
    if (signal.aborted) return false;
    await client.query(HOLD, [lanes.name, lane, me]);
    return true;
  };

  const pause = (lane: number): void => {
    const length = Math.min(LONGEST_PAUSE, (pauses.get(lane)?.length ?? SHORTEST_PAUSE / 2) * 2);
    pauses.set(lane, { until: Date.now() + length, length });
  };

  const workWhileHeld = async (lane: number, client: PoolClient): Promise<void> => {
    const lost = new AbortController();
    const lose = () => lost.abort();
    client.once('error', lose);
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    try {
      if (!(await begin(lane, client, signal))) return;
      while (!signal.aborted) {
        const { tried, isUnreachable } = await lanes.pass(lane, signal);
        if (isUnreachable) {
          log.warn(`[webinars] ${lanes.unreachable}`);
          pause(lane);
          break;
        }
        if (tried === 0) break;
        pauses.delete(lane);
      }
      await client.query(LET_GO, [lanes.name, lane]);
    } finally {
      // The connection goes back to the pool, and comes again.
      client.removeListener('error', lose);
    }
  };

  const work = async (lane: number): Promise<void> => {
    const client = await pool.connect();
    let isSpoilt = false;
    try {
      const { rows } = await client.query<{ taken: boolean }>(TAKE, [lanes.name, lane]);
      if (!rows[0]?.taken) return;
      await workWhileHeld(lane, client);
      await client.query(LEAVE, [lanes.name, lane]);
    } catch (error) {
      isSpoilt = true;
      pause(lane);
      // The name only: what the driver says can carry what was in a row.
      log.error(`[webinars] ${lanes.failed}: ${error instanceof Error ? error.name : 'unknown error'}`);
    } finally {
      // A connection that may still hold the lane is closed, and the lane with it.
      client.release(isSpoilt);
    }
  };

  const ask = async (): Promise<void> => {
    const due = await lanes.withWork();
    for (const lane of due) {
      if (stopping.signal.aborted || working.has(lane) || (pauses.get(lane)?.until ?? 0) > Date.now()) continue;
      working.set(
        lane,
        work(lane).finally(() => working.delete(lane)),
      );
    }
  };

  let asking: Promise<void> | null = null;
  const timer = setInterval(() => {
    asking ??= ask()
      .catch(() => log.warn(`[webinars] could not ask what is due for ${lanes.name}; asking again`))
      .finally(() => {
        asking = null;
      });
  }, QUESTION_EVERY);
  timer.unref();

  return async () => {
    stopping.abort();
    clearInterval(timer);
    await asking;
    await Promise.all([...working.values()]);
  };
};
