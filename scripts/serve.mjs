// Boots what is built and nothing else: for tests, benches and process managers. DATABASE_URL and the secrets come from the
// environment (or .env). Prints one line `READY {"port":…,"pid":…}` and stops cleanly on SIGTERM.
import { loadStrapi, stopStrapi } from './launch/boot.mjs';
import { readEnvFile } from './launch/environment.mjs';
import { provideDatabase } from './launch/postgres.mjs';

readEnvFile();
const database = await provideDatabase();
const strapi = await loadStrapi(database.url);
await strapi.listen();
console.log(`READY ${JSON.stringify({ port: strapi.server.httpServer.address().port, pid: process.pid })}`);

let stopping = false;
const stop = async () => {
  if (stopping) process.exit(1);
  stopping = true;
  await stopStrapi(strapi);
  await database.release();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
