import { normaliseEmail } from '../kernel/text';
import { externalId, findNamed, resolve, searchRead } from './calls';
import type { SessionFacts } from './queries';
import type { Tools } from './tools';

type Contact = { id: number; email_normalized: string | false; active: boolean };

/** Of a session with a speaker, and who organises its event there. */
export type Organised = { speaker: NonNullable<SessionFacts['speaker']>; organiser: number | false };

/**
 * Whether the organiser of an event is its session's speaker: a contact with the speaker's address, or the one that was made for the speaker,
 * whatever it was merged into. Undefined where nobody there is the speaker any more, and none can be told from another.
 */
export const readOrganisers = async (
  { odoo }: Tools,
  organised: readonly Organised[],
): Promise<(one: Organised) => Promise<boolean | undefined>> => {
  const emailOf = ({ speaker }: Organised): string => normaliseEmail(speaker.email ?? '');
  const emails = organised.map(emailOf).filter(Boolean);
  const organisers = organised.flatMap(({ organiser }) => organiser || []);
  const contacts =
    organised.length > 0
      ? await searchRead<Contact>(
          odoo,
          'res.partner',
          ['|', ['id', 'in', [...new Set(organisers)]], ['email_normalized', 'in', [...new Set(emails)]]],
          ['email_normalized', 'active'],
        )
      : [];
  const addressOf = new Map(contacts.map(({ id, email_normalized: address }) => [id, address]));
  const inUse = new Set(contacts.flatMap(({ active, email_normalized: address }) => (active && address) || []));
  const isByAddress = (one: Organised): boolean =>
    emailOf(one) !== '' && one.organiser !== false && addressOf.get(one.organiser) === emailOf(one);
  const others = organised.filter((one) => !isByAddress(one)).flatMap(({ organiser }) => organiser || []);
  const named =
    others.length > 0
      ? await findNamed(odoo, 'res.partner', [['id', 'in', [...new Set(others)]]])
      : new Map<string, number>();

  // A contact that bears other names as well tells only the first of them: asked once for each speaker who is not found otherwise.
  const asked = new Map<string, Promise<number | null>>();
  const contactOf = (speaker: string): Promise<number | null> => {
    const contact = asked.get(speaker) ?? resolve(odoo, 'speaker', speaker);
    asked.set(speaker, contact);
    return contact;
  };

  return async (one) => {
    const { speaker, organiser } = one;
    if (isByAddress(one)) return true;
    if (organiser !== false && named.get(externalId('speaker', speaker.documentId)) === organiser) return true;
    if (organiser === false || inUse.has(emailOf(one))) return false;
    const contact = await contactOf(speaker.documentId);
    return contact === null ? undefined : contact === organiser;
  };
};
