import { piece } from '../kernel/text';
import type { FoundDifference } from '../partners';
import { searchAll, searchRead, type Domain } from './calls';
import { attendeeWish } from './mapping/attendee';
import { eventWish } from './mapping/event';
import { isSame, priceOf } from './mapping/same';
import { digestOf, digestsOf, type Wish } from './mapping/wish';
import {
  forgetLost,
  readLinks,
  readReferences,
  readRegistrations,
  readSessions,
  readUnmarked,
  type LinkRow,
} from './queries';
import type { Tools } from './tools';

const PAGE = 500;

type Read = Record<string, unknown> & { id: number; active?: boolean };

type Priced = { price: number };

const shown = (name: string, value: unknown): string =>
  name === 'ticket'
    ? String(priceOf(value))
    : piece(typeof value === 'string' ? value : JSON.stringify(value ?? null), 0, 200);

/** Every link of a kind, a page at a time. */
async function* pages(tools: Tools, kind: string): AsyncGenerator<LinkRow[]> {
  let after = '';
  for (;;) {
    const page = await readLinks(tools.sql, kind, tools.clock.now(), after, PAGE);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.record;
  }
}

const basis = (kind: string, { record, session, remoteId }: LinkRow) => ({
  kind,
  record,
  session,
  remoteId: remoteId === null ? null : String(remoteId),
});

/**
 * How one record differs. A field that changed here and was not sent is `stale`; one that was sent and is not as it was sent, `changed`. What
 * still waits to be sent is no difference.
 */
const differencesOf = (
  kind: string,
  link: LinkRow,
  there: Read | undefined,
  wish: Wish,
  read: (name: string) => unknown,
  tellValues: boolean,
): FoundDifference[] => {
  if (link.state === 'gone' || (link.remoteId !== null && !there)) {
    return [{ ...basis(kind, link), difference: 'deleted', fields: [] }];
  }
  if (link.state === 'waiting' || link.state === 'failed') return [];
  const found: FoundDifference[] = [];
  if (there?.active === false) found.push({ ...basis(kind, link), difference: 'archived', fields: [] });
  const names = Object.keys(wish).filter((name) => link.sent[name] !== undefined);
  const stale = names.filter((name) => link.sent[name] !== digestOf(wish[name]));
  if (stale.length > 0)
    found.push({ ...basis(kind, link), difference: 'stale', fields: stale.map((name) => ({ name })) });
  const changed = names.filter((name) => {
    const theirs = read(name);
    return theirs !== undefined && !stale.includes(name) && !isSame(name, wish[name], theirs);
  });
  if (changed.length > 0) {
    const fields = changed.map((name) =>
      tellValues ? { name, ours: shown(name, wish[name]), theirs: shown(name, read(name)) } : { name },
    );
    found.push({ ...basis(kind, link), difference: 'changed', fields });
  }
  return found;
};

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

const compareEvents = async (
  tools: Tools,
): Promise<{ compared: number; found: FoundDifference[]; events: Map<string, number> }> => {
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

const ATTENDEE_FIELDS = ['name', 'email', 'phone', 'state', 'date_closed', 'active', 'event_id'];

const compareAttendees = async (
  tools: Tools,
  events: ReadonlyMap<string, number>,
): Promise<{ compared: number; found: FoundDifference[] }> => {
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
const findExtras = async (tools: Tools, events: ReadonlyMap<string, number>): Promise<FoundDifference[]> => {
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

const LEAD_FIELDS = [
  'name',
  'type',
  'contact_name',
  'partner_name',
  'email_from',
  'expected_revenue',
  'active',
  'partner_id',
];
/** Those of which Odoo gives back what it was told; a contact's name and address take the place of a lead's own. */
const COMPARED_OF_LEADS = ['name', 'type', 'partner_name', 'expected_revenue'];

/** Leads that went into others when staff merged them: whoever merges takes the attendees along. */
const findMerged = async (
  { odoo, features, remoteIds }: Tools,
  records: readonly string[],
): Promise<Map<string, number>> => {
  if (records.length === 0 || !features.lead.has('registration_ids')) return new Map();
  const attendees = await remoteIds('attendee', records);
  const ids = [...attendees.values()].map(({ id }) => id);
  const leads = await searchRead<{ id: number; registration_ids: number[] }>(
    odoo,
    'crm.lead',
    [['registration_ids', 'in', ids]],
    ['registration_ids'],
  );
  const leadOf = new Map(leads.flatMap(({ id, registration_ids: some }) => some.map((attendee) => [attendee, id])));
  return new Map(
    [...attendees].flatMap(([record, { id }]) => {
      const lead = leadOf.get(id);
      return lead ? [[record, lead] as const] : [];
    }),
  );
};

/** Leads belong to those who work there: what they changed is told, and nothing is a difference but a lead that is gone. */
const compareLeads = async (tools: Tools): Promise<{ compared: number; found: FoundDifference[] }> => {
  const found: FoundDifference[] = [];
  let compared = 0;
  for await (const links of pages(tools, 'lead')) {
    const known = links.filter(({ remoteId }) => remoteId !== null);
    compared += known.length;
    const read = await searchRead<Read>(
      tools.odoo,
      'crm.lead',
      [['id', 'in', known.map(({ remoteId }) => remoteId)]],
      LEAD_FIELDS,
    );
    const there = new Map(read.map((one) => [one.id, one]));
    const mergedInto = await findMerged(
      tools,
      known.filter(({ remoteId }) => !there.has(remoteId!)).map(({ record }) => record),
    );
    for (const link of known) {
      const lead = there.get(link.remoteId!);
      if (!lead) {
        const other = mergedInto.get(link.record);
        found.push(
          other
            ? { ...basis('lead', link), remoteId: String(other), difference: 'merged', fields: [] }
            : { ...basis('lead', link), difference: 'deleted', fields: [] },
        );
        continue;
      }
      // A lead that is lost is archived there.
      if (lead.active === false) found.push({ ...basis('lead', link), difference: 'archived', fields: [] });
      const now = digestsOf(
        Object.fromEntries(
          COMPARED_OF_LEADS.map((name) => [name, lead[name] || (name === 'expected_revenue' ? 0 : '')]),
        ),
      );
      const kept = COMPARED_OF_LEADS.filter((name) => link.sent[name] !== undefined && link.sent[name] !== now[name]);
      if (kept.length > 0)
        found.push({ ...basis('lead', link), difference: 'kept', fields: kept.map((name) => ({ name })) });
    }
  }
  return { compared, found };
};

/** Compares everything that is kept in step with what we have, and changes nothing. */
export const compareAll = async (tools: Tools): Promise<{ compared: number; found: FoundDifference[] }> => {
  const { odooEventCreation, autoSyncRegistrations } = tools.settings;
  const unmarked = odooEventCreation ? await readUnmarked(tools.sql, tools.clock.now(), autoSyncRegistrations) : [];
  await forgetLost(tools.sql);
  const events = await compareEvents(tools);
  const attendees = await compareAttendees(tools, events.events);
  const leads = await compareLeads(tools);
  return {
    compared: events.compared + attendees.compared + leads.compared + unmarked.length,
    found: [
      ...unmarked.map((one): FoundDifference => ({ ...one, remoteId: null, difference: 'missing', fields: [] })),
      ...events.found,
      ...attendees.found,
      ...(await findExtras(tools, events.events)),
      ...leads.found,
    ],
  };
};
