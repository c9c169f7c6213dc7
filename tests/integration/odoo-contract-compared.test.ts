import { app, aSession, aSpeaker, aTopic, clock, odoo, resetData, sql, strapi } from '../harness';
import { attendeeOf, differences, eventOf, find, leadOf, register, RUN, save, send, someone } from './odoo-records';
import type { Registered } from './odoo-records';

const write = (model: string, id: number, vals: Record<string, unknown>) =>
  odoo.staff(model, 'write', { ids: [id], vals });
const create = async (model: string, vals: Record<string, unknown>): Promise<number> =>
  (await odoo.staff<number[]>(model, 'create', { vals_list: [vals] }))[0]!;

const edit = ({ documentId }: Registered, data: Record<string, unknown>) =>
  strapi.documents('api::registration.registration').update({ documentId, data: data as never });

/** What the report says of each record: the fields that differ, in any order. */
const told = async (): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    (await differences()).map(({ kind, difference, fields }) => [
      `${kind} ${difference}`,
      fields.map(({ name }) => name).sort(),
    ]),
  );

const repairAll = async (): Promise<void> => {
  await app.partners.repair('odoo', null);
  await send();
};

let made = 0;
const someSpeaker = () => {
  made += 1;
  const name = { firstName: 'Edsger', lastName: `Compared ${RUN}-${made}` };
  return aSpeaker({ ...name, email: `compared-${RUN}-${made}@example.com` });
};

/** A session with a speaker, a category and a price, as it is in Odoo. */
const aToldSession = async (category = `Compared ${RUN}`) => {
  const topic = await aTopic({ category });
  const speaker = await someSpeaker();
  const session = await aSession({
    topic: topic.documentId,
    speaker: speaker.documentId,
    price: 5_000,
    currency: 'EUR',
    capacity: 10,
  });
  await send();
  const fields = ['organizer_id', 'tag_ids', 'event_ticket_ids', 'question_ids'];
  const event = await eventOf(session, fields);
  const tags = await find('event.tag', [['id', 'in', event.tag_ids]], ['name']);
  return {
    session,
    speaker,
    event: event.id,
    organiser: (event.organizer_id as [number, string])[0],
    ticket: (event.event_ticket_ids as number[])[0]!,
    tagOf: (name: string): number => tags.find((tag) => tag.name === name)!.id,
  };
};

const QUESTION = 'Position';
const answersOf = (attendee: number) =>
  find(
    'event.registration.answer',
    [
      ['registration_id', '=', attendee],
      ['question_id.title', '=', QUESTION],
    ],
    ['value_text_box'],
  );

/** Somebody who was there for forty minutes, and said what they do. */
const aToldPerson = async () => {
  const session = await aSession({ datetime: '2027-02-01T10:00:00.000Z', duration: 45 });
  const person = await register(session, someone({ position: 'Weaver' }));
  await send();
  clock.set(new Date('2027-02-01T11:00:00.000Z'));
  await edit(person, { state: 'attended', attendanceDuration: 40 });
  await send();
  return { session, person, ...(await attendeeOf(person, [])) };
};

const minutesOf = async (person: Registered): Promise<unknown> => {
  const { registration_properties: properties } = await attendeeOf(person, ['registration_properties']);
  return (properties as { name: string; value?: unknown }[]).find(({ name }) => name === 'minutes')?.value;
};

beforeEach(async () => {
  await resetData();
  await app.partners.begin();
});

