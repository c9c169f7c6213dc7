import type { HistoryActor } from '../../../contracts/history';

const KINDS: readonly string[] = ['staff', 'token', 'visitor', 'system'] satisfies HistoryActor['kind'][];

/** An actor as the log keeps them, `staff:7` and a name, as the API tells them. */
export const actorOf = (key: string, name: string | null): HistoryActor => {
  const kind = key.split(':', 1)[0]!;
  return { key, kind: KINDS.includes(kind) ? (kind as HistoryActor['kind']) : 'system', name };
};

const BY_ATTENDEES: ReadonlySet<string> = new Set([
  'registration.confirmed',
  'registration.waitlisted',
  'registration.approval_requested',
  'registration.payment_requested',
  'registration.paid',
  'registration.edited',
  'registration.joined',
  'registration.feedback_given',
]);

type Told = { type: string; data: Record<string, unknown> };

/** Who made an event happen that nobody in the audit log did: attendees themselves, staff before there was an audit log, or time. */
export const actorOfEvent = ({ type, data }: Told): HistoryActor => {
  if (data.door === 'documents' || data.reason === 'by_admin' || data.reason === 'rejected') {
    return actorOf('staff', null);
  }
  if (BY_ATTENDEES.has(type) || data.reason === 'by_attendee') return actorOf('visitor', null);
  return actorOf('system', null);
};
