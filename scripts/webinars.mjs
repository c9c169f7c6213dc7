// npm run webinars -- <command>: the plugin's own tools, without a server.
import { parseArgs } from 'node:util';
import { runTool } from './launch/tool.mjs';

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

await runTool((strapi) => verify(strapi, values.repair ?? false));
