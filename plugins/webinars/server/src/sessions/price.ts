import type { Session } from './session';

type Priced = Pick<Session, 'price' | 'earlyBirdPrice' | 'earlyBirdEndsAt'>;

/** What a seat costs at one moment. Amounts in minor units of `currency`; zero is free. */
export type Price = {
  amount: number;
  /** What it costs once the early bird is over. */
  regular: number;
  currency: string;
  /** The early bird that applies at this moment. */
  earlyBird: { amount: number; endsAt: Date } | null;
};

const regularPrice = (session: Priced): number => session.price ?? 0;

const earlyBirdOf = ({ price, earlyBirdPrice, earlyBirdEndsAt }: Priced): Price['earlyBird'] =>
  earlyBirdPrice !== null && earlyBirdEndsAt !== null && earlyBirdPrice < (price ?? 0)
    ? { amount: earlyBirdPrice, endsAt: earlyBirdEndsAt }
    : null;

/** Early bird ends at its instant: from then on the regular price holds. One that is not cheaper is none. */
export const isEarlyBird = (session: Priced, now: Date): boolean => {
  const earlyBird = earlyBirdOf(session);
  return earlyBird !== null && now < earlyBird.endsAt;
};

/** What a seat costs now, in minor units of the session's currency; zero is free. */
export const priceNow = (session: Priced, now: Date): number => {
  const earlyBird = earlyBirdOf(session);
  return earlyBird && now < earlyBird.endsAt ? earlyBird.amount : regularPrice(session);
};

/** The price now beside what it will be, as a card shows it. */
export const priceOf = (session: Priced & Pick<Session, 'currency'>, now: Date): Price => ({
  amount: priceNow(session, now),
  regular: regularPrice(session),
  currency: session.currency,
  earlyBird: isEarlyBird(session, now) ? earlyBirdOf(session) : null,
});
