import { clockIn, timeframeOf } from './timeframe';

const berlin = 'Europe/Berlin';
const endOf = (name: 'this-week' | 'this-month', now: string, zone = berlin) =>
  timeframeOf(name, new Date(now), zone).startsBefore?.toISOString();

describe('a time frame', () => {
  it('ends its week at midnight after Sunday where the programme is at home', () => {
    expect(endOf('this-week', '2026-11-24T10:00:00Z')).toBe('2026-11-29T23:00:00.000Z');
    expect(endOf('this-week', '2026-11-24T10:00:00Z', 'America/New_York')).toBe('2026-11-30T05:00:00.000Z');
  });

  it('is already in the next week when it is Monday there', () => {
    expect(endOf('this-week', '2026-11-29T22:59:59Z')).toBe('2026-11-29T23:00:00.000Z');
    expect(endOf('this-week', '2026-11-29T23:00:00Z')).toBe('2026-12-06T23:00:00.000Z');
  });

  it('keeps to local midnight when the clocks change inside it', () => {
    expect(endOf('this-week', '2026-10-20T10:00:00Z')).toBe('2026-10-25T23:00:00.000Z');
    expect(endOf('this-month', '2026-10-20T10:00:00Z')).toBe('2026-10-31T23:00:00.000Z');
    expect(endOf('this-month', '2026-03-20T10:00:00Z')).toBe('2026-03-31T22:00:00.000Z');
  });

  it('has no end for all that is ahead, nor for the past', () => {
    const now = new Date('2026-11-24T10:00:00Z');
    expect(timeframeOf('all-upcoming', now, berlin)).toEqual({ isPast: false, startsBefore: null });
    expect(timeframeOf('past', now, berlin)).toEqual({ isPast: true, startsBefore: null });
  });
});

describe('the clock of an agenda', () => {
  it('shows local time on either side of a change of clocks', () => {
    expect(clockIn(new Date('2026-10-25T00:30:00Z'), berlin)).toBe('02:30');
    expect(clockIn(new Date('2026-10-25T01:30:00Z'), berlin)).toBe('02:30');
    expect(clockIn(new Date('2026-10-25T02:30:00Z'), berlin)).toBe('03:30');
  });

  it('falls back to UTC where an imported zone is none', () => {
    expect(clockIn(new Date('2026-10-25T00:30:00Z'), 'Mars/Olympus')).toBe('00:30');
  });
});
