import { checkoutHoldUntil, offerHoldUntil } from './hold';

const now = new Date('2026-06-01T12:00:00Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);

describe('a seat offered from the waitlist', () => {
  it('is kept for the whole offer while the start is days away', () => {
    expect(offerHoldUntil(now, hours(24 * 7), 24)).toEqual(hours(24));
  });

  it('is kept for four hours on the days before the start', () => {
    expect(offerHoldUntil(now, hours(30), 24)).toEqual(hours(4));
  });

  it('is kept for half an hour at the end, the least a checkout needs', () => {
    expect(offerHoldUntil(now, hours(3), 24)).toEqual(hours(0.5));
    expect(offerHoldUntil(now, hours(-0.2), 24)).toEqual(hours(0.5));
  });
});

describe('a seat held at the checkout', () => {
  it('is kept for the hold time', () => {
    expect(checkoutHoldUntil(now, 30)).toEqual(hours(0.5));
  });
});
