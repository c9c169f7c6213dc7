import type { RefusalCode, RegistrationReceipt } from '../../../contracts/registration';
import { conflict, invalid } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { digest, type ManageTokens } from '../kernel/token';
import { parseForm } from './parse-form';
import type { Outcome } from './register';
import type { Registrations } from './registrations';
import { REFUSALS } from './texts';

export const refusal = (code: RefusalCode, locale: Locale) => conflict(code, REFUSALS[code][locale]);

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The request's Idempotency-Key with a fingerprint of what it asks; the key itself is not stored. */
const idempotencyOf = (key: string, asks: unknown) => {
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

export type AdmitDeps = {
  registrations: Registrations;
  tokens: ManageTokens;
  now(): Date;
  limitEmail(key: string): Promise<void>;
};

/** What a visitor sent, not yet looked at. */
export type Sent = {
  session: string;
  data: Record<string, unknown>;
  /** Empty where the visitor named none. */
  idempotencyKey: string;
  /** The network address it came from. */
  from: string;
  /** The language that faults and refusals are told in. */
  locale: Locale;
};

/** Lets a visitor register: the way in of the API, of GraphQL and of the session's page, with one set of rules, limits and words. */
export const createAdmit =
  ({ registrations, tokens, now, limitEmail }: AdmitDeps) =>
  async ({ session, data, idempotencyKey, from, locale }: Sent): Promise<RegistrationReceipt> => {
    const form = parseForm(data, locale);
    await limitEmail(form.email);
    const idempotency = idempotencyOf(idempotencyKey, [session, form]);
    const outcome = await registrations.register({ session, form, idempotency, from, at: now() });
    if (outcome.kind === 'refused') throw refusal(outcome.code, locale);
    const checkoutUrl = outcome.hold ? await registrations.checkout(outcome, form) : null;
    return receiptOf(outcome, checkoutUrl, tokens);
  };

export type Admit = ReturnType<typeof createAdmit>;
