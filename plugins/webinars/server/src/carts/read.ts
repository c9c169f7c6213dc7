import type { Locale } from '../kernel/text';
import { digest } from '../kernel/token';
import { languageOf, type Cart } from './cart';
import type { Deps } from './deps';
import { findCart } from './queries';
import { alive, known } from './standing';

export const createReadCart =
  (deps: Deps) =>
  async (token: string, locale: Locale): Promise<Cart> => {
    const now = deps.clock.now();
    const cart = known(await findCart(deps.database.read, digest(token)), now);
    return alive(cart, now, languageOf(cart, locale));
  };
