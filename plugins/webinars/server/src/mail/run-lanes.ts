import type { Pool, PoolClient } from 'pg';
import type { Delivery } from './deliver';
import type { Log } from '../jobs';

const QUESTION_EVERY = 1000;
const SHORTEST_PAUSE = 5_000;
const LONGEST_PAUSE = 5 * 60_000;

const TAKE = `select pg_try_advisory_lock(hashtext('webinars.mail'), $1) as taken`;
const LEAVE = `select pg_advisory_unlock(hashtext('webinars.mail'), $1)`;

/**
 * Works the lanes of this instance: once a second it asks which have something due, takes those that nobody else has, and sends until they
 * are empty. A lane is held by an advisory lock on a connection of its own: when the process dies, PostgreSQL takes it back. Answers with what stops it.
 */
export const runLanes = (options: { pool: Pool; delivery: Delivery; log: Log }): (() => Promise<void>) => {
  const { pool, delivery, log } = options;
  const working = new Map<number, Promise<void>>();
  const pauses = new Map<number, { until: number; length: number }>();
  let isStopping = false;

  const pause = (lane: number): void => {
    const length = Math.min(LONGEST_PAUSE, (pauses.get(lane)?.length ?? SHORTEST_PAUSE / 2) * 2);
    pauses.set(lane, { until: Date.now() + length, length });
  };

  const workWhileHeld = async (lane: number, client: PoolClient): Promise<void> => {
    let isLost = false;
    client.once('error', () => {
      isLost = true;
    });
    const mayGoOn = () => !isLost && !isStopping;
    while (mayGoOn()) {
      const { tried, isUnreachable } = await delivery.pass(lane, mayGoOn);
      if (isUnreachable) {
        log.warn('[webinars] the mail server does not answer; mails wait and are tried again');
        return pause(lane);
      }
      if (tried === 0) break;
      pauses.delete(lane);
    }
  };

  const work = async (lane: number): Promise<void> => {
    const client = await pool.connect();
    let isSpoilt = false;
    try {
      const { rows } = await client.query<{ taken: boolean }>(TAKE, [lane]);
      if (!rows[0]?.taken) return;
      await workWhileHeld(lane, client);
      await client.query(LEAVE, [lane]);
    } catch (error) {
      isSpoilt = true;
      pause(lane);
      // The name only: what the driver says can carry what was in a row.
      log.error(
        `[webinars] mails could not be sent: ${error instanceof Error ? error.name : 'unknown error'}; they wait`,
      );
    } finally {
      // A connection that may still hold the lane is closed, and the lane with it.
      client.release(isSpoilt);
    }
  };

  const ask = async (): Promise<void> => {
    const due = await delivery.lanesWithWork();
    for (const lane of due) {
      if (isStopping || working.has(lane) || (pauses.get(lane)?.until ?? 0) > Date.now()) continue;
      working.set(
        lane,
        work(lane).finally(() => working.delete(lane)),
      );
    }
  };

  let asking: Promise<void> | null = null;
  const timer = setInterval(() => {
    asking ??= ask()
      .catch(() => log.warn('[webinars] could not ask which mails are due; asking again'))
      .finally(() => {
        asking = null;
      });
  }, QUESTION_EVERY);
  timer.unref();

  return async () => {
    isStopping = true;
    clearInterval(timer);
    await asking;
    await Promise.all([...working.values()]);
  };
};
