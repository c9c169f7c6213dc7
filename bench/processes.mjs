import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../scripts/launch/places.mjs';
import { newSecret } from '../scripts/launch/environment.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ perSecond: number, answered: number, statuses: Record<string, number>, failed: number, p50: number, p99: number, seconds: number, loadCpu: number }} Loaded */

const here = path.dirname(fileURLToPath(import.meta.url));

/** @param {ChildProcess} child @returns {Promise<any>} the next thing it says */
const said = (child) =>
  new Promise((resolve, reject) => {
    const gone = (/** @type {number | null} */ code) => reject(new Error(`A process of the bench ended with ${code}.`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.removeListener('exit', gone);
      resolve(message);
    });
  });

const SECRETS = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
  'WEBINARS_TOKEN_SECRET',
];

/** The environment of an instance under test: production, the secrets of this run, and the load generator as the trusted proxy. */
export const productionEnv = (/** @type {string} */ databaseUrl) => ({
  ...process.env,
  ...Object.fromEntries(SECRETS.map((name) => [name, newSecret()])),
  NODE_ENV: 'production',
  TZ: 'UTC',
  HOST: '127.0.0.1',
  PORT: process.env.PORT ?? '0',
  DATABASE_URL: databaseUrl,
  TRUSTED_PROXIES: '127.0.0.1',
  LOG_LEVEL: 'warn',
});

/**
 * Starts an instance of the production build with the bench's own boot script.
 * @param {string} databaseUrl
 * @param {NodeJS.ProcessEnv} [env]
 */
export const startInstance = async (databaseUrl, env = {}) => {
  const child = fork(path.join(here, 'server.mjs'), {
    cwd: root,
    env: { ...productionEnv(databaseUrl), ...env },
  });
  const { ready } = await said(child);
  return {
    url: `http://127.0.0.1:${ready.port}`,
    pid: Number(child.pid),
    send: (/** @type {string} */ word) => void child.send(word),
    /** @type {string} an API token that may do everything */
    token: ready.token,
    /** @param {() => Promise<unknown>} work @returns {Promise<{ sql: string, bindings: unknown[] }[]>} the statements the instance ran meanwhile */
    async statementsOf(work) {
      child.send('note');
      await work();
      const answer = said(child);
      child.send('noted');
      return (await answer).noted;
    },
    /** Writes a processor profile of what happens meanwhile to the file BENCH_PROFILE. @template T @param {() => Promise<T>} work */
    async whileProfiled(work) {
      if (!process.env.BENCH_PROFILE) return work();
      child.send('profile');
      const result = await work();
      child.send('profiled');
      return result;
    },
    /** Takes its processor time away while something else is measured. @template T @param {() => Promise<T>} work */
    async whilePaused(work) {
      child.kill('SIGSTOP');
      try {
        return await work();
      } finally {
        child.kill('SIGCONT');
      }
    },
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
};

/**
 * Loads a URL from a process of its own.
 * @param {import('./load.mjs').Load} load
 * @returns {Promise<Loaded>}
 */
export const runLoad = async (load) => {
  const child = fork(path.join(here, 'load.mjs'));
  const answer = said(child);
  child.send(load);
  try {
    return await answer;
  } finally {
    child.kill();
  }
};
