// npm run seed: the demonstration programme into an empty database.
// npm run seed -- --sessions N --registrations M: a large data set beside whatever is there.
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './launch/places.mjs';
import { runTool } from './launch/tool.mjs';

const USAGE = `Usage: npm run seed
         the demonstration programme, into an empty database
       npm run seed -- --sessions N --registrations M [--topics T] [--speakers S] [--waiting] [--alone]
         a large data set, beside what is there; --waiting fills every coming session and forms a line at it;
         --alone, where nobody else works on the database, is many times as fast
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
        alone: { type: 'boolean' },
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
if (isBulk && (sessions === undefined || registrations === undefined)) {
  fail('A large data set needs --sessions and --registrations.');
}

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

const seed = async (/** @type {any} */ strapi, /** @type {AbortSignal} */ stopped) => {
  const { seedBulk, seedDemo } = built('index.js');
  const begun = Date.now();
  if (isBulk) {
    const order = {
      sessions,
      registrations,
      topics,
      speakers,
      waiting: given.waiting ?? false,
      alone: given.alone ?? false,
    };
    await seedBulk(strapi, order, { tell: progress(), stopped });
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
    console.log(
      `  ${sessions?.toLocaleString('en')} sessions and ${registrations?.toLocaleString('en')} registrations in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
    );
    return 0;
  }
  const seeded = await seedDemo(strapi);
  console.log(
    seeded
      ? `  The demonstration: ${seeded.topics} topics, ${seeded.speakers} speakers, ${seeded.sessions} sessions, ${seeded.registrations} registrations`
      : '  There are topics or sessions already, so nothing was written.',
  );
  return 0;
};

const drawAnew = async () => {
  const { prepare } = await import('./launch/prepare.mjs');
  await prepare({ withAdmin: false });
  const names = built('drawn/draw.js').drawPictures(path.join(root, 'public/demo'));
  console.log(`  Drew ${names.length} files into public/demo`);
};

await (given.draw ? drawAnew() : runTool(seed));
