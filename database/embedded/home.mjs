import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { serverAccount } from './account.mjs';
import { findBinaries } from './binaries.mjs';

/**
 * Where one embedded server lives.
 * @typedef {object} Home
 * @property {string} folder what belongs to the server's account: data and log
 * @property {string} data
 * @property {string} log
 * @property {string} bin
 * @property {boolean} isElsewhere whether the data could not live in the folder asked for
 * @property {string} state our own note: port and password, readable by us alone
 * @property {import('./account.mjs').Account | null} account
 */

/**
 * Finds or makes the folders of the server that belongs to `folder`.
 * @param {string} folder
 * @returns {Home}
 */
export const openHome = (folder) => {
  const account = serverAccount();
  const asked = path.resolve(folder);
  fs.mkdirSync(path.dirname(asked), { recursive: true });
  let native = findBinaries();
  let home = asked;
  if (account && !canRun(native, path.dirname(asked), account)) {
    // The repository stands in a folder that only root may enter, and PostgreSQL does not run as root.
    home = path.join('/var/lib/webinars-postgres', createHash('sha256').update(asked).digest('hex').slice(0, 12));
    native = copyBinaries(native, path.join(path.dirname(home), 'native'));
  }
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  if (account && fs.statSync(home).uid !== account.uid) fs.chownSync(home, account.uid, account.gid);
  return {
    folder: home,
    data: path.join(home, 'data'),
    log: path.join(home, 'server.log'),
    bin: path.join(native, 'bin'),
    isElsewhere: home !== asked,
    state: `${asked}.json`,
    account,
  };
};

/**
 * Whether the account may run the binaries and enter the folder that will hold the data.
 * @param {string} native
 * @param {string} parent
 * @param {import('./account.mjs').Account} account
 */
const canRun = (native, parent, account) =>
  spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status ===
    0 && spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', parent], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/**
 * @param {string} from
 * @param {string} to
 */
const copyBinaries = (from, to) => {
  const version = (/** @type {string} */ folder) =>
    spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout;
  if (!fs.existsSync(to) || version(to) !== version(from)) {
    const fresh = `${to}.${process.pid}`;
    fs.cpSync(from, fresh, { recursive: true, verbatimSymlinks: true });
    fs.rmSync(to, { recursive: true, force: true });
    fs.renameSync(fresh, to);
  }
  return to;
};
