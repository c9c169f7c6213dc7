// Test databases: one template made by booting Strapi once, cloned in a fraction of a second for whoever needs a database.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { whileLocked } from '../../database/embedded/lock.mjs';
import { startPostgres } from '../../database/embedded/server.mjs';
import { fingerprint } from '../../scripts/launch/fingerprint.mjs';
import { dataFolder, root } from '../../scripts/launch/places.mjs';

/** What a booted database depends on: the content types, and what the plugin adds to their tables. */
const SCHEMA_SOURCES = [
  'src',
  'config',
  'plugins/webinars/server',
  'plugins/webinars/contracts',
  'package-lock.json',
  'tests/harness/databases.mjs',
];

/** @param {string} url @param {string} database */
const withDatabase = (url, database) => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

/** @param {string} url @param {string} statement @param {unknown[]} [values] */
const ask = async (url, statement, values) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
};

/**
 * Opens the test server: TEST_DATABASE_URL (whose user may create databases), or an embedded one of the tests' own.
 * @param {NodeJS.ProcessEnv} env the environment that every test instance gets
 */
export const openDatabases = async (env) => {
  const server =
    process.env.TEST_DATABASE_URL ??
    (await startPostgres({ folder: path.join(dataFolder, 'test/postgres'), durable: false })).url;
  const template = `webinars_template_${fingerprint(SCHEMA_SOURCES).slice(0, 12)}`;
  /** @type {Set<string>} */
  const made = new Set();

  const exists = async (/** @type {string} */ name) =>
    (await ask(server, 'select from pg_database where datname = $1', [name])).length > 0;

  const makeTemplate = () =>
    whileLocked(path.join(dataFolder, 'test/template.lock'), async () => {
      if (await exists(template)) return;
      // A run that was killed leaves its databases, and every change of the schema leaves a template.
      const stale = await ask(
        server,
        `select datname as name from pg_database d where datname like 'webinars\\_t%'
           and not exists (select from pg_stat_activity a where a.datname = d.datname)`,
      );
      for (const { name } of stale) await ask(server, `drop database if exists ${name}`);
      const half = `${template}_half`;
      await ask(server, `create database ${half}`);
      await bootOnce({ ...env, DATABASE_URL: withDatabase(server, half) });
      await ask(server, `alter database ${half} rename to ${template}`);
    });

  /** A new database as Strapi leaves it after its first boot: tables and constraints, no content. */
  const freshDatabase = async () => {
    const name = `webinars_test_${process.pid}_${randomBytes(4).toString('hex')}`;
    await ask(server, `create database ${name} template ${template}`);
    made.add(name);
    return withDatabase(server, name);
  };

  /** A new database with nothing in it at all. */
  const emptyDatabase = async () => {
    const name = `webinars_test_${process.pid}_${randomBytes(4).toString('hex')}`;
    await ask(server, `create database ${name}`);
    made.add(name);
    return withDatabase(server, name);
  };

  const dropDatabases = async () => {
    for (const name of made) await ask(server, `drop database if exists ${name} with (force)`);
    made.clear();
  };

  await makeTemplate();
  return { freshDatabase, emptyDatabase, dropDatabases };
};

/** @param {NodeJS.ProcessEnv} env @returns {Promise<void>} */
const bootOnce = (env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'scripts/serve.mjs')], {
      env,
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (/** @type {Buffer} */ text) => {
      said += text;
      if (said.includes('READY ')) child.kill('SIGTERM');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) =>
      said.includes('READY ') ? resolve() : reject(new Error(`Strapi does not boot (${code}):\n${said}`)),
    );
  });
