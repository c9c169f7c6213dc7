import { z } from 'zod';
import type { AVAILABILITY } from './catalog';

/** What the head of a session's page shows. */
export type SessionPage = {
  now: string;
  documentId: string;
  slug: string | null;
  title: string;
  state: 'draft' | 'published' | 'live' | 'completed' | 'cancelled';
  availability: (typeof AVAILABILITY)[number];
  datetime: string;
  /** Minutes. */
  duration: number;
  timezone: string;
  language: 'en' | 'de';
  speakers: string[];
  price: number;
  currency: string;
  scheduledPublishAt: string | null;
  scheduleVersion: number;
  /** Null is without limit. */
  capacity: number | null;
  taken: number;
  waiting: number;
  approvals: number;
  links: {
    publicPage: string | null;
    calendar: string | null;
    meeting: string | null;
  };
};

/** The figures that explain the number of seats, each with rows behind it. */
export const SEAT_STATES = ['confirmed', 'pending_payment', 'attended', 'no_show'] as const;
export const BESIDE_STATES = ['waitlisted', 'pending_approval', 'cancelled'] as const;
export const seatState = z.enum([...SEAT_STATES, ...BESIDE_STATES]);
export type SeatState = z.infer<typeof seatState>;

/** One thing about the session that should always be true and is not. */
export type SessionDifference = { rule: string; expected: string; found: string; isRepairable: boolean };

/** "Explain this number": where the seats are. */
export type SessionSeats = {
  at: string;
  capacity: number | null;
  /** As the session's own counter says. */
  taken: number;
  /** Null is without limit. */
  free: number | null;
  /** Seats taken beyond a capacity that was lowered. */
  over: number;
  states: { state: SeatState; count: number }[];
  holds: { count: number; firstEndsAt: string; lastEndsAt: string } | null;
  differences: SessionDifference[];
};

export const seatRowsQuery = z.strictObject({
  state: seatState,
  /** The last row of the page before. */
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

export type SeatRow = {
  id: string;
  documentId: string;
  name: string;
  email: string;
  company: string | null;
  registeredAt: string;
  /** Of a seat that is held while somebody pays. */
  holdExpiresAt: string | null;
};

export const waitlistQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

/** How somebody came into the line. */
export type LineReason = 'arrived' | 'approved' | 'added';

export type WaitlistRow = {
  documentId: string;
  place: number;
  name: string;
  email: string;
  company: string | null;
  /** Since when they wait. */
  since: string;
  reason: LineReason;
  /** People who came later and were given a seat out of line meanwhile. */
  passedBy: number;
};

/** Why the head of the line has no seat. */
export type LineBlock = 'no_seat' | 'no_checkout' | 'session_over' | 'not_published';

export type Waitlist = {
  total: number;
  free: number | null;
  /** Null where nobody waits. */
  block: LineBlock | null;
  rows: WaitlistRow[];
};

/** Why somebody is given a seat before those ahead of them. */
export const promotion = z.strictObject({ reason: z.string().trim().min(3).max(500) });
