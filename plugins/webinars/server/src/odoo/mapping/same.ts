import { normaliseEmail } from '../../kernel/text';
import { TICKET_NAME } from './event';

const TEXT = /<[^>]*>|&nbsp;|\s+/g;
/** HTML comes back cleaned: its words are what counts. */
export const wordsOf = (html: unknown): string =>
  String(html || '')
    .replace(TEXT, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39|#34);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? (name === '#39' ? "'" : '"'),
    )
    .replace(/ +/g, ' ')
    .trim();
/** Telephone numbers come back in another form: the last digits are the number. */
const digitsOf = (phone: unknown): string =>
  String(phone || '')
    .replace(/\D/g, '')
    .slice(-7);
const sameText = (ours: unknown, theirs: unknown): boolean => String(ours || '').trim() === String(theirs || '').trim();

type Ticket = { price: number; product: number | null };
/** A ticket as it is there. */
export type TicketThere = Ticket & { name: string };

/** Odoo rounds prices to cents; none, or one that is gone, costs nothing. Without a product of ours it has Odoo's own. */
const sameTicket = (ours: Ticket | null, theirs: TicketThere | null): boolean => {
  if ((ours?.price ?? 0).toFixed(2) !== (theirs?.price ?? 0).toFixed(2)) return false;
  return !ours || !theirs || (theirs.name === TICKET_NAME && (ours.product ?? theirs.product) === theirs.product);
};

type Same = (ours: unknown, theirs: unknown) => boolean;
const SAME: Record<string, Same> = {
  description: (ours, theirs) => wordsOf(ours).replace(/ /g, '') === wordsOf(theirs).replace(/ /g, ''),
  phone: (ours, theirs) => digitsOf(ours) === digitsOf(theirs),
  email: (ours, theirs) => normaliseEmail(String(ours || '')) === normaliseEmail(String(theirs || '')),
  ticket: (ours, theirs) => sameTicket(ours as Ticket | null, theirs as TicketThere | null),
  // Others put theirs beside ours.
  tags: (ours, theirs) => (ours as string[]).every((tag) => (theirs as string[]).includes(tag)),
  // A number that nobody entered is none, or nought.
  minutes: (ours, theirs) => Number(ours ?? 0) === Number(theirs ?? 0),
};
/** Whether a field says there what we would have it say: Odoo gives some values back in another form. */
export const isSame = (name: string, ours: unknown, theirs: unknown): boolean => (SAME[name] ?? sameText)(ours, theirs);
