import { writeAudit, type Actor } from '../audit';
import { rows, type Trx } from '../kernel/database';
import type { DomainEvent } from '../kernel/events';
import type { Deps } from './deps';
import { changeStates, type Registration } from './queries';
import { lockSession, settle } from './settle';

/** Registrations of one session that were brought in together and are to go again. */
export type Leaving = {
  session: string;
  registrations: readonly string[];
  /** Nobody is written to because of it. */
  quietly: boolean;
  note: Record<string, unknown>;
};

/**
 * As a condition on a registration `r`: nothing has happened with it since it was made. Whatever its holder, staff or the line did has
 * changed when it was changed last.
 */
export const UNCHANGED = `r.state <> 'cancelled' and r.updated_at = r.registered_at`;

/**
 * Cancels those of these registrations with which nothing has happened since, in the caller's transaction; their seats go to the line.
 * Answers how many there were.
 */
export const createTakeBack =
  (deps: Deps) =>
  async (trx: Trx, { session, registrations, quietly, note }: Leaving, by: Actor): Promise<number> => {
    const now = deps.clock.now();
    await lockSession(deps, trx, session);
    const leaving = await rows<Pick<Registration, 'documentId' | 'state'>>(
      trx,
      `select r.document_id as "documentId", r.state from registrations r
        where r.document_id = any(?) and r.session_document_id = ? and ${UNCHANGED} order by r.id`,
      [registrations, session],
    );
    if (leaving.length === 0) return 0;
    await changeStates(
      trx,
      leaving.map(({ documentId }) => ({ documentId, state: 'cancelled', cancelReason: 'by_admin' })),
      now,
    );
    const cancelled = leaving.map(({ documentId, state }): DomainEvent => ({
      type: 'registration.cancelled',
      sessionDocumentId: session,
      registrationDocumentId: documentId,
      data: { reason: 'by_admin', from: state, ...note, ...(quietly ? { quietly } : {}) },
    }));
    await deps.recordEvents(trx, [...cancelled, ...(await settle(deps, trx, session, now))], now);
    await writeAudit(
      trx,
      leaving.map(({ documentId, state }) => ({
        action: 'registration.cancelled',
        subject: { kind: 'registration', documentId },
        session,
        before: { state },
        after: { state: 'cancelled', cancelReason: 'by_admin' },
        data: note,
      })),
      by,
      now,
    );
    return leaving.length;
  };
