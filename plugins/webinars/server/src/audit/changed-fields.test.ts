import { changedFields } from './changed-fields';

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

  it('compares long texts whole and keeps them short', () => {
    const long = 'x'.repeat(2000);
    const { before, after } = changedFields({ body: `${long}a` }, { body: `${long}b` });
    expect(String(before?.body)).toHaveLength('x'.repeat(500).length + ' … (2001)'.length);
    expect(after?.body).toBe(before?.body);
  });

  it('is not fooled by a date beside its own text', () => {
    const at = new Date('2026-03-01T09:00:00Z');
    expect(changedFields({ datetime: at }, { datetime: at.toISOString() })).toEqual({ before: {}, after: {} });
  });
});
