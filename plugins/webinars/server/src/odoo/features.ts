import { searchRead } from './calls';
import type { Odoo } from './client';
import type { Features } from './tools';

type FieldsGot = Record<string, { selection?: [string, string][] }>;

const ASKED = {
  'event.event': [
    'website_published',
    'kanban_state',
    'date_tz',
    'question_ids',
    'registration_properties_definition',
    'event_mail_ids',
    'event_url',
  ],
  'event.registration': ['event_ticket_id', 'registration_properties', 'utm_source_id', 'partner_id', 'company_name'],
  'crm.lead': ['event_id', 'registration_ids', 'website'],
  'event.event.ticket': ['price', 'product_id'],
} as const;

/** Asks what this Odoo is like. */
export const readFeatures = async (odoo: Odoo): Promise<Features> => {
  const fieldsOf = (model: keyof typeof ASKED): Promise<FieldsGot> =>
    odoo.call({ model, method: 'fields_get', args: { allfields: ASKED[model], attributes: ['type', 'selection'] } });
  const { lang, uid } = await odoo.call<{ lang?: string | false; uid?: number }>({
    model: 'res.users',
    method: 'context_get',
  });
  const [user] = await searchRead<{ company_id: [number, string] | false }>(
    odoo,
    'res.users',
    [['id', '=', uid ?? 0]],
    ['company_id'],
  );
  const [company] = user?.company_id
    ? await searchRead<{ currency_id: [number, string] | false }>(
        odoo,
        'res.company',
        [['id', '=', user.company_id[0]]],
        ['currency_id'],
      )
    : [];
  const event = await fieldsOf('event.event');
  return {
    locale: typeof lang === 'string' && lang.startsWith('de') ? 'de' : 'en',
    companyCurrency: company?.currency_id ? company.currency_id[1] : null,
    event: new Set(Object.keys(event)),
    attendee: new Set(Object.keys(await fieldsOf('event.registration'))),
    lead: new Set(Object.keys(await fieldsOf('crm.lead'))),
    ticket: new Set(Object.keys(await fieldsOf('event.event.ticket'))),
    zones: new Set((event.date_tz?.selection ?? []).map(([zone]) => zone)),
    hasCancelMark: (event.kanban_state?.selection ?? []).some(([value]) => value === 'cancel'),
  };
};
