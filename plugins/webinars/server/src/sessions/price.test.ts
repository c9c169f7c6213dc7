import { priceNow, priceOf } from './price';

const session = {
  price: 9900,
  currency: 'EUR',
  earlyBirdPrice: 6900,
  earlyBirdEndsAt: new Date('2030-05-01T10:00:00Z'),
};
const at = (instant: string) => new Date(instant);
const early = at('2030-05-01T09:59:59.999Z');

describe('the price now', () => {
  it('is the early bird until it ends', () => {
    expect(priceOf(session, early)).toEqual({
      amount: 6900,
      regular: 9900,
      currency: 'EUR',
      earlyBird: { amount: 6900, endsAt: session.earlyBirdEndsAt },
    });
  });

  it('is the regular price at the very instant the early bird ends', () => {
    expect(priceOf(session, at('2030-05-01T10:00:00Z'))).toEqual({
      amount: 9900,
      regular: 9900,
      currency: 'EUR',
      earlyBird: null,
    });
  });

  it('knows no early bird without an end', () => {
    expect(priceNow({ ...session, earlyBirdEndsAt: null }, early)).toBe(9900);
  });

  it('ignores an early bird that is not cheaper', () => {
    expect(priceOf({ ...session, earlyBirdPrice: 12000 }, early)).toMatchObject({ amount: 9900, earlyBird: null });
  });

  it('can be free for early birds', () => {
    expect(priceNow({ ...session, earlyBirdPrice: 0 }, early)).toBe(0);
  });
});
