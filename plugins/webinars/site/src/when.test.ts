import { localMoment, momentOf, spanOf } from './when';

const from = new Date('2026-11-26T09:00:00Z');
const to = new Date('2026-11-26T10:00:00Z');

describe('a moment', () => {
  it('is told in the reader’s language, in the zone asked for', () => {
    expect(momentOf(from, to, 'Europe/Berlin', 'en')).toEqual({
      date: 'Thursday, 26 November 2026',
      time: '10:00 – 11:00 CET',
    });
    expect(momentOf(from, to, 'Europe/Berlin', 'de')).toEqual({
      date: 'Donnerstag, 26. November 2026',
      time: '10:00 – 11:00 MEZ',
    });
  });

  it('is told in the reader’s zone only where their clock shows another time', () => {
    const zones = (own: string | null) => ({ session: 'Europe/Berlin', own });
    expect(localMoment(from, to, zones('Asia/Tokyo'), 'en')?.time).toMatch(/^18:00 – 19:00/);
    expect(localMoment(from, to, zones('Europe/Vienna'), 'en')).toBeNull();
    expect(localMoment(from, to, zones(null), 'en')).toBeNull();
  });

  it('is so and so far away', () => {
    expect(spanOf(90 * 60_000, 'en')).toBe('1 hour 30 minutes');
    expect(spanOf(51 * 3_600_000, 'de')).toBe('2 Tage 3 Stunden');
    expect(spanOf(5_000, 'en')).toBe('1 minute');
  });
});
