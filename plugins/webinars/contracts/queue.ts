import { z } from 'zod';

/** How the work of one kind stands. What is done leaves the queue. */
export type QueueKind = {
  name: string;
  /** Due, and nobody has begun. */
  waiting: number;
  /** To be done later. */
  scheduled: number;
  running: number;
  /** Failed, and tried again by itself. */
  retrying: number;
  /** Failed as often as it may: a dead letter. */
  dead: number;
  /** Since when the oldest waits. */
  oldestDueAt: string | null;
};

export type QueueStanding = {
  at: string;
  kinds: QueueKind[];
  /** What has queues of its own, and pages where they are looked after. */
  elsewhere: { mails: number; partners: number };
};

/** Why work failed, as a code with a text of ours. */
export const TROUBLES = ['busy', 'unreachable', 'gone', 'payload', 'refused', 'unknown'] as const;
export type Trouble = (typeof TROUBLES)[number];

export type DeadLetterRow = {
  id: string;
  name: string;
  attempts: number;
  /** When it failed last. */
  at: string;
  trouble: Trouble;
  /** The error's own words for whoever runs the instance, without anybody's data. */
  words: string;
  session: { documentId: string; title: string } | null;
  registration: { documentId: string; reference: string } | null;
  message: string | null;
  partner: string | null;
};

const id = z.string().regex(/^\d{1,18}$/);
const name = z.string().min(1).max(128);

export const deadLetterQuery = z.strictObject({
  kind: name.optional(),
  locale: z.enum(['en', 'de']).default('en'),
  /** The id of the last one seen. */
  before: id.optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type DeadLetterQuery = z.infer<typeof deadLetterQuery>;
export type DeadLetterPage = { data: DeadLetterRow[]; meta: { next: string | null; total: number } };

/** Some dead letters by their ids, or all of one kind or of every kind that had failed by `until`: a part of them at a time. */
const some = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(500) }),
  z.strictObject({ all: z.strictObject({ kind: name.nullable(), until: z.iso.datetime() }) }),
]);

export const replayDeadLettersRequest = z.strictObject({ which: some });
export const discardDeadLettersRequest = z.strictObject({ which: some, reason: z.string().trim().min(3).max(500) });
export type WhichDeadLetters = z.infer<typeof some>;

/** How many were dealt with now, and how many of what was asked for are left. */
export type DealtWith = { count: number; left: number };
