import { MOST_SESSIONS, type CartChange } from '../../../contracts/carts';
import { conflict, invalid } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { digest } from '../kernel/token';
import { chosen, filledIn, languageOf, type Cart } from './cart';
import type { Deps } from './deps';
import { findSessions } from './find-sessions';
import { lockCart, writeDraft } from './queries';
import { alive, known } from './standing';
import { SAY } from './texts';

/** Lays a change over a cart. Changes that come together take turns, and each sees what the one before it left. */
export const createChangeCart =
  (deps: Deps) =>
  async (token: string, change: CartChange, locale: Locale): Promise<Cart> => {
    const lists = await findSessions(deps.database.read, change, locale);
    return deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const cart = known(await lockCart(trx, digest(token)), now);
      const own = languageOf(cart, locale);
      if (cart.completedAt) throw conflict('CART_COMPLETED', SAY.completed[own]);
      if (cart.submittedAt) throw conflict('CART_SUBMITTED', SAY.submitted[own]);
      alive(cart, now, own);
      const draft = filledIn(cart.draft, change);
      const sessions = chosen(cart.sessions, lists);
      if (sessions.length > MOST_SESSIONS) {
        throw invalid([{ path: ['addSessionWebinars'], message: SAY.tooMany[own], name: 'ValidationError' }]);
      }
      await writeDraft(trx, cart.id, draft, sessions);
      return { ...cart, draft, sessions };
    });
  };
