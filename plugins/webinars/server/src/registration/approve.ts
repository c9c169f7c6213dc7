import { SYSTEM, writeAudit, type Actor } from '../audit';
import { hasSeatForNewcomer } from '../capacity';
import type { Trx } from '../kernel/database';
import { conflict, notFound } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { cancelUnderLock } from './cancel';
import { roomOf } from './decide';
import type { Deps } from './deps';
import { changeStates, findByDocumentId, type Registration } from './queries';
import { lapse, lockSession, mustPay, seat } from './settle';

const pendingUnderLock = async (deps: Deps, trx: Trx, documentId: string) => {
  const seen = await findByDocumentId(trx, documentId);
  if (!seen) throw notFound('This registration');
  const now = deps.clock.now();
  await lockSession(deps, trx, seen.sessionDocumentId);
  await deps.recordEvents(trx, await lapse(deps, trx, seen.sessionDocumentId, now), now);
  const session = await lockSession(deps, trx, seen.sessionDocumentId);
  const registration = (await findByDocumentId(trx, documentId))!;
  if (registration.state !== 'pending_approval') {
    throw conflict(
      'NOT_PENDING',
      `This registration no longer waits for approval: it is ${registration.state}. Nothing was changed.`,
      {
        state: registration.state,
      },
    );
  }
  return { registration, session, now };
};

/** Who decided, and what became of it. */
const audited = (trx: Trx, action: string, before: Registration, after: Registration, by: Actor, now: Date) =>
  writeAudit(
    trx,
    [
      {
        action,
        subject: { kind: 'registration', documentId: before.documentId },
        session: before.sessionDocumentId,
        before: { state: before.state },
        after: { state: after.state },
      },
    ],
    by,
    now,
  );

/** Approves a person: a seat where one is free and nobody waits, else the end of the line. */
export const createApprove =
  (deps: Deps) =>
  (documentId: string, by: Actor = SYSTEM): Promise<Registration> =>
    deps.database.inTransaction(async (trx) => {
      const { registration, session, now } = await pendingUnderLock(deps, trx, documentId);
      if (session.state === 'cancelled' || session.state === 'completed') {
        throw conflict('SESSION_OVER', 'This session no longer takes anyone. Nothing was changed.');
      }
      if (mustPay(registration, session, now) && !deps.ports.startCheckout) {
        throw conflict(
          'PAYMENT_UNAVAILABLE',
          'Payment is not set up, so a paid seat cannot be given. Nothing was changed.',
        );
      }
      const seated = hasSeatForNewcomer(roomOf(session));
      if (!seated && !session.allowWaitlist) {
        throw conflict(
          'SESSION_FULL',
          'No seat is free and this session has no waitlist. Raise its capacity first. Nothing was changed.',
        );
      }
      const change = seated
        ? seat(deps, registration, session, now)
        : { documentId, state: 'waitlisted' as const, waitlistPosition: session.waitlistCount + 1 };
      await changeStates(trx, [change], now);
      const approved: DomainEvent = {
        type: 'registration.approved',
        sessionDocumentId: session.documentId,
        registrationDocumentId: documentId,
        data: { state: change.state },
      };
      await deps.recordEvents(trx, [approved], now);
      const after = (await findByDocumentId(trx, documentId))!;
      await audited(trx, 'registration.approved', registration, after, by, now);
      return after;
    });

/** Turns a person down who waits for approval. */
export const createReject =
  (deps: Deps) =>
  (documentId: string, by: Actor = SYSTEM): Promise<Registration> =>
    deps.database.inTransaction(async (trx) => {
      const { registration, now } = await pendingUnderLock(deps, trx, documentId);
      await cancelUnderLock(deps, trx, registration, 'rejected', now);
      const after = (await findByDocumentId(trx, documentId))!;
      await audited(trx, 'registration.rejected', registration, after, by, now);
      return after;
    });
