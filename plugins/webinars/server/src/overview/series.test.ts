import { seriesOf } from './series';

describe('a series of counts', () => {
  const counted = new Map([
    ['2027-02-01', 3],
    ['2027-02-03', 1],
    ['2027-03-31', 5],
  ]);

  it('has each day of a short period, also those without any', () => {
    expect(seriesOf({ from: '2027-02-01', to: '2027-02-03' }, counted, '2027-12-01')).toEqual({
      unit: 'day',
      counts: [
        { from: '2027-02-01', to: '2027-02-01', count: 3 },
        { from: '2027-02-02', to: '2027-02-02', count: 0 },
        { from: '2027-02-03', to: '2027-02-03', count: 1 },
      ],
    });
  });

  it('has weeks in a long one, cut off where the period is, and loses nobody', () => {
    const { unit, counts } = seriesOf({ from: '2027-02-03', to: '2027-03-31' }, counted, '2027-12-01');
    expect(unit).toBe('week');
    expect(counts[0]).toEqual({ from: '2027-02-03', to: '2027-02-07', count: 1 });
    expect(counts.at(-1)).toEqual({ from: '2027-03-29', to: '2027-03-31', count: 5 });
    expect(counts.map(({ from }) => from).slice(1, 3)).toEqual(['2027-02-08', '2027-02-15']);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('leaves out the days that are still to come', () => {
    const { counts } = seriesOf({ from: '2027-02-01', to: '2027-03-31' }, counted, '2027-02-02');
    expect(counts.map(({ from }) => from)).toEqual(['2027-02-01', '2027-02-02']);
    expect(seriesOf({ from: '2027-02-01', to: '2027-02-03' }, counted, '2027-01-01').counts).toEqual([]);
  });
});
