import fc from 'fast-check';
import { backOff, MOST_ATTEMPTS, pauseAfter } from './back-off';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('the pause after failures', () => {
  it('doubles from five seconds to five minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => backOff(failures, 1) / SECOND)).toEqual([
      5, 10, 20, 40, 80, 160, 300, 300, 300,
    ]);
  });

  it('is by chance between half of that and all of it, so that what failed together does not come back together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const longest = backOff(failures, 1);
        const pause = backOff(failures, random);
        expect(pause).toBeGreaterThanOrEqual(longest / 2);
        expect(pause).toBeLessThanOrEqual(longest);
      }),
    );
    expect(backOff(3, 0.1)).not.toBe(backOff(3, 0.9));
  });

  it('lets a record be tried for half an hour at least, before it is a dead letter', () => {
    let all = 0;
    for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1) all += backOff(attempts, 0);
    expect(all).toBeGreaterThan(30 * MINUTE);
  });
});

describe('a partner that says how long it wants to be left alone', () => {
  it('is believed, however often it failed before', () => {
    expect(pauseAfter(1, 120 * SECOND, 0.5)).toBe(120 * SECOND);
    expect(pauseAfter(9, 120 * SECOND, 0.5)).toBe(120 * SECOND);
  });

  it('waits a second at least and an hour at most', () => {
    expect(pauseAfter(1, 0, 0.5)).toBe(SECOND);
    expect(pauseAfter(1, 30 * 24 * 60 * MINUTE, 0.5)).toBe(60 * MINUTE);
  });

  it('is backed off from where it does not say', () => {
    expect(pauseAfter(2, null, 1)).toBe(backOff(2, 1));
  });
});
