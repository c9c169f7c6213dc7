import type { FoundDifference } from '../partners';
import { searchRead } from './calls';
import { basis, pages, type Compared, type Read } from './differences';
import { digestsOf } from './mapping/wish';
import type { Tools } from './tools';

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
/** Those of which Odoo gives back what it was told. */
const COMPARED_OF_LEADS = ['name', 'type', 'partner_name', 'expected_revenue'];
/** Where there is a contact, its name and address take their place. */
const COMPARED_WITHOUT_CONTACT = ['contact_name', 'email_from'];

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
export const compareLeads = async (tools: Tools): Promise<Compared> => {
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
      const names = [...COMPARED_OF_LEADS, ...(lead.partner_id ? [] : COMPARED_WITHOUT_CONTACT)];
      const now = digestsOf(
        Object.fromEntries(names.map((name) => [name, lead[name] || (name === 'expected_revenue' ? 0 : '')])),
      );
      const kept = names.filter((name) => link.sent[name] !== undefined && link.sent[name] !== now[name]);
      if (kept.length > 0)
        found.push({ ...basis('lead', link), difference: 'kept', fields: kept.map((name) => ({ name })) });
    }
  }
  return { compared, found };
};
