import type { DraftForm, NewCart } from '../../../contracts/carts';
import { invalid } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { digest, newSecretToken } from '../kernel/token';
import { chosen, filledIn, LIFE_MS, type Cart } from './cart';
import type { Deps } from './deps';
import { findSessions } from './find-sessions';
import { insertCart } from './queries';
import { SAY } from './texts';

/** Who is signed in. `email` is there only where the account has confirmed it. */
export type SignedIn = { userId: string; email: string | null };

/** What the form is filled with before the visitor's own words: an earlier registration, or what the account's address registered last. */
const prefillFor = async (
  deps: Deps,
  manageToken: string | null | undefined,
  visitor: SignedIn | null,
  locale: Locale,
): Promise<DraftForm> => {
  if (manageToken) {
    const reference = deps.tokens.read(manageToken);
    const prefill = reference === null ? null : await deps.registrations.prefillFrom(reference);
    if (prefill) return prefill;
    throw invalid([{ path: ['manageToken'], message: SAY.unknownToken[locale], name: 'ValidationError' }]);
  }
  if (!visitor?.email) return {};
  return (await deps.registrations.prefillOf(visitor.email)) ?? { email: visitor.email };
};

/** Begins a cart. Its token is told once and kept only as a digest. */
export const createBeginCart =
  (deps: Deps) =>
  async (wish: NewCart, visitor: SignedIn | null, locale: Locale): Promise<{ token: string; cart: Cart }> => {
    const now = deps.clock.now();
    const lists = await findSessions(deps.database.read, { sessionWebinars: wish.sessionWebinars }, locale);
    const token = newSecretToken();
    const cart = await insertCart(deps.database.read, {
      tokenDigest: digest(token),
      userId: visitor?.userId ?? null,
      draft: filledIn(await prefillFor(deps, wish.manageToken, visitor, locale), wish),
      sessions: chosen([], lists),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFE_MS),
    });
    return { token, cart };
  };
