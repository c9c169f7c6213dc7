import type { IncomingMessage } from 'node:http';
import { cartChange, newCart } from '../../../contracts/carts';
import { localeOf, networkOf } from '../kernel/visitor';
import { dataOf, type Ctx } from '../kernel/request';
import { parseIn } from '../registration';
import type { SignedIn } from './begin';
import type { Carts } from './carts';

export type DoorDeps = {
  carts: Carts;
  addressOf(request: IncomingMessage): string;
  limitAddress(key: string): Promise<void>;
  /** Who is signed in, on a route that asks nobody to be. */
  signedIn(ctx: Ctx): Promise<SignedIn | null>;
};

const languageOf = (ctx: Ctx, data: Record<string, unknown> = {}) => {
  const form = data.registrationData as { language?: unknown } | null | undefined;
  return localeOf(form?.language ?? ctx.query.locale, ctx.get('Accept-Language'));
};

const answer = (ctx: Ctx, data: unknown, status = 200): void => {
  ctx.set('Cache-Control', 'private, no-store');
  ctx.status = status;
  ctx.body = { data, meta: {} };
};

export const createCartController = ({ carts, addressOf, limitAddress, signedIn }: DoorDeps) => ({
  async begin(ctx: Ctx): Promise<void> {
    await limitAddress(networkOf(addressOf(ctx.req)));
    const data = dataOf(ctx.request.body);
    const locale = languageOf(ctx, data);
    const { token, cart } = await carts.begin(parseIn(newCart, data, locale), await signedIn(ctx), locale);
    answer(ctx, await carts.view(token, cart, locale), 201);
  },

  async view(ctx: Ctx): Promise<void> {
    const locale = languageOf(ctx);
    const token = ctx.params.token!;
    answer(ctx, await carts.view(token, await carts.read(token, locale), locale));
  },

  async change(ctx: Ctx): Promise<void> {
    await limitAddress(networkOf(addressOf(ctx.req)));
    const data = dataOf(ctx.request.body);
    const locale = languageOf(ctx, data);
    const token = ctx.params.token!;
    const cart = await carts.change(token, parseIn(cartChange, data, locale), locale);
    answer(ctx, await carts.view(token, cart, locale));
  },

  async submit(ctx: Ctx): Promise<void> {
    const address = addressOf(ctx.req);
    await limitAddress(networkOf(address));
    const locale = languageOf(ctx);
    answer(ctx, await carts.receipt(await carts.submit(ctx.params.token!, locale, address), locale));
  },
});
