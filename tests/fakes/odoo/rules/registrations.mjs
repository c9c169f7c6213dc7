import { randomBytes } from 'node:crypto';
import { validationError, valueError } from '../errors.mjs';
import { asDatetime } from '../values.mjs';
import { repr } from '../python.mjs';
import { formatPhone } from '../text.mjs';
import { verifySeats } from './seats.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('../store.mjs').Row} Row */

/** @param {Environment} env @param {Row} row */
const eventOf = (env, row) => env.row('event.event', row.event_id) ?? {};

/** @param {Environment} env @param {Row[]} rows */
const checkTickets = (env, rows) => {
  const isOfAnother = (/** @type {Row} */ row) =>
    row.event_ticket_id && env.row('event.event.ticket', row.event_ticket_id)?.event_id !== row.event_id;
  if (rows.some(isOfAnother)) throw validationError('Invalid event / ticket choice');
};

/** What was not sent comes from who booked. @param {Environment} env @param {Row} row */
const takeFromPartner = (env, row) => {
  const partner = env.row('res.partner', row.partner_id);
  if (!partner) return;
  for (const field of ['name', 'email', 'phone', 'company_name']) {
    if (!row[field] && partner[field]) env.keep('event.registration', row, { [field]: partner[field] });
  }
};

/** The day of attendance is kept when the state goes back. @param {Environment} env @param {Row} row */
const close = (env, row) => {
  if (row.state === 'done' && !row.date_closed) {
    env.keep('event.registration', row, { date_closed: asDatetime(env.now()) });
  }
};

/** The values as the event defines them: unknown ones are dropped, those without a value are named. @param {Environment} env @param {Row} row */
const properties = (env, row) => {
  /** @type {Row[]} */
  const definition = eventOf(env, row).registration_properties_definition || [];
  const values = row.registration_properties || {};
  const valueOf = (/** @type {string} */ name) =>
    Array.isArray(values) ? values.find((each) => each.name === name)?.value : values[name];
  return definition.map(({ name, type, string }) => {
    const value = valueOf(name);
    return { name, type, string, ...(value !== undefined && value !== null && { value }) };
  });
};

/** @type {import('./index.mjs').Rules} */
export const registrations = {
  unique: { field: 'barcode', words: 'Barcode should be unique' },
  computed: {
    display_name: (_env, row) => row.name || `#${row.id}`,
    event_begin_date: (env, row) => eventOf(env, row).date_begin,
    event_end_date: (env, row) => eventOf(env, row).date_end,
    event_organizer_id: (env, row) => eventOf(env, row).organizer_id,
    event_user_id: (env, row) => eventOf(env, row).user_id,
    lead_count: (env, row) => env.value('event.registration', row, 'lead_ids').length,
    registration_properties: properties,
    sale_status: () => 'free',
  },
  defaults: () => ({ state: 'open', barcode: randomBytes(8).readBigUInt64LE().toString() }),
  // Odoo looks at the event before it writes.
  readsAtOnce: (field) => field === 'event_id',
  prepare(_env, list) {
    for (const values of list) {
      const { event_id: event, phone } = values;
      if (typeof event === 'string') throw valueError(`Wrong container value ${repr(event)}`);
      if (phone) values.phone = formatPhone(phone) || phone;
    }
  },
  computeNew(env, row) {
    takeFromPartner(env, row);
    env.keep('event.registration', row, { company_id: eventOf(env, row).company_id });
    close(env, row);
  },
  created(env, rows) {
    checkTickets(env, rows);
    verifySeats(env, rows);
  },
  written(env, rows, values) {
    for (const row of rows) {
      if ('partner_id' in values) takeFromPartner(env, row);
      close(env, row);
    }
    if ('event_id' in values || 'event_ticket_id' in values) checkTickets(env, rows);
    if (['active', 'state', 'event_id', 'event_ticket_id'].some((field) => field in values)) verifySeats(env, rows);
  },
};
