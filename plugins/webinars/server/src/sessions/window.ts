import type { AVAILABILITY } from '../../../contracts/catalog';
import { endsAt, type Session } from './session';

type Timed = Pick<Session, 'state' | 'datetime' | 'duration' | 'registrationOpensAt' | 'registrationClosesAt'>;
type Seated = Pick<Session, 'capacity' | 'registrationCount' | 'waitlistCount' | 'allowWaitlist'>;

/** What a visitor can do about a session at one moment. */
export type Availability = (typeof AVAILABILITY)[number];

/** Whether a visitor may register now. */
export type RegistrationWindow = 'open' | 'not_open_yet' | 'closed' | 'cancelled';

/** Registration closes at the time set for it, else when the session ends: people join late. It never outlasts the session. */
export const registrationClosesAt = (session: Omit<Timed, 'state'>): Date => {
  const end = endsAt(session);
  const closing = session.registrationClosesAt;
  return closing && closing < end ? closing : end;
};

/** From the opening instant on, and no longer at the closing instant. */
export const registrationWindow = (session: Timed, now: Date): RegistrationWindow => {
  if (session.state === 'cancelled') return 'cancelled';
  if (session.state === 'draft' || session.state === 'completed' || now >= registrationClosesAt(session))
    return 'closed';
  if (session.registrationOpensAt && now < session.registrationOpensAt) return 'not_open_yet';
  return 'open';
};

/** Seats a visitor sees as left; null is without limit. Never negative: a lowered capacity cancels nobody. */
export const spotsLeft = ({
  capacity,
  registrationCount,
}: Pick<Session, 'capacity' | 'registrationCount'>): number | null =>
  capacity === null ? null : Math.max(0, capacity - registrationCount);

/** While anybody waits a newcomer joins the end of the line, so a seat that is free for a moment is nobody's to take. */
export const availability = (session: Timed & Seated, now: Date): Availability => {
  const window = registrationWindow(session, now);
  if (window === 'closed' && (session.state === 'completed' || now >= endsAt(session))) return 'completed';
  if (window !== 'open') return window;
  if (session.waitlistCount === 0 && spotsLeft(session) !== 0) return 'open';
  return session.allowWaitlist ? 'waitlist' : 'full';
};
