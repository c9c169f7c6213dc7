import type { Link, Outcome, Outcomes } from '../partners';
import { sendAnswers } from './answers';
import { asKnown, findKnown, type Person } from './attendees';
import { idsThere, write } from './calls';
import { makeAttendees } from './make-attendees';
import { attendeeWish } from './mapping/attendee';
import { digestsOf } from './mapping/wish';
import { lookingAgain } from './names';
import { readRegistrations, type RegistrationFacts } from './queries';
import { ruleFor } from './rules';
import type { Tools } from './tools';
import { updateAttendees } from './update-attendees';

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

  // A registration that is gone here is cancelled there: it may not be deleted by us. Perhaps somebody there did.
  const left = await idsThere(
    tools.odoo,
    'event.registration',
    deleted.flatMap(({ remoteId }) => (remoteId ? [Number(remoteId)] : [])),
  );
  await write(tools.odoo, 'event.registration', [...left], { state: 'cancel' });
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
  const gone = await updateAttendees(tools, known);

  const found = new Set(known.map(({ link }) => link.record));
  const unknown = strangers.filter(({ link }) => !found.has(link.record));
  for (const { link } of unknown.filter(({ wish }) => wish.state === 'cancel'))
    outcomes.set(link.record, { state: 'unwanted' });
  const { made, met } = await makeAttendees(
    tools,
    unknown.filter(({ wish }) => wish.state !== 'cancel'),
  );
  for (const record of await updateAttendees(tools, met)) gone.add(record);

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
