/** What a registration can be. design: `pending_approval` and `waitlisted` hold no seat; `cancelled` is final. */
export const REGISTRATION_STATES = [
  'pending_approval',
  'pending_payment',
  'confirmed',
  'waitlisted',
  'cancelled',
  'attended',
  'no_show',
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** The states that hold a seat. `registrationCount` of a session is the number of its rows in these. */
export const HOLDING = [
  'pending_payment',
  'confirmed',
  'attended',
  'no_show',
] as const satisfies readonly RegistrationState[];

export const CANCEL_REASONS = [
  'by_attendee',
  'by_admin',
  'payment_expired',
  'session_cancelled',
  'rejected',
  'duplicate',
  'moved',
  'erased',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Every transition there is. Attendance can be corrected; nothing leaves `cancelled`: who returns registers anew. */
export const REGISTRATION_TRANSITIONS: Record<RegistrationState, readonly RegistrationState[]> = {
  pending_approval: ['pending_payment', 'confirmed', 'waitlisted', 'cancelled'],
  pending_payment: ['confirmed', 'cancelled'],
  waitlisted: ['pending_payment', 'confirmed', 'cancelled'],
  confirmed: ['attended', 'no_show', 'cancelled'],
  attended: ['confirmed', 'no_show', 'cancelled'],
  no_show: ['confirmed', 'attended', 'cancelled'],
  cancelled: [],
};

export const mayBecome = (from: RegistrationState, to: RegistrationState): boolean =>
  REGISTRATION_TRANSITIONS[from].includes(to);

export const holdsSeat = (state: RegistrationState): boolean =>
  (HOLDING as readonly RegistrationState[]).includes(state);
