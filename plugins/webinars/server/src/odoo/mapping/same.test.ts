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
    ['seats_max', 10, 10],
    ['isCancelled', false, false],
    ['tags', ['Webinar'], ['Theirs', 'Webinar']],
    ['minutes', 40, 40],
    ['minutes', null, null],
    ['minutes', 0, null],
    ['answer_position', 'Weaver', 'Weaver'],
    ['answer_position', null, null],
    ['ticket', null, null],
    ['ticket', null, { name: 'Free', price: 0, product: 1 }],
    ['ticket', { price: 50, product: null }, { name: 'Standard Registration', price: 50.001, product: 1 }],
    ['ticket', { price: 50, product: 4 }, { name: 'Standard Registration', price: 50, product: 4 }],
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
    ['seats_max', 10, 12],
    ['isCancelled', true, false],
    ['isCancelled', false, true],
    ['tags', ['Webinar', 'Cloud'], ['Theirs', 'Webinar']],
    ['minutes', 40, null],
    ['minutes', null, 5],
    ['answer_position', 'Weaver', null],
    ['answer_position', null, 'Weaver'],
    ['ticket', { price: 50, product: null }, null],
    ['ticket', { price: 50, product: null }, { name: 'Standard Registration', price: 9, product: 1 }],
    ['ticket', { price: 50, product: null }, { name: 'VIP', price: 50, product: 1 }],
    ['ticket', { price: 50, product: 4 }, { name: 'Standard Registration', price: 50, product: 1 }],
    ['ticket', null, { name: 'Standard Registration', price: 9, product: 1 }],
    // What is not read is sent.
    ['registration_properties', { minutes: 5 }, undefined],
  ])('%s: not %p as %p', (name, ours, theirs) => {
    expect(isSame(name, ours, theirs)).toBe(false);
  });
});
