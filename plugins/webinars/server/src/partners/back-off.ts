const SECOND = 1000;
const SHORTEST = 5 * SECOND;
const LONGEST = 5 * 60 * SECOND;
/** A partner that asks for longer is believed as long. */
const LONGEST_ASKED = 60 * 60 * SECOND;
/** Tries of one record, about an hour in all, before it is a dead letter. */
export const MOST_ATTEMPTS = 20;

/**
 * How long to wait after so many failures in a row, in milliseconds: doubling from five seconds to five minutes, of which a random part,
 * at least half, is waited, so that what failed together does not come back together. `random` is from 0 to 1.
 */
export const backOff = (failures: number, random: number): number => {
  const longest = Math.min(LONGEST, SHORTEST * 2 ** Math.min(failures - 1, 10));
  return Math.round(longest * (0.5 + random / 2));
};

/** How long a partner is left alone after trouble: as it asked, else as it backs off. */
export const pauseAfter = (failures: number, retryAfterMs: number | null, random: number): number =>
  retryAfterMs === null ? backOff(failures, random) : Math.min(LONGEST_ASKED, Math.max(SECOND, retryAfterMs));
