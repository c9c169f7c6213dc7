import { changedFields, flatFields } from './changed-fields';

describe('changed fields', () => {
  it('keeps what differs and nothing else', () => {
    expect(changedFields({ title: 'A', capacity: 10, tags: [] }, { title: 'B', capacity: 10, tags: null })).toEqual({
      before: { title: 'A' },
      after: { title: 'B' },
    });
  });

  it('keeps of a new thing what says something', () => {
    expect(changedFields(null, { title: 'A', slug: '', price: 0 })).toEqual({
      before: null,
      after: { title: 'A', price: 0 },
    });
  });

  it('does not mistake another order of keys for a change', () => {
    expect(changedFields({ seo: { a: 1, b: 2 } }, { seo: { b: 2, a: 1 } })).toEqual({ before: {}, after: {} });
  });

  it('tells that a secret changed, and hides both', () => {
    expect(changedFields({ meetingPassword: 'one' }, { meetingPassword: 'two' })).toEqual({
      before: { meetingPassword: { hidden: true } },
      after: { meetingPassword: { hidden: true } },
    });
  });

  it('hides the password in a meeting address and shows where the meeting is', () => {
    const { after } = changedFields(null, { meetingUrl: 'https://zoom.us/j/1?pwd=sesame' });
    expect(after).toEqual({ meetingUrl: 'https://zoom.us/j/1?…' });
  });

  it('keeps of long texts where they part', () => {
    const long = 'x'.repeat(2000);
    const { before, after } = changedFields({ body: `${long}one` }, { body: `${long}two` });
    expect(before?.body).toBe(`… ${'x'.repeat(60)}one`);
    expect(after?.body).toBe(`… ${'x'.repeat(60)}two`);
  });

  it('keeps the beginning of a long text that is new', () => {
    expect(changedFields(null, { body: 'y'.repeat(900) }).after?.body).toBe(`${'y'.repeat(500)} …`);
  });

  it('cuts no letter in half that takes two places', () => {
    const emoji = '😀'.repeat(600);
    const texts = [changedFields(null, { body: `y${emoji}` }), changedFields({ body: emoji }, { body: `${emoji}!` })];
    for (const { before, after } of texts)
      for (const text of [before?.body ?? '', after?.body]) expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  it('is not fooled by a date beside its own text', () => {
    const at = new Date('2026-03-01T09:00:00Z');
    expect(changedFields({ datetime: at }, { datetime: at.toISOString() })).toEqual({ before: {}, after: {} });
  });
});

describe('settings as fields', () => {
  it('are one level of names, and a rule is known by its id wherever it stands in the list', () => {
    expect(flatFields({ brand: { name: 'A' }, reminders: [{ id: '2-days', minutes: 5 }], tags: ['x'] })).toEqual({
      'brand.name': 'A',
      'reminders.2-days.minutes': 5,
      tags: ['x'],
    });
  });
});
