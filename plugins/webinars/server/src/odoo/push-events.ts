import type { Link, Outcome, Outcomes } from '../partners';
import { PartnerError } from '../kernel/http-client';
import { externalId, idsThere, isMissing, load, searchRead, write } from './calls';
import type { Values } from './client';
import { speakerContact } from './contacts';
import { QUESTION_NAMES, QUESTIONS } from './mapping/attendee';
import { eventWish, TICKET_NAME, type EventWish } from './mapping/event';
import { changedFields, digestsOf } from './mapping/wish';
import { lookingAgain } from './names';
import { readSessions, type SessionFacts } from './queries';
import type { Tools } from './tools';

/** Fields that go to Odoo as they stand in the wish. */
const PLAIN = [
  'name',
  'date_begin',
  'date_end',
  'date_tz',
  'seats_limited',
  'seats_max',
  'description',
  'event_url',
] as const;

const WATCHED = [{ name: 'minutes', string: 'Minutes attended', type: 'integer' }];

/**
 * What an event begins with, as defaults of its making: one that is there already belongs to those who work there, and a template written to
 * it would reset its seats, its tickets and its mails.
 */
const beginnings = async ({ names, features, settings }: Tools): Promise<Values> => {
  const template = settings.eventTemplate ? await names.idOf('event_template', settings.eventTemplate) : null;
  return {
    // Odoo mails nobody: we do. A template brings such mails along.
    default_event_mail_ids: [],
    default_address_id: false,
    ...(template ? { default_event_type_id: template } : {}),
    ...(features.event.has('registration_properties_definition')
      ? { default_registration_properties_definition: WATCHED }
      : {}),
  };
};

/** Our questions, beside those of the template. */
const questionValues = async ({ names, features }: Tools): Promise<Values> => {
  if (!features.event.has('question_ids')) return {};
  const questions = await names.idsOf(
    'question',
    QUESTION_NAMES.map((question) => QUESTIONS[question][features.locale]),
  );
  return { question_ids: [...questions.values()].map((id) => [4, id]) };
};

/** The mark of an event that takes place is theirs, unless it says that it does not. */
const goesOnValues = async ({ features, odoo }: Tools, event: number): Promise<Values> => {
  if (!features.hasCancelMark) return {};
  const [marked] = await searchRead(
    odoo,
    'event.event',
    [
      ['id', '=', event],
      ['kanban_state', '=', 'cancel'],
    ],
    ['id'],
  );
  return marked ? { kanban_state: 'normal' } : {};
};

const cancelValues = async ({ features, odoo }: Tools): Promise<Values> => {
  if (features.hasCancelMark) return { kanban_state: 'cancel' };
  const [stage] = await searchRead<{ id: number }>(
    odoo,
    'event.stage',
    [
      ['pipe_end', '=', true],
      ['name', 'ilike', 'cancel'],
    ],
    ['id'],
    { limit: 1 },
  );
  return stage ? { stage_id: stage.id } : {};
};

/** The fields that changed, in Odoo's words. */
const valuesOf = async (
  tools: Tools,
  link: Link,
  session: SessionFacts,
  wish: EventWish,
  changed: readonly string[],
): Promise<Values> => {
  const { names, features, odoo } = tools;
  const values: Values = {};
  for (const name of PLAIN) {
    if (changed.includes(name) && (name !== 'event_url' || features.event.has(name))) values[name] = wish[name];
  }
  if (changed.includes('website_published') && features.event.has('website_published')) {
    values.website_published = wish.website_published;
  }
  if (changed.includes('isCancelled')) {
    if (wish.isCancelled) Object.assign(values, await cancelValues(tools));
    else if (link.remoteId !== null) Object.assign(values, await goesOnValues(tools, Number(link.remoteId)));
  }
  if (changed.includes('speaker') && session.speaker) {
    const contact = await speakerContact(odoo, session.speaker);
    if (contact) values.organizer_id = contact;
  }
  if (changed.includes('tags')) {
    const tags = await names.idsOf('event_tag', wish.tags);
    // Added to those that are there: others may have put theirs beside ours.
    values.tag_ids = [...tags.values()].map((id) => [4, id]);
  }
  return values;
};

