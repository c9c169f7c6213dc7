import { datesOfCopy } from './copy';

const at = (instant: string) => new Date(instant);

const original = {
  datetime: at('2030-03-20T09:00:00Z'),
  timezone: 'Europe/Berlin',
  registrationOpensAt: at('2030-02-20T08:00:00Z'),
  registrationClosesAt: at('2030-03-20T08:00:00Z'),
  earlyBirdEndsAt: null,
};

describe('the dates of a copy', () => {
  it('keep their distance and their time of day, whatever the clocks did meanwhile', () => {
    expect(datesOfCopy(original, at('2030-04-17T08:00:00Z'))).toMatchObject({
      registrationOpensAt: at('2030-03-20T08:00:00Z'),
      registrationClosesAt: at('2030-04-17T07:00:00Z'),
      earlyBirdEndsAt: null,
    });
  });

  it('move with the hour of the start where they are of the same day, so that an hour before stays an hour before', () => {
    expect(datesOfCopy(original, at('2030-03-27T13:00:00Z'))).toMatchObject({
      registrationOpensAt: at('2030-02-27T08:00:00Z'),
      registrationClosesAt: at('2030-03-27T12:00:00Z'),
    });
  });
});
