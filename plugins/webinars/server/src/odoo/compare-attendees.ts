import type { FoundDifference } from '../partners';
import { searchAll, searchRead, type Domain } from './calls';
import { differencesOf, pages, type Compared, type Read } from './differences';
import { attendeeWish } from './mapping/attendee';
import { readReferences, readRegistrations } from './queries';
import type { Tools } from './tools';

const ATTENDEE_FIELDS = ['name', 'email', 'phone', 'state', 'date_closed', 'active', 'event_id'];

export const compareAttendees = async (tools: Tools, events: ReadonlyMap<string, number>): Promise<Compared> => {
  const found: FoundDifference[] = [];
  let compared = 0;
  const optional = ['company_name'].filter((name) => tools.features.attendee.has(name));
  for await (const links of pages(tools, 'attendee')) {
    const people = await readRegistrations(
      tools.sql,
      links.map(({ record }) => record),
    );
    const ids = links.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId]));
    const read = await searchRead<Read>(
      tools.odoo,
      'event.registration',
      [['id', 'in', ids]],
      [...ATTENDEE_FIELDS, ...optional],
      { load: null },
    );
    const there = new Map(read.map((one) => [one.id, one]));
    for (const link of links) {
      const person = people.get(link.record);
      if (!person) continue;
      compared += 1;
      const attendee = link.remoteId === null ? undefined : there.get(link.remoteId);
      const valueOf = (name: string): unknown => {
        if (name !== 'session') return attendee?.[name];
        // The event of its session, where that is there, or another one.
        const event = events.get(person.session);
        return event && attendee && (attendee.event_id === event ? person.session : attendee.event_id);
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
      for (const { id, barcode, event_id: event } of there) {
        const ours = barcode ? references.get(barcode) : undefined;
        if (ours && !ours.isForgotten) continue;
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
