import { calendarLinks } from './calendar-links';

describe('links to calendars on the web', () => {
  const links = calendarLinks({
    title: 'Profit & loss + you',
    from: new Date('2026-11-26T09:00:00Z'),
    to: new Date('2026-11-26T10:30:00Z'),
    details: 'Your registration: https://example.com/a?b=c',
    place: 'https://example.com/join',
  });

  it('open a filled-in entry at Google', () => {
    const { origin, searchParams } = new URL(links.google);
    expect(origin).toBe('https://calendar.google.com');
    expect(Object.fromEntries(searchParams)).toEqual({
      action: 'TEMPLATE',
      text: 'Profit & loss + you',
      dates: '20261126T090000Z/20261126T103000Z',
      details: 'Your registration: https://example.com/a?b=c',
      location: 'https://example.com/join',
    });
  });

  it('open one at Outlook, without a plus sign for a space', () => {
    const { searchParams } = new URL(links.outlook);
    expect(links.outlook).not.toContain('+');
    expect(searchParams.get('subject')).toBe('Profit & loss + you');
    expect([searchParams.get('startdt'), searchParams.get('enddt')]).toEqual([
      '2026-11-26T09:00:00.000Z',
      '2026-11-26T10:30:00.000Z',
    ]);
  });
});