/** The ticket of a paid session, by an id of ours: sent again it is the same ticket. */
const sendTicket = async (
  { odoo, features, names, tickets }: Tools,
  link: Link,
  wish: EventWish,
  event: number,
): Promise<void> => {
  const had = link.remoteId !== null && (await tickets.of([link.record])).has(link.record);
  if (!wish.ticket && !had) return;
  const row: [string, string | number][] = [
    ['id', externalId('ticket', link.record)],
    ['event_id/.id', event],
    ['name', TICKET_NAME],
  ];
  if (features.ticket.has('price')) row.push(['price', wish.ticket?.price ?? 0]);
  // A product that is not there would refuse the whole ticket; without one it is Odoo's own for registrations. A test call tells of it.
  const product = wish.ticket?.product && (await names.idOf('product', String(wish.ticket.product)));
  if (features.ticket.has('product_id') && product) row.push(['product_id/.id', product]);
  const [id] = await load(
    odoo,
    'event.event.ticket',
    row.map(([name]) => name),
    [row.map(([, value]) => value)],
  );
  if (id) await tickets.keep(link.record, id);
};

/** Makes sure that events exist, all in one call; by an id of ours, so that one whose answer was lost is found and not made twice. */
const anchor = async (
  tools: Tools,
  links: readonly { link: Link; wish: EventWish }[],
): Promise<Map<string, number>> => {
  if (links.length === 0) return new Map();
  const ids = await lookingAgain(tools.names, async () =>
    load(
      tools.odoo,
      'event.event',
      ['id', 'name', 'date_begin', 'date_end'],
      links.map(({ link, wish }) => [externalId('session', link.record), wish.name, wish.date_begin, wish.date_end]),
      await beginnings(tools),
    ),
  );
  return new Map(links.map(({ link }, index) => [link.record, ids[index]!]));
};

const bringInStep = async (
  tools: Tools,
  link: Link,
  session: SessionFacts,
  wish: EventWish,
  event: number,
): Promise<Outcome> => {
  const changed = changedFields(wish, link.sent);
  const send = async (): Promise<void> => {
    const values = {
      ...(link.remoteId === null ? await questionValues(tools) : {}),
      ...(await valuesOf(tools, link, session, wish, changed)),
    };
    if (Object.keys(values).length > 0) await write(tools.odoo, 'event.event', [event], values);
    if (changed.includes('ticket')) await sendTicket(tools, link, wish, event);
  };
  try {
    await send();
  } catch (error) {
    if (!(error instanceof PartnerError) || error.trouble !== 'refused') throw error;
    if (isMissing(error)) {
      const there = await idsThere(tools.odoo, 'event.event', [event]);
      if (!there.has(event)) return { state: 'gone' };
    }
    // Perhaps a tag or a question that we remember is gone: look for them again, once.
    await tools.names.forget();
    await send();
  }
  return { state: 'done', remoteId: String(event), sent: digestsOf(wish) };
};

const settled = async (work: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PartnerError)) throw error;
    const { trouble, words } = error;
    if (trouble === 'failed') return { state: 'retry', trouble, words };
    if (trouble === 'refused' || trouble === 'forbidden') return { state: 'refused', trouble, words };
    throw error;
  }
};

/** A session that is gone here is put away there: it may not be deleted by us, and whoever was registered stays readable. */
const putAway = async ({ odoo }: Tools, link: Link): Promise<Outcome> => {
  const there = await idsThere(odoo, 'event.event', link.remoteId ? [Number(link.remoteId)] : []);
  await write(odoo, 'event.event', [...there], { active: false });
  return { state: 'unwanted' };
};

/** Brings events in step with sessions. */
export const pushEvents = async (tools: Tools, links: readonly Link[], outcomes: Outcomes): Promise<void> => {
  const sessions = await readSessions(
    tools.sql,
    links.map(({ record }) => record),
  );
  const wanted: { link: Link; session: SessionFacts; wish: EventWish }[] = [];
  for (const link of links) {
    const session = sessions.get(link.record);
    if (!session) {
      outcomes.set(link.record, await settled(() => putAway(tools, link)));
    } else if (!tools.settings.odooEventCreation || !session.createOdooEvent) {
      // Switched off later, it stays as it is there.
      outcomes.set(
        link.record,
        link.remoteId ? { state: 'done', remoteId: link.remoteId, sent: link.sent } : { state: 'unwanted' },
      );
    } else if (!link.remoteId && ['draft', 'cancelled'].includes(session.state) && !link.isTried) {
      outcomes.set(link.record, { state: 'unwanted' });
    } else {
      wanted.push({
        link,
        session,
        wish: eventWish(session, tools.pageOf(session.slug ?? session.documentId), tools.features.zones),
      });
    }
  }
  const made = await anchor(
    tools,
    wanted.filter(({ link }) => link.remoteId === null),
  );
  await tools.show(
    'sessions',
    [...made].map(([record, id]) => ({ record, id })),
  );
  for (const { link, session, wish } of wanted) {
    const event = made.get(link.record) ?? Number(link.remoteId);
    outcomes.set(link.record, await settled(() => bringInStep(tools, link, session, wish, event)));
  }
};
