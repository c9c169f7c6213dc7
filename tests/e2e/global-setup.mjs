// One instance with the admin and the demo programme, and one browser, for all journeys of a run.
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/launch/places.mjs';
import { prepare } from '../../scripts/launch/prepare.mjs';
import bootInstance from '../harness/global-setup.mjs';

const require = createRequire(import.meta.url);

/** A browser that asks nobody anything by itself, so that every request it makes is the page's. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default async () => {
  await prepare();
  await bootInstance();
  const world = /** @type {any} */ (globalThis).__webinars;
  const { seedDemo } = require(path.join(root, 'dist/database/seed/index.js'));
  await seedDemo(world.strapi);

  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: QUIET,
    // Jest ends the run by signal as well, and then the teardown closes it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  let files = 0;
  const { close } = world;
  Object.assign(world, {
    browser: { url: browser.wsEndpoint() },
    logins: new Map(),
    strays: [],
    // All files share the demo programme, and no two of them name anything alike.
    numbersFrom: () => (files += 1) * 10_000,
    async close() {
      await browser.close();
      await close();
    },
  });
};
