import { benchAdmin } from './admin.mjs';
import { benchCatalog } from './catalog.mjs';
import { benchLatency } from './latency.mjs';
import { benchMail } from './mail.mjs';
import { benchOdoo } from './odoo.mjs';
import { benchRegistration } from './registration.mjs';
import { benchStart } from './start.mjs';

/**
 * @typedef {object} Bench
 * @property {number} rounds
 * @property {number} seconds how long each thing is measured in a round
 * @property {(options: { serverUrl: string, rounds: number, seconds: number }) => Promise<string | null>} run answers with what was found; null where it was skipped and has said why
 */

/** @type {Record<'registration' | 'catalog' | 'start' | 'mail' | 'odoo' | 'latency' | 'admin', Bench>} */
export const benches = {
  registration: { rounds: 5, seconds: 8, run: benchRegistration },
  catalog: { rounds: 5, seconds: 5, run: benchCatalog },
  start: { rounds: 7, seconds: 0, run: benchStart },
  mail: { rounds: 3, seconds: 0, run: benchMail },
  odoo: { rounds: 3, seconds: 0, run: benchOdoo },
  latency: { rounds: 5, seconds: 0, run: benchLatency },
  admin: { rounds: 3, seconds: 2, run: benchAdmin },
};
