import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { step } from './progress.mjs';

const require = createRequire(import.meta.url);

const seedModule = path.join(root, 'dist/database/seed/index.js');

const CONTENT = ['api::topic.topic', 'api::speaker.speaker', 'api::session.session', 'api::registration.registration'];

/**
 * Fills an empty database with the demo programme, in development only.
 * @param {any} strapi
 */
export const seedIfEmpty = async (strapi) => {
  if (process.env.NODE_ENV === 'production' || process.env.SEED_DEMO === 'false' || !fs.existsSync(seedModule)) return;
  for (const uid of CONTENT) if ((await strapi.db.query(uid).count()) > 0) return;
  await step('Filling the empty database with the demo programme', () => require(seedModule).seedDemo(strapi));
};

/**
 * The log-in of the demo administrator, for as long as it opens the door.
 * @param {any} strapi
 * @returns {Promise<{ email: string, password: string } | null>}
 */
export const demoLogin = async (strapi) => (fs.existsSync(seedModule) ? require(seedModule).demoLogin(strapi) : null);
