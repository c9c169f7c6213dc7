import { conflict, type DomainError } from '../kernel/errors';
import type { Session } from '../sessions';
import type { RegistrationState } from './registration';

type Standing = { state: RegistrationState; session: Pick<Session, 'state' | 'datetime'>; now: Date };

/** Why nobody can be marked as there or not there now; null where it is possible. */
export const whyNotMark = ({ state, session, now }: Standing): DomainError | null => {
  if (!['confirmed', 'attended', 'no_show'].includes(state))
    return conflict('NOT_CONFIRMED', 'Only somebody with a confirmed seat can have been there. Nothing was changed.');
  if (session.state === 'cancelled')
    return conflict('SESSION_CANCELLED', 'This session was cancelled, so nobody was there. Nothing was changed.');
  return now < session.datetime
    ? conflict('SESSION_NOT_STARTED', 'This session has not begun, so nobody can have been there. Nothing was changed.')
    : null;
};
