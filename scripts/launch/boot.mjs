import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { root } from './places.mjs';

const require = createRequire(import.meta.url);

/** Any number, the same in every instance. */
const BOOT_LOCK = 0x7765_6269;

/**
 * Loads Strapi in this process, without listening yet.
 *
 * Two instances that load at once on an empty database collide inside Strapi's schema sync, so the load, and whatever
 * `prepare` adds to it, happens under an advisory lock on a connection of our own.
 * @param {string} databaseUrl
 * @param {(strapi: any) => Promise<void>} [prepare]
 */
export const loadStrapi = async (databaseUrl, prepare) => {
  const gate = new pg.Client({ connectionString: databaseUrl, application_name: 'webinars boot' });
  await gate.connect();
  try {
    await gate.query('select pg_advisory_lock($1)', [BOOT_LOCK]);
    const { createStrapi } = require('@strapi/strapi');
    const distDir = path.join(root, 'dist');
    if (!fs.existsSync(path.join(distDir, 'config'))) throw new Error('The application is not built: run `npm run build`.');
    const strapi = await createStrapi({ appDir: root, distDir }).load();
    requirePlugin(strapi);
    await prepare?.(strapi);
    return strapi;
  } finally {
    await gate.end();
  }
};

/**
 * Strapi starts without a word where a plugin's build is missing, and then no rule holds.
 * @param {any} strapi
 */
const requirePlugin = (strapi) => {
  if (!strapi.plugin('webinars')?.service('app')) {
    throw new Error('The webinars plugin is not loaded: without it no rule of the programme holds. Run `npm run build`.');
  }
};

/**
 * Stops an instance; a connection that does not end is cut after the patience.
 * @param {any} strapi
 */
export const stopStrapi = async (strapi) => {
  const patience = new Promise((resolve) => setTimeout(resolve, 8000).unref());
  await Promise.race([strapi.destroy(), patience]);
};
