// From a fresh clone to a running instance. Up to the install it may use nothing but Node itself.
import { missingSecrets, readEnvFile, writeMissingSecrets } from './launch/environment.mjs';
import { requireFreePort } from './launch/port.mjs';
import { prepare, requireNode } from './launch/prepare.mjs';
import { endChildren, PlainError, step } from './launch/progress.mjs';

const isProduction = () => process.env.NODE_ENV === 'production';

/** What was started so far, to be stopped in reverse. @type {(() => Promise<void>)[]} */
const undo = [];

let stopping = false;
const stop = async (/** @type {number} */ exitCode) => {
  if (stopping) process.exit(130);
  stopping = true;
  await endChildren();
  for (const part of undo.reverse()) await part().catch((error) => console.error(error));
  process.exit(exitCode);
};

const onSignal = () => {
  if (!stopping) console.log('\n  Stopping …');
  void stop(0);
};

const requireSecrets = () => {
  if (!isProduction()) {
    const written = writeMissingSecrets();
    if (written.length > 0) console.log(`  Generated ${written.length} secrets into .env`);
    return;
  }
  const missing = missingSecrets();
  if (missing.length === 0) return;
  const lines = missing.map((name) => `  ${name} ${process.env[name] ? 'still has its example value' : 'is missing'}`);
  throw new PlainError(`Production needs secrets of your own (.env.example explains each):\n${lines.join('\n')}`);
};

const start = async () => {
  requireNode();
  readEnvFile();
  process.env.LOG_LEVEL ||= 'warn';
  const port = Number(process.env.PORT || 1337);
  const host = process.env.HOST || (isProduction() ? undefined : '127.0.0.1');
  requireSecrets();
  await requireFreePort(port, host);
  await prepare();

  const { provideDatabase } = await import('./launch/postgres.mjs');
  const { loadStrapi, stopStrapi, whileBooting } = await import('./launch/boot.mjs');
  const { demoLogin, seedIfEmpty } = await import('./launch/demo.mjs');

  const database = process.env.DATABASE_URL
    ? await provideDatabase()
    : await step('Starting PostgreSQL', provideDatabase);
  undo.push(database.release);
  const load = async () => {
    const loaded = await step('Loading Strapi', () => loadStrapi());
    undo.push(() => stopStrapi(loaded));
    await seedIfEmpty(loaded);
    return loaded;
  };
  const strapi = await whileBooting(database.url, load, () =>
    console.log('  Waiting for another instance that loads …'),
  );
  await requireFreePort(port, host);
  await strapi.listen();
  banner(strapi.config.get('server.url'), await demoLogin(strapi));
};

const banner = (/** @type {string} */ url, /** @type {{ email: string, password: string } | null} */ login) => {
  const lines = [
    '',
    `  Admin     ${url}/admin${login ? `   (${login.email} / ${login.password})` : ''}`,
    `  API       ${url}/api   GraphQL ${url}/graphql`,
    `  Catalog   ${url}/api/webinars/catalog`,
    ...(process.env.SMTP_URL
      ? []
      : [`  Mail      no SMTP_URL is set: mails are not sent but kept, see ${url}/admin/plugins/webinars/mails`]),
    '',
    '  Ctrl-C stops everything.',
    '',
  ];
  console.log(lines.join('\n'));
};

process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);

try {
  await start();
} catch (error) {
  if (!stopping) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    await stop(1);
  }
}
