import { z } from 'zod';
import type { MailKind } from './mail';
import { rosterFilter, type RosterFilter, type RosterState } from './roster';
import { titles } from './titles';

/** What staff do with registrations, with one or with many. The last two undo others: a mark of attendance, and an end. */
export const STAFF_DEEDS = ['approve', 'reject', 'cancel', 'attended', 'no_show', 'unmark', 'readmit'] as const;
export type StaffDeed = (typeof STAFF_DEEDS)[number];

/** Why somebody is left as they are. */
export const LEFT_REASONS = [
  'GONE',
  'ALREADY_SO',
  'NOT_PENDING',
  'NOT_CONFIRMED',
  'NOT_CANCELLED',
  'CHANGED_SINCE',
  'SESSION_NOT_OPEN',
  'SESSION_OVER',
  'SESSION_FULL',
  'SESSION_CANCELLED',
  'SESSION_NOT_STARTED',
  'DUPLICATE_REGISTRATION',
  'PAYMENT_UNAVAILABLE',
  'FAILED',
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

const MOST_PICKED = 1000;

/** Which registrations: those picked one by one, by their document ids, or all that a filter finds. */
export const chosenRegistrations = z.union([
  z.strictObject({
    ids: z
      .array(z.string().regex(/^[A-Za-z0-9]{1,40}$/))
      .min(1)
      .max(MOST_PICKED),
  }),
  z.strictObject({ filter: rosterFilter }),
]);
export type ChosenRegistrations = z.infer<typeof chosenRegistrations>;

export const newPlacesDeed = z.strictObject({
  deed: z.enum(['cancel', 'attended', 'no_show']),
  which: chosenRegistrations,
});
export const newDecisionDeed = z.strictObject({ deed: z.enum(['approve', 'reject']), which: chosenRegistrations });

/** What is noted with each person's history; nobody is told it. */
export const bulkBeginning = z.strictObject({ note: z.string().trim().max(500).default('') });

/** `chosen`: people are written down, nothing is done yet. */
export const BULK_STATES = ['chosen', 'running', 'stopped', 'done'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** Whether a finished bulk action can be taken back, and why not. */
export const UNDOABLE = [
  'yes',
  'not_ended',
  'undone_already',
  'is_undo',
  'approval_was_told',
  'nothing_done',
  'forgotten',
] as const;
export type Undoable = (typeof UNDOABLE)[number];

type LeftCount = { reason: LeftReason; people: number };

/** A bulk action: who was chosen, and how far it is. */
export type BulkView = {
  id: string;
  deed: StaffDeed;
  state: BulkState;
  /** The filter people were chosen by; null where they were picked one by one, or are those of an earlier bulk action. */
  filter: RosterFilter | null;
  people: number;
  changed: number;
  left: LeftCount[];
  note: string;
  by: string | null;
  madeAt: string;
  begunAt: string | null;
  endedAt: string | null;
  undoOf: { id: string; deed: StaffDeed } | null;
  undoneBy: string | null;
  undoable: Undoable;
};

/** What a bulk action would do at this moment, decided by what does it. */
export type BulkForesight = {
  changed: { to: RosterState; people: number }[];
  left: LeftCount[];
  sessions: number;
  /** How many of those in line would be given a seat that becomes free. */
  promoted: number;
  mails: { kind: MailKind; people: number }[];
};

export const bulkPeopleQuery = z.strictObject({
  outcome: z.enum(['changed', 'left', 'waiting']).optional(),
  reason: z.enum(LEFT_REASONS).optional(),
  after: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
  titles,
});
export type BulkPeopleQuery = z.infer<typeof bulkPeopleQuery>;

/** One of the people of a bulk action, and what became of them. */
export type BulkPerson = {
  place: number;
  /** Null where the registration no longer exists. */
  registration: { documentId: string; firstName: string | null; lastName: string | null; email: string } | null;
  session: string | null;
  outcome: 'changed' | 'left' | null;
  reason: LeftReason | null;
  before: RosterState | null;
  after: RosterState | null;
  /** The registration that was made in place of a cancelled one. */
  successor: string | null;
};
export type BulkPeople = { people: BulkPerson[]; next: number | null };
