// Boots Strapi once for the whole run, in Node itself: inside Jest's own module system each test file would boot it anew,
// and packages that are only ES modules would not load.
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import { loadStrapi, stopStrapi } from '../../scripts/launch/boot.mjs';
import { root } from '../../scripts/launch/places.mjs';
import { prepare } from '../../scripts/launch/prepare.mjs';
import { createMovableClock } from './clock.mjs';
import { openDatabases } from './databases.mjs';
import { createMillion } from './million.mjs';
import { openOdoo } from './odoo.mjs';
import { startSmtp } from './smtp.mjs';
import { testEnvironment } from './test-environment.mjs';

const pluginRequire = createRequire(path.join(root, 'plugins/webinars/package.json'));

/** Strapi takes every listener of the process away when it stops; Jest wants its own back. */
const keepListeners = () => {
  const kept = process.eventNames().map((name) => ({ name, listeners: process.listeners(/** @type {any} */ (name)) }));
  return () => {
    for (const { name, listeners } of kept) {
      const present = process.listeners(/** @type {any} */ (name));
      for (const listener of listeners)
        if (!present.includes(listener)) process.on(/** @type {any} */ (name), /** @type {any} */ (listener));
    }
  };
};

export default async () => {
  // Where Jest is called by itself: the instance runs what is built, so what is built must be what is written.
  await prepare({ withAdmin: false });
  const given = { ...process.env };
  const smtp = await startSmtp();
  const odoo = await openOdoo(given);
  const childEnvironment = { ...given, ...testEnvironment, SMTP_URL: smtp.url };
  const databases = await openDatabases(childEnvironment);
  const million = createMillion({ freshDatabase: databases.freshDatabase, childEnvironment });
  const databaseUrl = await databases.freshDatabase();
  // Jobs and beats run when a test says so: a minute's tick in the middle of a test would change what it looks at.
  Object.assign(process.env, testEnvironment, {
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtp.url,
    JOB_CONCURRENCY: '0',
    ...odoo.environment,
  });

  const clock = createMovableClock();
  const restoreListeners = keepListeners();
  /** @type {any} */
  const strapi = await loadStrapi((instance) => {
    instance.add('webinars.clock', () => clock);
    // Whoever has logged in to the admin stays so, however long the run takes. Half an hour on, each browser would renew the log-in that it
    // shares with others, and end it for them.
    instance.config.set('admin.auth.sessions.accessTokenLifespan', 24 * 60 * 60);
  });
  await new Promise((resolve) => strapi.server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  // The queue does not wait until the end of a job is written before it asks for the next one. On one connection the
  // answer "nothing left" comes after all that was written before; on several a test could look too early.
  const queuePool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // Databases are dropped by force at the end; the queue asks for a listener on every connection.
  for (const each of [pool, queuePool]) {
    each.on('error', () => {});
    each.on('connect', (client) => client.on('error', () => {}));
  }

  /** @type {any} */ (globalThis).__webinars = {
    strapi,
    clock,
    smtp,
    odoo,
    pool,
    root,
    databaseUrl,
    childEnvironment,
    freshDatabase: databases.freshDatabase,
    emptyDatabase: databases.emptyDatabase,
    aMillion: million.aMillion,
    newOdoo: () => openOdoo({}),
    numbersFrom: () => 0,
    baseUrl: `http://127.0.0.1:${strapi.server.httpServer.address().port}`,
    /** Runs what the queue has due, in this realm: the queue's package does not load inside Jest's. */
    runDueJobs: () =>
      pluginRequire('graphile-worker').runOnce({
        pgPool: queuePool,
        taskList: strapi.plugin('webinars').service('app').handlers,
        noHandleSignals: true,
        logger: new (pluginRequire('graphile-worker').Logger)(() => () => {}),
      }),
    async close() {
      await million.stop();
      await pool.end();
      await queuePool.end();
      await stopStrapi(strapi);
      await smtp.stop();
      await odoo.stop();
      restoreListeners();
      await databases.dropDatabases();
      for (const name of Object.keys(process.env)) if (!(name in given)) delete process.env[name];
      Object.assign(process.env, given);
    },
  };
};
