import type { IncomingMessage } from 'node:http';
import type { RefusalCode, RegistrationReceipt } from '../../../contracts/registration';
import { conflict, DomainError, invalid, notFound } from '../kernel/errors';
import { dataOf, type Ctx } from '../kernel/request';
import { normaliseEmail, type Locale } from '../kernel/text';
import { digest, type ManageTokens, type Tokens } from '../kernel/token';
import { localeOf, networkOf } from '../kernel/visitor';
import { parseChange, parseFeedback, parseForm } from './parse-form';
import type { Outcome } from './register';
import type { Registrations } from './registrations';
import { REFUSALS } from './texts';

export type DoorDeps = {
  registrations: Registrations;
  tokens: ManageTokens;
  /** Those that let their bearer in and do nothing else. */
  joinTokens: Tokens;
  now(): Date;
  addressOf(request: IncomingMessage): string;
  limitAddress(key: string): Promise<void>;
  limitEmail(key: string): Promise<void>;
  /** Whether users-permissions lets people sign up only by a link mailed to them: without it an address proves nothing. */
  confirmsEmail(): Promise<boolean>;
};

export const refusal = (code: RefusalCode, locale: Locale) => conflict(code, REFUSALS[code][locale]);

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The request's Idempotency-Key with a fingerprint of what it asks; the key itself is not stored. */
export const idempotencyOf = (key: string, asks: unknown) => {
  if (!key) return undefined;
  if (!KEY.test(key)) {
    throw invalid([
      { path: ['Idempotency-Key'], message: 'The Idempotency-Key has to be 1 to 255 visible characters.' },
    ]);
  }
  return { key: digest(key), fingerprint: digest(JSON.stringify(asks)) };
};

export const receiptOf = (
  outcome: Outcome & { kind: 'accepted' },
  checkoutUrl: string | null,
  tokens: ManageTokens,
): RegistrationReceipt => ({
  reference: outcome.reference,
  state: outcome.state,
  ...(outcome.waitlistPosition === undefined ? {} : { waitlistPosition: outcome.waitlistPosition }),
  manageToken: tokens.of(outcome.reference),
  ...(outcome.hold && checkoutUrl ? { payment: { checkoutUrl, ...outcome.hold } } : {}),
});

const privately = (ctx: Ctx) => ctx.set('Cache-Control', 'private, no-store');

export const createRegistrationController = (deps: DoorDeps) => {
  const { registrations, tokens } = deps;

  const referenceOf = (token: string, ...readers: Tokens[]): string => {
    const reference = [tokens, ...readers].map((reader) => reader.read(token)).find((read) => read !== null);
    if (!reference) throw notFound('This registration');
    return reference;
  };

  const visitorsEmail = async (ctx: Ctx): Promise<string> => {
    const { user } = ctx.state;
    if (!user?.email || !user.confirmed || user.blocked || !(await deps.confirmsEmail())) {
      throw new DomainError(
        'forbidden',
        'EMAIL_NOT_CONFIRMED',
        'Please confirm your e-mail address first. Registrations are shown to its owner only.',
      );
    }
    return normaliseEmail(user.email);
  };

  const localeIn = (ctx: Ctx) => localeOf(ctx.query.locale, ctx.get('Accept-Language'));

  const viewed = async (ctx: Ctx, reference: string) => {
    privately(ctx);
    ctx.body = { data: await registrations.view(reference), meta: {} };
  };

  const cancelled = async (ctx: Ctx, reference: string) => {
    if (!(await registrations.cancel(reference, localeIn(ctx)))) throw notFound('This registration');
    await viewed(ctx, reference);
  };

  return {
    async register(ctx: Ctx): Promise<void> {
      const address = deps.addressOf(ctx.req);
      await deps.limitAddress(networkOf(address));
      const data = dataOf(ctx.request.body);
      const locale = localeOf(data.language ?? ctx.query.locale, ctx.get('Accept-Language'));
      const form = parseForm(data, locale);
      await deps.limitEmail(form.email);
      const session = ctx.params.slug!;
      const idempotency = idempotencyOf(ctx.get('Idempotency-Key'), [session, form]);
      const outcome = await registrations.register({ session, form, idempotency, from: address, at: deps.now() });
      if (outcome.kind === 'refused') throw refusal(outcome.code, locale);
      const checkoutUrl = outcome.hold ? await registrations.checkout(outcome, form) : null;
      privately(ctx);
      ctx.status = 201;
      ctx.body = { data: receiptOf(outcome, checkoutUrl, tokens), meta: {} };
    },

    async view(ctx: Ctx): Promise<void> {
      const view = await registrations.view(referenceOf(ctx.params.token!));
      if (!view) throw notFound('This registration');
      privately(ctx);
      ctx.body = { data: view, meta: {} };
    },

    async cancel(ctx: Ctx): Promise<void> {
      await deps.limitAddress(networkOf(deps.addressOf(ctx.req)));
      await cancelled(ctx, referenceOf(ctx.params.token!));
    },

    async join(ctx: Ctx): Promise<void> {
      await deps.limitAddress(networkOf(deps.addressOf(ctx.req)));
      const place = await registrations.join(referenceOf(ctx.params.token!, deps.joinTokens), localeIn(ctx));
      if (!place) throw notFound('This registration');
      privately(ctx);
      ctx.body = { data: place, meta: {} };
    },

    async giveFeedback(ctx: Ctx): Promise<void> {
      await deps.limitAddress(networkOf(deps.addressOf(ctx.req)));
      const reference = referenceOf(ctx.params.token!);
      const feedback = parseFeedback(dataOf(ctx.request.body), localeIn(ctx));
      if (!(await registrations.giveFeedback(reference, feedback, localeIn(ctx)))) throw notFound('This registration');
      await viewed(ctx, reference);
    },

    async edit(ctx: Ctx): Promise<void> {
      await deps.limitAddress(networkOf(deps.addressOf(ctx.req)));
      const reference = referenceOf(ctx.params.token!);
      const change = parseChange(dataOf(ctx.request.body), localeIn(ctx));
      if (!(await registrations.edit(reference, change, localeIn(ctx)))) throw notFound('This registration');
      await viewed(ctx, reference);
    },

    async mine(ctx: Ctx): Promise<void> {
      const email = await visitorsEmail(ctx);
      privately(ctx);
      ctx.body = { data: await registrations.viewsOf(email), meta: { prefill: await registrations.prefillOf(email) } };
    },

    async cancelMine(ctx: Ctx): Promise<void> {
      const email = await visitorsEmail(ctx);
      const reference = ctx.params.reference!;
      if (!(await registrations.belongsTo(reference, email))) throw notFound('This registration');
      await cancelled(ctx, reference);
    },

    async approve(ctx: Ctx): Promise<void> {
      const { reference, state } = await registrations.approve(ctx.params.documentId!);
      ctx.body = { data: { reference, state }, meta: {} };
    },

    async reject(ctx: Ctx): Promise<void> {
      const { reference, state } = await registrations.reject(ctx.params.documentId!);
      ctx.body = { data: { reference, state }, meta: {} };
    },
  };
};