describe('An event that staff changed', () => {
  it('is told by its organiser, tags, ticket, seats and mark, and repaired in these', async () => {
    const { event, session, organiser, ticket, tagOf } = await aToldSession();
    expect(await differences()).toEqual([]);
    const host = await create('res.partner', { name: `Host ${RUN}` });
    await write('event.event', event, {
      organizer_id: host,
      tag_ids: [[3, tagOf(`Compared ${RUN}`)]],
      kanban_state: 'cancel',
      seats_max: 99,
    });
    await write('event.event.ticket', ticket, { name: 'Early bird' });
    const [difference, ...others] = await differences();
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ kind: 'event', difference: 'changed', record: session.documentId });
    expect(difference!.fields.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'isCancelled', ours: 'false', theirs: 'true' },
      { name: 'seats_max', ours: '10', theirs: '99' },
      // The name of somebody.
      { name: 'speaker' },
      { name: 'tags', ours: `Webinar, Compared ${RUN}`, theirs: 'Webinar' },
      { name: 'ticket', ours: 'Standard Registration · 50', theirs: 'Early bird · 50' },
    ]);
    await repairAll();
    expect(await eventOf(session, ['organizer_id', 'tag_ids', 'kanban_state', 'seats_max'])).toMatchObject({
      organizer_id: [organiser, expect.any(String)],
      tag_ids: expect.arrayContaining([tagOf('Webinar'), tagOf(`Compared ${RUN}`)]),
      kanban_state: 'normal',
      seats_max: 10,
    });
    expect(await differences()).toEqual([]);
  });

  it('is told where it has no organiser, and where its tag is deleted: both are there again after a repair', async () => {
    const { event, session, organiser, tagOf } = await aToldSession(`Short-lived ${RUN}`);
    await write('event.event', event, { organizer_id: false });
    await odoo.staff('event.tag', 'unlink', { ids: [tagOf(`Short-lived ${RUN}`)] });
    expect(await told()).toEqual({ 'event changed': ['speaker', 'tags'] });
    await repairAll();
    const { organizer_id: organizer, tag_ids: ids } = await eventOf(session, ['organizer_id', 'tag_ids']);
    expect(organizer).toEqual([organiser, expect.any(String)]);
    const tags = await find('event.tag', [['id', 'in', ids]], ['name']);
    expect(tags.map(({ name }) => name).sort()).toEqual([`Short-lived ${RUN}`, 'Webinar']);
    expect(await differences()).toEqual([]);
  });

  it('is told where a ticket has another product than its topic names', async () => {
    const vals = { name: `Product ${RUN}`, type: 'service', service_tracking: 'event' };
    const [product, other] = [await create('product.product', vals), await create('product.product', vals)];
    const topic = await aTopic({ odooProductId: product });
    const session = await aSession({ topic: topic.documentId, price: 5_000, currency: 'EUR' });
    await send();
    expect(await differences()).toEqual([]);
    const { event_ticket_ids: tickets } = await eventOf(session, ['event_ticket_ids']);
    const [ticket] = tickets as number[];
    await write('event.event.ticket', ticket!, { product_id: other, price: 50 });
    expect(await told()).toEqual({ 'event changed': ['ticket'] });
    await repairAll();
    const [mended] = await find('event.event.ticket', [['id', '=', ticket]], ['product_id']);
    expect(mended).toMatchObject({ product_id: [product, expect.any(String)] });
    expect(await differences()).toEqual([]);
  });

  it('is told where the ticket of a session that is free by now costs something again', async () => {
    const { session, ticket } = await aToldSession();
    await save(session.documentId, { price: 0 });
    await app.beats.find(({ name }) => name === 'odoo.sweep')!.find(clock.now());
    await send();
    expect(await differences()).toEqual([]);
    await write('event.event.ticket', ticket, { price: 20 });
    expect(await told()).toEqual({ 'event changed': ['ticket'] });
    await repairAll();
    expect(await find('event.event.ticket', [['id', '=', ticket]], ['price'])).toMatchObject([{ price: 0 }]);
    expect(await differences()).toEqual([]);
  });

  it('is no difference in what is theirs: tags and questions of their own, other names for ours, another address', async () => {
    const { event, session, organiser, tagOf } = await aToldSession();
    const category = await create('event.tag.category', { name: `Theirs ${RUN}` });
    const tag = await create('event.tag', { name: `Theirs ${RUN}`, category_id: category });
    const question = await create('event.question', { title: `Theirs ${RUN}`, question_type: 'text_box' });
    await write('event.event', event, { tag_ids: [[4, tag]], question_ids: [[4, question]], kanban_state: 'done' });
    await write('event.tag', tagOf(`Compared ${RUN}`), { name: `Renamed ${RUN}` });
    await write('res.partner', organiser, { name: `Renamed ${RUN}`, email: `renamed-${RUN}@example.com` });
    expect(await differences()).toEqual([]);
    // A repair of something else leaves all of it.
    await write('event.event', event, { name: 'By hand', tag_ids: [[3, tagOf('Webinar')]] });
    expect(await told()).toEqual({ 'event changed': ['name', 'tags'] });
    await repairAll();
    const { tag_ids: ids, ...rest } = await eventOf(session, [
      'organizer_id',
      'tag_ids',
      'question_ids',
      'kanban_state',
    ]);
    expect([...(ids as number[])].sort()).toEqual([tagOf('Webinar'), tagOf(`Compared ${RUN}`), tag].sort());
    expect(rest).toMatchObject({
      organizer_id: [organiser, expect.any(String)],
      question_ids: expect.arrayContaining([question]),
      kanban_state: 'done',
    });
    expect(await differences()).toEqual([]);
  });

  const merge = async (from: number, into: number): Promise<void> => {
    const partners = { partner_ids: [[6, 0, [from, into]]], dst_partner_id: into, state: 'selection' };
    const wizard = await create('base.partner.merge.automatic.wizard', partners);
    await odoo.staff('base.partner.merge.automatic.wizard', 'action_merge', { ids: [wizard] });
  };

  it('is no difference where the contact of its speaker was theirs and went into another one', async () => {
    const email = `before-${RUN}@example.com`;
    const contact = await create('res.partner', { name: `Before ${RUN}`, email });
    const speaker = await aSpeaker({ firstName: 'Edsger', lastName: `Before ${RUN}`, email });
    const session = await aSession({ speaker: speaker.documentId });
    await send();
    expect(await eventOf(session, ['organizer_id'])).toMatchObject({ organizer_id: [contact, expect.any(String)] });
    const other = await create('res.partner', { name: `Other ${RUN}`, email: `other-${RUN}@example.com` });
    await merge(contact, other);
    expect(await eventOf(session, ['organizer_id'])).toMatchObject({ organizer_id: [other, expect.any(String)] });
    expect(await differences()).toEqual([]);
  });

  it('is told where somebody else organises it, though the contact of its speaker went into one they imported', async () => {
    const { ids } = await odoo.staff<{ ids: number[] }>('res.partner', 'load', {
      fields: ['id', 'name', 'email'],
      data: [[`their_import.contact_${RUN}`, `Imported ${RUN}`, `imported-${RUN}@example.com`]],
    });
    const imported = ids[0]!;
    const { session, organiser, event } = await aToldSession();
    await merge(organiser, imported);
    expect(await eventOf(session, ['organizer_id'])).toMatchObject({ organizer_id: [imported, expect.any(String)] });
    expect(await differences()).toEqual([]);
    await write('event.event', event, { organizer_id: await create('res.partner', { name: `Host ${RUN}` }) });
    expect(await told()).toEqual({ 'event changed': ['speaker'] });
    await repairAll();
    expect(await eventOf(session, ['organizer_id'])).toMatchObject({ organizer_id: [imported, expect.any(String)] });
    expect(await differences()).toEqual([]);
  });
});

