import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startPostgres, stopPostgres } from '../../database/embedded/server.mjs';
import { dataFolder, postgresFolder } from './places.mjs';

/** Present while `npm run db:start` asked for a server that outlives the instances using it. */
export const keptMark = path.join(dataFolder, 'postgres.kept');

/**
 * Provides the database of this process: DATABASE_URL, or else the embedded server.
 * @returns {Promise<{ url: string, embedded: boolean, started: boolean, release: () => Promise<void> }>}
 *   `release` stops the embedded server unless another of our processes still uses it
 */
export const provideDatabase = async () => {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, embedded: false, started: false, release: async () => {} };
  const { url, started } = await startPostgres({ folder: postgresFolder });
  // One connection for as long as we live: whoever leaves sees by it that the server is still needed.
  const presence = new pg.Client({ connectionString: url, application_name: 'webinars presence' });
  presence.on('error', () => {});
  await presence.connect();
  process.env.DATABASE_URL = url;
  return {
    url,
    embedded: true,
    started,
    release: async () => {
      await presence.end().catch(() => {});
      if (!fs.existsSync(keptMark)) await stopPostgres({ folder: postgresFolder, onlyIfUnused: true });
    },
  };
};
