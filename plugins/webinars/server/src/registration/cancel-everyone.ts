import type { Trx } from '../kernel/database';
import type { DomainEvent } from '../kernel/events';
import type { Deps } from './deps';
import { activeRegistrations, changeStates } from './queries';

/** Cancels everyone a cancelled session still has, in the transaction that cancelled it. The caller holds its lock. */
export const cancelEveryone = async (
  deps: Deps,
  trx: Trx,
  sessionDocumentId: string,
  now: Date,
): Promise<DomainEvent[]> => {
  const everyone = await activeRegistrations(trx, sessionDocumentId);
  await changeStates(
    trx,
    everyone.map(({ documentId }) => ({ documentId, state: 'cancelled', cancelReason: 'session_cancelled' })),
    now,
  );
  return everyone.map(({ documentId, state }) => ({
    type: 'registration.cancelled' as const,
    sessionDocumentId,
    registrationDocumentId: documentId,
    data: { reason: 'session_cancelled', from: state },
  }));
};
