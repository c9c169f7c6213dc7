import { instantAt, isZone, wallTime } from './local-time';

describe('a time in the zone of a session', () => {
  it('is what the clocks there show, summer and winter', () => {
    expect(wallTime('2030-07-01T08:00:00Z', 'Europe/Berlin')).toBe('2030-07-01T10:00');
    expect(instantAt('2030-07-01T10:00', 'Europe/Berlin')).toBe('2030-07-01T08:00:00.000Z');
    expect(instantAt('2030-01-01T10:00', 'Europe/Berlin')).toBe('2030-01-01T09:00:00.000Z');
    expect(instantAt('2030-01-01T10:00', 'America/New_York')).toBe('2030-01-01T15:00:00.000Z');
  });

  it('comes back as it was written, at every hour of a year', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC']) {
      for (let hour = 0; hour < 366 * 24; hour += 5) {
        const wall = wallTime(Date.UTC(2030, 0, 1, hour, 30), zone);
        expect(wallTime(instantAt(wall, zone)!, zone)).toBe(wall);
      }
    }
  });

  it('is the hour after where the clocks skip it', () => {
    expect(wallTime(instantAt('2030-03-31T02:30', 'Europe/Berlin')!, 'Europe/Berlin')).toBe('2030-03-31T03:30');
  });

  it('is none where what was typed is none', () => {
    expect(instantAt('', 'Europe/Berlin')).toBeNull();
    expect(instantAt('2030-13-01T10:00', 'Europe/Berlin')).toBeNull();
    expect(instantAt('2030-01-01T10:00', 'Mars/Base')).toBeNull();
    expect(isZone('Mars/Base')).toBe(false);
  });
});
