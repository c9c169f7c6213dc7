import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { world } from './world';

const SIZE = ['--sessions', '10000', '--registrations', '1000000', '--alone'];

const fill = async (databaseUrl: string): Promise<void> => {
  const child = spawn(process.execPath, [path.join(world.root, 'scripts/seed.mjs'), ...SIZE], {
    cwd: world.root,
    env: { ...world.childEnvironment, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`A million registrations could not be made (${code}):\n${said}`);
};

// The files of a run have nothing in common but what the set-up handed over.
const shared = world as typeof world & { million?: Promise<string> };

/** The address of a database with 10,000 sessions and 1,000,000 registrations: made once in a run, for everyone who asks. */
export const aMillion = (): Promise<string> =>
  (shared.million ??= world.freshDatabase().then(async (url) => {
    await fill(url);
    return url;
  }));
