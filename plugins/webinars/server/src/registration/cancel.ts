import type { Trx } from '../kernel/database';
import type { DomainEvent } from '../kernel/events';
import type { Locale } from '../kernel/text';
import type { Deps } from './deps';
import { stepRefused, whyNotCancel } from './participation';
import { changeStates, findByReference, type Registration } from './queries';
import type { CancelReason } from './registration';
import { lockSession, settle } from './settle';

/** The row under the session's lock: nobody decides about it meanwhile. Null where it does not exist. */
export const lockRegistration = async (deps: Deps, trx: Trx, reference: string): Promise<Registration | null> => {
  const seen = await findByReference(trx, reference);
  if (!seen) return null;
  await lockSession(deps, trx, seen.sessionDocumentId);
  return findByReference(trx, reference);
};

/** Cancels a registration under its session's lock and gives the seat, if it held one, to the line. */
export const cancelUnderLock = async (
  deps: Deps,
  trx: Trx,
  registration: Registration,
  cancelReason: CancelReason,
  now: Date,
): Promise<void> => {
  const { documentId, sessionDocumentId, state } = registration;
  await changeStates(trx, [{ documentId, state: 'cancelled', cancelReason }], now);
  const cancelled: DomainEvent = {
    type: 'registration.cancelled',
    sessionDocumentId,
    registrationDocumentId: documentId,
    data: { reason: cancelReason, from: state },
  };
  await deps.recordEvents(trx, [cancelled, ...(await settle(deps, trx, sessionDocumentId, now))], now);
};

/** Gives a place back at its holder's wish. Repeatable: who has cancelled already is told the same again. Null where there is no such registration. */
export const createCancel =
  (deps: Deps) =>
  (reference: string, locale: Locale = 'en'): Promise<Registration | null> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const seen = await findByReference(trx, reference);
      if (!seen) return null;
      const session = await lockSession(deps, trx, seen.sessionDocumentId);
      const registration = (await findByReference(trx, reference))!;
      if (registration.state === 'cancelled') return registration;
      const refused = whyNotCancel(registration.state, session, now);
      if (refused) throw stepRefused(refused, locale);
      await cancelUnderLock(deps, trx, registration, 'by_attendee', now);
      return findByReference(trx, reference);
    });
