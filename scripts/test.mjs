// Every check and every test, from a fresh clone on: rules, endpoints, and journeys in a browser. `npm test -- <pattern>` runs
// only the tests whose file matches, with Jest's own options. Ends with what
// failed, and one line: "N passed, N failed".
import path from 'node:path';
import { checks } from './launch/checks.mjs';
import { hasChromium, installDebians, provideChromium } from './launch/chromium.mjs';
import { CODE, filesOf, JOURNEYS, runJest } from './launch/jest.mjs';
import { root } from './launch/places.mjs';
import { prepare, requireNode } from './launch/prepare.mjs';
import { endChildren, PlainError, quietly } from './launch/progress.mjs';

/**
 * Runs one check and shows what it found.
 * @param {import('./launch/checks.mjs').Check} check
 */
const runCheck = async ({ title, program, args }) => {
  const since = Date.now();
  const time = () => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  try {
    await quietly(path.join(root, 'node_modules/.bin', program), args, { cwd: root });
    console.log(`  ✓ ${title} (${time()})`);
    return true;
  } catch (error) {
    console.log(`  ✗ ${title} (${time()})\n${error instanceof Error ? error.message : error}\n`);
    return false;
  }
};

const runChecks = async () => {
  /** @type {{ passed: number, failed: number, told: string[] }} */
  const results = { passed: 0, failed: 0, told: [] };
  for (const check of checks) {
    if (await runCheck(check)) results.passed += 1;
    else {
      results.failed += 1;
      results.told.push(check.title);
    }
  }
  return results;
};

/** Debian's Chromium where `.ci/run` asks for it: on its way while everything else is done. */
const arriving =
  process.env.INSTALL_CHROMIUM === 'apt-get' && !hasChromium()
    ? installDebians().then(
        () => null,
        (/** @type {Error} */ { message }) => message,
      )
    : null;

/**
 * What a person does in a browser. Without one nothing is tested, which is said, and fails where nobody would read it.
 * @param {string[]} args
 */
const runJourneys = async (args) => {
  const trouble = await arriving;
  if (trouble) console.log(`  Debian's Chromium could not be installed.\n${trouble}`);
  const found = await provideChromium();
  if (!('missing' in found)) return runJest(JOURNEYS, args, { ...process.env, ...found });
  const isRequired = Boolean(process.env.CI);
  console.log(
    `  ${isRequired ? '✗ Browser journeys could not run' : 'Browser journeys skipped'}: ${found.missing}. ` +
      'Install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  );
  return { passed: 0, failed: isRequired ? 1 : 0, told: [] };
};

/** What needs an instance on the one side, checks, rules and journeys on the other: each side keeps about one processor busy. */
const runEverything = async () => {
  const others = async () => {
    add(await runChecks());
    add(await runJest({ ...CODE, name: 'rules' }, ['--selectProjects', 'pure']));
    add(await runJourneys([]));
  };
  await Promise.all([runJest(CODE, ['--selectProjects', 'integration', 'odoo']).then(add), others()]);
};

/** The tests whose file matches: in both sets, or in whichever has any. @param {string[]} args */
const runMatching = async (args) => {
  // Whoever chooses among the projects of the one set does not mean the other.
  const hasJourneys = !args.includes('--selectProjects') && filesOf(JOURNEYS, args).length > 0;
  if (!hasJourneys || filesOf(CODE, args).length > 0) add(await runJest(CODE, args));
  if (hasJourneys) add(await runJourneys(args));
};

process.on('SIGINT', () => void endChildren().then(() => process.exit(130)));
process.on('SIGTERM', () => void endChildren().then(() => process.exit(143)));

const args = process.argv.slice(2);
let passed = 0;
let failed = 0;
/** @type {string[]} */
const told = [];
const add = (/** @type {{ passed: number, failed: number, told: string[] }} */ results) => {
  passed += results.passed;
  failed += results.failed;
  told.push(...results.told);
};

try {
  requireNode();
  await prepare();
  await (args.length === 0 ? runEverything() : runMatching(args));
} catch (error) {
  console.error(error instanceof PlainError ? `\n${error.message}` : error);
  failed += 1;
}
// Where two sides ran at once and thousands of lines stand above, nobody looks for what failed.
for (const failure of told) console.log(`\n✗ ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
