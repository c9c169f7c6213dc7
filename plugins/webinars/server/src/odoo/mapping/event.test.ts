import { aSession } from '../some-facts';
import { eventWish, titleOf } from './event';

const ZONES = new Set(['Europe/Berlin', 'UTC']);
const wish = (facts: Parameters<typeof aSession>[0] = {}) => eventWish(aSession(facts), 'https://example.com/s', ZONES);

describe('an event', () => {
  it('takes place when the session does, in UTC, with the session’s zone where Odoo knows it', () => {
    expect(wish({ duration: 90 })).toMatchObject({
      date_begin: '2027-03-01 15:00:00',
      date_end: '2027-03-01 16:30:00',
      date_tz: 'Europe/Berlin',
    });
    expect(wish({ timezone: 'Mars/Olympus' })).toMatchObject({ date_tz: 'UTC' });
  });

  it('has as many seats as the session, never fewer than are taken, and no limit where there is none', () => {
    expect(wish({ capacity: 10, taken: 3 })).toMatchObject({ seats_limited: true, seats_max: 10 });
    expect(wish({ capacity: 10, taken: 12 })).toMatchObject({ seats_limited: true, seats_max: 12 });
    expect(wish({ capacity: null, taken: 12 })).toMatchObject({ seats_limited: false, seats_max: 0 });
  });

  it('is shown once the session is published, and not when it was cancelled', () => {
    const states = ['draft', 'published', 'live', 'completed', 'cancelled'] as const;
    expect(states.map((state) => wish({ state }).website_published)).toEqual([false, true, true, true, false]);
    expect(states.map((state) => wish({ state }).isCancelled)).toEqual([false, false, false, false, true]);
  });

  it('has a ticket where the session costs something', () => {
    expect(wish({ price: 12_350, currency: 'EUR', odooProductId: 4 })).toMatchObject({
      ticket: { price: 123.5, product: 4 },
    });
    expect(wish()).toMatchObject({ ticket: null });
  });

  it('is tagged as a webinar, and with the category', () => {
    expect(wish().tags).toEqual(['Webinar']);
    expect(wish({ category: 'cloud' }).tags).toEqual(['Webinar', 'cloud']);
  });
});

describe('the words of an event', () => {
  const text = (locale: 'en' | 'de', title: string | null, description: unknown = null) => ({
    locale,
    title,
    description,
  });
  const blocks = (words: string) => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];

  it('are the session’s own before its topic’s, English before German, and never none', () => {
    const topics = [text('de', 'Thema'), text('en', 'Topic')];
    expect(titleOf(aSession({ topics }))).toBe('Topic');
    expect(titleOf(aSession({ topics: [text('de', 'Thema'), text('en', '')] }))).toBe('Thema');
    expect(titleOf(aSession({ topics, texts: [text('de', 'Eigenes')] }))).toBe('Eigenes');
    expect(titleOf(aSession())).toBe('a-session');
    expect(titleOf(aSession({ slug: null }))).toBe('session');
  });

  it('are escaped where they are plain', () => {
    const topics = [text('en', 'Topic', blocks('From <the> topic'))];
    expect(wish({ topics }).description).toBe('<p>From &lt;the&gt; topic</p>');
    expect(wish({ topics, texts: [text('en', null, 'Own <words>\n\nTwo')] }).description).toBe(
      '<p>Own &lt;words&gt;</p><p>Two</p>',
    );
    expect(wish({ topics, texts: [text('en', null, '  ')] }).description).toContain('topic');
    expect(wish().description).toBe('');
  });
});
