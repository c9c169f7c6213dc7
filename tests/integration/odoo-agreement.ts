import type { Odoo } from '../harness/odoo.mjs';

type Fake = NonNullable<Odoo['fake']>;
type Rows = <Row>(statement: string) => Promise<Row[]>;

const NAMED = ['event.event', 'event.event.ticket', 'crm.lead', 'mail.activity', 'event.registration.answer'] as const;

/** What makes two records of a model the same thing to somebody who works there. */
const SAME: Record<string, (row: Record<string, any>) => unknown[]> = {
  'event.event': ({ name, date_begin: begin }) => [name, begin],
  'event.event.ticket': ({ event_id: event }) => [event],
  'event.registration': ({ event_id: event, email }) => [event, email],
  'event.registration.answer': ({ registration_id: registration, question_id: question }) => [registration, question],
  'crm.lead': ({ event_id: event, contact_name: name }) => [event, name],
  'mail.activity': ({ res_model: model, res_id: id, summary }) => [model, id, summary],
  'res.partner': ({ email_normalized: email, id }) => [email || id],
  'crm.tag': ({ name }) => [name],
  'event.tag': ({ name }) => [name],
  'event.question': ({ title }) => [title],
  'utm.source': ({ name }) => [String(name).replace(/ \[\d+\]$/, '')],
  'utm.medium': ({ name }) => [String(name).replace(/ \[\d+\]$/, '')],
  'utm.campaign': ({ name }) => [String(name).replace(/ \[\d+\]$/, '')],
};

/** Everything that is there more than once. */
export const twinsIn = (fake: Fake): string[] =>
  Object.entries(SAME).flatMap(([model, keyOf]) => {
    const counts = new Map<string, number>();
    for (const row of fake.records(model)) {
      const key = JSON.stringify(keyOf(row));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].filter(([, count]) => count > 1).map(([key, count]) => `${count} × ${model} ${key}`);
  });

/** The external ids of ours that are there, sorted: each names one record. */
const namesIn = async (odoo: Odoo, model: string): Promise<string[]> => {
  const ids = odoo.fake!.records(model).map(({ id }) => Number(id));
  const names = await odoo.staff<Record<string, string>>(model, 'get_external_id', { ids });
  return Object.values(names).sort();
};

const STATES: Record<string, string> = {
  confirmed: 'open',
  no_show: 'open',
  attended: 'done',
  waitlisted: 'draft',
  pending_approval: 'draft',
  pending_payment: 'draft',
  cancelled: 'cancel',
};

/**
 * Whether Odoo has exactly what we have, counted by reference, by external id and by address, past everything the sync itself believes. Who
 * cancelled before they ever arrived may be missing there.
 */
export const expectAgreement = async (rows: Rows, odoo: Odoo): Promise<void> => {
  const fake = odoo.fake!;
  expect(twinsIn(fake)).toEqual([]);

  const people = await rows<{ id: string; reference: string; state: string; consultation: boolean }>(
    `select document_id as id, reference, state, coalesce(consultation_interest, false) as consultation from registrations order by reference`,
  );
  const there = new Map(fake.records('event.registration').map(({ barcode, state }) => [barcode, state]));
  const wanted = people.filter(({ reference, state }) => state !== 'cancelled' || there.has(reference));
  expect(Object.fromEntries(there)).toEqual(
    Object.fromEntries(wanted.map(({ reference, state }) => [reference, STATES[state]])),
  );

  const sessions = await rows<{ id: string; price: number }>(
    `select document_id as id, price from sessions where state <> 'draft' order by document_id`,
  );
  expect(await namesIn(odoo, 'event.event')).toEqual(
    sessions.map(({ id }) => `magnetiq_webinars.session_${id}`).sort(),
  );
  const paid = sessions.filter(({ price }) => Number(price) > 0);
  expect(await namesIn(odoo, 'event.event.ticket')).toEqual(
    paid.map(({ id }) => `magnetiq_webinars.ticket_${id}`).sort(),
  );

  const isLead = ({ state }: { state: string }) => ['confirmed', 'attended', 'no_show'].includes(state);
  const leads = await namesIn(odoo, 'crm.lead');
  const names = new Set(people.map(({ id }) => `magnetiq_webinars.lead_${id}`));
  expect(leads.filter((name) => !names.has(name))).toEqual([]);
  expect(people.filter(isLead).filter(({ id }) => !leads.includes(`magnetiq_webinars.lead_${id}`))).toEqual([]);
  const asking = people.filter((person) => isLead(person) && person.consultation);
  const activities = await namesIn(odoo, 'mail.activity');
  expect(asking.filter(({ id }) => !activities.includes(`magnetiq_webinars.consultation_${id}`))).toEqual([]);
  for (const model of NAMED) {
    const all = await namesIn(odoo, model);
    expect([model, all.length]).toEqual([model, new Set(all).size]);
    expect(all.filter((name) => !name.startsWith('magnetiq_webinars.'))).toEqual([]);
  }

  const [left] = await rows<{ left: number }>(`select count(*)::int as left from webinars_links where state <> 'done'`);
  expect(left).toEqual({ left: 0 });
};
