// One instance with the admin and the demo programme, for all browser tests of a run.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../scripts/launch/places.mjs';
import { prepare } from '../../scripts/launch/prepare.mjs';
import bootInstance from '../harness/global-setup.mjs';

const require = createRequire(import.meta.url);

export default async () => {
  await prepare();
  await bootInstance();
  const { seedDemo } = require(path.join(root, 'dist/database/seed/index.js'));
  await seedDemo(/** @type {any} */ (globalThis).__webinars.strapi);
};
