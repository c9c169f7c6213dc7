// The editing loop: the plugin is rebuilt and the instance restarts whenever a source changes. One Ctrl-C ends it all.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readEnvFile, writeMissingSecrets } from './launch/environment.mjs';
import { isDemoWanted } from './launch/demo.mjs';
import { root } from './launch/places.mjs';
import { requireFreePort } from './launch/port.mjs';
import { prepare, requireNode } from './launch/prepare.mjs';
import { endChildren, PlainError, quietly, step } from './launch/progress.mjs';

process.env.NODE_ENV = 'development';

/** @type {(() => Promise<void>)[]} */
const undo = [];
let stopping = false;
const stop = async (/** @type {number} */ exitCode) => {
  if (stopping) process.exit(130);
  stopping = true;
  await endChildren();
  for (const part of undo.reverse()) await part().catch((error) => console.error(error));
  process.exit(exitCode);
};

/**
 * Runs a program that stays, in a process group of its own: it has children that do not end with it.
 * @param {string} program @param {string[]} args @param {string} cwd
 */
const keepRunning = (program, args, cwd) => {
  const child = spawn(path.join(root, 'node_modules/.bin', program), args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const gone = new Promise((resolve) => child.once('close', resolve));
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      process.kill(-Number(child.pid), name);
    } catch {
      // The group is gone already.
    }
  };
  undo.push(async () => {
    signal('SIGTERM');
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5000))]);
    signal('SIGKILL');
  });
  void gone.then((code) => {
    if (stopping) return;
    console.error(`${program} ended with ${code}.`);
    void stop(1);
  });
};

/** @param {number} since */
const builtSince = async (since) => {
  const built = ['server', 'admin'].map((side) => path.join(root, 'plugins/webinars/dist', side, 'index.js'));
  const isBuilt = (/** @type {string} */ file) => (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > since;
  while (!stopping && !built.every(isBuilt)) await new Promise((resolve) => setTimeout(resolve, 100));
};

/** @param {string} url */
const isEmpty = async (url) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`select to_regclass('topics') is null as unmade`);
    if (rows[0].unmade) return true;
    return (await client.query('select from topics limit 1')).rowCount === 0;
  } finally {
    await client.end();
  }
};

const develop = async () => {
  requireNode();
  readEnvFile();
  process.env.LOG_REQUESTS ||= 'true';
  if (/[\\/]tmp[\\/]/.test(`${root}/`)) console.warn('  Strapi does not watch folders named tmp: changes here will not restart the instance.');
  await requireFreePort(Number(process.env.PORT || 1337), process.env.HOST || '127.0.0.1');
  writeMissingSecrets();
  await prepare({ withAdmin: false });
  const { provideDatabase } = await import('./launch/postgres.mjs');
  const database = await provideDatabase();
  undo.push(database.release);
  if (isDemoWanted() && (await isEmpty(database.url))) {
    await step('Filling the empty database with the demo programme', () =>
      quietly(process.execPath, [path.join(root, 'scripts/seed.mjs')], { cwd: root }),
    );
  }
  const since = Date.now();
  keepRunning('strapi-plugin', ['watch'], path.join(root, 'plugins/webinars'));
  // Strapi starts without a plugin whose build is not there, and the watcher builds both sides anew.
  await builtSince(since);
  keepRunning('strapi', ['develop'], root);
};

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  await develop();
} catch (error) {
  if (!stopping) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    await stop(1);
  }
}
