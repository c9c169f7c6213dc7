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
 * @param {(text: string) => void} [onOutput]
 */
const keepRunning = (program, args, cwd, onOutput) => {
  const child = spawn(path.join(root, 'node_modules/.bin', program), args, {
    cwd,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  child.stdout.on('data', (text) => {
    process.stdout.write(text);
    onOutput?.(String(text));
  });
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

const serverBuild = path.join(root, 'plugins/webinars/dist/server/index.js');

const builtAt = (/** @type {string} */ file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Strapi starts without a plugin whose build is not there, and the watcher builds both sides anew. */
const pluginBuilt = async () => {
  await pluginBuilt();
  if (!stopping) runInstance();
};

/** Runs the instance, and restarts it after each build of the plugin's server by touching a file that Strapi watches. */
const runInstance = () => {
  const watched = path.join(root, 'src/index.ts');
  const restart = () => fs.utimesSync(watched, new Date(), new Date());
  let loadingSince = Date.now();
  keepRunning('strapi', ['develop'], root, (text) => {
    if (text.includes('Shutting down Strapi')) loadingSince = Date.now();
    // While it loads it watches nothing: a build that came in between is not in what it loaded.
    else if (text.includes('Strapi started successfully') && builtAt(serverBuild) > loadingSince)
      setTimeout(restart, 2000);
  });
  fs.watchFile(serverBuild, { interval: 300 }, ({ size }) => {
    if (size > 0) restart();
  });
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
  if (root.includes('tmp'))
    console.warn('  Strapi watches no path that has tmp in it: changes here will not restart the instance.');
  await requireFreePort(Number(process.env.PORT || 1337), process.env.HOST || '127.0.0.1');
  writeMissingSecrets();
  // Both watchers build what they need.
  await prepare({ build: false });
  const { provideDatabase } = await import('./launch/postgres.mjs');
  const database = await provideDatabase();
  undo.push(database.release);
  if (isDemoWanted() && (await isEmpty(database.url))) {
    await step('Filling the empty database with the demo programme', () =>
      quietly(process.execPath, [path.join(root, 'scripts/seed.mjs')], { cwd: root }),
    );
  }
  await pluginBuilt();
  if (!stopping) runInstance();
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
