import fs from 'node:fs';
import path from 'node:path';
import { findPostgres, startPostgres, stopPostgres } from '../database/embedded/server.mjs';
import { postgresFolder } from './launch/places.mjs';
import { keptMark } from './launch/postgres.mjs';

const actions = {
  async start() {
    const { url } = await startPostgres({ folder: postgresFolder });
    fs.mkdirSync(path.dirname(keptMark), { recursive: true });
    fs.writeFileSync(keptMark, '');
    console.log(url);
  },
  async stop() {
    fs.rmSync(keptMark, { force: true });
    console.log((await stopPostgres({ folder: postgresFolder })) ? 'stopped' : 'was not running');
  },
  async url() {
    console.log((await findPostgres(postgresFolder)) ?? 'not running');
  },
};

const action = actions[/** @type {keyof typeof actions} */ (process.argv[2])];
if (!action) {
  console.error('Usage: node scripts/db.mjs start | stop | url');
  process.exit(1);
}
await action();
