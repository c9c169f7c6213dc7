import { whyNotMark } from './attendance';

const start = new Date('2026-03-10T10:00:00Z');
const hoursBefore = (hours: number) => new Date(start.getTime() - hours * 3_600_000);
const session = { state: 'published' as const, datetime: start };

describe('attendance', () => {
  it('can be noted from the start on, of who had a seat, and corrected', () => {
    const why = (state: Parameters<typeof whyNotMark>[0]['state'], now: Date) =>
      whyNotMark({ state, session, now })?.code ?? null;
    expect(why('confirmed', hoursBefore(0.1))).toBe('SESSION_NOT_STARTED');
    expect(why('confirmed', start)).toBeNull();
    expect(why('attended', hoursBefore(-100))).toBeNull();
    expect(why('waitlisted', start)).toBe('NOT_CONFIRMED');
  });
});
