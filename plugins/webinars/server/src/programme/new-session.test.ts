import { programmeSettings } from '../../../contracts/programme';
import { formDefaults, withDefaults } from './new-session';

const NOW = new Date('2027-03-01T09:00:00Z');
const STARTS = '2027-04-05T08:00:00.000Z';

const settings = (newSessions: object) => ({
  newSessions: programmeSettings.parse({ newSessions }).newSessions,
  timezone: 'Europe/Vienna',
});

describe('a new session', () => {
  const given = settings({ duration: 45, capacity: 30, allowWaitlist: false, registrationWindowDays: 14 });

  it('gets what nobody said from the settings', () => {
    expect(withDefaults({ datetime: STARTS }, given, NOW)).toEqual({
      datetime: STARTS,
      duration: 45,
      capacity: 30,
      allowWaitlist: false,
      timezone: 'Europe/Vienna',
      // Two weeks before ten o'clock in Vienna is ten o'clock, though the clocks change between.
      registrationOpensAt: '2027-03-22T09:00:00.000Z',
    });
  });

  it('keeps what was said, an emptied capacity included', () => {
    const said = {
      datetime: STARTS,
      duration: 90,
      capacity: null,
      allowWaitlist: true,
      timezone: 'Asia/Tokyo',
      registrationOpensAt: '2027-03-02T00:00:00.000Z',
    };
    expect(withDefaults(said, given, NOW)).toEqual(said);
  });

  it('opens with its publication where the day of its opening has come, or where none is set', () => {
    const soon = { datetime: '2027-03-10T08:00:00.000Z' };
    expect(withDefaults(soon, given, NOW).registrationOpensAt).toBeNull();
    expect(withDefaults({ datetime: STARTS }, settings({}), NOW).registrationOpensAt).toBeNull();
  });

  it('leaves a faulty start or zone to the rule that names it', () => {
    expect(withDefaults({ datetime: 'soon' }, given, NOW).registrationOpensAt).toBeNull();
    expect(withDefaults({ datetime: STARTS, timezone: 'Mars/Base' }, given, NOW).registrationOpensAt).toBeNull();
  });

  it('begins in a form with the same', () => {
    expect(formDefaults(given)).toEqual({
      duration: 45,
      capacity: 30,
      allowWaitlist: false,
      timezone: 'Europe/Vienna',
    });
  });
});
