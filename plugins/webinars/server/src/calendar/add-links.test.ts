import fc from 'fast-check';
import type { Addable } from '../kernel/links';
import { addLinks } from './add-links';

const anEvent = (data: Partial<Addable> = {}): Addable => ({
  title: 'Lean & mean',
  start: new Date('2026-07-01T14:00:00Z'),
  duration: 90,
  description: 'First line\nSecond <b>line</b>',
  location: 'https://example.com/webinars/join/W1.x',
  timezone: 'America/New_York',
  ...data,
});

const asked = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('add to calendar', () => {
  const links = addLinks(anEvent());

  it('fills in Google’s form', () => {
    expect(links.google).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?/);
    expect(asked(links.google)).toEqual({
      action: 'TEMPLATE',
      text: 'Lean & mean',
      dates: '20260701T140000Z/20260701T153000Z',
      details: 'First line\nSecond <b>line</b>',
      location: 'https://example.com/webinars/join/W1.x',
      ctz: 'America/New_York',
    });
  });

  it.each([
    ['outlook', 'https://outlook.live.com/calendar/0/deeplink/compose'],
    ['office365', 'https://outlook.office.com/calendar/0/deeplink/compose'],
  ] as const)('fills in the form of %s, where text is HTML', (name, base) => {
    expect(links[name].split('?')[0]).toBe(base);
    expect(asked(links[name])).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: 'Lean & mean',
      startdt: '2026-07-01T14:00:00.000Z',
      enddt: '2026-07-01T15:30:00.000Z',
      body: 'First line<br>Second &lt;b&gt;line&lt;/b&gt;',
      location: 'https://example.com/webinars/join/W1.x',
    });
  });

  it('spells a space so that no calendar shows a plus', () => {
    for (const link of Object.values(links)) expect(link).not.toContain('+');
  });

  it('leaves out a zone that nobody knows: the instants are in UTC anyway', () => {
    expect(asked(addLinks(anEvent({ timezone: 'Mars/Olympus' })).google)).not.toHaveProperty('ctz');
  });

  it('stays short enough for mail programs, and never cuts the link to the session', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 10_000 }), fc.constant('😀"&<>%\r\n'.repeat(900)));
    fc.assert(
      fc.property(anything, anything, (title, description) => {
        for (const link of Object.values(addLinks(anEvent({ title, description })))) {
          expect(link.length).toBeLessThanOrEqual(2000);
          expect(link).toMatch(/^https:\/\/[\x21-\x7e]+$/);
          expect(asked(link)).toMatchObject({ location: 'https://example.com/webinars/join/W1.x' });
        }
      }),
      { numRuns: 50 },
    );
  });
});
