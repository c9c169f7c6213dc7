import type { FoundDifference } from '../partners';
import { searchRead } from './calls';
import { readOrganisers, type Organised } from './compare-organisers';
import { readTags } from './compare-tags';
import { readTickets } from './compare-tickets';
import { differencesOf, pages, type Compared, type Read } from './differences';
import { eventWish, type EventWish } from './mapping/event';
import { readSessions, type LinkRow, type SessionFacts } from './queries';
import type { Tools } from './tools';

type Event = Read & { organizer_id: number | false; tag_ids: number[]; seats_max: number; seats_taken: number };
/** A session, what its event should say, and what it says. */
type Pair = { link: LinkRow; session: SessionFacts; wish: EventWish; event: Event | undefined };

const EVENT_FIELDS = [
  'name',
  'date_begin',
  'date_end',
  'date_tz',
  'seats_limited',
  'seats_max',
  'seats_taken',
  'description',
  'organizer_id',
  'tag_ids',
  'active',
];

/** Without a limit the number of seats says nothing; it is raised there where Odoo counts people whom its own staff entered. */
const seatsThere = ({ wish }: Pair, { seats_max: limit, seats_taken: taken }: Event): number | undefined => {
  if (!wish.seats_limited) return undefined;
  return limit > wish.seats_max && limit <= taken ? wish.seats_max : limit;
};

const organisedIn = ({ session, event }: Pair): Organised | null =>
  session.speaker && event ? { speaker: session.speaker, organiser: event.organizer_id } : null;

/** Reads what else belongs to events of one page. Answers what an event says of a field, in our words; undefined where that cannot be compared. */
const readPage = async (
  tools: Tools,
  pairs: readonly Pair[],
): Promise<(pair: Pair) => Promise<(name: string) => unknown>> => {
  const ticketOf = await readTickets(
    tools,
    pairs.map(({ session }) => session),
  );
  const tagsIn = await readTags(
    tools,
    pairs.flatMap(({ wish }) => wish.tags),
    pairs.flatMap(({ event }) => event?.tag_ids ?? []),
  );
  const isOrganised = await readOrganisers(
    tools,
    pairs.flatMap((pair) => organisedIn(pair) ?? []),
  );
  return async (pair) => {
    const { session, wish, event } = pair;
    const organised = organisedIn(pair);
    const isSpeaker = organised ? await isOrganised(organised) : undefined;
    if (!event) return () => undefined;
    return (name) => {
      switch (name) {
        case 'ticket':
          return ticketOf(session);
        case 'tags':
          return tagsIn(event.tag_ids);
        case 'speaker':
          // Whom they have instead is somebody else's name.
          return isSpeaker === false ? null : isSpeaker && wish.speaker;
        case 'seats_max':
          return seatsThere(pair, event);
        case 'isCancelled':
          return tools.features.hasCancelMark ? event.kanban_state === 'cancel' : undefined;
        default:
          return event[name];
      }
    };
  };
};

export const compareEvents = async (tools: Tools): Promise<Compared & { events: Map<string, number> }> => {
  const found: FoundDifference[] = [];
  const events = new Map<string, number>();
  let compared = 0;
  const optional = ['website_published', 'event_url', 'kanban_state'].filter((name) => tools.features.event.has(name));
  for await (const links of pages(tools, 'event')) {
    const sessions = await readSessions(
      tools.sql,
      links.map(({ record }) => record),
    );
    const ids = links.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId]));
    const fields = [...EVENT_FIELDS, ...optional];
    const read = await searchRead<Event>(tools.odoo, 'event.event', [['id', 'in', ids]], fields, { load: null });
    const there = new Map(read.map((one) => [one.id, one]));
    const pairs = links.flatMap((link): Pair[] => {
      const session = sessions.get(link.record);
      if (!session) return [];
      const wish = eventWish(session, tools.pageOf(session.slug ?? session.documentId), tools.features.zones);
      return [{ link, session, wish, event: link.remoteId === null ? undefined : there.get(link.remoteId) }];
    });
    const saysOf = await readPage(tools, pairs);
    for (const pair of pairs) {
      const { link, wish, event } = pair;
      compared += 1;
      if (event) events.set(link.record, event.id);
      found.push(...differencesOf('event', link, event, wish, await saysOf(pair), true));
    }
  }
  return { compared, found, events };
};
