import { randomBytes } from 'node:crypto';
import { createFaults, LOST_RACE } from './faults.mjs';
import { createInitialStore, USERS } from './initial.mjs';
import { createListener } from './listener.mjs';
import { createRespond, DATABASE } from './respond.mjs';
import { asDatetime, asInstant } from './values.mjs';

const newKey = () => randomBytes(20).toString('hex');

/**
 * An Odoo 19 on this machine: the same calls, the same answers, and whatever shall go wrong. How Odoo answers was asked of a real one, 19.0
 * community with crm, event_sale and website_event; `contract/` asks both, so that the two stay the same.
 * @param {{ port?: number }} [options]
 */
export const startOdoo = async ({ port = 0 } = {}) => {
  const keys = { sync: newKey(), administrator: newKey() };
  const firstKey = keys.sync;
  let store = createInitialStore(keys);
  const faults = createFaults();
  /** @type {import('./respond.mjs').Call[]} */
  const calls = [];

  const keyRows = () => [...store.rows('res.users.apikeys').values()];

  /** @param {unknown} key */
  const userOf = (key) => {
    const row = keyRows().find((each) => each.key === key);
    const isOver = row?.expiration_date && asInstant(row.expiration_date) <= new Date();
    if (!row || isOver) return undefined;
    return row.user_id === USERS.sync.id ? USERS.sync : USERS.administrator;
  };

  const syncKey = () => keyRows().find(({ key }) => key === keys.sync);

  /** @param {Date | null} date */
  const setKeyExpiry = (date) => {
    const row = syncKey();
    if (row) store.set('res.users.apikeys', row, 'expiration_date', date ? asDatetime(date) : false);
    store.commit();
  };

  const listener = await createListener(port, createRespond({ store: () => store, userOf, faults, calls }));

  return {
    url: `http://127.0.0.1:${listener.port}`,
    database: DATABASE,
    login: USERS.sync.login,
    /** The key that the sync user has now. */
    get key() {
      return keys.sync;
    },
    staffKey: keys.administrator,
    /** What was asked, in the order in which it came. */
    calls,
    /** Back to a fresh database with the first keys; what shall go wrong is forgotten. */
    async reset() {
      keys.sync = firstKey;
      store = createInitialStore(keys);
      calls.length = 0;
      faults.clear();
      await listener.comeUp();
    },
    stop: () => listener.goDown(),
    /** Nobody answers at its port, until it comes up. */
    goDown: () => listener.goDown(),
    comeUp: () => listener.comeUp(),
    /** The sync user's key is over: 401 from now on. */
    expireKey: () => setKeyExpiry(new Date(Date.now() - 1000)),
    /** A new key for the sync user, in the place of the old one. */
    renewKey() {
      const row = syncKey();
      keys.sync = newKey();
      if (row) store.set('res.users.apikeys', row, 'key', keys.sync);
      setKeyExpiry(null);
      return keys.sync;
    },
    setKeyExpiry,
    /** A key that the sync user had before: it is over, and Odoo lists it until its next clean-up. @param {Date} date */
    leaveExpiredKey(date) {
      const row = { id: 99, name: 'old', user_id: USERS.sync.id, scope: 'rpc', key: newKey() };
      store.insert('res.users.apikeys', { ...row, expiration_date: asDatetime(date) });
      store.commit();
    },
    /** @param {import('./faults.mjs').Fault} fault */
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    /** What befalls a load when another of the same external id is faster. */
    lostRace: LOST_RACE,
    /** The rows of a model as they are kept, archived ones too, in the order of their ids. @param {string} model */
    records: (model) =>
      [...store.rows(model).values()].sort((one, other) => one.id - other.id).map((row) => ({ ...row })),
  };
};

/** @typedef {Awaited<ReturnType<typeof startOdoo>>} Odoo */
