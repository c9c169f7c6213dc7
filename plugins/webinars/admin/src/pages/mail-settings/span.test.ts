import { spanOf } from './span';

describe('a span of minutes', () => {
  it('is said in the largest unit that says it whole', () => {
    expect(spanOf(7 * 24 * 60)).toEqual({ amount: 7, unit: 'days' });
    expect(spanOf(120)).toEqual({ amount: 2, unit: 'hours' });
    expect(spanOf(90)).toEqual({ amount: 90, unit: 'minutes' });
    expect(spanOf(0)).toEqual({ amount: 0, unit: 'minutes' });
  });
});
