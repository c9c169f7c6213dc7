import type { CartReceipt, CartView } from '../../../contracts/carts';
import type { Locale } from '../kernel/text';
import { createBeginCart } from './begin';
import type { Cart } from './cart';
import { createChangeCart } from './change';
import type { Deps } from './deps';
import { createReadCart } from './read';
import { createSubmitCart } from './submit';
import { receiptOfCart, viewOfCart } from './views';

/** All that can be done with carts, bound once. */
export type Carts = {
  begin: ReturnType<typeof createBeginCart>;
  read: ReturnType<typeof createReadCart>;
  change: ReturnType<typeof createChangeCart>;
  submit: ReturnType<typeof createSubmitCart>;
  view(token: string, cart: Cart, locale: Locale): Promise<CartView>;
  receipt(cart: Cart, locale: Locale): Promise<CartReceipt>;
};

export const createCarts = (deps: Deps): Carts => ({
  begin: createBeginCart(deps),
  read: createReadCart(deps),
  change: createChangeCart(deps),
  submit: createSubmitCart(deps),
  view: (token, cart, locale) => viewOfCart(deps, token, cart, locale),
  receipt: (cart, locale) => receiptOfCart(deps, cart, locale),
});
