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

/**
 * What the browser is to leave out. Of two such lists the last one counts, so Playwright's own is in here. The pages of the address bar's
 * suggestions, which nobody sees, would be loaded with every page of ours, and cost a third of it.
 */
const WITHOUT = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** Where an error comes from is noted as code is read: Playwright asks it of every one, and the whole admin would be read again. */
const READ_ONCE = '--js-flags=--no-enable-lazy-source-positions';

export default async () => {
  await prepare();
  await bootInstance();
  const world = /** @type {any} */ (globalThis).__webinars;
  const { seedDemo } = require(path.join(root, 'dist/database/seed/index.js'));
  await seedDemo(world.strapi);

  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: [...QUIET, `--disable-features=${WITHOUT.join()}`, READ_ONCE],
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
