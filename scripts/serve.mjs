// Boots what is built and nothing else: for tests, benches and process managers. DATABASE_URL and the secrets come from the
// environment (or .env). Prints one line `READY {"port":…,"pid":…}` and stops cleanly on SIGTERM.
import { loadStrapi, stopStrapi, whileBooting } from './launch/boot.mjs';
import { readEnvFile } from './launch/environment.mjs';
import { provideDatabase } from './launch/postgres.mjs';
import { PlainError } from './launch/progress.mjs';

readEnvFile();
process.env.LOG_LEVEL ||= 'warn';
const database = await provideDatabase();
/** @type {any} */
let strapi;
let stopping = false;
const stop = async (/** @type {number} */ exitCode) => {
  if (stopping) process.exit(130);
  stopping = true;
  if (strapi) await stopStrapi(strapi).catch((error) => console.error(error));
  await database.release();
  process.exit(exitCode);
};
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));

try {
  strapi = await whileBooting(database.url, () => loadStrapi());
  await strapi.listen();
  console.log(`READY ${JSON.stringify({ port: strapi.server.httpServer.address().port, pid: process.pid })}`);
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  await stop(1);
}
