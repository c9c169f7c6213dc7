import type { FoundDifference } from '../partners';
import { searchRead } from './calls';
import { differencesOf, pages, type Compared, type Read } from './differences';
import { eventWish } from './mapping/event';
import { readSessions } from './queries';
import type { Tools } from './tools';

type Priced = { price: number };

const EVENT_FIELDS = [
  'name',
  'date_begin',
  'date_end',
  'date_tz',
  'seats_limited',
  'seats_max',
  'description',
  'active',
  'kanban_state',
];

/** The tickets of sessions as they are there: null for one that was deleted, undefined for a session that has never had one. */
const readTickets = async (
  { odoo, tickets, features }: Tools,
  sessions: readonly string[],
): Promise<(session: string) => Priced | null | undefined> => {
  const ids = features.ticket.has('price') ? await tickets.of(sessions) : new Map<string, number>();
  const read =
    ids.size > 0
      ? await searchRead<Priced & { id: number }>(
          odoo,
          'event.event.ticket',
          [['id', 'in', [...ids.values()]]],
          ['price'],
        )
      : [];
  const there = new Map(read.map(({ id, price }) => [id, { price }]));
  return (session) => {
    const id = ids.get(session);
    return id === undefined ? undefined : (there.get(id) ?? null);
  };
};

export const compareEvents = async (tools: Tools): Promise<Compared & { events: Map<string, number> }> => {
  const found: FoundDifference[] = [];
  const events = new Map<string, number>();
  let compared = 0;
  const optional = ['website_published', 'event_url'].filter((name) => tools.features.event.has(name));
  for await (const links of pages(tools, 'event')) {
    const sessions = await readSessions(
      tools.sql,
      links.map(({ record }) => record),
    );
    const ids = links.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId]));
    const read = await searchRead<Read>(tools.odoo, 'event.event', [['id', 'in', ids]], [...EVENT_FIELDS, ...optional]);
    const there = new Map(read.map((one) => [one.id, one]));
    const ticketOf = await readTickets(
      tools,
      links.map(({ record }) => record),
    );
    for (const link of links) {
      const session = sessions.get(link.record);
      if (!session) continue;
      compared += 1;
      const event = link.remoteId === null ? undefined : there.get(link.remoteId);
      if (event) events.set(link.record, event.id);
      const wish = eventWish(session, tools.pageOf(session.slug ?? session.documentId), tools.features.zones);
      const valueOf = (name: string): unknown => {
        if (name === 'ticket') return ticketOf(link.record);
        if (name === 'isCancelled') return tools.features.hasCancelMark ? event?.kanban_state : undefined;
        return event?.[name];
      };
      found.push(...differencesOf('event', link, event, wish, valueOf, true));
    }
  }
  return { compared, found, events };
};
