import type { Clock } from '../kernel/clock';
import type { Database } from '../kernel/database';
import type { ManageTokens } from '../kernel/token';
import type { Registrations } from '../registration';

/** What every use case of this slice is bound to, once, in app.ts. */
export type Deps = {
  database: Database;
  clock: Clock;
  tokens: ManageTokens;
  registrations: Registrations;
  /** The limit of registrations for one address, which a cart counts against once for each of its sessions. */
  limitEmail(key: string, taken: number): Promise<void>;
};
