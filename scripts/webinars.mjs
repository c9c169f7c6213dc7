// npm run webinars -- <command>: the plugin's own tools, without a server.
process.env.TZ = 'UTC';
process.env.LOG_LEVEL = 'error';
// A look at the books must not take jobs away from the server that may be running beside.
process.env.JOB_CONCURRENCY = '0';

import { parseArgs } from 'node:util';
import { borrowSecrets, readEnvFile } from './launch/environment.mjs';
import { prepare, requireNode } from './launch/prepare.mjs';
import { PlainError } from './launch/progress.mjs';

const USAGE = `Usage: npm run webinars -- <command> [options]

  verify            recounts every session from its registrations and checks what must always be true:
                    seats, places in line, one active registration per person, links, guards in the database.
                    Prints what differs and ends with 1 if anything does, with 0 if nothing does.
  verify --repair   mends counters, places in line and links. What would decide something for a person is only told.
  --help            this text`;

/** @typedef {{ rule: string, session: string | null, expected: string, found: string, repairable: boolean }} Difference */

const titles = /** @type {const} */ (['rule', 'session', 'expected', 'found', '']);

/** Lines whose columns stand below each other. */
const table = (/** @type {Difference[]} */ differences, /** @type {boolean} */ isRepair) => {
  const rows = differences.map((one) => [
    one.rule,
    one.session ?? '–',
    one.expected,
    one.found,
    one.repairable ? (isRepair ? 'not mended' : 'can be mended') : 'decide by hand',
  ]);
  const all = [[...titles], ...rows];
  const widths = titles.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const amount = (/** @type {number} */ number, /** @type {string} */ one, /** @type {string} */ many) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const verify = async (/** @type {any} */ strapi, /** @type {boolean} */ repair) => {
  const { sessions, registrations, differences, repaired } = await strapi
    .plugin('webinars')
    .service('app')
    .verify({ repair });
  const looked = `${amount(sessions, 'session', 'sessions')} and ${amount(registrations, 'registration', 'registrations')} checked`;
  if (repaired > 0) console.log(`${amount(repaired, 'difference', 'differences')} mended.`);
  if (differences.length === 0) {
    console.log(`${looked}: everything is as it should be.`);
    return 0;
  }
  console.log(
    `${table(differences, repair)}\n\n${looked}: ${amount(differences.length, 'difference', 'differences')}.`,
  );
  if (!repair && differences.some((/** @type {Difference} */ one) => one.repairable))
    console.log('`npm run webinars -- verify --repair` mends what can be mended.');
  return 1;
};

const misused = (/** @type {string} */ message) => {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { repair: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    return misused(error instanceof Error ? error.message.replace(/\. .*/s, '.') : String(error));
  }
};

const { values, positionals } = read();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const [command, ...more] = positionals;
if (command !== 'verify' || more.length > 0)
  misused(command === undefined ? 'Which command?' : `There is no command "${positionals.join(' ')}".`);

/** @type {(() => Promise<void>)[]} */
const undo = [];
let code = 0;
try {
  requireNode();
  readEnvFile();
  // Nothing here depends on a secret.
  borrowSecrets();
  await prepare({ withAdmin: false });
  const { provideDatabase } = await import('./launch/postgres.mjs');
  const { loadStrapi, stopStrapi, whileBooting } = await import('./launch/boot.mjs');
  const database = await provideDatabase();
  undo.push(database.release);
  const strapi = await whileBooting(database.url, loadStrapi);
  undo.push(() => stopStrapi(strapi));
  code = await verify(strapi, values.repair ?? false);
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  code = 1;
}
for (const part of undo.reverse()) await part().catch((/** @type {unknown} */ error) => console.error(error));
process.exit(code);
