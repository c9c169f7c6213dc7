import { spawn } from 'node:child_process';

const isTerminal = process.stdout.isTTY;

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Shows one line for a step while it works, with its time when it is done.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const step = async (title, work) => {
  const since = Date.now();
  process.stdout.write(`  ${title} … `);
  const ticking = isTerminal
    ? setInterval(() => process.stdout.write(`\r  ${title} … ${seconds(since)} `), 500)
    : undefined;
  try {
    const result = await work();
    process.stdout.write(isTerminal ? `\r  ${title} … ${seconds(since)} \n` : `${seconds(since)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  } finally {
    clearInterval(ticking);
  }
};

/** A failure that is already clear to the reader: shown without a stack. */
export class PlainError extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** Ends the programs that steps have running. What they leave half done is done again next time. */
export const endChildren = async () => {
  await Promise.all(
    [...children].map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 1500).unref();
      return gone;
    }),
  );
};

/**
 * Runs a program quietly; what it said is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} what it printed
 */
export const quietly = (command, args, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    children.add(child);
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      children.delete(child);
      if (code === 0) resolve(said);
      else reject(new PlainError(`${[command, ...args].join(' ')} ended with ${code ?? signal}:\n${said.trimEnd()}`));
    });
  });
