import { borrowSecrets, readEnvFile } from './environment.mjs';
import { prepare, requireNode } from './prepare.mjs';
import { endChildren, PlainError } from './progress.mjs';

/** How long a piece of work may take to come to an end once it is asked to stop. */
const PATIENCE_MS = 20_000;

/**
 * Runs a piece of work on the programme's database in a process of its own: with or without a server beside it, quietly, and
 * leaving nothing behind that it started. Ends the process.
 * @param {(strapi: any, stopped: AbortSignal) => Promise<number>} work answers the exit code
 */
export const runTool = async (work) => {
  process.env.TZ = 'UTC';
  process.env.LOG_LEVEL ||= 'error';
  // Whoever only looks or writes rows must not take jobs away from the server that may be running beside.
  process.env.JOB_CONCURRENCY = '0';

  const stopping = new globalThis.AbortController();
  let exitCode = 0;
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(code);
      exitCode = code;
      stopping.abort();
      endChildren();
      setTimeout(() => process.exit(code), PATIENCE_MS).unref();
    });
  }

  /** @type {(() => Promise<void>)[]} */
  const undo = [];
  const run = async () => {
    requireNode();
    readEnvFile();
    // No tool signs anything that lasts, so a machine without secrets may run it too.
    borrowSecrets();
    await prepare({ withAdmin: false });
    const { provideDatabase } = await import('./postgres.mjs');
    const { loadStrapi, stopStrapi, whileBooting } = await import('./boot.mjs');
    const database = await provideDatabase();
    undo.push(database.release);
    const strapi = await whileBooting(database.url, () => loadStrapi());
    undo.push(() => stopStrapi(strapi));
    stopping.signal.throwIfAborted();
    return work(strapi, stopping.signal);
  };
  try {
    exitCode = await run().then((code) => (stopping.signal.aborted ? exitCode : code));
  } catch (error) {
    // What fails because we were asked to stop is no news.
    if (!stopping.signal.aborted) {
      console.error(error instanceof PlainError ? error.message : error);
      exitCode = 1;
    }
  }
  for (const part of undo.reverse()) await part().catch((error) => console.error(error));
  process.exit(exitCode);
};
