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
  platform: string | null;
  meetingUrl: string | null;
  scheduledPublishAt: Date | null;
  /** When it was last saved. Whoever changes it on the ground of something older is told. */
  revision: Date | null;
  /** Seats held now, as the database counts them. */
  registrationCount: number;
  waitlistCount: number;
};

/** Where and when a session takes place. Calendars and reminders follow a change of these, and of nothing else. */
export const SCHEDULE = ['datetime', 'duration', 'timezone', 'platform', 'meetingUrl'] as const;

type Schedule = Pick<Session, (typeof SCHEDULE)[number]>;

/** Whether a change of these fields moves a session: the guard in the database raises `scheduleVersion` for the same. */
export const isMoved = (before: Schedule, after: Schedule): boolean =>
  SCHEDULE.some((name) =>
    name === 'datetime' ? before.datetime.getTime() !== after.datetime.getTime() : before[name] !== after[name],
  );

const MINUTE = 60_000;

export const endsAt = (session: Pick<Session, 'datetime' | 'duration'>): Date =>
  new Date(session.datetime.getTime() + session.duration * MINUTE);
