import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './places.mjs';
import { step } from './progress.mjs';

const require = createRequire(import.meta.url);

const seed = () => require(path.join(root, 'dist/database/seed'));

const CONTENT = ['api::topic.topic', 'api::speaker.speaker', 'api::session.session', 'api::registration.registration'];

/** The demo programme is for trying things out: never in production, and not where SEED_DEMO=false says so. */
export const isDemoWanted = () => process.env.NODE_ENV !== 'production' && process.env.SEED_DEMO !== 'false';

/**
 * Fills an empty database with the demo programme, where it is wanted.
 * @param {any} strapi
 */
export const seedIfEmpty = async (strapi) => {
  if (!isDemoWanted()) return;
  for (const uid of CONTENT) if ((await strapi.db.query(uid).count()) > 0) return;
  await step('Filling the empty database with the demo programme', () => seed().seedDemo(strapi));
  // Partners began their books before there was anything to take along.
  await strapi.plugin('webinars').service('app').partners.takeAlong();
};

/**
 * The log-in of the demo administrator, for as long as it opens the door.
 * @param {any} strapi
 * @returns {Promise<{ email: string, password: string } | null>}
 */
export const demoLogin = (strapi) => seed().demoLogin(strapi);
