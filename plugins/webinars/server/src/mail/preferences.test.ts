import { MAIL_CATEGORIES } from '../../../contracts/mail';
import { isWanted, NO_PREFERENCES, type Preferences } from './addresses';
import { masked } from './preferences';

const wanted = (preferences: Partial<Preferences>) =>
  MAIL_CATEGORIES.filter((category) => isWanted(category, { ...NO_PREFERENCES, ...preferences }));

describe('which mails an address wants', () => {
  it('are all but news until somebody says otherwise', () => {
    expect(wanted({})).toEqual(['service', 'reminders', 'follow_up']);
  });

  it('include news while consent is confirmed and news are not switched off', () => {
    expect(wanted({ consent: 'confirmed' })).toContain('news');
    for (const consent of ['none', 'requested', 'withdrawn'] as const)
      expect(wanted({ consent })).not.toContain('news');
    expect(wanted({ consent: 'confirmed', switchedOff: ['news'] })).not.toContain('news');
  });

  it('always include what belongs to a registration', () => {
    expect(wanted({ switchedOff: [...MAIL_CATEGORIES] })).toEqual(['service']);
  });
});

describe('a masked address', () => {
  it.each([
    ['jane.doe@example.com', 'j…@example.com'],
    ['"a@b"@example.com', '"…@example.com'],
    ['ü@example.com', 'ü…@example.com'],
  ])('of %s is %s', (email, shown) => {
    expect(masked(email)).toBe(shown);
  });
});
