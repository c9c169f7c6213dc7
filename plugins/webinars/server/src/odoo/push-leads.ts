import { normaliseEmail } from '../kernel/text';
import type { Link, Outcomes } from '../partners';
import { externalId, findNamed, load } from './calls';
import { findContacts } from './contacts';
import { titleOf } from './mapping/event';
import { leadWish, type LeadWish } from './mapping/lead';
import { digestsOf } from './mapping/wish';
import { lookingAgain } from './names';
import { readRegistrations, readRetried, readSessions, type RegistrationFacts } from './queries';
import { ruleFor } from './rules';
import type { Tools } from './tools';

type Row = Record<string, string | number>;

/** A lead as a row of a load. Empty cells are stored as empty, so a column is there only where it says something. */
const rowOf = async (
  tools: Tools,
  person: RegistrationFacts,
  wish: LeadWish,
  contact: number | undefined,
  there: { event: number | undefined; attendee: number | undefined },
): Promise<Row> => {
  const { names, features } = tools;
  const row: Row = {
    id: externalId('lead', person.documentId),
    name: wish.name,
    type: wish.type,
    contact_name: wish.contact_name,
    partner_name: wish.partner_name,
    description: wish.description,
    expected_revenue: wish.expected_revenue,
    'source_id/.id': (await names.idOf('source', wish.source))!,
    'medium_id/.id': (await names.idOf('medium', wish.medium))!,
    // Without this column the account itself would be the salesperson.
    'user_id/.id': (wish.salesperson && (await names.idOf('user', wish.salesperson))) || '',
  };
  row['tag_ids/.id'] = [...(await names.idsOf('lead_tag', wish.tags)).values()].join(',');
  if (wish.campaign) row['campaign_id/.id'] = (await names.idOf('campaign', wish.campaign))!;
  const team = wish.team && (await names.idOf('team', wish.team));
  if (team) row['team_id/.id'] = team;
  if (wish.website) row.website = wish.website;
  // A contact's own address and telephone would be overwritten by those of its lead: a lead that has a contact brings none along.
  if (contact) row['partner_id/.id'] = contact;
  else Object.assign(row, { email_from: wish.email_from, ...(wish.phone ? { phone: wish.phone } : {}) });
  if (there.event && features.lead.has('event_id')) row['event_id/.id'] = there.event;
  if (there.attendee && features.lead.has('registration_ids')) row['registration_ids/.id'] = String(there.attendee);
  return row;
};

/** Loads rows that have the same columns together. Answers with their ids, in the order of the rows. */
const loadRows = async (tools: Tools, rows: readonly Row[]): Promise<number[]> => {
  const ids: number[] = [];
  const groups = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const columns = Object.keys(row).join();
    groups.set(columns, [...(groups.get(columns) ?? []), index]);
  });
  for (const indices of groups.values()) {
    const columns = Object.keys(rows[indices[0]!]!);
    const made = await load(
      tools.odoo,
      'crm.lead',
      columns,
      indices.map((index) => columns.map((column) => rows[index]![column]!)),
    );
    indices.forEach((index, place) => {
      ids[index] = made[place]!;
    });
  }
  return ids;
};

/**
 * Leads of ours that are there though no answer told us, by their attendee or their address. Whoever works there may have taken one up since, so
 * none is loaded again.
 */
const findMade = async (
  { odoo, features }: Tools,
  links: readonly Link[],
  facts: ReadonlyMap<string, RegistrationFacts>,
  attendees: ReadonlyMap<string, { id: number }>,
): Promise<Map<string, number>> => {
  const tried = links.filter(({ isTried, remoteId }) => isTried && remoteId === null);
  if (tried.length === 0) return new Map();
  const emails = tried.flatMap(({ record }) => facts.get(record)?.email ?? []).map(normaliseEmail);
  const ids = tried.flatMap(({ record }) => attendees.get(record)?.id ?? []);
  const byAddress = ['email_normalized', 'in', emails] as const;
  const named = await findNamed(
    odoo,
    'crm.lead',
    features.lead.has('registration_ids') ? ['|', ['registration_ids', 'in', ids], byAddress] : [byAddress],
  );
  return new Map(
    tried.flatMap(({ record }) => {
      const id = named.get(externalId('lead', record));
      return id ? [[record, id] as const] : [];
    }),
  );
};

/** Makes leads of registrations, each once. From then on a lead belongs to those who work in Odoo, and is never written again. */
export const pushLeads = async (tools: Tools, links: readonly Link[], outcomes: Outcomes): Promise<void> => {
  const facts = await readRegistrations(
    tools.sql,
    links.map(({ record }) => record),
  );
  const wanted: { link: Link; person: RegistrationFacts; wish: LeadWish }[] = [];
  const sessions = await readSessions(
    tools.sql,
    [...facts.values()].map(({ session }) => session),
  );
  const { settings, features } = tools;
  const records = links.map(({ record }) => record);
  const attendees = await tools.remoteIds('attendee', records);
  const retried = await readRetried(tools.sql, 'attendee', records);
  const made = await findMade(tools, links, facts, attendees);
  for (const link of links) {
    const person = facts.get(link.record);
    const rule = person && ruleFor(person, settings);
    const id = link.remoteId ?? made.get(link.record);
    if (id) outcomes.set(link.record, { state: 'done', remoteId: String(id), sent: link.sent });
    else if (!person || !rule) outcomes.set(link.record, { state: 'unwanted' });
    // A lead is written once, and points to its attendee.
    else if (retried.has(link.record)) outcomes.set(link.record, { state: 'blocked' });
    else {
      const session = sessions.get(person.session)!;
      const wish = leadWish(person, rule, settings, {
        title: titleOf(session),
        locale: features.locale,
        companyCurrency: features.companyCurrency,
      });
      wanted.push({ link, person, wish });
    }
  }
  if (wanted.length > 0) {
    const events = await tools.remoteIds(
      'event',
      wanted.map(({ person }) => person.session),
    );
    const contacts = await findContacts(
      tools.odoo,
      wanted.map(({ person }) => person.email),
    );
    const send = async (): Promise<number[]> => {
      const rows: Row[] = [];
      for (const { person, wish } of wanted) {
        const event = events.get(person.session);
        const attendee = attendees.get(person.documentId);
        rows.push(
          await rowOf(tools, person, wish, contacts.get(normaliseEmail(person.email)), {
            event: event && event.state !== 'gone' ? event.id : undefined,
            attendee: attendee && attendee.state !== 'gone' ? attendee.id : undefined,
          }),
        );
      }
      return loadRows(tools, rows);
    };
    const ids = await lookingAgain(tools.names, send);
    wanted.forEach(({ link, wish }, index) => {
      outcomes.set(link.record, { state: 'done', remoteId: String(ids[index]!), sent: digestsOf(wish) });
    });
  }
  const asked = [...facts.values()].filter(
    ({ documentId, wantsConsultation, state }) =>
      settings.consultationActivity &&
      wantsConsultation &&
      state !== 'cancelled' &&
      outcomes.get(documentId)?.state === 'done',
  );
  await tools.mark(asked.map(({ documentId, session }) => ({ kind: 'activity', record: documentId, session })));
};
