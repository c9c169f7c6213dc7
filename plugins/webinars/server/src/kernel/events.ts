import type { Trx } from './database';

/** Everything that can happen to a registration or a session, in the past tense. */
export const EVENT_TYPES = [
  'registration.approval_requested',
  'registration.payment_requested',
  'registration.confirmed',
  'registration.waitlisted',
  'registration.promoted',
  'registration.approved',
  'registration.paid',
  'registration.cancelled',
  'registration.attendance_recorded',
  'registration.edited',
  'registration.joined',
  'registration.feedback_given',
  'registration.deleted',
  'session.published',
  'session.unpublished',
  'session.registration_opened',
  'session.registration_closed',
  'session.capacity_changed',
  'session.moved',
  'session.reminders_changed',
  'session.went_live',
  'session.completed',
  'session.cancelled',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** A fact, written in the transaction that made it true. `data` never holds a personal datum: the log outlives an erasure. */
export type DomainEvent = {
  type: EventType;
  sessionDocumentId: string;
  registrationDocumentId?: string;
  data?: Record<string, unknown>;
  /** For facts that time makes true: the log holds at most one event of this key. */
  onceKey?: string;
};

/** Appends events to the log and queues the jobs that follow from them, in the caller's transaction. */
export type RecordEvents = (trx: Trx, events: readonly DomainEvent[], at: Date) => Promise<void>;
