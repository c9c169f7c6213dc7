import type { FoundDifference } from '../partners';
import { searchAll, searchRead, type Domain } from './calls';
import { createAnswerReader } from './compare-answers';
import { differencesOf, pages, type Compared, type Read } from './differences';
import { attendeeWish, questionOf } from './mapping/attendee';
import type { Property } from './properties';
import { readLinked, readReferences, readRegistrations, type RegistrationFacts } from './queries';
import type { Tools } from './tools';

type Attendee = Read & {
  event_id: number;
  event_ticket_id?: number | false;
  registration_properties?: readonly Property[] | false;
};

const ATTENDEE_FIELDS = ['barcode', 'name', 'email', 'phone', 'state', 'date_closed', 'active', 'event_id'];
const OPTIONAL_FIELDS = ['company_name', 'event_ticket_id', 'registration_properties'];

/** The session whose event it is, with its ticket; null for another event, and for a ticket of theirs. */
const sessionThere = (
  { session }: RegistrationFacts,
  { event_id: event, event_ticket_id: ticket }: Attendee,
  events: ReadonlyMap<string, number>,
  tickets: ReadonlyMap<string, number>,
): string | null | undefined => {
  if (!events.has(session)) return undefined;
  // Who registered while it was free has none.
  const isOurTicket = !ticket || !tickets.has(session) || ticket === tickets.get(session);
  return event === events.get(session) && isOurTicket ? session : null;
};

/** Undefined where staff took the property from the event: there is no place for the number. */
const minutesThere = ({ registration_properties: properties }: Attendee): unknown => {
  const property = (properties || []).find(({ name }) => name === 'minutes');
  return property && (property.value || null);
};

export const compareAttendees = async (tools: Tools, events: ReadonlyMap<string, number>): Promise<Compared> => {
  const found: FoundDifference[] = [];
  let compared = 0;
  const fields = [...ATTENDEE_FIELDS, ...OPTIONAL_FIELDS.filter((name) => tools.features.attendee.has(name))];
  const readAnswersOf = await createAnswerReader(tools);
  for await (const links of pages(tools, 'attendee')) {
    const people = await readRegistrations(
      tools.sql,
      links.map(({ record }) => record),
    );
    const tickets = await tools.tickets.of([...people.values()].map(({ session }) => session));
    const ids = links.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId]));
    const read = await searchRead<Attendee>(tools.odoo, 'event.registration', [['id', 'in', ids]], fields, {
      load: null,
    });
    const there = new Map(read.map((one) => [one.id, one]));
    const answerOf = await readAnswersOf(ids);
    for (const link of links) {
      const person = people.get(link.record);
      if (!person) continue;
      compared += 1;
      const attendee = link.remoteId === null ? undefined : there.get(link.remoteId);
      const valueOf = (name: string): unknown => {
        if (!attendee) return undefined;
        if (name === 'session') return sessionThere(person, attendee, events, tickets);
        if (name === 'minutes') return minutesThere(attendee);
        const question = questionOf(name);
        return question ? answerOf(attendee.id, question) : attendee[name];
      };
      // No values: they are personal data, and stand in both records.
      found.push(...differencesOf('attendee', link, attendee, attendeeWish(person), valueOf, false));
    }
  }
  return { compared, found };
};

/** People whom staff of Odoo entered in events of ours, and second copies of ours. */
export const findExtras = async (tools: Tools, events: ReadonlyMap<string, number>): Promise<FoundDifference[]> => {
  const sessions = [...events.keys()];
  const found: FoundDifference[] = [];
  for (let from = 0; from < sessions.length; from += 50) {
    const sessionOf = new Map(sessions.slice(from, from + 50).map((session) => [events.get(session)!, session]));
    const domain: Domain = [
      ['event_id', 'in', [...sessionOf.keys()]],
      ['state', '!=', 'cancel'],
    ];
    type Extra = { id: number; barcode: string | false; event_id: number };
    for await (const there of searchAll<Extra>(tools.odoo, 'event.registration', domain, ['barcode', 'event_id'])) {
      // Asked after Odoo: who registered meanwhile is known here before they are there.
      const references = await readReferences(
        tools.sql,
        there.flatMap(({ barcode }) => barcode || []),
      );
      const strange = there.filter(({ barcode }) => !barcode || references.get(barcode)?.isForgotten !== false);
      // Whose ticket code was changed there is compared with what it should be.
      const linked = await readLinked(
        tools.sql,
        sessions.slice(from, from + 50),
        strange.map(({ id }) => id),
      );
      for (const { id, barcode, event_id: event } of strange) {
        if (linked.has(id)) continue;
        const ours = barcode ? references.get(barcode) : undefined;
        found.push({
          kind: 'attendee',
          record: ours?.record ?? null,
          remoteId: String(id),
          session: sessionOf.get(event) ?? null,
          difference: ours ? 'changed' : 'extra',
          fields: ours ? [{ name: 'state' }] : [],
        });
      }
    }
  }
  return found;
};
