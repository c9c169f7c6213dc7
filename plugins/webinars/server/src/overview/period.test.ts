import { dayAfter, mondayOf, periodOf, todayIn } from './period';

const ZONE = 'Europe/Berlin';
const named = (period: '7' | '30' | '90' | 'year', now: string) => periodOf({ period }, new Date(now), ZONE);
const range = (from: string, to: string) =>
  periodOf({ period: '30', from, to }, new Date('2027-05-01T12:00:00Z'), ZONE);

describe('a period', () => {
  it('ends with today, where the programme is', () => {
    const { current, previous } = named('7', '2026-05-01T22:30:00Z');
    expect([current.from, current.to]).toEqual(['2026-04-26', '2026-05-02']);
    expect([previous.from, previous.to]).toEqual(['2026-04-19', '2026-04-25']);
    expect(todayIn(ZONE, new Date('2026-05-01T22:30:00Z'))).toBe('2026-05-02');
  });

  it('begins with the year where the year is asked for, and is compared with as many days before', () => {
    const { current, previous } = named('year', '2027-03-01T12:00:00Z');
    expect([current.from, current.to]).toEqual(['2027-01-01', '2027-03-01']);
    expect([previous.from, previous.to]).toEqual(['2026-11-02', '2026-12-31']);
  });

  it('is of one’s own, with both its days', () => {
    const { current, previous } = range('2027-02-10', '2027-02-10');
    expect(current).toEqual({
      from: '2027-02-10',
      to: '2027-02-10',
      start: new Date('2027-02-09T23:00:00Z'),
      end: new Date('2027-02-10T23:00:00Z'),
    });
    expect([previous.from, previous.to]).toEqual(['2027-02-09', '2027-02-09']);
  });

  it.each([
    ['spring', '2027-03-25', '2027-03-31', -1],
    ['autumn', '2027-10-29', '2027-11-04', 1],
  ])('has its days over the change of clocks in %s, and touches the one before', (_, from, to, hours) => {
    const { current, previous } = range(from, to);
    expect(current.start).toEqual(previous.end);
    expect(dayAfter(previous.from, 7)).toBe(from);
    const all = +current.end - +previous.start;
    expect(all).toBe((14 * 24 + hours) * 3_600_000);
  });
});

describe('a week', () => {
  it.each([
    ['2027-02-28', '2027-02-22'],
    ['2027-03-01', '2027-03-01'],
    ['2027-01-02', '2026-12-28'],
  ])('of %s begins on Monday, %s', (day, monday) => expect(mondayOf(day)).toBe(monday));
});
