import type { Deps } from './deps';
import { lockRegistration } from './cancel';
import { changeStates } from './queries';

/** A payment that arrived. `amount` in minor units of `currency`. */
export type Payment = { amount: number; currency: string; method: string; paymentReference: string };

/** `too_late`: the hold had lapsed or the place was cancelled, and the money is not for a seat. */
export type PaymentOutcome = 'paid' | 'already_paid' | 'too_late' | 'unknown';

/** A payment makes a held seat the payer's own. Repeatable: a payment told twice counts once. */
export const createPay =
  (deps: Deps) =>
  (reference: string, payment: Payment): Promise<PaymentOutcome> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const registration = await lockRegistration(deps, trx, reference);
      if (!registration) return 'unknown';
      if (registration.paymentStatus === 'completed') return 'already_paid';
      // A hold that is over but not yet swept still has its seat: whoever pays first keeps it.
      if (registration.state !== 'pending_payment') return 'too_late';
      const { documentId, sessionDocumentId } = registration;
      await changeStates(
        trx,
        [
          {
            documentId,
            state: 'confirmed',
            paymentStatus: 'completed',
            paymentAmount: payment.amount,
            paymentCurrency: payment.currency,
            paymentMethod: payment.method,
            paymentReference: payment.paymentReference,
          },
        ],
        now,
      );
      await deps.recordEvents(
        trx,
        [{ type: 'registration.paid', sessionDocumentId, registrationDocumentId: documentId }],
        now,
      );
      return 'paid';
    });
