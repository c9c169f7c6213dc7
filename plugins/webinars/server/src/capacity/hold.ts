const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Stripe: a Checkout Session lives at least 30 minutes, so no hold is shorter. */
const SHORTEST_HOLD_MINUTES = 30;

/** Until when a visitor who registers has the seat while paying. */
export const checkoutHoldUntil = (now: Date, holdMinutes: number): Date =>
  new Date(now.getTime() + holdMinutes * MINUTE);

/**
 * Until when a seat is kept for somebody promoted from the waitlist, who may be asleep: the full offer long before the start,
 * four hours on the days before it, half an hour at the end.
 */
export const offerHoldUntil = (now: Date, startsAt: Date, offerHours: number): Date => {
  const ahead = startsAt.getTime() - now.getTime();
  const offered =
    ahead > 2 * offerHours * HOUR ? offerHours * HOUR : ahead > 8 * HOUR ? Math.min(4, offerHours) * HOUR : 0;
  return new Date(now.getTime() + Math.max(offered, SHORTEST_HOLD_MINUTES * MINUTE));
};
