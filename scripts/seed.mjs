// npm run seed: the demonstration programme into an empty database.
// npm run seed -- --sessions N --registrations M: a large data set beside whatever is there.
process.env.TZ = 'UTC';
process.env.LOG_LEVEL ??= 'error';
// Whoever only writes rows must not take jobs away from the server that may be running beside.
process.env.JOB_CONCURRENCY = '0';

import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadStrapi, stopStrapi } from './launch/boot.mjs';
import { borrowSecrets, readEnvFile } from './launch/environment.mjs';
import { root } from './launch/places.mjs';
import { provideDatabase } from './launch/postgres.mjs';

const USAGE = `Usage: npm run seed
         the demonstration programme, into an empty database
       npm run seed -- --sessions N --registrations M [--topics T] [--speakers S] [--waiting]
         a large data set, beside what is there; --waiting fills every coming session and forms a line at it
       npm run seed -- --draw
         draws the demonstration's pictures and handouts anew into public/demo`;

const fail = (/** @type {string} */ message) => {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({
      options: {
        sessions: { type: 'string' },
        registrations: { type: 'string' },
        topics: { type: 'string' },
        speakers: { type: 'string' },
        waiting: { type: 'boolean' },
        draw: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
};

const given = read();
if (given.help) {
  console.log(USAGE);
  process.exit(0);
}

/** @param {'sessions' | 'registrations' | 'topics' | 'speakers'} name */
const count = (name) => {
  const text = given[name];
  if (text === undefined) return undefined;
  const number = Number(text.replaceAll('_', ''));
  return Number.isSafeInteger(number) && number >= 0 ? number : fail(`--${name} has to be a whole number, not "${text}".`);
};

const require = createRequire(import.meta.url);
const built = (/** @type {string} */ name) => require(path.join(root, 'dist/database/seed', name));

if (given.draw) {
  const names = built('drawn/draw.js').drawPictures(path.join(root, 'public/demo'));
  console.log(`Drew ${names.length} files into public/demo.`);
  process.exit(0);
}

const [sessions, registrations, topics, speakers] = [count('sessions'), count('registrations'), count('topics'), count('speakers')];
const isBulk = [sessions, registrations, topics, speakers].some((number) => number !== undefined) || given.waiting;
if (isBulk && (sessions === undefined || registrations === undefined)) fail('A large data set needs --sessions and --registrations.');

readEnvFile();
// Nothing that is written here depends on a secret, so a machine without any may still be filled.
borrowSecrets();
const database = await provideDatabase();
let strapi;
let code = 0;
try {
  const begun = Date.now();
  strapi = await loadStrapi(database.url);
  const { seedBulk, seedDemo } = built('index.js');
  if (isBulk) {
    await seedBulk(strapi, { sessions, registrations, topics, speakers, waiting: given.waiting ?? false }, (/** @type {string} */ line) => console.log(line));
  } else {
    const seeded = await seedDemo(strapi);
    console.log(
      seeded
        ? `The demonstration: ${seeded.topics} topics, ${seeded.speakers} speakers, ${seeded.sessions} sessions, ${seeded.registrations} registrations.`
        : 'There are topics or sessions already, so nothing was written.',
    );
  }
  console.log(`Done in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
} catch (error) {
  console.error(process.env.LOG_LEVEL === 'debug' || !(error instanceof Error) ? error : error.message);
  code = 1;
} finally {
  if (strapi) await stopStrapi(strapi);
  await database.release();
}
process.exit(code);
