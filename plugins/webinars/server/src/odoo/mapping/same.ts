import { normaliseEmail } from '../../kernel/text';

const TEXT = /<[^>]*>|&nbsp;|\s+/g;
/** HTML comes back cleaned: its words are what counts. */
const wordsOf = (html: unknown): string =>
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

/** What a ticket costs; none, or one that is gone, costs nothing. */
export const priceOf = (ticket: unknown): number => (ticket as { price: number } | null)?.price ?? 0;

type Same = (ours: unknown, theirs: unknown) => boolean;
const SAME: Record<string, Same> = {
  description: (ours, theirs) => wordsOf(ours).replace(/ /g, '') === wordsOf(theirs).replace(/ /g, ''),
  phone: (ours, theirs) => digitsOf(ours) === digitsOf(theirs),
  email: (ours, theirs) => normaliseEmail(String(ours || '')) === normaliseEmail(String(theirs || '')),
  // Raised there where Odoo counts people whom its own staff entered.
  seats_max: (ours, theirs) => Number(theirs) >= Number(ours),
  // Odoo rounds prices to cents.
  ticket: (ours, theirs) => priceOf(ours).toFixed(2) === priceOf(theirs).toFixed(2),
  isCancelled: (ours, theirs) => !ours || theirs === 'cancel',
};
/** Whether a field says there what we would have it say: Odoo gives some values back in another form. */
export const isSame = (name: string, ours: unknown, theirs: unknown): boolean => (SAME[name] ?? sameText)(ours, theirs);
