import type { IncomingMessage } from 'node:http';
import { staffOf } from '../audit';
import { DomainError, notFound } from '../kernel/errors';
import { dataOf, type Ctx } from '../kernel/request';
import { normaliseEmail } from '../kernel/text';
import type { ManageTokens, Tokens } from '../kernel/token';
import { localeOf, networkOf } from '../kernel/visitor';
import type { Admit } from './admit';
import { parseChange, parseFeedback } from './parse-form';
import type { Registrations } from './registrations';

export type DoorDeps = {
  registrations: Registrations;
  tokens: ManageTokens;
  /** Those that let their bearer in and do nothing else. */
  joinTokens: Tokens;
  admit: Admit;
  addressOf(request: IncomingMessage): string;
  limitAddress(key: string): Promise<void>;
  /** Whether users-permissions lets people sign up only by a link mailed to them: without it an address proves nothing. */
  confirmsEmail(): Promise<boolean>;
};

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
      const receipt = await deps.admit({
        session: ctx.params.slug!,
        data,
        idempotencyKey: ctx.get('Idempotency-Key'),
        from: address,
        locale,
      });
      privately(ctx);
      ctx.status = 201;
      ctx.body = { data: receipt, meta: {} };
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
      const { reference, state } = await registrations.approve(ctx.params.documentId!, staffOf(ctx));
      ctx.body = { data: { reference, state }, meta: {} };
    },

    async reject(ctx: Ctx): Promise<void> {
      const { reference, state } = await registrations.reject(ctx.params.documentId!, staffOf(ctx));
      ctx.body = { data: { reference, state }, meta: {} };
    },
  };
};
