import type { RegistrationForm } from '../../../contracts/registration';
import { DomainError, invalid, type Fault } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { digest } from '../kernel/token';
import { parseForm, type Outcome } from '../registration';
import { languageOf, LIFE_MS, type Cart, type Decided } from './cart';
import type { Deps } from './deps';
import { complete, lockCart, markSubmitted } from './queries';
import { alive, known } from './standing';
import { SAY } from './texts';

type Accepted = Outcome & { kind: 'accepted' };

/** What the cart lacks, named as the fields of a cart. */
const faultsOf = (error: unknown): Fault[] => {
  if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
  return (error.details.errors as Fault[]).map((fault) => ({ ...fault, path: ['registrationData', ...fault.path] }));
};

/** The form as a registration wants it, of a cart that has everything; else `invalid` with all that is missing. */
const completeForm = (cart: Cart, locale: Locale): RegistrationForm => {
  const faults: Fault[] = [];
  if (cart.sessions.length === 0) {
    faults.push({ path: ['sessionWebinars'], message: SAY.empty[locale], name: 'ValidationError' });
  }
  try {
    const form = parseForm(cart.draft, locale);
    if (faults.length === 0) return form;
  } catch (error) {
    faults.push(...faultsOf(error));
  }
  throw invalid(faults);
};

/**
 * Closes the cart to changes, in a transaction of its own that is over before anything is registered. Whoever submits it again, at the
 * same time or later, finds it closed with the same words in it.
 */
const close = (deps: Deps, token: string, locale: Locale) =>
  deps.database.inTransaction(async (trx) => {
    const now = deps.clock.now();
    const cart = known(await lockCart(trx, digest(token)), now);
    if (cart.submittedAt) return cart;
    const form = completeForm(alive(cart, now, languageOf(cart, locale)), languageOf(cart, locale));
    await deps.limitEmail(form.email, cart.sessions.length);
    await markSubmitted(trx, cart.id, now);
    return { ...cart, submittedAt: now };
  });

/** Where to pay, or what became of the seat meanwhile: an earlier try may have got this far and no further. */
const withCheckout = async (
  deps: Deps,
  session: string,
  outcome: Accepted,
  form: RegistrationForm,
): Promise<Decided> => {
  try {
    return { session, outcome, checkoutUrl: await deps.registrations.checkout(outcome, form) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'PAYMENT_UNAVAILABLE') return refused(session, 'PAYMENT_UNAVAILABLE');
    if (error.code !== 'HOLD_LAPSED') throw error;
    const view = await deps.registrations.view(outcome.reference);
    if (view?.state !== 'confirmed') return refused(session, 'HOLD_LAPSED');
    return { session, outcome: { ...outcome, state: 'confirmed', hold: undefined }, checkoutUrl: null };
  }
};

const refused = (session: string, code: Extract<Decided['outcome'], { kind: 'refused' }>['code']): Decided => ({
  session,
  outcome: { kind: 'refused', code },
  checkoutUrl: null,
});

/**
 * Registers for one session of the cart. The idempotency key is the cart's and the session's own, so a session that was decided before
 * gives its first answer again. No client can send this key: theirs are stored as digests.
 */
const decide = async (
  deps: Deps,
  session: string,
  { form, token, from, openedAt }: { form: RegistrationForm; token: string; from: string; openedAt: Date },
): Promise<Decided> => {
  const key = `cart.${digest(token)}.${session}`;
  try {
    // A closed cart no longer changes: its key alone says what is asked.
    const idempotency = { key, fingerprint: key };
    const outcome = await deps.registrations.register({
      session,
      form,
      idempotency,
      from,
      at: deps.clock.now(),
      openedAt,
    });
    if (outcome.kind === 'refused') return refused(session, outcome.code);
    return outcome.hold ? await withCheckout(deps, session, outcome, form) : { session, outcome, checkoutUrl: null };
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not_found') return refused(session, 'SESSION_NOT_FOUND');
    throw error;
  }
};

/**
 * Decides every session of a cart by itself. Repeatable: whatever was cut short is finished by the next try, and nothing is done twice.
 * Where one session could not be decided (the server was too busy), the others still are, and the error says that it is safe to try again.
 */
export const createSubmitCart =
  (deps: Deps) =>
  async (token: string, locale: Locale, from: string): Promise<Cart> => {
    const cart = await close(deps, token, locale);
    if (cart.completedAt) return cart;
    const form = parseForm(cart.draft, languageOf(cart, locale));
    // Its texts were read while it was filled.
    const openedAt = new Date(cart.expiresAt.getTime() - LIFE_MS);
    const settled = await Promise.allSettled(
      cart.sessions.map((session) => decide(deps, session, { form, token, from, openedAt })),
    );
    const results = settled.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    return known(await complete(deps.database.read, cart.id, results, deps.clock.now()), deps.clock.now());
  };
