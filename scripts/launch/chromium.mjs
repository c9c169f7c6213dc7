import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { dataFolder, root } from './places.mjs';
import { quietly, step } from './progress.mjs';

/** The environment by which the browser journeys find their browser. @typedef {Record<string, string>} Found */

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const playwright = path.join(root, 'node_modules/playwright-core');

/** Where Playwright puts a browser of its own choice, and looks for it. */
const FETCHED = { PLAYWRIGHT_BROWSERS_PATH: path.join(dataFolder, 'browsers') };

// What is there need not start: a library is missing, or it is a stub that wants to be installed first.
const TRY = `require('playwright-core')
  .chromium.launch({ executablePath: process.env.CHROMIUM_PATH || undefined, args: ['--no-sandbox', '--disable-gpu'], timeout: 60_000 })
  .then((browser) => browser.close(), () => process.exit(1))`;

/** @param {Found} found */
const starts = (found) =>
  spawnSync(process.execPath, ['-e', TRY], { cwd: root, env: { ...process.env, CHROMIUM_PATH: '', ...found } })
    .status === 0;

const fetchOne = () =>
  quietly(process.execPath, [path.join(playwright, 'cli.js'), 'install', 'chromium-headless-shell'], {
    cwd: root,
    env: { ...process.env, ...FETCHED },
  });

/** Begins to install Debian's Chromium. It takes a minute of waiting for the network, so other work goes on meanwhile. */
export const installDebians = () =>
  quietly(
    'sh',
    [
      '-c',
      'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-dejavu-core',
    ],
    { cwd: root, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  );

/** Whether this machine has a Chromium, without a look whether it starts. */
export const hasChromium = () => PLACES.some((place) => place && fs.existsSync(place));

/**
 * A browser that starts: one that is installed, else one that Playwright has fetched or fetches now.
 * @returns {Promise<Found | { missing: string }>} `missing` says why there is none
 */
export const provideChromium = async () => {
  for (const place of PLACES) {
    if (place && fs.existsSync(place) && starts({ CHROMIUM_PATH: place })) return { CHROMIUM_PATH: place };
  }
  if (starts(FETCHED)) return FETCHED;
  try {
    await step('Fetching a Chromium for the browser journeys', fetchOne);
  } catch {
    return { missing: 'no Chromium is installed, and Playwright could not fetch one' };
  }
  return starts(FETCHED) ? FETCHED : { missing: 'the Chromium that Playwright fetched does not start here' };
};
