import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { preferencesChange, unsubscribeQuery } from '../../../contracts/preferences';
import { invalid, notFound } from '../kernel/errors';
import { faultsIn } from '../kernel/faults';
import { dataOf, type Ctx } from '../kernel/request';
import type { Tokens } from '../kernel/token';
import { localeOf, networkOf } from '../kernel/visitor';
import type { PreferencesUseCases } from './preferences';

export type PreferencesDoorDeps = {
  preferences: PreferencesUseCases;
  tokens: { preferences: Tokens; consent: Tokens };
  addressOf(request: IncomingMessage): string;
  limitAddress(key: string): Promise<void>;
};

const localeIn = (ctx: Ctx) => localeOf(ctx.query.locale, ctx.get('Accept-Language'));

const parsed = <Schema extends z.ZodType>(schema: Schema, data: unknown, ctx: Ctx): z.infer<Schema> => {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw invalid(faultsIn(result.error, data, localeIn(ctx)));
};

const answer = (ctx: Ctx, data: unknown): void => {
  ctx.set('Cache-Control', 'private, no-store');
  ctx.status = 200;
  ctx.body = { data, meta: {} };
};

/** Who bears a token decides about its address's mails. No cookie takes part, so no other site can make a browser do it. */
export const createPreferencesController = ({ preferences, tokens, addressOf, limitAddress }: PreferencesDoorDeps) => {
  const referenceOf = (ctx: Ctx, purpose: 'preferences' | 'consent'): string => {
    const reference = tokens[purpose].read(ctx.params.token!);
    if (!reference) throw notFound('This registration');
    return reference;
  };

  return {
    async view(ctx: Ctx): Promise<void> {
      answer(ctx, await preferences.read(referenceOf(ctx, 'preferences')));
    },

    async change(ctx: Ctx): Promise<void> {
      const address = addressOf(ctx.req);
      await limitAddress(networkOf(address));
      const reference = referenceOf(ctx, 'preferences');
      const change = parsed(preferencesChange, dataOf(ctx.request.body), ctx);
      answer(ctx, await preferences.change(reference, change, address));
    },

    /**
     * RFC 8058: a mail client posts here by itself, form-encoded and without asking its owner anything else. What the body says does not
     * matter, for the request itself is the wish. One provider speaks for many people from one address, so a link that is good counts
     * for its registration and not for that address.
     */
    async unsubscribe(ctx: Ctx): Promise<void> {
      const known = tokens.preferences.read(ctx.params.token!);
      await limitAddress(known ? `unsubscribe:${known}` : networkOf(addressOf(ctx.req)));
      const reference = referenceOf(ctx, 'preferences');
      const { category } = parsed(unsubscribeQuery, { category: ctx.query.category }, ctx);
      answer(ctx, await preferences.unsubscribe(reference, category));
    },

    async confirmConsent(ctx: Ctx): Promise<void> {
      const address = addressOf(ctx.req);
      await limitAddress(networkOf(address));
      answer(ctx, await preferences.confirmConsent(referenceOf(ctx, 'consent'), address, localeIn(ctx)));
    },
  };
};
