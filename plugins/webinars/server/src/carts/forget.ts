import type { Database } from '../kernel/database';
import { KEPT_MS } from './cart';
import { deleteCarts } from './queries';

/** Deletes carts some time after they expired: a draft holds a person's words, and nobody can come back for them. */
export const forgetCarts = (database: Database, now: Date): Promise<void> =>
  deleteCarts(database.read, new Date(now.getTime() - KEPT_MS));
