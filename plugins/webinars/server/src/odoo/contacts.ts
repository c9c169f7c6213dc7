import { normaliseEmail } from '../kernel/text';
import { externalId, load, resolve } from './calls';
import type { Odoo } from './client';
import type { SessionFacts } from './queries';

/** Contacts by e-mail address, the oldest of each. They are found and linked, and nothing is ever written to one. */
export const findContacts = async (odoo: Odoo, emails: readonly string[]): Promise<Map<string, number>> => {
  const wanted = [...new Set(emails.map(normaliseEmail))];
  if (wanted.length === 0) return new Map();
  const found = await odoo.call<{ id: number; email_normalized: string | false }[]>({
    model: 'res.partner',
    method: 'search_read',
    // Archived contacts were put away by somebody.
    args: { domain: [['email_normalized', 'in', wanted]], fields: ['email_normalized'], order: 'id' },
  });
  const contacts = new Map<string, number>();
  for (const { id, email_normalized: email } of found) {
    if (email && !contacts.has(email)) contacts.set(email, id);
  }
  return contacts;
};

/** The contact of a speaker: found by address, else made once. */
export const speakerContact = async (
  odoo: Odoo,
  speaker: NonNullable<SessionFacts['speaker']>,
): Promise<number | null> => {
  const email = speaker.email && normaliseEmail(speaker.email);
  const found = email ? (await findContacts(odoo, [email])).get(email) : undefined;
  if (found) return found;
  const name = [speaker.firstName, speaker.lastName].filter(Boolean).join(' ');
  if (!name) return null;
  // Made before, and since then given another address or merged there: it is what our id names, and is left as it is.
  const known = await resolve(odoo, 'speaker', speaker.documentId);
  if (known) return known;
  const [made] = await load(
    odoo,
    'res.partner',
    ['id', 'name', 'email', 'company_name'],
    [[externalId('speaker', speaker.documentId), name, email ?? '', speaker.company ?? '']],
  );
  return made ?? null;
};
