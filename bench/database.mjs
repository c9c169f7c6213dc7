import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { startPostgres, stopPostgres } from '../database/embedded/server.mjs';
import { dataFolder } from '../scripts/launch/places.mjs';

const folder = path.join(dataFolder, 'bench', 'postgres');

/** The server the bench runs on: DATABASE_URL's, or else an embedded one of its own with durable settings. */
export const provideServer = async () => {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const { url } = await startPostgres({ folder });
  return { url, stop: async () => void (await stopPostgres({ folder })) };
};

/** @param {string} url @param {string} database */
const at = (url, database) => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
};

/**
 * An empty database of this name beside the one given, and a connection to it.
 * @param {string} serverUrl
 * @param {string} name
 */
export const freshDatabase = async (serverUrl, name) => {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`drop database if exists "${name}" with (force)`);
  await server.query(`create database "${name}"`);
  await server.end();
  return at(serverUrl, name);
};

/** @param {string} url */
export const connect = async (url) => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
};

/**
 * A session of a run, without a limit of seats: of this name, in this state, and so far from now.
 * @param {pg.Client} sql
 * @param {string} name
 * @param {{ state?: 'published' | 'draft', startsIn?: string, meetingUrl?: string | null }} [options]
 */
export const addSession = (sql, name, { state = 'published', startsIn = '30 days', meetingUrl = null } = {}) =>
  sql.query(
    `insert into sessions (document_id, slug, state, datetime, duration, timezone, language, session_type, price, currency, capacity,
            allow_waitlist, requires_approval, meeting_url, created_at, updated_at, published_at)
     values ($1, $1, $2, now() + $3::interval, 60, 'Europe/Berlin', 'en', 'single-speaker', 0, 'EUR', null, true, false, $4,
             now(), now(), now())`,
    [name, state, startsIn, meetingUrl],
  );

/** @param {string} url */
export const describeServer = async (url) => {
  const client = await connect(url);
  const { rows } = await client.query(
    `select name, setting from pg_settings
      where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size') order by name`,
  );
  await client.end();
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
};

/** PostgreSQL's own bench, or null where it is not installed. The embedded server comes without it. */
export const findPgbench = () => {
  const places = ['pgbench', ...[18, 17, 16, 15].map((major) => `/usr/lib/postgresql/${major}/bin/pgbench`)];
  return places.find((place) => spawnSync(place, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;
};
