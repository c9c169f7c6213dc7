import { freeSeats, offerHoldUntil } from '../capacity';
import { conflict } from '../kernel/errors';
import type { Sql, Trx } from '../kernel/database';
import type { DomainEvent } from '../kernel/events';
import { endsAt, priceNow, readSessions, type Session } from '../sessions';
import { seatedState } from './decide';
import type { Deps } from './deps';
import { changeStates, closeGaps, headOfLine, lapsedHolds, type Registration, type StateChange } from './queries';

/** Locks one session for a decision about it. */
export const lockSession = async (deps: Pick<Deps, 'lock'>, trx: Trx, documentId: string): Promise<Session> => {
  const [session] = await deps.lock(trx, [documentId]);
  if (!session) throw conflict('SESSION_GONE', 'The session of this registration no longer exists.');
  return session;
};

/** Whether a person must still pay before the seat is theirs. */
export const mustPay = (registration: Pick<Registration, 'paymentStatus'>, session: Session, now: Date): boolean =>
  ['pending', 'failed'].includes(registration.paymentStatus) && priceNow(session, now) > 0;

/** Whether nothing more is to be paid: it was, or staff waived it where it would have had to be. */
export const isSettled = (
  { paymentStatus }: Pick<Registration, 'paymentStatus'>,
  session: Session,
  now: Date,
): boolean => paymentStatus === 'completed' || (paymentStatus === 'not_required' && priceNow(session, now) > 0);

/** The change that gives a person a seat offered to them: at once where nothing is to be paid, else held until they pay. */
export const seat = (
  deps: Pick<Deps, 'offerHours'>,
  registration: Registration,
  session: Session,
  now: Date,
): StateChange => {
  const pays = mustPay(registration, session, now);
  const state = seatedState(pays);
  if (!pays) {
    const isFree = registration.paymentStatus === 'pending' || registration.paymentStatus === 'failed';
    return { documentId: registration.documentId, state, ...(isFree ? { paymentStatus: 'not_required' } : {}) };
  }
  return {
    documentId: registration.documentId,
    state,
    holdExpiresAt: offerHoldUntil(now, session.datetime, deps.offerHours),
    paymentAmount: priceNow(session, now),
    paymentCurrency: session.currency,
  };
};

type Line = Pick<Session, 'state' | 'datetime' | 'duration' | 'capacity' | 'registrationCount' | 'waitlistCount'>;

/** How many of those in line there is a seat for now. */
export const seatsForLine = (session: Line, now: Date): number => {
  const isRunning = (session.state === 'published' || session.state === 'live') && now < endsAt(session);
  const free = freeSeats({ capacity: session.capacity, taken: session.registrationCount });
  return isRunning ? Math.min(free, session.waitlistCount) : 0;
};

/** The changes that give the free seats of a session to the head of its line. Nothing is written, so that a preview asks the same. */
export const promotionsOf = async (
  deps: Pick<Deps, 'offerHours' | 'ports'>,
  sql: Sql,
  session: Session,
  now: Date,
): Promise<StateChange[]> => {
  const most = seatsForLine(session, now);
  if (most === 0) return [];
  const heads = await headOfLine(sql, session.documentId, most);
  // Without a checkout a promoted person could only lose the seat again, so the line waits where it is.
  const stuck = heads.findIndex((head) => mustPay(head, session, now) && !deps.ports.startCheckout);
  const promoted = stuck < 0 ? heads : heads.slice(0, stuck);
  return promoted.map((head) => seat(deps, head, session, now));
};

/**
 * Gives every seat that is free to the head of the line, in the transaction that freed it, and closes the gaps in the line.
 * The caller holds the session's lock and has written what freed the seat. Answers with the events of the promotions.
 */
export const settle = async (deps: Deps, trx: Trx, sessionDocumentId: string, now: Date): Promise<DomainEvent[]> => {
  const [session] = await readSessions(trx, [sessionDocumentId]);
  if (!session || session.waitlistCount === 0) return [];
  const changes = await promotionsOf(deps, trx, session, now);
  await changeStates(trx, changes, now);
  await closeGaps(trx, sessionDocumentId);
  return changes.map(({ documentId, state }) => ({
    type: 'registration.promoted' as const,
    sessionDocumentId,
    registrationDocumentId: documentId,
    data: { state },
  }));
};

/** Takes back the seats whose time to pay is over and gives them to the line. The caller holds the session's lock. */
export const lapse = async (deps: Deps, trx: Trx, sessionDocumentId: string, now: Date): Promise<DomainEvent[]> => {
  const lapsed = await lapsedHolds(trx, sessionDocumentId, now);
  if (lapsed.length === 0) return [];
  await changeStates(
    trx,
    lapsed.map(({ documentId }) => ({
      documentId,
      state: 'cancelled',
      cancelReason: 'payment_expired',
      paymentStatus: 'failed',
    })),
    now,
  );
  const cancelled = lapsed.map(({ documentId }) => ({
    type: 'registration.cancelled' as const,
    sessionDocumentId,
    registrationDocumentId: documentId,
    data: { reason: 'payment_expired', from: 'pending_payment' },
  }));
  return [...cancelled, ...(await settle(deps, trx, sessionDocumentId, now))];
};
