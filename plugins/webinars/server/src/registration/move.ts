import { writeAudit, type Actor } from '../audit';
import type { RefusalCode } from '../../../contracts/registration';
import { conflict, notFound } from '../kernel/errors';
import { priceNow, readSessions, registrationWindow, type Session } from '../sessions';
import { cancelUnderLock } from './cancel';
import { decideArrival, roomOf } from './decide';
import type { Deps } from './deps';
import { isOver } from './participation';
import { placeCopy } from './place-copy';
import { findByDocumentId, readStanding, type Registration } from './queries';
import { EVENT_OF } from './register';
import type { RegistrationState } from './registration';
import { isSettled, lapse } from './settle';

/** Who has a place that can be moved: whoever was there, or was not, has been, and a cancelled place is none. */
const MOVABLE: readonly RegistrationState[] = ['pending_approval', 'pending_payment', 'confirmed', 'waitlisted'];

const REFUSALS: Record<RefusalCode, string> = {
  DUPLICATE_REGISTRATION: 'This person already has a place in that session. Nothing was changed.',
  SESSION_FULL:
    'All seats of that session are taken and it has no waitlist. Raise its capacity first. Nothing was changed.',
  REGISTRATION_NOT_OPEN: 'Registration for that session has not opened yet. Nothing was changed.',
  REGISTRATION_CLOSED: 'That session takes nobody any more. Nothing was changed.',
  SESSION_CANCELLED: 'That session was cancelled. Choose another one. Nothing was changed.',
  PAYMENT_UNAVAILABLE: 'That session is paid, payment is not set up, and nothing was paid so far. Nothing was changed.',
};

/** A session as the history tells it: by the address that says which day it is. */
const told = ({ documentId, slug }: Session) => ({ documentId, title: slug ?? documentId });

const whyNot = (registration: Registration, from: Session, to: Session | undefined, now: Date) => {
  if (!to || to.state === 'draft')
    return conflict(
      'SESSION_NOT_OPEN',
      'That session is not published. Publish it first, or choose another one. Nothing was changed.',
    );
  if (to.documentId === from.documentId)
    return conflict('SAME_SESSION', 'This person is in that session already. Nothing was changed.');
  if (!MOVABLE.includes(registration.state))
    return conflict(
      'NOT_MOVABLE',
      `A registration that is ${registration.state} cannot be moved. Nothing was changed.`,
      {
        state: registration.state,
      },
    );
  if (to.state !== 'cancelled' && isOver(to, now))
    return conflict('SESSION_OVER', 'That session is over. Choose one that is still to come. Nothing was changed.');
  return null;
};

/**
 * Gives somebody a place in another session for the one they have. In the other session they are a newcomer like everyone: seated where a
 * seat is free and nobody waits, else at the end of the line. Their seat here goes to the line, and what they paid goes with them. Both
 * sessions are locked together, in the order in which everybody locks. Answers the registration in the other session.
 */
export const createMove =
  (deps: Deps) =>
  (documentId: string, sessionDocumentId: string, by: Actor): Promise<Registration> =>
    deps.database.inTransaction(async (trx) => {
      const seen = await findByDocumentId(trx, documentId);
      if (!seen) throw notFound('This registration');
      const now = deps.clock.now();
      const named = [seen.sessionDocumentId, sessionDocumentId];
      const locked = await deps.lock(trx, named);
      const ids = locked.map((one) => one.documentId);
      for (const id of ids) await deps.recordEvents(trx, await lapse(deps, trx, id, now), now);
      const sessions = new Map((await readSessions(trx, ids)).map((one) => [one.documentId, one]));
      const registration = (await findByDocumentId(trx, documentId))!;
      const from = sessions.get(registration.sessionDocumentId)!;
      const to = sessions.get(sessionDocumentId);
      const refused = whyNot(registration, from, to, now);
      if (refused) throw refused;
      const target = to!;

      const standing = await readStanding(trx, [{ sessionDocumentId, email: registration.email }], [], now);
      const price = priceNow(target, now);
      const isPaid = isSettled(registration, from, now);
      const { verdict } = decideArrival(
        {
          room: roomOf(target),
          // Staff may add people before registration opens and after it closes.
          window: registrationWindow(target, now) === 'cancelled' ? 'cancelled' : 'open',
          requiresApproval: target.requiresApproval,
          allowWaitlist: target.allowWaitlist,
          priceNow: price,
          canPay: deps.ports.startCheckout !== null,
        },
        // A move is no approval: who still waits for one waits for it there.
        { email: registration.email, isStaff: registration.state !== 'pending_approval', isPaidOrWaived: isPaid },
        new Set(standing.active.map(({ email }) => email)),
      );
      if ('refused' in verdict) throw conflict(verdict.refused, REFUSALS[verdict.refused]);

      const moved = await placeCopy(deps, trx, registration, target, { verdict, isPaid, now });
      await cancelUnderLock(deps, trx, registration, 'moved', now);
      await deps.recordEvents(
        trx,
        [
          {
            type: EVENT_OF[verdict.state],
            sessionDocumentId,
            registrationDocumentId: moved,
            data: { door: 'admin', movedFrom: documentId },
          },
        ],
        now,
      );
      const change = {
        before: { session: told(from), state: registration.state },
        after: { session: told(target), state: verdict.state },
      };
      await writeAudit(
        trx,
        [
          {
            action: 'registration.moved',
            subject: { kind: 'registration', documentId },
            session: from.documentId,
            ...change,
            data: { to: moved },
          },
          {
            action: 'registration.moved',
            subject: { kind: 'registration', documentId: moved },
            session: sessionDocumentId,
            ...change,
            data: { from: documentId },
          },
        ],
        by,
        now,
      );
      return (await findByDocumentId(trx, moved))!;
    });
