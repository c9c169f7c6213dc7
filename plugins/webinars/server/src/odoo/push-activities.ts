import type { Link, Outcomes } from '../partners';
import { externalId, findNamed, load } from './calls';
import { activitySummary } from './mapping/lead';
import { digestsOf } from './mapping/wish';
import { readRegistrations, type RegistrationFacts } from './queries';
import { ruleFor } from './rules';
import type { Tools } from './tools';

const DAY = 24 * 60 * 60 * 1000;

/** A working day on which somebody can call: tomorrow, or after the weekend. */
const nextWorkingDay = (now: Date): string => {
  const day = new Date(now.getTime() + DAY);
  while ([0, 6].includes(day.getUTCDay())) day.setTime(day.getTime() + DAY);
  return day.toISOString().slice(0, 10);
};

/** To-dos of ours that are there though no answer told us, by their id of ours: whatever became of one since is not undone. */
const findMade = async (
  { odoo }: Tools,
  links: readonly Link[],
  leads: ReadonlyMap<string, { id: number }>,
): Promise<Map<string, number>> => {
  const tried = links.filter(({ record, isTried, remoteId }) => isTried && remoteId === null && leads.has(record));
  if (tried.length === 0) return new Map();
  return findNamed(odoo, 'mail.activity', [
    ['res_model', '=', 'crm.lead'],
    ['res_id', 'in', tried.map(({ record }) => leads.get(record)!.id)],
  ]);
};

/** Asks a salesperson to call whoever asked for a consultation, once: a to-do on the lead. What becomes of it is theirs. */
export const pushActivities = async (tools: Tools, links: readonly Link[], outcomes: Outcomes): Promise<void> => {
  const { names, settings, features } = tools;
  const facts = await readRegistrations(
    tools.sql,
    links.map(({ record }) => record),
  );
  const leads = await tools.remoteIds(
    'lead',
    links.map(({ record }) => record),
  );
  const made = await findMade(tools, links, leads);
  const wanted: { link: Link; person: RegistrationFacts; lead: number; name: string }[] = [];
  for (const link of links) {
    const person = facts.get(link.record);
    const lead = leads.get(link.record);
    const name = externalId('consultation', link.record);
    const id = link.remoteId ?? made.get(name);
    if (id) outcomes.set(link.record, { state: 'done', remoteId: String(id), sent: link.sent });
    else if (!person?.wantsConsultation || !settings.consultationActivity)
      outcomes.set(link.record, { state: 'unwanted' });
    else if (!lead) outcomes.set(link.record, { state: 'blocked' });
    else if (lead.state === 'gone') outcomes.set(link.record, { state: 'unwanted' });
    else wanted.push({ link, person, lead: lead.id, name });
  }
  const summary = activitySummary(features.locale);
  const rows: (string | number)[][] = [];
  for (const { person, lead, name } of wanted) {
    const salesperson = ruleFor(person, settings)?.salesperson ?? settings.salesperson;
    rows.push([
      name,
      // The model's own number may be read by administrators only.
      'crm.model_crm_lead',
      lead,
      summary,
      'mail.mail_activity_data_todo',
      (salesperson && (await names.idOf('user', salesperson))) || '',
      nextWorkingDay(tools.clock.now()),
    ]);
  }
  const ids = await load(
    tools.odoo,
    'mail.activity',
    ['id', 'res_model_id/id', 'res_id', 'summary', 'activity_type_id/id', 'user_id/.id', 'date_deadline'],
    rows,
  );
  wanted.forEach(({ link }, index) => {
    outcomes.set(link.record, { state: 'done', remoteId: String(ids[index]!), sent: digestsOf({ summary }) });
  });
};
