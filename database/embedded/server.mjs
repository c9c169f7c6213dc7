import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { openHome } from './home.mjs';
import { whileLocked } from './lock.mjs';

/** @typedef {import('./home.mjs').Home} Home */
/** @typedef {{ port: number; password: string }} State */
/** @typedef {{ url: string; started: boolean }} Running `started` says whether this call started it */

const USER = 'webinars';
const DATABASE = 'webinars';

/**
 * Makes sure that the embedded PostgreSQL of this folder runs, and gives its address. Several processes may call at once.
 * @param {object} options
 * @param {string} options.folder where data, log and password live, for example `.data/postgres`
 * @param {boolean} [options.durable] false for databases that are thrown away: what was committed may be lost in a power cut
 * @returns {Promise<Running>}
 */
export const startPostgres = ({ folder, durable = true }) =>
  whileLocked(`${path.resolve(folder)}.lock`, async () => {
    const home = openHome(folder);
    const running = await find(home);
    if (running) return { url: running, started: false };
    // Where the data had to live elsewhere, whoever deletes our folder means the data too.
    const isForgotten = home.isElsewhere && !readState(home);
    if (isForgotten || !fs.existsSync(path.join(home.data, 'PG_VERSION'))) initialise(home);
    return { url: await launch(home, durable), started: true };
  });

/**
 * The address of the running server of this folder, or null.
 * @param {string} folder
 */
export const findPostgres = (folder) => find(openHome(folder));

/**
 * Stops the server of this folder. Answers false where none ran, or where `onlyIfUnused` and somebody is still connected.
 * @param {{ folder: string; onlyIfUnused?: boolean }} options
 */
export const stopPostgres = ({ folder, onlyIfUnused = false }) =>
  whileLocked(`${path.resolve(folder)}.lock`, async () => {
    const home = openHome(folder);
    const url = await find(home);
    if (!url || (onlyIfUnused && (await connections(url)) > 0)) return false;
    const stopped = run(home, 'pg_ctl', ['stop', '-D', home.data, '-m', 'fast', '-w', '-t', '30']);
    if (stopped.status !== 0)
      throw new Error(`The embedded PostgreSQL does not stop: ${stopped.stderr || stopped.stdout}`);
    return true;
  });

/** @param {Home} home @returns {State | null} */
const readState = (home) => {
  try {
    return JSON.parse(fs.readFileSync(home.state, 'utf8'));
  } catch {
    return null;
  }
};

/** @param {State} state */
const address = ({ port, password }, database = DATABASE) =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

/**
 * Asks the server itself: pg_ctl believes a stale postmaster.pid, and a copied folder would lead to the original's server.
 * @param {Home} home
 */
const find = async (home) => {
  const state = readState(home);
  if (!state) return null;
  const client = new pg.Client({ connectionString: address(state), connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(home.data) ? address(state) : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
};

/** @param {string} url */
const connections = async (url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return Number(rows[0].others);
  } finally {
    await client.end();
  }
};

/**
 * Runs one of PostgreSQL's programs under the server's account, in the C locale so that its messages are alike everywhere.
 * @param {Home} home @param {string} program @param {string[]} args
 */
const run = (home, program, args) =>
  spawnSync(path.join(home.bin, program), args, {
    cwd: home.folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
    ...(home.account ?? {}),
  });

/** @param {Home} home */
const initialise = (home) => {
  const password = randomBytes(18).toString('base64url');
  fs.rmSync(home.data, { recursive: true, force: true });
  const secret = path.join(home.folder, 'password');
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (home.account) fs.chownSync(secret, home.account.uid, home.account.gid);
  const made = run(home, 'initdb', [
    ...['-D', home.data, '-U', USER, '--pwfile', secret, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8', '--data-checksums'],
  ]);
  fs.rmSync(secret, { force: true });
  if (made.status !== 0) {
    fs.rmSync(home.data, { recursive: true, force: true });
    throw new Error(`The embedded PostgreSQL cannot make its data folder ${home.data}:\n${made.stderr || made.error}`);
  }
  writeState(home, { port: 0, password });
};

/** @param {Home} home @param {State} state */
const writeState = (home, state) => fs.writeFileSync(home.state, `${JSON.stringify(state)}\n`, { mode: 0o600 });

/** @param {Home} home @param {boolean} durable */
const launch = async (home, durable) => {
  const state = readState(home);
  if (!state) throw new Error(`${home.data} holds a database, but its password is lost: ${home.state} is missing.`);
  clearStalePid(home);
  let said = '';
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort(state.port);
    writeState(home, { ...state, port });
    const started = run(home, 'pg_ctl', [
      'start',
      '-D',
      home.data,
      '-l',
      home.log,
      '-w',
      '-t',
      '60',
      '-o',
      options(port, durable),
    ]);
    const url = await reachable(home, started.status === 0 ? 5000 : 500);
    if (url) return url;
    said = `${started.stdout}${started.stderr}`;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`The embedded PostgreSQL does not start.\n${said}\n${tail(home.log)}`);
};

/** @param {number} port @param {boolean} durable */
const options = (port, durable) =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  })
    .map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`)
    .join(' ');

/** @param {Home} home @param {number} patience in milliseconds */
const reachable = async (home, patience) => {
  const end = Date.now() + patience;
  for (;;) {
    const url = (await createDatabase(home)) ? await find(home) : null;
    if (url) return url;
    if (Date.now() > end) return null;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** @param {Home} home */
const createDatabase = async (home) => {
  const state = readState(home);
  if (!state) return false;
  const client = new pg.Client({ connectionString: address(state, 'postgres'), connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

/**
 * After a crash PostgreSQL finds its old postmaster.pid. It clears it by itself, unless the number belongs to some other
 * process by now or the folder was copied together with its pid file: then we do.
 * @param {Home} home
 */
const clearStalePid = (home) => {
  const file = path.join(home.data, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const [pid = '', folder = ''] = fs.readFileSync(file, 'utf8').split('\n');
  if (path.resolve(folder) === path.resolve(home.data) && isPostgres(Number(pid))) return;
  fs.rmSync(file, { force: true });
};

/** @param {number} pid */
const isPostgres = (pid) => {
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  const command = fs.existsSync(`/proc/${pid}/cmdline`)
    ? fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : (stdout ?? '');
  return command.includes('postgres');
};

/** @param {number} wanted @returns {Promise<number>} the wanted port where it is free, else another */
const freePort = (wanted) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/** @param {string} file */
const tail = (file) => {
  try {
    return fs.readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
};
