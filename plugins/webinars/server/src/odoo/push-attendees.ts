import { PartnerError } from '../kernel/http-client';
import { normaliseEmail } from '../kernel/text';
import type { Link, Outcome, Outcomes } from '../partners';
import { create, externalId, load, searchRead, write } from './calls';
import { OdooFault, type Values } from './client';
import { findContacts } from './contacts';
import { attendeeWish, QUESTION_NAMES, QUESTIONS, type AttendeeWish, type Question } from './mapping/attendee';
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

type Found = Values & { id: number; barcode: string };

/** Attendees by their ticket code, which is our reference: Odoo itself keeps it unique. */
const findByReference = async (
  { odoo, features }: Tools,
  references: readonly string[],
): Promise<Map<string, Found>> => {
  if (references.length === 0) return new Map();
  const optional = ['company_name', 'event_ticket_id'].filter((name) => features.attendee.has(name));
  const found = await searchRead<Found>(
    odoo,
    'event.registration',
    [['barcode', 'in', references]],
    ['barcode', 'name', 'email', 'phone', 'state', 'date_closed', 'event_id', ...optional],
    { load: null },
  );
  return new Map(found.map((one) => [one.barcode, one]));
};

/** What is not said there yet. A batch whose answer was lost is there whole: without this, each of its people would be a call. */
const unlike = (values: Values, there: Found | undefined): Values =>
  there
    ? Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(name, value, there[name])))
    : values;

type Known = Person & { id: number; changed: readonly string[]; values: Values };

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

/** Makes attendees, all in one call. Where that is refused, once more: they may be there already, or Odoo may be short of seats. */
const make = async (tools: Tools, people: readonly Person[]): Promise<Map<string, number>> => {
  const contacts =
    people.length > 0 && tools.features.attendee.has('partner_id')
      ? await findContacts(
          tools.odoo,
          people.map(({ facts }) => facts.email),
        )
      : new Map<string, number>();
  const send = async (some: readonly Person[]): Promise<Map<string, number>> => {
    if (some.length === 0) return new Map();
    const ids = await create(
      tools.odoo,
      'event.registration',
      some.map((person) => {
        const contact = contacts.get(normaliseEmail(person.facts.email));
        return {
          barcode: person.facts.reference,
          ...valuesOf(person, Object.keys(person.wish), tools),
          ...(contact ? { partner_id: contact } : {}),
        };
      }),
    );
    return new Map(some.map(({ link }, index) => [link.record, ids[index]!]));
  };
  try {
    return await send(people);
  } catch (error) {
    if (!(error instanceof PartnerError) || error.trouble !== 'refused') throw error;
    const known = await findByReference(
      tools,
      people.map(({ facts }) => facts.reference),
    );
    const missing = people.filter(({ facts }) => !known.has(facts.reference));
    if (missing.length === people.length && !(await makeRoom(tools, people))) throw error;
    const made = await send(missing);
    for (const { link, facts } of people)
      if (known.has(facts.reference)) made.set(link.record, known.get(facts.reference)!.id);
    return made;
  }
};

const ANSWER = /^answer_(.*)$/;

/** Writes the answers that changed, each by an id of ours; one that was taken back is deleted there. */
const sendAnswers = async (
  tools: Tools,
  people: readonly (Person & { id: number; changed: readonly string[] })[],
): Promise<void> => {
  if (!tools.features.event.has('question_ids')) return;
  const rows: (string | number)[][] = [];
  const withdrawn: { registration: number; question: number }[] = [];
  const questionIds = new Map<Question, number>();
  const questionOf = async (question: Question): Promise<number> => {
    const known =
      questionIds.get(question) ?? (await tools.names.idOf('question', QUESTIONS[question][tools.features.locale]))!;
    questionIds.set(question, known);
    return known;
  };
  for (const { link, facts, wish, id, changed } of people) {
    for (const name of changed) {
      const question = ANSWER.exec(name)?.[1] as Question | undefined;
      if (!question || !QUESTION_NAMES.includes(question)) continue;
      const answer = wish[`answer_${question}`];
      if (answer)
        rows.push([externalId('answer', `${facts.reference}_${question}`), id, await questionOf(question), answer]);
      else if (link.sent[name] !== undefined)
        withdrawn.push({ registration: id, question: await questionOf(question) });
    }
  }
  await load(
    tools.odoo,
    'event.registration.answer',
    ['id', 'registration_id/.id', 'question_id/.id', 'value_text_box'],
    rows,
  );
  for (const { registration, question } of withdrawn) {
    const found = await searchRead<{ id: number }>(
      tools.odoo,
      'event.registration.answer',
      [
        ['registration_id', '=', registration],
        ['question_id', '=', question],
      ],
      ['id'],
    );
    if (found.length > 0) {
      await tools.odoo.call({ model: 'event.registration.answer', method: 'unlink', ids: found.map(({ id }) => id) });
    }
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

  const strangers = people.filter(({ link }) => link.remoteId === null);
  const found = await findByReference(
    tools,
    strangers.map(({ facts: person }) => person.reference),
  );
  const known = people.flatMap((person) => {
    const there = found.get(person.facts.reference);
    const id = person.link.remoteId ? Number(person.link.remoteId) : there?.id;
    const changed = changedFields(person.wish, person.link.sent);
    return id ? [{ ...person, id, changed, values: unlike(valuesOf(person, changed, tools), there) }] : [];
  });
  // Those that are there come before new ones: some give seats back.
  const gone = await update(tools, known);

  const unknown = strangers.filter(({ facts: person }) => !found.has(person.reference));
  for (const { link } of unknown.filter(({ wish }) => wish.state === 'cancel'))
    outcomes.set(link.record, { state: 'unwanted' });
  const wanted = unknown.filter(({ wish }) => wish.state !== 'cancel');
  const made = await make(tools, wanted);

  const answering = [
    ...known.filter(({ link }) => !gone.has(link.record)),
    ...wanted.map((person) => ({ ...person, id: made.get(person.link.record)!, changed: Object.keys(person.wish) })),
  ];
  await lookingAgain(tools.names, () => sendAnswers(tools, answering));

  for (const person of known) {
    outcomes.set(person.link.record, gone.has(person.link.record) ? { state: 'gone' } : done(person, person.id));
  }
  for (const person of wanted) outcomes.set(person.link.record, done(person, made.get(person.link.record)!));
  await tools.show('registrations', [
    ...known.filter(({ link }) => link.remoteId === null).map(({ link, id }) => ({ record: link.record, id })),
    ...[...made].map(([record, id]) => ({ record, id })),
  ]);
};
