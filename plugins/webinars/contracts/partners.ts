import { z } from 'zod';
import { titles } from './titles';

/** The partners we keep in step. */
export const PARTNERS = ['odoo'] as const;
export const partnerName = z.enum(PARTNERS);
export type PartnerName = z.infer<typeof partnerName>;

/**
 * `off`: no credentials. `on`: nothing is in the way. `paused`: the partner does not answer or asked for a pause; work waits and goes on by
 * itself. `stopped`: it refuses our credentials; work waits until there are others, or a test succeeds.
 */
export const PARTNER_STATES = ['off', 'on', 'paused', 'stopped'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

/** What went wrong, as a code with a text of ours for it, and in the partner's own words. */
export const PARTNER_TROUBLES = [
  /** No connection, no answer in time, or a proxy's 502 to 504. */
  'unreachable',
  /** 429, or 503 with a time: it wants fewer calls. */
  'limited',
  /** 401: the key is wrong, expired or withdrawn. */
  'unauthorized',
  /** 403: the account lacks a right. */
  'forbidden',
  /** It does not accept a value of this record. */
  'refused',
  /** It failed, in a way that another try may mend. */
  'failed',
] as const;
export type PartnerTrouble = (typeof PARTNER_TROUBLES)[number];
export type PartnerProblem = { code: PartnerTrouble; words: string; at: string };

/**
 * Where a record stands with a partner. `waiting`: there is something to send. `done`: the partner has what we have. `failed`: a dead letter,
 * which waits for a replay. `gone`: somebody deleted it there; it is left alone until somebody here repairs it.
 */
export const LINK_STATES = ['waiting', 'done', 'failed', 'gone'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** What is kept in step, by kind: with Odoo `event`, `attendee`, `lead`, `activity`. */
export type LinkKind = string;

/** What somebody has to know who tests the connection: rights that are missing, switches at the partner that get in the way. */
export type PartnerWarning = { code: string; values: Record<string, string | number> };

/** What a test call found. */
export type PartnerCheck = {
  at: string;
  version: string | null;
  /** Who we are there. */
  account: string | null;
  /** Null where the key does not expire, or the partner does not tell. */
  keyExpiresAt: string | null;
  warnings: PartnerWarning[];
  problem: PartnerProblem | null;
};

export type PartnerQueue = {
  kind: LinkKind;
  waiting: number;
  failed: number;
  gone: number;
  done: number;
  oldestWaitingAt: string | null;
};

export type PartnerReconciliation = {
  at: string;
  /** Records that were compared. */
  compared: number;
  /** What is not as it should be. */
  differences: number;
  /** What staff did there and we leave alone. */
  notes: number;
  /** Why it could not be finished. */
  problem: PartnerProblem | null;
};

/** A partner as its card in the admin shows it. */
export type PartnerCard = {
  partner: PartnerName;
  state: PartnerState;
  /** Environment variables that would switch it on, where it is off. */
  missing: string[];
  /** Where it is, without credentials. */
  address: string | null;
  problem: PartnerProblem | null;
  /** Until when it is left alone. */
  pausedUntil: string | null;
  /** When it last took something from us. */
  lastSuccessAt: string | null;
  check: PartnerCheck | null;
  /** The key expires within weeks, or has expired. */
  isKeyExpiring: boolean;
  queue: PartnerQueue[];
  /** Of the records that were sent in the last seven days. */
  lastDays: { sent: number; failed: number };
  isReconciling: boolean;
  reconciliation: PartnerReconciliation | null;
};

/** One record and where it stands. `title` is what the admin calls it. */
export type PartnerRecord = {
  partner: PartnerName;
  kind: LinkKind;
  /** Our record's document id. */
  record: string;
  title: string | null;
  session: { documentId: string; title: string } | null;
  state: LinkState;
  /** Its page there. Null where it has never been there. */
  url: string | null;
  attempts: number;
  problem: PartnerProblem | null;
  nextTryAt: string | null;
  sentAt: string | null;
  /** Differences of the last reconciliation. */
  differences: PartnerDifference[];
};

/**
 * `missing`: it should be there and never was. `deleted`: it was there. `changed`: a field that is ours was changed there. `stale`: we changed
 * it and did not send it. The rest is only told: `kept`: a field that is theirs was changed there. `extra`: it was made there, in something of ours.
 * `archived`: it was put away there. `merged`: it went into another record there, which is the one that is linked.
 */
export const PARTNER_DIFFERENCES = [
  'missing',
  'deleted',
  'changed',
  'stale',
  'kept',
  'extra',
  'archived',
  'merged',
] as const;
export type PartnerDifferenceKind = (typeof PARTNER_DIFFERENCES)[number];
/** Those that a repair mends. */
export const REPAIRABLE: readonly PartnerDifferenceKind[] = ['missing', 'deleted', 'changed', 'stale'];

export type PartnerDifference = {
  id: string;
  kind: LinkKind;
  record: string | null;
  title: string | null;
  session: { documentId: string; title: string } | null;
  difference: PartnerDifferenceKind;
  /** By the partner's names. Values only where they are nobody's personal data. */
  fields: { name: string; ours?: string | null; theirs?: string | null }[];
  url: string | null;
};

/** A call that a dry run would have made. */
export type PlannedCall = {
  kind: LinkKind;
  /** Such as `event.registration/create`. */
  call: string;
  /** How many records it writes. */
  records: number;
  /** What it would say, shortened. */
  body: string;
};

export type DryRun = {
  calls: PlannedCall[];
  /** Records that wait beyond those that were planned. */
  more: number;
  problem: PartnerProblem | null;
};

export const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
  titles,
});
export type PartnerPage = z.infer<typeof pageQuery>;

/** Which records of a partner: those named, or all that are concerned. */
export const recordChoice = z.strictObject({
  records: z
    .array(z.strictObject({ kind: z.string().max(40), record: z.string().max(300) }))
    .min(1)
    .max(100)
    .optional(),
});

export const repairChoice = z.strictObject({
  ids: z
    .array(z.string().regex(/^\d{1,18}$/))
    .min(1)
    .max(100)
    .optional(),
});

/** Whose records: of a session (its own, and how many of its registrations stand where), or of a registration. */
export const recordsQuery = z.union([
  z.strictObject({ session: z.string().min(1).max(40), titles }),
  z.strictObject({ registration: z.string().min(1).max(40), titles }),
]);

/** What the panel beside a session or a registration shows. */
export type PartnerRecords = {
  records: PartnerRecord[];
  /** Of a session: its registrations, by kind and state. */
  counts: { partner: PartnerName; kind: LinkKind; state: LinkState; count: number }[];
};
