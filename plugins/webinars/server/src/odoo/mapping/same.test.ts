import { isSame } from './same';

describe('a field there says what we would have it say', () => {
  it.each([
    ['name', 'Ada ', 'Ada'],
    ['company_name', false, false],
    ['company_name', false, ''],
    ['event_id', 7, 7],
    ['description', '<p>One &amp; two</p>', '<p>One &amp; <b>two</b></p>\n'],
    ['phone', '+49 30 1234567', '030 / 123 45 67'],
    ['email', 'Ada@Example.com', 'ada@example.com'],
    ['seats_max', 10, 12],
    ['isCancelled', false, 'normal'],
    ['isCancelled', true, 'cancel'],
  ])('%s: %p as %p', (name, ours, theirs) => {
    expect(isSame(name, ours, theirs)).toBe(true);
  });

  it.each([
    ['name', 'Ada', 'Bob'],
    ['company_name', false, 'Mills'],
    ['event_id', 7, 8],
    ['description', '<p>One</p>', '<p>Two</p>'],
    ['phone', '+49 30 1234567', '+49 30 1234568'],
    ['phone', false, '+49 30 1234567'],
    ['email', 'ada@example.com', false],
    ['seats_max', 12, 10],
    ['isCancelled', true, 'normal'],
    // What is not read is sent.
    ['registration_properties', { minutes: 5 }, undefined],
  ])('%s: not %p as %p', (name, ours, theirs) => {
    expect(isSame(name, ours, theirs)).toBe(false);
  });
});
