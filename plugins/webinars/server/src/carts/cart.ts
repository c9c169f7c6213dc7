import type { CartChange, CartRefusalCode, DraftForm } from '../../../contracts/carts';
import type { Locale } from '../kernel/text';
import type { Outcome } from '../registration';

const HOUR = 3_600_000;

/** How long a cart can be changed and submitted. */
export const LIFE_MS = 4 * HOUR;
/** With less than this left, a visitor is warned. */
export const SOON_MS = HOUR / 2;
/** How long an expired cart is still known, so that who comes back late reads why it is gone; then it is deleted with all it says. */
export const KEPT_MS = 12 * HOUR;

/** What became of one session of a cart, as it is kept: without secrets, which can be derived, and without words, which have a language. */
export type Decided = {
  session: string;
  outcome: (Outcome & { kind: 'accepted' }) | { kind: 'refused'; code: CartRefusalCode };
  checkoutUrl: string | null;
};

/** A visitor's draft to register for several sessions at once. Sessions are document ids. */
export type Cart = {
  id: string;
  userId: string | null;
  draft: DraftForm;
  sessions: string[];
  expiresAt: Date;
  /** From here on it no longer changes. */
  submittedAt: Date | null;
  completedAt: Date | null;
  results: Decided[] | null;
};

/** The language to answer in: the form's own where it says one. */
export const languageOf = ({ draft }: Pick<Cart, 'draft'>, otherwise: Locale): Locale => draft.language ?? otherwise;

export const isExpired = (cart: Pick<Cart, 'expiresAt'>, now: Date): boolean => now >= cart.expiresAt;

/** Whether a cart is past remembering, though the beat that deletes it may not have come by yet. */
export const isForgotten = (cart: Pick<Cart, 'expiresAt'>, now: Date): boolean =>
  now.getTime() >= cart.expiresAt.getTime() + KEPT_MS;

export const millisecondsLeft = (cart: Pick<Cart, 'expiresAt'>, now: Date): number =>
  Math.max(0, cart.expiresAt.getTime() - now.getTime());

/** A draft with a change laid over it, field by field. Null and an empty text clear a field. */
export const filledIn = (
  draft: DraftForm,
  change: { email?: string | null; registrationData?: DraftForm | null },
): DraftForm => {
  const named = { ...(change.email === undefined ? {} : { email: change.email }), ...change.registrationData };
  const merged = Object.entries({ ...draft, ...named });
  return Object.fromEntries(merged.filter(([, value]) => value !== null && value !== undefined && value !== ''));
};

type SessionsChange = Pick<CartChange, 'sessionWebinars' | 'addSessionWebinars' | 'removeSessionWebinars'>;

/** The sessions of a cart after a change, each once and in the order in which they were added. */
export const chosen = (sessions: readonly string[], change: SessionsChange): string[] => {
  const removed = new Set(change.removeSessionWebinars);
  const all = new Set([...(change.sessionWebinars ?? sessions), ...(change.addSessionWebinars ?? [])]);
  return [...all].filter((session) => !removed.has(session));
};
