// npm run bench [-- registration | catalog | start | mail | odoo | admin] [--rounds N] [--seconds N]
// Measures what design promises, side by side in one run, and writes it to bench/RESULTS.md.
process.env.TZ = 'UTC';

import os from 'node:os';
import { parseArgs } from 'node:util';
import { readEnvFile } from './launch/environment.mjs';
import { prepare, requireNode } from './launch/prepare.mjs';

const USAGE =
  'Usage: npm run bench [-- registration | catalog | start | mail | odoo | admin] [--rounds N] [--seconds N]';

const fail = () => {
  console.error(USAGE);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' }, seconds: { type: 'string' } } });
  } catch {
    return fail();
  }
};

const { positionals, values } = read();
requireNode();
const given = process.env.DATABASE_URL;
readEnvFile();
// The bench makes and drops databases: on a server of its own, unless one is named for this very command.
if (given === undefined) delete process.env.DATABASE_URL;
await prepare();

const { benches } = await import('../bench/benches.mjs');
const { describeServer, provideServer } = await import('../bench/database.mjs');
const { describeMachine, writeSection } = await import('../bench/report.mjs');

const chosen = positionals.length > 0 ? positionals : Object.keys(benches);
if (!chosen.every((name) => name in benches)) fail();

const [load = 0] = os.loadavg();
if (load > os.cpus().length / 4) {
  console.log(
    `  The machine is busy (load ${load.toFixed(1)}): ratios will scatter. Better to wait until it is quiet.`,
  );
}
const server = await provideServer();
try {
  for (const name of /** @type {(keyof typeof benches)[]} */ (chosen)) {
    console.log(`\n  ${name}`);
    const command = [
      'npm run bench --',
      name,
      values.rounds && `--rounds ${values.rounds}`,
      values.seconds && `--seconds ${values.seconds}`,
    ];
    const { rounds = benches[name].rounds, seconds = benches[name].seconds } = {
      ...(values.rounds ? { rounds: Number(values.rounds) } : {}),
      ...(values.seconds ? { seconds: Number(values.seconds) } : {}),
    };
    const machine = describeMachine(await describeServer(server.url));
    const text = await benches[name].run({ serverUrl: server.url, rounds, seconds });
    if (text === null) continue;
    console.log(`\n${text}\n`);
    writeSection(
      name,
      `Command: \`${command.filter(Boolean).join(' ')}\` (${rounds} rounds of ${seconds} s each)\n\n${machine}\n\n${text}`,
    );
  }
} finally {
  await server.stop();
}
