import type { PartnerDifference } from '../../plugins/webinars/contracts/partners';
import { aForm, app, odoo, request, sql, strapi } from '../harness';

// The same for the fake and for a real Odoo: other records may be there, so each run has people and words of its own.
export const RUN = Math.random().toString(36).slice(2, 8);
let made = 0;
export const someone = (data: Record<string, unknown> = {}) => {
  made += 1;
  return aForm({ firstName: 'Grace', lastName: `Hopper ${made}`, email: `guest-${RUN}-${made}@example.com`, ...data });
};

export type Registered = { documentId: string; reference: string; token: string; email: string; state: string };

export const register = async (session: { slug: string }, form = someone()): Promise<Registered> => {
  const { status, body } = await request
    .post(`/api/webinars/sessions/${session.slug}/registrations`)
    .send({ data: form });
  if (status !== 201) throw new Error(`Not registered: ${status} ${JSON.stringify(body)}`);
  const {
    reference,
    manageToken: token,
    state,
  } = body.data as { reference: string; manageToken: string; state: string };
  const [row] = await sql<{ document_id: string }>(`select document_id from registrations where reference = $1`, [
    reference,
  ]);
  return { documentId: row!.document_id, reference, token, email: String(form.email), state };
};

export const send = () => app.partners.sendDue();

export const linkOf = async (kind: string, record: string) =>
  (
    await sql<{ remote_id: string; state: string; words: string }>(
      `select remote_id, state, words from webinars_links where kind = $1 and record = $2`,
      [kind, record],
    )
  )[0];

export type Read = Record<string, unknown> & { id: number };

export const find = (model: string, domain: unknown[], fields: string[]): Promise<Read[]> =>
  odoo.staff<Read[]>(model, 'search_read', { domain, fields, context: { active_test: false } });

export const eventOf = async (session: { documentId: string }, fields: string[]): Promise<Read> => {
  const link = await linkOf('event', session.documentId);
  const [event] = await find('event.event', [['id', '=', Number(link?.remote_id)]], fields);
  if (!event) throw new Error(`No event: ${JSON.stringify(link)}`);
  return event;
};

export const attendeesOf = async (references: string[], fields: string[]): Promise<Read[]> =>
  find('event.registration', [['barcode', 'in', references]], ['barcode', ...fields]);
export const attendeeOf = async ({ reference }: Registered, fields: string[]): Promise<Read> => {
  const found = await attendeesOf([reference], fields);
  if (found.length !== 1) throw new Error(`${found.length} attendees of ${reference}`);
  return found[0]!;
};

export const leadOf = async ({ documentId }: Registered, fields: string[]): Promise<Read | null> => {
  const link = await linkOf('lead', documentId);
  return link?.remote_id ? ((await find('crm.lead', [['id', '=', Number(link.remote_id)]], fields))[0] ?? null) : null;
};

export const differences = async (): Promise<PartnerDifference[]> => {
  await app.partners.reconcile({ partner: 'odoo' });
  const { data } = await app.partners.differences('odoo', { page: 1, pageSize: 100, titles: 'en' });
  return data;
};

export const save = (documentId: string, data: Record<string, unknown>) =>
  strapi.documents('api::session.session').update({ documentId, data });
