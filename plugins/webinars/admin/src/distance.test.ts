import { distanceBetween } from './distance';

const NOON = '2030-05-01T12:00:00Z';

describe('the distance between two instants', () => {
  it.each([
    ['2030-05-01T12:00:30Z', 0, 'minute'],
    ['2030-05-01T11:59:30Z', 0, 'minute'],
    ['2030-05-01T12:59:59Z', 59, 'minute'],
    ['2030-05-01T13:30:00Z', 1, 'hour'],
    ['2030-05-01T09:30:00Z', -2, 'hour'],
    ['2030-05-04T11:00:00Z', 2, 'day'],
  ])('is told in the largest unit there is a whole one of: to %s %d %s', (to, count, unit) => {
    expect(distanceBetween(NOON, to)).toEqual({ count, unit });
  });
});