describe('An attendee that staff changed', () => {
  it('is told by answers, minutes and ticket code, without their values, and repaired in these', async () => {
    const { person, id } = await aToldPerson();
    expect(await differences()).toEqual([]);
    const [answer] = await answersOf(id);
    await write('event.registration.answer', answer!.id, { value_text_box: 'Miller' });
    await write('event.registration', id, { registration_properties: { minutes: 5 }, barcode: `by-hand-${RUN}` });
    const [difference, ...others] = await differences();
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ kind: 'attendee', difference: 'changed', record: person.documentId });
    expect(difference!.fields).toEqual([{ name: 'barcode' }, { name: 'minutes' }, { name: 'answer_position' }]);
    await repairAll();
    expect(await attendeeOf(person, [])).toMatchObject({ id, barcode: person.reference });
    expect(await minutesOf(person)).toBe(40);
    expect(await answersOf(id)).toMatchObject([{ value_text_box: 'Weaver' }]);
    expect(await differences()).toEqual([]);
  });

  it('is told where an answer of ours is gone, or one was given that is not known here', async () => {
    const session = await aSession();
    const [weaver, silent] = [await register(session, someone({ position: 'Weaver' })), await register(session)];
    await send();
    const [{ id: one }, { id: other }] = [await attendeeOf(weaver, []), await attendeeOf(silent, [])];
    const [question] = await find('event.question', [['title', '=', QUESTION]], []);
    await odoo.staff('event.registration.answer', 'unlink', { ids: (await answersOf(one)).map(({ id }) => id) });
    const answer = { registration_id: other, question_id: question!.id, value_text_box: 'Miller' };
    await create('event.registration.answer', answer);
    const found = await differences();
    expect(found.map(({ record, fields }) => [record, fields])).toEqual(
      [weaver, silent]
        .map(({ documentId }) => [documentId, [{ name: 'answer_position' }]])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    await repairAll();
    expect(await answersOf(one)).toMatchObject([{ value_text_box: 'Weaver' }]);
    expect(await answersOf(other)).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('is no difference in answers to questions and in properties of their own, and a repair leaves them', async () => {
    const { session, person, id } = await aToldPerson();
    const { id: event, registration_properties_definition: definition } = await eventOf(session, [
      'registration_properties_definition',
    ]);
    const badge = { name: 'badge', string: 'Badge', type: 'char' };
    await write('event.event', event, { registration_properties_definition: [...(definition as object[]), badge] });
    await write('event.registration', id, { registration_properties: { minutes: 40, badge: 'red' } });
    const question = await create('event.question', { title: `Diet ${RUN}`, question_type: 'text_box' });
    const answer = { registration_id: id, question_id: question, value_text_box: 'None' };
    const theirs = await create('event.registration.answer', answer);
    expect(await differences()).toEqual([]);
    await write('event.registration', id, { registration_properties: { minutes: 5, badge: 'red' } });
    await odoo.staff('event.registration.answer', 'unlink', { ids: (await answersOf(id)).map((one) => one.id) });
    expect(await told()).toEqual({ 'attendee changed': ['answer_position', 'minutes'] });
    await repairAll();
    expect((await attendeeOf(person, ['registration_properties'])).registration_properties).toEqual([
      expect.objectContaining({ name: 'minutes', value: 40 }),
      expect.objectContaining({ name: 'badge', value: 'red' }),
    ]);
    expect(await find('event.registration.answer', [['id', '=', theirs]], ['value_text_box'])).toMatchObject([
      { value_text_box: 'None' },
    ]);
    expect(await differences()).toEqual([]);
  });

  it('is no difference where they took the place for the minutes from the event', async () => {
    const { session } = await aToldPerson();
    const { id: event } = await eventOf(session, []);
    await write('event.event', event, { registration_properties_definition: [] });
    expect(await differences()).toEqual([]);
  });

  it('is told where it got a ticket of theirs', async () => {
    const session = await aSession({ price: 5_000, currency: 'EUR' });
    await sql(`update sessions set price = 0 where document_id = $1`, [session.documentId]);
    const person = await register(session);
    await sql(`update sessions set price = 5000 where document_id = $1`, [session.documentId]);
    await send();
    const event = await eventOf(session, ['event_ticket_ids']);
    const [ours] = event.event_ticket_ids as number[];
    const theirs = await create('event.event.ticket', { event_id: event.id, name: 'Press', price: 0 });
    expect(await differences()).toEqual([]);
    await write('event.registration', (await attendeeOf(person, [])).id, { event_ticket_id: theirs });
    expect(await told()).toEqual({ 'attendee changed': ['session'] });
    await repairAll();
    expect(await attendeeOf(person, ['event_ticket_id'])).toMatchObject({
      event_ticket_id: [ours, expect.any(String)],
    });
    expect(await differences()).toEqual([]);
  });
});

describe('Attendance that is corrected here', () => {
  it('takes the minutes back there', async () => {
    const { person } = await aToldPerson();
    expect(await minutesOf(person)).toBe(40);
    await edit(person, { state: 'no_show', attendanceDuration: null });
    await send();
    expect((await minutesOf(person)) || null).toBeNull();
    expect(await attendeeOf(person, ['state', 'date_closed'])).toMatchObject({ state: 'open', date_closed: false });
    expect(await differences()).toEqual([]);
  });
});

describe('A lead that staff changed', () => {
  it('is told by the name and the address as well, where it has no contact', async () => {
    const person = await register(await aSession());
    await send();
    expect(await differences()).toEqual([]);
    const lead = await leadOf(person, []);
    await write('crm.lead', lead!.id, { contact_name: 'Their name', email_from: `their-${RUN}@example.com` });
    expect(await told()).toEqual({ 'lead kept': ['contact_name', 'email_from'] });
  });
});
