import { localClock } from './local';

describe('the clock of a zone', () => {
  it('is an hour on in summer, from the very minute', () => {
    const local = localClock('Europe/Berlin');
    expect(local('2026-03-29T00:59:59Z').toISOString()).toBe('2026-03-29T01:59:59.000Z');
    expect(local('2026-03-29T01:00:00Z').toISOString()).toBe('2026-03-29T03:00:00.000Z');
    expect(local('2026-10-25T01:00:00Z').toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });

  it('is the one of Greenwich where nobody knows the zone', () => {
    expect(localClock('Nowhere/Else')('2026-07-01T12:00:00Z').toISOString()).toBe('2026-07-01T12:00:00.000Z');
  });
});
