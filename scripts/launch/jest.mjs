import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { dataFolder, root } from './places.mjs';
import { PlainError } from './progress.mjs';

/**
 * A set of tests that Jest runs in one process. Their report goes to `.data/test/<name>.json`: what failed, and how long each file took.
 * @typedef {{ name: string, config: string }} Suite
 */

/** All tests but those in a browser. @type {Suite} */
export const CODE = { name: 'jest', config: 'jest.config.mjs' };

/** What a person does in a browser. @type {Suite} */
export const JOURNEYS = { name: 'journeys', config: 'tests/e2e/jest.config.mjs' };

const jest = path.join(root, 'node_modules/jest/bin/jest.js');

/** The files that Jest would run. @param {Suite} suite @param {string[]} args @returns {string[]} */
export const filesOf = ({ config }, args) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [jest, '--config', config, '--listTests', '--json', ...args],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new PlainError(stderr.trim());
  return JSON.parse(stdout);
};

/**
 * Runs tests with Jest's own options, and counts them.
 * @param {Suite} suite
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export const runJest = async ({ name, config }, args, env = process.env) => {
  const report = path.join(dataFolder, `test/${name}.json`);
  fs.mkdirSync(path.dirname(report), { recursive: true });
  fs.rmSync(report, { force: true });
  const child = spawn(process.execPath, [jest, '--config', config, '--json', `--outputFile=${report}`, ...args], {
    cwd: root,
    env,
    // With --json Jest keeps its standard output for the report, which goes to the file as well.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const end = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const code = await new Promise((resolve) => child.once('close', resolve));
  process.removeListener('SIGINT', end);
  process.removeListener('SIGTERM', end);
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  // A file that does not even load has no tests to count, and counts as one that failed.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ one) =>
      one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
};
