import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../scripts/launch/places.mjs';
import { productionEnv } from './processes.mjs';

/**
 * Fills a database as `npm run seed` does.
 * @param {string} databaseUrl
 * @param {{ sessions: number, registrations: number, alone?: boolean }} amount
 */
export const seed = async (databaseUrl, { sessions, registrations, alone = false }) => {
  const args = [
    path.join(root, 'scripts/seed.mjs'),
    '--sessions',
    String(sessions),
    '--registrations',
    String(registrations),
    ...(alone ? ['--alone'] : []),
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: productionEnv(databaseUrl),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The seed of ${sessions} sessions ended with ${code}.`);
};
