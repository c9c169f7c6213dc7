import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Logger, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { SHOW_PRESENCE } from './presence';
import type { Log } from './queue';

/** What does the work of a kind, and whether only so many of the kind may run at once. */
export type Handler = ((payload: unknown) => Promise<void>) & { readonly isLimited: boolean };
export type Handlers = Record<string, Handler>;

/** Whoever listens for jobs shows that it lives; a connection that is lost is followed by another, which shows it again. */
const showPresence = (events: WorkerEvents): void => {
  events.on('pool:listen:success', ({ workerPool, client }) => {
    // Told before the queue asks to listen: our turn comes when the connection has nothing more to do.
    client.once('drain', () => void client.query(SHOW_PRESENCE, [workerPool.id]).catch(() => {}));
  });
};

// Jobs of unlimited kinds are fetched and finished by the handful: three statements for each would cost more than most of them do. Those of
// limited kinds are not: a handful would hold several of one lane and run them together. What a killed instance held is done elsewhere,
// and what it had finished at the last moment is done again.
const HANDFUL = {
  localQueue: { size: 100, refetchDelay: { durationMs: 50, threshold: 100 } },
  completeJobBatchDelay: 50,
  failJobBatchDelay: 50,
};

const GIVE_BACK = `select graphile_worker.force_unlock_workers(array[$1])`;

/** Milliseconds until what the database did not take is tried again. */
const AGAIN_AFTER = 1000;
/** Milliseconds in which the queue ends by itself, when nothing runs any more. It may not, where it could not note several ends at once. */
const ENDS_WITHIN = 5000;

type WorkersOptions = { pgPool: Pool; handlers: Handlers; concurrency: number; log: Log };

/** Workers under one name, which stands in the jobs they have taken. */
type Crew = {
  name: string;
  /** Takes no more jobs, and waits for those that run. */
  end(): Promise<void>;
};

/** Starts a crew. `whenLost`: it has come to an end that nobody asked for. */
const startCrew = async (
  { pgPool, handlers, concurrency, log }: WorkersOptions,
  isLimited: boolean,
  whenLost: () => void,
): Promise<Crew> => {
  // Only warnings and worse: the queue's own chatter names payloads.
  // The package exports the levels as types only.
  const logger = new Logger(() => (level: string, message) => {
    if (level === 'error') log.error(`[webinars] queue: ${message}`);
    else if (level === 'warning') log.warn(`[webinars] queue: ${message}`);
  });
  const running = new Set<Promise<void>>();
  const watched =
    (handle: Handler) =>
    (payload: unknown): Promise<void> => {
      const work = handle(payload);
      const forget = () => running.delete(work);
      running.add(work);
      work.then(forget, forget);
      return work;
    };
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, watched(handle)]),
  );
  const events = new EventEmitter() as WorkerEvents;
  let name = '';
  let isAsked = false;
  events.once('pool:create', ({ workerPool }) => {
    name = workerPool.id;
  });
  events.on('pool:gracefulShutdown', () => {
    if (!isAsked) whenLost();
  });
  showPresence(events);
  const runner = await run({
    pgPool,
    taskList,
    concurrency,
    noHandleSignals: true,
    logger,
    pollInterval: 2000,
    events,
    ...(isLimited ? {} : { preset: { worker: HANDFUL } }),
  });
  const ended = runner.promise.catch(() => {});
  return {
    name,
    async end() {
      isAsked = true;
      // Refused where it ends already.
      runner.stop().catch(() => {});
      await Promise.race([ended, setTimeout(ENDS_WITHIN, undefined, { ref: false })]);
      await Promise.allSettled(running);
    },
  };
};

/**
 * Keeps one crew at work. The queue gives up for ever where it cannot note what became of a job, and never does what it took in an answer
 * that was lost. So where it ends, or loses a connection, another crew begins, and the one before gives back what it held. Answers with what
 * stops it.
 */
const keepCrew = async (options: WorkersOptions, isLimited: boolean): Promise<() => Promise<void>> => {
  const { pgPool, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const retiring = new Set<Promise<void>>();
  let isLost = false;
  let renewing: Promise<void> | null = null;

  const pause = (): Promise<void> => setTimeout(AGAIN_AFTER, undefined, { signal }).catch(() => {});

  const giveBack = async (name: string): Promise<void> => {
    try {
      await pgPool.query(GIVE_BACK, [name]);
    } catch {
      if (signal.aborted) return;
      await pause();
      await giveBack(name);
    }
  };

  const retire = (old: Promise<Crew>): void => {
    const retired = old
      .then(async ({ name, end }) => {
        await end();
        await giveBack(name);
      })
      // It never began.
      .catch(() => {})
      .finally(() => retiring.delete(retired));
    retiring.add(retired);
  };

  const renew = async (): Promise<void> => {
    while (isLost) {
      // Connections are lost together, and the database may be away.
      await pause();
      if (signal.aborted) return;
      isLost = false;
      retire(crew);
      crew = startCrew(options, isLimited, lose);
      await crew.catch(() => {
        log.warn('[webinars] the queue does not reach the database; it tries again');
        isLost = true;
      });
    }
  };
  const lose = (): void => {
    isLost = true;
    renewing ??= renew().finally(() => {
      renewing = null;
    });
  };
  const hear = (client: PoolClient): void => void client.on('error', lose);

  pgPool.on('connect', hear);
  let crew = startCrew(options, isLimited, lose);
  await crew;
  return async () => {
    stopping.abort();
    pgPool.off('connect', hear);
    await renewing;
    retire(crew);
    await Promise.all(retiring);
  };
};

/** Starts this instance's workers. `stop` waits for what runs and hands back what does not finish. */
export const startWorkers = async (options: WorkersOptions): Promise<{ stop(): Promise<void> }> => {
  const keep = async (isLimited: boolean): Promise<() => Promise<void>> => {
    const handlers = Object.fromEntries(
      Object.entries(options.handlers).filter(([, handle]) => handle.isLimited === isLimited),
    );
    return Object.keys(handlers).length === 0 ? async () => {} : keepCrew({ ...options, handlers }, isLimited);
  };
  const stops = await Promise.all([keep(false), keep(true)]);
  return {
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
};

/** Creates or upgrades the queue's own schema. */
export const migrateQueue = (pgPool: Pool): Promise<void> => runMigrations({ pgPool, logger: silent });

const silent = new Logger(() => () => {});
