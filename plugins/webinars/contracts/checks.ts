import { z } from 'zod';

/** Every rule that is checked. Each has a text of ours that says what it means. */
export const CHECK_RULES = [
  'counters',
  'person',
  'line',
  'state',
  'session',
  'link',
  'cancelled',
  'days',
  'guards',
] as const;
export type CheckRule = (typeof CHECK_RULES)[number];

/** A check of the invariants that was made. */
export type CheckRow = {
  at: string;
  sessions: number;
  registrations: number;
  differences: number;
  repaired: number;
  by: string | null;
};

/** Something that should always be true and was not. */
export type FoundDifference = {
  rule: CheckRule;
  session: { documentId: string; title: string | null } | null;
  expected: string;
  found: string;
  /** Whether it can be mended without deciding anything for a person. */
  repairable: boolean;
};

/** With what it found, at most the first 500. */
export type CheckDetail = CheckRow & { found: FoundDifference[] };

export const checkQuery = z.strictObject({ locale: z.enum(['en', 'de']).default('en') });

/** `at`: the check on whose ground something is mended. */
export const repairRequest = z.strictObject({ at: z.iso.datetime() });
