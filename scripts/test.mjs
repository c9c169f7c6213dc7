// Every check and every test, from a fresh clone on. `npm test -- <pattern>` runs only the tests whose file matches, with
// Jest's own options. Ends with one line: "N passed, N failed".
import path from 'node:path';
import { checks } from './launch/checks.mjs';
import { runJest } from './launch/jest.mjs';
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

/** Two at a time: they are many, and each keeps one processor busy. */
const runChecks = async () => {
  const waiting = [...checks];
  const results = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await runCheck(check)) results.passed += 1;
      else results.failed += 1;
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
};

process.on('SIGINT', () => void endChildren().then(() => process.exit(130)));
process.on('SIGTERM', () => void endChildren().then(() => process.exit(143)));

const args = process.argv.slice(2);
let passed = 0;
let failed = 0;
const add = (/** @type {{ passed: number, failed: number }} */ results) => {
  passed += results.passed;
  failed += results.failed;
};

try {
  requireNode();
  await prepare();
  if (args.length === 0) add(await runChecks());
  add(await runJest(args));
} catch (error) {
  console.error(error instanceof PlainError ? `\n${error.message}` : error);
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
