import type { Link } from '../partners';
import { searchRead } from './calls';
import type { Values } from './client';
import type { AttendeeWish } from './mapping/attendee';
import { isSame } from './mapping/same';
import { changedFields } from './mapping/wish';
import type { RegistrationFacts } from './queries';
import type { Tools } from './tools';

/** A registration that is to be brought in step. */
export type Person = { link: Link; facts: RegistrationFacts; wish: AttendeeWish; event: number; ticket: number | null };

const PLAIN = ['barcode', 'name', 'email', 'phone', 'company_name', 'state'] as const;

/** The fields that changed, in Odoo's words; answers go their own way. */
export const valuesOf = (
  { link, wish, event, ticket }: Person,
  changed: readonly string[],
  { features }: Tools,
): Values => {
  const values: Values = {};
  for (const name of PLAIN) {
    if (changed.includes(name) && (name !== 'company_name' || features.attendee.has(name))) values[name] = wish[name];
  }
  // "Attended" is dated now unless it is told otherwise; a date is not taken back with the state.
  if (changed.includes('date_closed') || (changed.includes('state') && wish.state === 'done')) {
    values.date_closed = wish.date_closed;
  }
  if (changed.includes('session')) {
    values.event_id = event;
    if (features.attendee.has('event_ticket_id')) values.event_ticket_id = ticket ?? false;
  }
  // Whoever is new, and was not there, has none to take back.
  const hasMinutes = wish.minutes !== null || link.remoteId !== null;
  if (changed.includes('minutes') && hasMinutes && features.attendee.has('registration_properties')) {
    values.registration_properties = { minutes: wish.minutes ?? false };
  }
  return values;
};

export type Known = Person & { id: number; changed: readonly string[]; values: Values };

/** An attendee that is there, with what is to be written of it. */
export const asKnown = (person: Person, id: number, tools: Tools): Known => {
  const changed = changedFields(person.wish, person.link.sent);
  return { ...person, id, changed, values: valuesOf(person, changed, tools) };
};

/**
 * Those that are there though nothing is known of it here, by their ticket code, which is our reference: Odoo itself keeps it unique. What is
 * said there already is not written: a batch whose answer was lost is there whole, and each of its people would be a call.
 */
export const findKnown = async (tools: Tools, people: readonly Person[]): Promise<Known[]> => {
  if (people.length === 0) return [];
  const optional = ['company_name', 'event_ticket_id'].filter((name) => tools.features.attendee.has(name));
  const found = await searchRead<Values & { id: number; barcode: string }>(
    tools.odoo,
    'event.registration',
    [['barcode', 'in', people.map(({ facts }) => facts.reference)]],
    ['barcode', 'name', 'email', 'phone', 'state', 'date_closed', 'event_id', ...optional],
    { load: null },
  );
  const there = new Map(found.map((one) => [one.barcode, one]));
  return people.flatMap((person) => {
    const theirs = there.get(person.facts.reference);
    if (!theirs) return [];
    const known = asKnown(person, theirs.id, tools);
    const unlike = Object.entries(known.values).filter(([name, ours]) => !isSame(name, ours, theirs[name]));
    return [{ ...known, values: Object.fromEntries(unlike) }];
  });
};
