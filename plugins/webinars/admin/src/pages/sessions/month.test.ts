import { dayAfter, monthBeside, weeksOf } from './month';

describe('a month in the calendar', () => {
  it('is shown in whole weeks from Monday on', () => {
    const weeks = weeksOf('2030-05');
    expect(weeks.map((week) => week[0])).toEqual([
      '2030-04-29',
      '2030-05-06',
      '2030-05-13',
      '2030-05-20',
      '2030-05-27',
    ]);
    expect(weeks.at(-1)!.at(-1)).toBe('2030-06-02');
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(weeksOf('2030-09')).toHaveLength(6);
  });

  it('has one before and one after, over the turn of the year too', () => {
    expect(monthBeside('2030-01', -1)).toBe('2029-12');
    expect(monthBeside('2030-12', 1)).toBe('2031-01');
    expect(dayAfter('2030-12-31')).toBe('2031-01-01');
  });
});
