// npm run seed: the demonstration programme into an empty database.
// npm run seed -- --sessions N --registrations M: a large data set beside whatever is there.
process.env.TZ = 'UTC';
process.env.LOG_LEVEL ??= 'error';
// Whoever only writes rows must not take jobs away from the server that may be running beside.
process.env.JOB_CONCURRENCY = '0';

import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { borrowSecrets, readEnvFile } from './launch/environment.mjs';
import { root } from './launch/places.mjs';
import { prepare, requireNode } from './launch/prepare.mjs';
import { PlainError } from './launch/progress.mjs';

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
  return Number.isSafeInteger(number) && number >= 0
    ? number
    : fail(`--${name} has to be a whole number, not "${text}".`);
};

const require = createRequire(import.meta.url);
const built = (/** @type {string} */ name) => require(path.join(root, 'dist/database/seed', name));

const [sessions, registrations, topics, speakers] = [
  count('sessions'),
  count('registrations'),
  count('topics'),
  count('speakers'),
];
const isBulk = [sessions, registrations, topics, speakers].some((number) => number !== undefined) || given.waiting;
if (isBulk && (sessions === undefined || registrations === undefined))
  fail('A large data set needs --sessions and --registrations.');

/** One line that counts up where there is a terminal, now and then a line where there is none. */
const progress = () => {
  let told = 0;
  return (/** @type {string} */ line) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K  ${line}`);
    else if (Date.now() - told > 5000) {
      told = Date.now();
      console.log(`  ${line}`);
    }
  };
};

const seed = async (/** @type {any} */ strapi) => {
  const { seedBulk, seedDemo } = built('index.js');
  const begun = Date.now();
  if (isBulk) {
    await seedBulk(strapi, { sessions, registrations, topics, speakers, waiting: given.waiting ?? false }, progress());
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
    console.log(
      `  ${sessions?.toLocaleString('en')} sessions and ${registrations?.toLocaleString('en')} registrations in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
    );
    return;
  }
  const seeded = await seedDemo(strapi);
  console.log(
    seeded
      ? `  The demonstration: ${seeded.topics} topics, ${seeded.speakers} speakers, ${seeded.sessions} sessions, ${seeded.registrations} registrations`
      : '  There are topics or sessions already, so nothing was written.',
  );
};

/** @type {(() => Promise<void>)[]} */
const undo = [];
let code = 0;
try {
  requireNode();
  readEnvFile();
  // Nothing that is written here depends on a secret, so a machine without any may still be filled.
  borrowSecrets();
  await prepare({ withAdmin: false });
  if (given.draw) {
    console.log(
      `  Drew ${built('drawn/draw.js').drawPictures(path.join(root, 'public/demo')).length} files into public/demo`,
    );
  } else {
    const { provideDatabase } = await import('./launch/postgres.mjs');
    const { loadStrapi, stopStrapi, whileBooting } = await import('./launch/boot.mjs');
    const database = await provideDatabase();
    undo.push(database.release);
    const strapi = await whileBooting(database.url, loadStrapi);
    undo.push(() => stopStrapi(strapi));
    await seed(strapi);
  }
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  code = 1;
}
for (const part of undo.reverse()) await part().catch((/** @type {unknown} */ error) => console.error(error));
process.exit(code);
