import { FEEDBACK_DAYS, JOIN_OPENS_MINUTES, type StepCode } from '../../../contracts/registration';
import { conflict } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { endsAt, type Session } from '../sessions';
import type { RegistrationState } from './registration';
import { STEP_REFUSALS } from './texts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Timed = Pick<Session, 'state' | 'datetime' | 'duration'>;

/** Why a step is not possible at this moment; null where it is. */
type Verdict = StepCode | null;

export const joinOpensAt = ({ datetime }: Pick<Session, 'datetime'>): Date =>
  new Date(datetime.getTime() - JOIN_OPENS_MINUTES * MINUTE);

/** By the clock, or because staff closed it earlier. */
export const isOver = (session: Timed, now: Date): boolean => session.state === 'completed' || now >= endsAt(session);

export const whyNotJoin = (state: RegistrationState, session: Timed, now: Date): Verdict => {
  if (session.state === 'cancelled') return 'SESSION_CANCELLED';
  if (state !== 'confirmed' && state !== 'attended') return 'NOT_CONFIRMED';
  if (isOver(session, now)) return 'SESSION_OVER';
  return now < joinOpensAt(session) ? 'JOIN_NOT_OPEN_YET' : null;
};

/** Who held a seat may speak, who missed it too: why they stayed away is worth hearing. */
export const whyNotGiveFeedback = (state: RegistrationState, session: Timed, now: Date): Verdict => {
  if (state !== 'confirmed' && state !== 'attended' && state !== 'no_show') return 'NOT_CONFIRMED';
  if (now < session.datetime) return 'FEEDBACK_NOT_OPEN';
  return now.getTime() >= endsAt(session).getTime() + FEEDBACK_DAYS * DAY ? 'FEEDBACK_CLOSED' : null;
};

export const whyNotEdit = (state: RegistrationState, session: Timed, now: Date): Verdict => {
  if (state === 'cancelled') return 'REGISTRATION_CANCELLED';
  return isOver(session, now) ? 'SESSION_OVER' : null;
};

export const whyNotCancel = (state: RegistrationState, session: Timed, now: Date): Verdict => {
  if (state === 'cancelled') return 'REGISTRATION_CANCELLED';
  return state === 'attended' || state === 'no_show' || now >= endsAt(session) ? 'SESSION_OVER' : null;
};

export const stepRefused = (code: StepCode, locale: Locale, details: Record<string, unknown> = {}) =>
  conflict(code, STEP_REFUSALS[code][locale], details);
