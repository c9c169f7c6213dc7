import { validationError } from '../errors.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('../store.mjs').Row} Row */

/** Those who have a seat: registered or attended, and not archived. @param {Row} row */
const hasSeat = ({ state, active }) => (state === 'open' || state === 'done') && active !== false;

/** @param {Environment} env @param {'event_id' | 'event_ticket_id'} field @param {Row} owner */
export const seatsOf = (env, field, owner) => {
  const seated = env.having('event.registration', field, owner.id).filter(hasSeat);
  const used = seated.filter(({ state }) => state === 'done').length;
  return {
    seats_taken: seated.length,
    seats_used: used,
    seats_reserved: seated.length - used,
    seats_available: owner.seats_max > 0 ? owner.seats_max - seated.length : 0,
  };
};

/** How many seats are left for a ticket of an event; undefined where nothing limits them. @param {Environment} env @param {Row} event @param {Row | undefined} ticket */
const seatsLeft = (env, event, ticket) => {
  const ofEvent = event.seats_limited && event.seats_max ? seatsOf(env, 'event_id', event).seats_available : undefined;
  if (ofEvent === 0 || !ticket?.seats_max) return ofEvent;
  const ofTicket = seatsOf(env, 'event_ticket_id', ticket).seats_available;
  return ofEvent === undefined ? ofTicket : Math.min(ofEvent, ofTicket);
};

/** Refuses what is beyond the seats, once they are written: a call that is refused leaves nothing. @param {Environment} env @param {Row[]} rows */
export const verifySeats = (env, rows) => {
  /** @type {Map<number, Set<number | false>>} */
  const tickets = new Map();
  for (const row of rows.filter(hasSeat)) {
    tickets.set(row.event_id, (tickets.get(row.event_id) ?? new Set()).add(row.event_ticket_id || false));
  }
  for (const [id, chosen] of tickets) {
    const event = env.row('event.event', id) ?? {};
    const missing = [...chosen].flatMap((ticketId) => {
      const ticket = env.row('event.event.ticket', ticketId);
      const left = seatsLeft(env, event, ticket);
      return left !== undefined && left < 0 ? [`${(ticket ?? event).name}: missing ${-left} seat(s)`] : [];
    });
    if (missing.length) {
      throw validationError(`There are not enough seats available for ${event.name}:\n${missing.join('\n')}`);
    }
  }
};
