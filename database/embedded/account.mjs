import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** @typedef {{ uid: number; gid: number }} Account */

/** PostgreSQL refuses to run as root, so root hands it to one of these accounts. */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * The account PostgreSQL runs under, or null where it is simply the one we run under.
 * @returns {Account | null}
 */
export const serverAccount = () => {
  if (process.getuid?.() !== 0) return null;
  if (!lookUp('postgres')) createAccount();
  for (const name of CANDIDATES) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account named postgres to run it: create one, or set DATABASE_URL.',
  );
};

/**
 * @param {string} name
 * @returns {Account | null}
 */
const lookUp = (name) => {
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (line) {
    const [, , uid, gid] = line.split(':');
    return { uid: Number(uid), gid: Number(gid) };
  }
  try {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
};

const createAccount = () => {
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    { stdio: 'ignore' },
  );
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'postgres'], { stdio: 'ignore' });
};
