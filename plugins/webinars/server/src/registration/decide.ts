import { hasSeatForNewcomer, withOneMoreWaiting, withSeatTaken, type Room } from '../capacity';
import type { RefusalCode } from '../../../contracts/registration';

/** A session as an arrival finds it: its rules, and its seats after everyone who arrived before. */
export type Desk = {
  room: Room;
  window: 'open' | 'not_open_yet' | 'closed' | 'cancelled';
  requiresApproval: boolean;
  allowWaitlist: boolean;
  /** Minor units; zero is free. */
  priceNow: number;
  /** Whether a checkout is there to pay at. */
  canPay: boolean;
};

/** Who arrives: a visitor keeps to the window; staff may add people before it opens and after it closes, and may waive the price. */
export type Arrival = { email: string; isStaff: boolean; isPaidOrWaived: boolean };

export type Verdict =
  | { state: 'confirmed' | 'pending_payment' | 'pending_approval' }
  | { state: 'waitlisted'; position: number }
  | { refused: RefusalCode };

const CLOSED: Record<Exclude<Desk['window'], 'open'>, RefusalCode> = {
  not_open_yet: 'REGISTRATION_NOT_OPEN',
  closed: 'REGISTRATION_CLOSED',
  cancelled: 'SESSION_CANCELLED',
};

/** The state of a person who gets a seat now. */
export const seatedState = (mustPay: boolean): 'pending_payment' | 'confirmed' =>
  mustPay ? 'pending_payment' : 'confirmed';

/** Decides one arrival, and how the session stands after it. `active` holds the addresses that have an active registration. */
export const decideArrival = (
  desk: Desk,
  arrival: Arrival,
  active: ReadonlySet<string>,
): { verdict: Verdict; room: Room } => {
  const { room } = desk;
  const refuse = (refused: RefusalCode) => ({ verdict: { refused }, room });

  if (desk.window === 'cancelled') return refuse('SESSION_CANCELLED');
  if (desk.window !== 'open' && !arrival.isStaff) return refuse(CLOSED[desk.window]);
  if (active.has(arrival.email)) return refuse('DUPLICATE_REGISTRATION');

  const mustPay = desk.priceNow > 0 && !arrival.isPaidOrWaived;
  if (mustPay && !desk.canPay) return refuse('PAYMENT_UNAVAILABLE');
  if (desk.requiresApproval && !arrival.isStaff) return { verdict: { state: 'pending_approval' }, room };
  if (hasSeatForNewcomer(room)) return { verdict: { state: seatedState(mustPay) }, room: withSeatTaken(room) };
  if (!desk.allowWaitlist) return refuse('SESSION_FULL');
  const joined = withOneMoreWaiting(room);
  return { verdict: { state: 'waitlisted', position: joined.waiting }, room: joined };
};

/** The seats of a session as its row counts them. */
export const roomOf = (session: {
  capacity: number | null;
  registrationCount: number;
  waitlistCount: number;
}): Room => ({
  capacity: session.capacity,
  taken: session.registrationCount,
  waiting: session.waitlistCount,
});
