import type { LinkKind } from '../../../contracts/partners';
import { REGISTRATION, SESSION } from '../content-manager';

/** Which of our types a partner's record of a kind was made from: events of sessions, all else of registrations. */
export const typeOf = (kind: LinkKind): string => (kind === 'event' ? SESSION : REGISTRATION);
