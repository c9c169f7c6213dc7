import { PartnerError } from '../kernel/http-client';
import { normaliseEmail } from '../kernel/text';
import type { Link, Outcome, Outcomes } from '../partners';
import { answersOfNew, hasAnswers, sendAnswers } from './answers';
import { create, searchRead, write } from './calls';
import { OdooFault, type Values } from './client';
import { findContacts } from './contacts';
import { attendeeWish, type AttendeeWish } from './mapping/attendee';
import { isSame } from './mapping/same';
import { changedFields, digestsOf } from './mapping/wish';
import { lookingAgain } from './names';
import { readRegistrations, type RegistrationFacts } from './queries';
import { ruleFor } from './rules';
import type { Tools } from './tools';

type Person = { link: Link; facts: RegistrationFacts; wish: AttendeeWish; event: number; ticket: number | null };

const PLAIN = ['name', 'email', 'phone', 'company_name', 'state'] as const;

/** The fields that changed, in Odoo's words; answers go their own way. */
const valuesOf = ({ wish, event, ticket }: Person, changed: readonly string[], { features }: Tools): Values => {
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
  if (changed.includes('minutes') && wish.minutes !== null && features.attendee.has('registration_properties')) {
    values.registration_properties = { minutes: wish.minutes };
  }
  return values;
};

/** The same values for many are one call. */
const together = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
};

const isMissing = (error: unknown): boolean =>
  error instanceof OdooFault && error.fault === 'odoo.exceptions.MissingError';

type Known = Person & { id: number; changed: readonly string[]; values: Values };

/** An attendee that is there, with what is to be written of it. */
const asKnown = (person: Person, id: number, tools: Tools): Known => {
  const changed = changedFields(person.wish, person.link.sent);
  return { ...person, id, changed, values: valuesOf(person, changed, tools) };
};

/**
 * Those that are there though nothing is known of it here, by their ticket code, which is our reference: Odoo itself keeps it unique. What is
 * said there already is not written: a batch whose answer was lost is there whole, and each of its people would be a call.
 */
