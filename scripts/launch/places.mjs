import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that belongs to this machine and may be deleted while nothing runs. */
export const dataFolder = path.join(root, '.data');

/** The embedded PostgreSQL's home. */
export const postgresFolder = path.join(dataFolder, 'postgres');
