import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../../scripts/launch/places.mjs';

const SIZE = ['--sessions', '10000', '--registrations', '1000000', '--alone'];

/**
 * A database with 10,000 sessions and 1,000,000 registrations: made once in a run, when somebody asks for it.
 * @param {{ freshDatabase(): Promise<string>, childEnvironment: NodeJS.ProcessEnv }} world
 */
export const createMillion = ({ freshDatabase, childEnvironment }) => {
  /** @type {Promise<string> | undefined} */
  let made;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let filling;

  const make = async () => {
    const url = await freshDatabase();
    const child = spawn(process.execPath, [path.join(root, 'scripts/seed.mjs'), ...SIZE], {
      cwd: root,
      env: { ...childEnvironment, DATABASE_URL: url },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    filling = child;
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    const [code] = await once(child, 'close');
    filling = undefined;
    if (code !== 0) throw new Error(`A million registrations could not be made (${code}):\n${said}`);
    return url;
  };

  return {
    /** Its address. */
    aMillion: () => (made ??= make()),
    /** Ends what is under way; whoever drops the databases drops this one as well. */
    async stop() {
      if (!filling) return;
      const gone = once(filling, 'close');
      filling.kill('SIGKILL');
      await gone;
    },
  };
};
