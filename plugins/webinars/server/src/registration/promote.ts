import type { Actor, WriteAudit } from '../audit';
import { freeSeats } from '../capacity';
import { conflict, notFound } from '../kernel/errors';
import type { DomainEvent } from '../kernel/events';
import { endsAt, type Session } from '../sessions';
import { roomOf } from './decide';
import type { Deps } from './deps';
import { changeStates, findByDocumentId, raiseCapacity, type Registration } from './queries';
import { lapse, lockSession, mustPay, seat, settle } from './settle';

/** Who is given a seat before those ahead of them, and why. `addSeat`: the session gets one more seat for them, where none is free. */
export type Promotion = { session: string; registration: string; reason: string; addSeat: boolean };

const checkSession = (session: Session, now: Date): void => {
  if ((session.state === 'published' || session.state === 'live') && now < endsAt(session)) return;
  throw conflict('SESSION_OVER', 'This session no longer takes anyone. Nothing was changed.');
};

/** The capacity that gives this person a seat, where it has to be raised. Throws where there is no seat to give. */
const capacityFor = (session: Session, addSeat: boolean): number | null => {
  if (freeSeats(roomOf(session)) > 0) return null;
  if (!addSeat) {
    throw conflict(
      'NO_SEAT_FREE',
      'No seat is free. Add a seat for this person, or raise the capacity of the session: then those at the head of the line move up first. Nothing was changed.',
    );
  }
  const capacity = session.capacity ?? 0;
  if (session.registrationCount > capacity) {
    throw conflict(
      'OVER_CAPACITY',
      `More seats are taken (${session.registrationCount}) than the session has (${capacity}). Raise its capacity to more than that first. Nothing was changed.`,
      { taken: session.registrationCount, capacity },
    );
  }
  return capacity + 1;
};

/** Gives somebody in line a seat out of turn. Those ahead of them keep their order; the reason stays in the history. */
export const createPromote =
  (deps: Deps & { audit: WriteAudit }) =>
  (
    { session: sessionDocumentId, registration: documentId, reason, addSeat }: Promotion,
    by: Actor,
  ): Promise<Registration> =>
    deps.database.inTransaction(async (trx) => {
      const now = deps.clock.now();
      const seen = await findByDocumentId(trx, documentId);
      if (seen?.sessionDocumentId !== sessionDocumentId) throw notFound('This registration');
      await lockSession(deps, trx, sessionDocumentId);
      await deps.recordEvents(trx, await lapse(deps, trx, sessionDocumentId, now), now);
      const session = await lockSession(deps, trx, sessionDocumentId);
      const registration = (await findByDocumentId(trx, documentId))!;
      if (registration.state !== 'waitlisted') {
        throw conflict(
          'NOT_WAITING',
          `This person no longer waits: the registration is ${registration.state}. Nothing was changed.`,
          {
            state: registration.state,
          },
        );
      }
      checkSession(session, now);
      if (mustPay(registration, session, now) && !deps.ports.startCheckout) {
        throw conflict(
          'PAYMENT_UNAVAILABLE',
          'Payment is not set up, so a paid seat cannot be given. Nothing was changed.',
        );
      }
      const capacity = capacityFor(session, addSeat);
      if (capacity !== null) await raiseCapacity(trx, sessionDocumentId, capacity, now);
      const change = seat(deps, registration, session, now);
      await changeStates(trx, [change], now);
      const events: DomainEvent[] = [
        ...(capacity === null
          ? []
          : [
              {
                type: 'session.capacity_changed' as const,
                sessionDocumentId,
                data: { from: session.capacity, to: capacity },
              },
            ]),
        {
          type: 'registration.promoted',
          sessionDocumentId,
          registrationDocumentId: documentId,
          data: { state: change.state, outOfLine: true },
        },
        ...(await settle(deps, trx, sessionDocumentId, now)),
      ];
      await deps.recordEvents(trx, events, now);
      await deps.audit(
        trx,
        [
          {
            action: 'registration.promoted',
            subject: { kind: 'registration', documentId },
            session: sessionDocumentId,
            before: { state: registration.state, waitlistPosition: registration.waitlistPosition },
            after: { state: change.state, waitlistPosition: null },
            data: { reason, ...(capacity === null ? {} : { capacity: { from: session.capacity, to: capacity } }) },
          },
        ],
        by,
        now,
      );
      return (await findByDocumentId(trx, documentId))!;
    });
