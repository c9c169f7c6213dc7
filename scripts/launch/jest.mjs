import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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

/** What is told of one failure when all is over: enough to begin with, while all of it stands further up. */
const LINES = 12;

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestResult
 * @typedef {{ name: string, status: string, message: string, assertionResults: TestResult[] }} FileResult
 */

/** @param {string} file @param {string} title @param {string} message */
const tell = (file, title, message) => {
  const lines = stripVTControlCharacters(message).trim().split(/\n+/).slice(0, LINES);
  return [`${path.relative(root, file)}: ${title}`, ...lines].join('\n    ');
};

/**
 * Runs tests with Jest's own options, counts them, and tells in a few lines each what failed.
 * @param {Suite} suite
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ passed: number, failed: number, told: string[] }>}
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
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, told: [`${name}: Jest left no report`] };
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: FileResult[] }} */
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  // A file that does not even load has no tests to count, and counts as one that failed.
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length);
  const told = testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => tell(file, fullName, failureMessages.join('\n'))),
  );
  told.push(...broken.map(({ name: file, message }) => tell(file, 'does not load', message)));
  const failed = numFailedTests + broken.length;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, told };
};