const findKnown = async (tools: Tools, people: readonly Person[]): Promise<Known[]> => {
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

/** Of attendees, those that are there, archived or not. */
const present = async ({ odoo }: Tools, people: readonly Known[]): Promise<Set<number>> => {
  if (people.length === 0) return new Set();
  const ids = people.map(({ id }) => id);
  const there = await searchRead<{ id: number }>(odoo, 'event.registration', [['id', 'in', ids]], ['id']);
  return new Set(there.map(({ id }) => id));
};

/**
 * Odoo counts seats by itself, people whom its own staff entered among them. Who has a seat here has one: the event's limit is raised by as
 * many as it takes. Says whether that was the trouble.
 */
const makeRoom = async ({ odoo }: Tools, people: readonly Person[]): Promise<boolean> => {
  let isMade = false;
  for (const group of together(people, ({ event }) => String(event))) {
    const [event] = await searchRead<{ id: number; seats_limited: boolean; seats_max: number; seats_taken: number }>(
      odoo,
      'event.event',
      [['id', '=', group[0]!.event]],
      ['seats_limited', 'seats_max', 'seats_taken'],
    );
    const needed =
      (event?.seats_taken ?? 0) + group.filter(({ wish }) => wish.state === 'open' || wish.state === 'done').length;
    if (event?.seats_limited && event.seats_max < needed) {
      await write(odoo, 'event.event', [event.id], { seats_max: needed });
      isMade = true;
    }
  }
  return isMade;
};

const rank = ({ wish }: Person): number => (wish.state === 'cancel' ? 0 : 1);

/** Writes what changed of attendees that are there, but for their answers. Answers who is not there any more. */
const update = async (tools: Tools, people: readonly Known[]): Promise<Set<string>> => {
  const gone = new Set<string>();
  const leave = (some: readonly Known[], there: ReadonlySet<number>): Known[] => {
    for (const { id, link } of some) if (!there.has(id)) gone.add(link.record);
    return some.filter(({ id }) => there.has(id));
  };
  const send = (some: readonly Known[]): Promise<void> =>
    write(
      tools.odoo,
      'event.registration',
      some.map(({ id }) => id),
      some[0]?.values ?? {},
    );
  const isWritten = ({ values }: Known): boolean => Object.keys(values).length > 0;
  // Who cancels gives a seat back there, too, before others need it.
  const written = people.filter(isWritten).sort((a, b) => rank(a) - rank(b));
  for (const group of together(written, ({ values }) => JSON.stringify(values))) {
    try {
      await send(group);
    } catch (error) {
      if (!(error instanceof PartnerError) || error.trouble !== 'refused') throw error;
      if (!isMissing(error)) {
        if (!(await makeRoom(tools, group))) throw error;
        await send(group);
        continue;
      }
      const left = leave(group, await present(tools, group));
      // Nobody missing: what is missing is something they point to.
      if (left.length === group.length) throw error;
      await send(left);
    }
  }
  // An answer to somebody who is gone is refused in words that nobody could act upon.
  const answering = people.filter((person) => !isWritten(person) && person.changed.length > 0);
  leave(answering, await present(tools, answering));
  return gone;
};

/**
 * Makes attendees, all in one call. Where that is refused, once more: some may be there already, Odoo may be short of seats, or a question that
 * we remember is gone. Answers with those that were met there, too.
 */
const make = async (tools: Tools, people: readonly Person[]): Promise<{ made: Map<string, number>; met: Known[] }> => {
  const contacts =
    people.length > 0 && tools.features.attendee.has('partner_id')
      ? await findContacts(
          tools.odoo,
          people.map(({ facts }) => facts.email),
        )
      : new Map<string, number>();
  const send = async (some: readonly Person[]): Promise<Map<string, number>> => {
    if (some.length === 0) return new Map();
    const answersOf = await answersOfNew(tools, some);
    const ids = await create(
      tools.odoo,
      'event.registration',
      some.map((person) => {
        const contact = contacts.get(normaliseEmail(person.facts.email));
        return {
          barcode: person.facts.reference,
          ...valuesOf(person, Object.keys(person.wish), tools),
          ...answersOf(person.wish),
          ...(contact ? { partner_id: contact } : {}),
        };
      }),
    );
    return new Map(some.map(({ link }, index) => [link.record, ids[index]!]));
  };
  try {
    return { made: await send(people), met: [] };
  } catch (error) {
    if (!(error instanceof PartnerError) || error.trouble !== 'refused') throw error;
    const met = await findKnown(tools, people);
    const records = new Set(met.map(({ link }) => link.record));
    if (met.length === 0 && !(await makeRoom(tools, people))) {
      // All of ours that is left to be wrong is a question that we remember and that is gone.
      if (!people.some(hasAnswers)) throw error;
      await tools.names.forget();
    }
    return { made: await send(people.filter(({ link }) => !records.has(link.record))), met };
  }
};

/** Whoever becomes a lead by one of the rules is noted, whatever becomes of them as attendees. */
const markLeads = (tools: Tools, people: Iterable<RegistrationFacts>): Promise<void> =>
  tools.mark(
    [...people]
      .filter((person) => ruleFor(person, tools.settings))
      .map(({ documentId, session }) => ({ kind: 'lead', record: documentId, session })),
  );

const done = ({ wish }: Person, id: number): Outcome => ({
  state: 'done',
  remoteId: String(id),
  sent: digestsOf(wish),
});

/** Brings attendees in step with registrations. */
export const pushAttendees = async (tools: Tools, links: readonly Link[], outcomes: Outcomes): Promise<void> => {
  const facts = await readRegistrations(
    tools.sql,
    links.map(({ record }) => record),
  );
  await markLeads(tools, facts.values());
  const sessions = [...facts.values()].map(({ session }) => session);
  const events = await tools.remoteIds('event', sessions);
  const tickets = await tools.tickets.of(sessions);

  const people: Person[] = [];
  const deleted: Link[] = [];
  const homeless = new Set<string>();
  for (const link of links) {
    const person = facts.get(link.record);
    if (!person) {
      deleted.push(link);
      continue;
    }
    const isKept = tools.settings.autoSyncRegistrations && tools.settings.odooEventCreation && person.createOdooEvent;
    const event = events.get(person.session);
    if (!isKept) {
      outcomes.set(
        link.record,
        link.remoteId ? { state: 'done', remoteId: link.remoteId, sent: link.sent } : { state: 'unwanted' },
      );
    } else if (person.state === 'cancelled' && !link.remoteId && !link.isTried) {
      outcomes.set(link.record, { state: 'unwanted' });
    } else if (!event || event.state === 'gone') {
      homeless.add(person.session);
      outcomes.set(link.record, { state: 'blocked' });
    } else {
      people.push({
        link,
        facts: person,
        wish: attendeeWish(person),
        event: event.id,
        ticket: tickets.get(person.session) ?? null,
      });
    }
  }
  await tools.mark([...homeless].map((session) => ({ kind: 'event', record: session, session })));

  // A registration that is gone here is cancelled there: it may not be deleted by us.
  await write(
    tools.odoo,
    'event.registration',
    deleted.flatMap(({ remoteId }) => (remoteId ? [Number(remoteId)] : [])),
    { state: 'cancel' },
  );
  for (const { record } of deleted) outcomes.set(record, { state: 'unwanted' });

  const [linked, strangers] = [
    people.filter(({ link }) => link.remoteId !== null),
    people.filter(({ link }) => link.remoteId === null),
  ];
  const known = [
    ...linked.map((person) => asKnown(person, Number(person.link.remoteId), tools)),
    // Who was never sent is not there; and where that is wrong, making them is refused.
    ...(await findKnown(
      tools,
      strangers.filter(({ link }) => link.isTried),
    )),
  ];
  // Those that are there come before new ones: some give seats back.
  const gone = await update(tools, known);

  const found = new Set(known.map(({ link }) => link.record));
  const unknown = strangers.filter(({ link }) => !found.has(link.record));
  for (const { link } of unknown.filter(({ wish }) => wish.state === 'cancel'))
    outcomes.set(link.record, { state: 'unwanted' });
  const { made, met } = await make(
    tools,
    unknown.filter(({ wish }) => wish.state !== 'cancel'),
  );
  for (const record of await update(tools, met)) gone.add(record);

  const there = [...known, ...met];
  const answering = there.filter(({ link }) => !gone.has(link.record));
  await lookingAgain(tools.names, () => sendAnswers(tools, answering));
  for (const person of there) {
    outcomes.set(person.link.record, gone.has(person.link.record) ? { state: 'gone' } : done(person, person.id));
  }
  for (const person of unknown) {
    const id = made.get(person.link.record);
    if (id) outcomes.set(person.link.record, done(person, id));
  }
  await tools.show('registrations', [
    ...there.filter(({ link }) => link.remoteId === null).map(({ link, id }) => ({ record: link.record, id })),
    ...[...made].map(([record, id]) => ({ record, id })),
  ]);
};
