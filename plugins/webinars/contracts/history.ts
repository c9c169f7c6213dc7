import { z } from 'zod';
import { titles } from './titles';

const documentId = z.string().min(1).max(64);

/** Who did something: an administrator, an API token, an attendee, or nobody but the system. */
export const ACTOR_KINDS = ['staff', 'token', 'visitor', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Where a page of history ends: the instant, whether it is of the audit log or of the event log, and its number there. */
const cursor = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[01]_\d{1,18}$/);

/** The history of one thing, or of everything; the newest first. */
export const historyQuery = z
  .strictObject({
    session: documentId.optional(),
    registration: documentId.optional(),
    topic: documentId.optional(),
    speaker: documentId.optional(),
    /** As `by.key` has it: `staff:7`, `system`. */
    actor: z.string().max(80).optional(),
    action: z.string().max(80).optional(),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    /** `next` of the page before. */
    before: cursor.optional(),
    pageSize: z.coerce.number().int().min(1).max(100).default(25),
    titles,
  })
  .refine(
    ({ session, registration, topic, speaker }) =>
      [session, registration, topic, speaker].filter((one) => one !== undefined).length <= 1,
    { message: 'Ask for the history of one thing at a time.', path: ['session'] },
  );
export type HistoryQuery = z.infer<typeof historyQuery>;

export type HistoryActor = { key: string; kind: ActorKind; name: string | null };

/** In the place of a secret: that there is one, and no more. */
export type HiddenValue = { hidden: true };

/** One field before and after. What stands in either is shortened where it is long, and hidden where it is secret. */
export type HistoryChange = { field: string; before: unknown; after: unknown };

/** Something that happened: in the audit log what somebody did, in the event log what came about. */
export type HistoryEntry = {
  id: string;
  at: string;
  by: HistoryActor;
  /** Where the system acted because somebody had done something else: what, and who. */
  because: { by: HistoryActor; action: string } | null;
  /** As the log has it: `session.changed`. */
  action: string;
  subject: { kind: string; documentId: string; title: string | null };
  session: { documentId: string; title: string } | null;
  changes: HistoryChange[];
  data: Record<string, unknown>;
  /** What came about in the same step, by the event log. */
  events: { type: string; data: Record<string, unknown> }[];
  /** Before and after were emptied with the personal data of a registration. */
  isErased: boolean;
};

export type HistoryPage = { entries: HistoryEntry[]; next: string | null };

/** What there is to choose from. */
export type HistoryChoices = { actors: HistoryActor[]; actions: string[] };
