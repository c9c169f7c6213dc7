import type { LeftReason, StaffDeed } from '../../../contracts/bulk';
import { hasSeatForNewcomer, withOneMoreWaiting, withSeatTaken, type Room } from '../capacity';
import { priceNow, registrationWindow, type Session } from '../sessions';
import { whyNotMark } from './attendance';
import { decideArrival, roomOf, seatedState } from './decide';
import { isOver } from './participation';
import { holdsSeat, mayBecome, type CancelReason, type RegistrationState } from './registration';
import { isSettled, mustPay } from './settle';

/** A person as a deed finds them. */
export type Standing = {
  state: RegistrationState;
  paymentStatus: string;
  cancelReason: CancelReason | null;
  /** Of what is undone: where they stood before it, and where it brought them. */
  undone: { before: RegistrationState; after: RegistrationState } | null;
  /** Whether the same address has an active place in the session, or had its turn before in the same deed. */
  isDouble: boolean;
};

/** What becomes of a person. `position`: their place in line. */
export type Decision = { to: RegistrationState; position?: number } | { left: LeftReason };

type Desk = { session: Session; now: Date; canPay: boolean };

const left = (reason: LeftReason): { left: LeftReason } => ({ left: reason });

const approval = (person: Standing, room: Room, { session, now, canPay }: Desk): Decision => {
  if (person.state !== 'pending_approval') return left('NOT_PENDING');
  if (session.state === 'cancelled' || session.state === 'completed') return left('SESSION_OVER');
  const pays = mustPay(person, session, now);
  if (pays && !canPay) return left('PAYMENT_UNAVAILABLE');
  if (hasSeatForNewcomer(room)) return { to: seatedState(pays) };
  return session.allowWaitlist ? { to: 'waitlisted', position: room.waiting + 1 } : left('SESSION_FULL');
};

const mark = (person: Standing, to: 'attended' | 'no_show', { session, now }: Desk): Decision => {
  const refused = whyNotMark({ state: person.state, session, now });
  // The reasons of a mark are among ours.
  if (refused) return left(refused.code as LeftReason);
  return person.state === to ? left('ALREADY_SO') : { to };
};

const unmarking = ({ state, undone }: Standing): Decision => {
  if (!undone || state !== undone.after || !mayBecome(state, undone.before)) return left('CHANGED_SINCE');
  return { to: undone.before };
};

/** Nothing leaves `cancelled`: who comes back is a newcomer like everyone, and staff may let newcomers in until a session is over. */
const readmission = (person: Standing, room: Room, { session, now, canPay }: Desk): Decision => {
  if (person.state !== 'cancelled') return left('NOT_CANCELLED');
  if (session.state === 'draft') return left('SESSION_NOT_OPEN');
  if (session.state !== 'cancelled' && isOver(session, now)) return left('SESSION_OVER');
  const { verdict } = decideArrival(
    {
      room,
      window: registrationWindow(session, now) === 'cancelled' ? 'cancelled' : 'open',
      requiresApproval: session.requiresApproval,
      allowWaitlist: session.allowWaitlist,
      priceNow: priceNow(session, now),
      canPay,
    },
    {
      email: 'theirs',
      isStaff: person.undone?.before !== 'pending_approval',
      isPaidOrWaived: isSettled(person, session, now),
    },
    new Set(person.isDouble ? ['theirs'] : []),
  );
  // A window that staff pass by is no reason here.
  if ('refused' in verdict) return left(verdict.refused as LeftReason);
  return { to: verdict.state, ...('position' in verdict ? { position: verdict.position } : {}) };
};

const decideOne = (deed: StaffDeed, person: Standing, room: Room, desk: Desk): Decision => {
  switch (deed) {
    case 'cancel':
      return person.state === 'cancelled' ? left('ALREADY_SO') : { to: 'cancelled' };
    case 'reject':
      return person.state === 'pending_approval' ? { to: 'cancelled' } : left('NOT_PENDING');
    case 'approve':
      return approval(person, room, desk);
    case 'attended':
    case 'no_show':
      return mark(person, deed, desk);
    case 'unmark':
      return unmarking(person);
    case 'readmit':
      return readmission(person, room, desk);
  }
};

const GIVES_PLACES: readonly StaffDeed[] = ['approve', 'readmit'];

/**
 * Decides about people of one session, in their order: who comes first takes the seat. Seats that a deed frees are the line's, and are
 * given away when all of them have left. The deed itself and the look before it ask the same.
 */
export const decideTogether = (deed: StaffDeed, people: readonly Standing[], desk: Desk): Decision[] => {
  let room = roomOf(desk.session);
  return people.map((person) => {
    const decision = decideOne(deed, person, room, desk);
    if ('to' in decision && GIVES_PLACES.includes(deed)) {
      if (holdsSeat(decision.to)) room = withSeatTaken(room);
      else if (decision.to === 'waitlisted') room = withOneMoreWaiting(room);
    }
    return decision;
  });
};
