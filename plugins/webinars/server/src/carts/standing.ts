import { DomainError, notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { isExpired, isForgotten, type Cart } from './cart';
import { SAY } from './texts';

/** A cart that is still remembered, or `not_found`. */
export const known = (cart: Cart | null, now: Date): Cart => {
  if (!cart || isForgotten(cart, now)) throw notFound('This cart');
  return cart;
};

/** A cart whose four hours are not over, or `gone`. */
export const alive = (cart: Cart, now: Date, locale: Locale): Cart => {
  if (isExpired(cart, now)) throw new DomainError('gone', 'CART_EXPIRED', SAY.expired[locale]);
  return cart;
};
