import type { Sql } from '../kernel/database';
import type { PartnerDifferenceKind, PartnerName, PartnerTrouble, PartnerWarning } from '../../../contracts/partners';

/** A digest of each field as it was last sent. */
export type Sent = Record<string, string>;

/** One record of ours and what we know of it there. */
export type Link = {
  kind: string;
  /** Our record's document id. */
  record: string;
  session: string | null;
  remoteId: string | null;
  sent: Sent;
  /** Something was sent once, and may have arrived though no answer came. */
  isTried: boolean;
  attempts: number;
  /** The change that is to be sent. */
  wanted: number;
};

/**
 * What became of a record that was to be sent. `unwanted`: it has no place there, and none to give back. `blocked`: another record has to be
 * there first; it is asked for again soon. `refused` is final, `retry` is not. `gone`: somebody deleted it there.
 */
export type Outcome =
  | { state: 'done'; remoteId: string; sent: Sent }
  | { state: 'unwanted' }
  | { state: 'blocked' }
  | { state: 'gone' }
  | { state: 'refused'; trouble: PartnerTrouble; words: string }
  | { state: 'retry'; trouble: PartnerTrouble; words: string };

/** Outcomes by record, filled while records are sent. */
export type Outcomes = Map<string, Outcome>;

export type FoundDifference = {
  kind: string;
  record: string | null;
  remoteId: string | null;
  session: string | null;
  difference: PartnerDifferenceKind;
  fields: { name: string; ours?: string | null; theirs?: string | null }[];
};

/** A call that was planned and not made. */
export type Planned = { call: string; records: number; body: string };

/** What the frame asks of every partner. All of it may throw a `PartnerError`; asked again, all of it does no more than once. */
export type Partner = {
  name: PartnerName;
  address: string;
  /** Where it is, database and all: elsewhere the numbers we know are others'. */
  place: string;
  /** Tells one set of credentials from another, and gives none away. */
  fingerprint: string;
  /** What is kept in step, in the order in which it is sent, and how many records go together. */
  kinds: readonly { kind: string; batch: number }[];
  /** What of ours each of our things is there: marks are written with it. */
  keeps: { session: string; registration: string };
  /** Brings records of one kind in step. What became of each is told as soon as it is known: of those that have an outcome none is sent again. */
  push(kind: string, links: readonly Link[], outcomes: Outcomes, signal: AbortSignal): Promise<void>;
  /** The same, without writing anything there or here; what it would ask of the partner is told. */
  rehearse(
    work: readonly { kind: string; links: readonly Link[] }[],
    signal: AbortSignal,
  ): Promise<(Planned & { kind: string })[]>;
  /** Who we are there, and what is in the way. */
  check(signal: AbortSignal): Promise<{
    version: string | null;
    account: string | null;
    keyExpiresAt: Date | null;
    warnings: PartnerWarning[];
  }>;
  /** Everything that differs, and how many records were compared. */
  compare(signal: AbortSignal): Promise<{ compared: number; found: FoundDifference[] }>;
  /** What is still to come, belongs there and is neither there nor on its way, such as what is older than the partner here. */
  unmarked(): Promise<readonly { kind: string; record: string; session: string }[]>;
  /** Forgets what things are called there: it is another place. */
  forget(trx: Sql): Promise<void>;
  /** A record's page there. */
  url(kind: string, remoteId: string): string | null;
};

/** A partner as the frame knows it: in reach, or off for want of credentials. */
export type KnownPartner = { name: PartnerName; missing: readonly string[]; partner: Partner | null };
