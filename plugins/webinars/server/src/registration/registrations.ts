import type {
  FeedbackForm,
  RegistrationChange,
  RegistrationForm,
  RegistrationView,
} from '../../../contracts/registration';
import type { Actor } from '../audit';
import { DomainError } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { createApprove, createReject } from './approve';
import { cancelUnderLock, createCancel, lockRegistration } from './cancel';
import type { Deps } from './deps';
import { createEdit } from './edit';
import { createGiveFeedback } from './give-feedback';
import { createJoin } from './join';
import { createMove } from './move';
import { createPay, type Payment, type PaymentOutcome } from './pay';
import { prefillFromEmail, prefillFromReference, type Prefill } from './prefill';
import { findByReference, type Registration } from './queries';
import { createRegister, type Asking, type Outcome } from './register';
import { createReleaseSeats } from './release-seats';
import { viewByReference, viewsByEmail } from './views';

/** Somebody who has registered. */
export type Owner = Pick<Registration, 'documentId' | 'email' | 'locale'>;

/** All that can be done with registrations, bound once. */
export type Registrations = {
  register(asking: Asking): Promise<Outcome>;
  cancel(reference: string, locale?: Locale): Promise<Registration | null>;
  /** Where the meeting is, for who may come in now. */
  join(reference: string, locale: Locale): Promise<{ url: string } | null>;
  giveFeedback(reference: string, feedback: FeedbackForm, locale: Locale): Promise<boolean>;
  /** Changes one's own details. */
  edit(reference: string, change: RegistrationChange, locale: Locale): Promise<boolean>;
  approve(documentId: string, by?: Actor): Promise<Registration>;
  reject(documentId: string, by?: Actor): Promise<Registration>;
  /** Gives somebody a place in another session for the one they have. */
  move(documentId: string, sessionDocumentId: string, by: Actor): Promise<Registration>;
  pay(reference: string, payment: Payment): Promise<PaymentOutcome>;
  /** Where to pay for a held seat. */
  checkout(
    outcome: Outcome & { kind: 'accepted' },
    form: Pick<RegistrationForm, 'email' | 'language'>,
  ): Promise<string>;
  /** Takes back lapsed seats of a session and gives free ones to its line. */
  releaseSeats(sessionDocumentId: string): Promise<void>;
  view(reference: string): Promise<RegistrationView | null>;
  viewsOf(email: string): Promise<RegistrationView[]>;
  /** Whose registration it is: where mails about it go, and in which language. */
  ownerOf(reference: string): Promise<Owner | null>;
  belongsTo(reference: string, email: string): Promise<boolean>;
  prefillFrom(reference: string): Promise<Prefill | null>;
  prefillOf(email: string): Promise<Prefill | null>;
};

/** Opens the checkout for a held seat. Where the partner fails, the seat goes back at once: nobody waits for a page that cannot open. */
const createCheckout =
  (deps: Deps): Registrations['checkout'] =>
  async (outcome, form) => {
    const { reference, sessionDocumentId, hold } = outcome;
    const start = deps.ports.startCheckout;
    // A repeat of the request may come after the hold has lapsed.
    if ((await findByReference(deps.database.read, reference))?.state !== 'pending_payment') {
      throw new DomainError('gone', 'HOLD_LAPSED', 'This seat no longer waits for payment. Please register again.');
    }
    try {
      if (!start || !hold) throw new Error('There is no checkout');
      const { amount, currency, expiresAt } = hold;
      const held = {
        reference,
        sessionDocumentId,
        email: form.email,
        locale: form.language,
        amount,
        currency,
        expiresAt: new Date(expiresAt),
      };
      return (await start(held)).checkoutUrl;
    } catch (cause) {
      await deps.database.inTransaction(async (trx) => {
        const registration = await lockRegistration(deps, trx, reference);
        if (registration?.state === 'pending_payment')
          await cancelUnderLock(deps, trx, registration, 'payment_expired', deps.clock.now());
      });
      throw new DomainError(
        'unavailable',
        'PAYMENT_UNAVAILABLE',
        'Payment is not available at the moment. No seat was kept and nothing was charged; please try again later.',
        {},
        { cause },
      );
    }
  };

export const createRegistrations = (deps: Deps): Registrations => ({
  register: createRegister(deps),
  cancel: createCancel(deps),
  join: createJoin(deps),
  giveFeedback: createGiveFeedback(deps),
  edit: createEdit(deps),
  approve: createApprove(deps),
  reject: createReject(deps),
  move: createMove(deps),
  pay: createPay(deps),
  checkout: createCheckout(deps),
  releaseSeats: createReleaseSeats(deps),
  view: (reference) => viewByReference(deps.database.read, reference, deps.clock.now()),
  viewsOf: (email) => viewsByEmail(deps.database.read, email, deps.clock.now()),
  ownerOf: (reference) => findByReference(deps.database.read, reference),
  belongsTo: async (reference, email) => (await findByReference(deps.database.read, reference))?.email === email,
  prefillFrom: (reference) => prefillFromReference(deps.database.read, reference),
  prefillOf: (email) => prefillFromEmail(deps.database.read, email),
});
