import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { root } from './places.mjs';
import { PlainError } from './progress.mjs';

const require = createRequire(import.meta.url);

/** Any number, the same in every instance. */
const BOOT_LOCK = 0x7765_6269;

const OLDEST_POSTGRES = 15;

const distDir = path.join(root, 'dist');

/** Lets the configuration read the environment before anything else does, so that every fault is named at once. */
const requireEnvironment = () => {
  if (!fs.existsSync(path.join(distDir, 'config')))
    throw new PlainError('The application is not built: run `npm run build`.');
  try {
    require(path.join(distDir, 'config/env'));
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
};

/**
 * Runs `work` while no other instance boots on the same database: two that load at once on an empty one collide inside
 * Strapi's schema sync. The lock is on a connection of our own and ends with it.
 * @template T
 * @param {string} databaseUrl
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] told once, when another instance is at it
 * @returns {Promise<T>}
 */
export const whileBooting = async (databaseUrl, work, onWait) => {
  requireEnvironment();
  const gate = new pg.Client({ connectionString: databaseUrl, application_name: 'webinars boot' });
  gate.on('error', () => {});
  await gate.connect().catch((error) => {
    const { host, pathname } = new URL(databaseUrl);
    throw new PlainError(`Cannot reach the database ${pathname.slice(1)} at ${host}: ${error.message}`);
  });
  try {
    const { rows } = await gate.query(
      `select current_setting('server_version_num')::int as version, pg_try_advisory_lock($1) as taken`,
      [BOOT_LOCK],
    );
    if (rows[0].version < OLDEST_POSTGRES * 10_000) {
      throw new PlainError(
        `This needs PostgreSQL ${OLDEST_POSTGRES} or later; the server has ${rows[0].version / 10_000}.`,
      );
    }
    if (!rows[0].taken) {
      onWait?.();
      await gate.query('select pg_advisory_lock($1)', [BOOT_LOCK]);
    }
    return await work();
  } finally {
    await gate.end().catch(() => {});
  }
};

/**
 * Loads Strapi in this process, without listening yet.
 * @param {(strapi: any) => void} [introduce] adds to Strapi's container before anything is loaded
 */
export const loadStrapi = async (introduce) => {
  const { createStrapi } = require('@strapi/strapi');
  const removeForeign = watchSignals();
  const strapi = createStrapi({ appDir: root, distDir });
  removeForeign();
  introduce?.(strapi);
  await strapi.load();
  removeForeign();
  requirePlugin(strapi);
  return strapi;
};

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Strapi and the job queue each answer signals by leaving in their own way. We stop them ourselves, in order, so their
 * listeners go.
 * @returns {() => void} takes away every listener that came after this call
 */
const watchSignals = () => {
  const ours = SIGNALS.map((signal) => new Set(process.listeners(signal)));
  return () =>
    SIGNALS.forEach((signal, index) => {
      for (const listener of process.listeners(signal))
        if (!ours[index]?.has(listener)) process.removeListener(signal, listener);
    });
};

/**
 * Strapi starts without a word where a plugin's build is missing, and then no rule holds.
 * @param {any} strapi
 */
const requirePlugin = (strapi) => {
  if (!strapi.plugin('webinars')?.service('app')) {
    throw new PlainError(
      'The webinars plugin is not loaded: without it no rule of the programme holds. Run `npm run build`.',
    );
  }
};

/**
 * Stops an instance: no new requests, those under way are answered, and what does not end in time is cut.
 * @param {any} strapi
 */
export const stopStrapi = async (strapi) => {
  const server = strapi.server.httpServer;
  if (server.listening) {
    await atMost(
      4000,
      new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      }),
    );
  }
  await atMost(8000, strapi.destroy());
};

/** @param {number} ms @param {Promise<unknown>} work */
const atMost = (ms, work) => Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);
