import { lastDays } from './days';

describe('the last days', () => {
  it('end with today, where the programme is', () => {
    const days = lastDays(3, new Date('2026-05-01T22:30:00Z'), 'Europe/Berlin');
    expect(days.map(({ day }) => day)).toEqual(['2026-04-30', '2026-05-01', '2026-05-02']);
    expect(days[2]!.from.toISOString()).toBe('2026-05-01T22:00:00.000Z');
  });

  it('touch without a gap over a change of the clocks', () => {
    const days = lastDays(5, new Date('2026-10-27T12:00:00Z'), 'Europe/Berlin');
    for (const [index, day] of days.slice(1).entries()) expect(day.from).toEqual(days[index]!.to);
    const longest = days.find(({ day }) => day === '2026-10-25')!;
    expect(longest.to.getTime() - longest.from.getTime()).toBe(25 * 3_600_000);
  });
});
