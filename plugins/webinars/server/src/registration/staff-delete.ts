import type { Trx } from '../kernel/database';
import { notFound } from '../kernel/errors';
import { cancelUnderLock } from './cancel';
import type { Deps } from './deps';
import { findByDocumentId } from './queries';
import { lockSession } from './settle';

/** A deletion gives the seat back first: it is cancelled, the line moves up, and then the row goes. */
export const deleteRegistration = async (
  deps: Deps,
  trx: Trx,
  documentId: string,
  write: () => Promise<unknown>,
): Promise<unknown> => {
  const seen = await findByDocumentId(trx, documentId);
  if (!seen) return write();
  const now = deps.clock.now();
  await lockSession(deps, trx, seen.sessionDocumentId);
  const current = await findByDocumentId(trx, documentId);
  if (!current) throw notFound('This registration');
  if (current.state !== 'cancelled') await cancelUnderLock(deps, trx, current, 'by_admin', now);
  const entry = await write();
  await deps.recordEvents(
    trx,
    [
      {
        type: 'registration.deleted',
        sessionDocumentId: current.sessionDocumentId,
        registrationDocumentId: documentId,
        data: { door: 'documents' },
      },
    ],
    now,
  );
  return entry;
};
