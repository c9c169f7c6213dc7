export { advanceJob, createAdvance } from './advance';
export { sessionsConstraints } from './constraints';
export { priceNow, priceOf, type Price } from './price';
export { lockSessions, readReminderOverrides, readSessions } from './queries';
export { endsAt, isMoved, maySessionBecome, SESSION_STATES, type Session, type SessionState } from './session';
export { availability, registrationClosesAt, registrationWindow, spotsLeft, type Availability } from './window';
