/** A session's life. `draft` is the editors' own; the others are public. */
export const SESSION_STATES = ['draft', 'published', 'live', 'completed', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Where each state may lead. A moved session leaves `live` again; `completed` and `cancelled` are final. */
export const SESSION_TRANSITIONS: Record<SessionState, readonly SessionState[]> = {
  draft: ['published', 'cancelled'],
  published: ['draft', 'live', 'completed', 'cancelled'],
  live: ['published', 'completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

export const maySessionBecome = (from: SessionState, to: SessionState): boolean =>
  from === to || SESSION_TRANSITIONS[from].includes(to);

/** A session's row as the rules read it. Money in minor units, instants in UTC, `duration` in minutes. */
export type Session = {
  id: number;
  documentId: string;
  slug: string | null;
  state: SessionState;
  datetime: Date;
  duration: number;
  timezone: string;
  language: 'en' | 'de';
  price: number;
  currency: string;
  earlyBirdPrice: number | null;
  earlyBirdEndsAt: Date | null;
  /** Null is without limit. */
  capacity: number | null;
  requiresApproval: boolean;
  allowWaitlist: boolean;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  scheduleVersion: number;
  /** Seats held now, as the database counts them. */
  registrationCount: number;
  waitlistCount: number;
};

const MINUTE = 60_000;

export const endsAt = (session: Pick<Session, 'datetime' | 'duration'>): Date =>
  new Date(session.datetime.getTime() + session.duration * MINUTE);
