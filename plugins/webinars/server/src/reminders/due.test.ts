import { DEFAULT_REMINDERS, type ReminderRule } from '../../../contracts/mail';
import { dueAt, repeatsAfter, windowOf } from './due';
import { findPassed, reachOf } from './find-due';
import { effectiveRules } from './rules';

const rule = (id: string): ReminderRule => DEFAULT_REMINDERS.find((one) => one.id === id)!;
const at = (text: string) => new Date(text);

/** Ten o'clock in Berlin on the Monday after the clocks went forward. */
const spring = { datetime: at('2026-03-30T08:00:00Z'), duration: 60, timezone: 'Europe/Berlin' };
/** Ten o'clock in Berlin on the Monday after they went back. */
const autumn = { datetime: at('2026-10-26T09:00:00Z'), duration: 60, timezone: 'Europe/Berlin' };
const plain = { datetime: at('2026-06-15T08:00:00Z'), duration: 90, timezone: 'Europe/Berlin' };

describe('the instant of a reminder', () => {
  it('is the same time of day where its distance is whole days, whatever the clocks do meanwhile', () => {
    expect(dueAt(rule('7-days'), spring)).toEqual(at('2026-03-23T09:00:00Z'));
    expect(dueAt(rule('7-days'), autumn)).toEqual(at('2026-10-19T08:00:00Z'));
    expect(dueAt(rule('2-days'), spring)).toEqual(at('2026-03-28T09:00:00Z'));
    expect(dueAt(rule('follow-up'), { ...spring, datetime: at('2026-03-28T09:00:00Z') })).toEqual(
      at('2026-03-29T09:00:00Z'),
    );
  });

  it('is counted in minutes where it is not', () => {
    expect(dueAt(rule('2-hours'), { ...spring, datetime: at('2026-03-29T02:00:00Z') })).toEqual(
      at('2026-03-29T00:00:00Z'),
    );
    expect(dueAt({ template: 'reminder_2d', minutes: 36 * 60 }, spring)).toEqual(at('2026-03-28T20:00:00Z'));
  });

  it('is the hour after where the clocks skip it, and the second where it comes twice', () => {
    const skipped = { ...spring, datetime: at('2026-03-31T00:30:00Z') };
    expect(dueAt({ template: 'reminder_2d', minutes: 2 * 1440 }, skipped)).toEqual(at('2026-03-29T01:30:00Z'));
    const twice = { ...autumn, datetime: at('2026-10-27T01:30:00Z') };
    expect(dueAt({ template: 'reminder_2d', minutes: 2 * 1440 }, twice)).toEqual(at('2026-10-25T01:30:00Z'));
    const before = { ...autumn, datetime: at('2026-10-23T23:30:00Z') };
    expect(dueAt({ template: 'follow_up', minutes: 1440 }, before)).toEqual(at('2026-10-25T01:30:00Z'));
  });

  it('is counted where nobody knows the zone', () => {
    expect(dueAt(rule('7-days'), { ...spring, timezone: 'Mars/Olympus' })).toEqual(at('2026-03-23T08:00:00Z'));
  });
});

describe('the time of a rule', () => {
  const window = (id: string, rules = DEFAULT_REMINDERS) => windowOf(rule(id), rules, plain);

  it('ends where that of the next rule for the same people begins, at the latest with the start', () => {
    expect(window('7-days')).toEqual({ dueAt: at('2026-06-08T08:00:00Z'), until: at('2026-06-13T08:00:00Z') });
    expect(window('2-days').until).toEqual(at('2026-06-15T06:00:00Z'));
    expect(window('2-hours').until).toEqual(plain.datetime);
    expect(window('speaker-alert').until).toEqual(plain.datetime);
  });

  it('lasts a week for a follow-up, or until the next one', () => {
    expect(window('follow-up')).toEqual({ dueAt: at('2026-06-16T09:30:00Z'), until: at('2026-06-23T09:30:00Z') });
    const second = { ...rule('follow-up'), id: 'second', minutes: 3 * 1440 };
    expect(window('follow-up', [...DEFAULT_REMINDERS, second]).until).toEqual(at('2026-06-18T09:30:00Z'));
  });

  it('is shared by rules that are due at one instant', () => {
    const twin = { ...rule('7-days'), id: 'twin' };
    const rules = [...DEFAULT_REMINDERS, twin];
    expect(windowOf(twin, rules, plain)).toEqual(windowOf(rule('7-days'), rules, plain));
    expect(windowOf(twin, rules, plain).until).toEqual(at('2026-06-13T08:00:00Z'));
  });
});

describe('the rules of a session', () => {
  const free = { price: 0, sessionType: 'workshop', language: 'de' };

  it('are those that are on and meant for such a session', () => {
    const only = (only: Partial<ReminderRule['only']>): ReminderRule => ({
      ...rule('7-days'),
      only: { price: null, sessionType: null, language: null, ...only },
    });
    const followed = (one: ReminderRule) => effectiveRules([one], [], free).length === 1;
    expect(followed(only({}))).toBe(true);
    expect([followed(only({ price: 'free' })), followed(only({ price: 'paid' }))]).toEqual([true, false]);
    expect([followed(only({ sessionType: 'workshop' })), followed(only({ sessionType: 'q-and-a' }))]).toEqual([
      true,
      false,
    ]);
    expect([followed(only({ language: 'de' })), followed(only({ language: 'en' }))]).toEqual([true, false]);
    expect(followed({ ...only({}), isOn: false })).toBe(false);
  });

  it('follow the session where it has a word of its own', () => {
    const rules = [rule('7-days'), { ...rule('2-days'), isOn: false }];
    const overrides = [
      { rule: '7-days', isOn: true, minutes: 14 * 1440 },
      { rule: '2-days', isOn: true, minutes: null },
      { rule: 'long-gone', isOn: true, minutes: 5 },
    ];
    expect(effectiveRules(rules, overrides, free).map(({ id, minutes }) => [id, minutes])).toEqual([
      ['7-days', 14 * 1440],
      ['2-days', 2 * 1440],
    ]);
    expect(effectiveRules(rules, [{ rule: '7-days', isOn: false, minutes: null }], free)).toEqual([]);
  });
});

describe('what has passed', () => {
  const session = { ...plain, price: 0, sessionType: 'workshop', language: 'en', overrides: [], noted: [] };
  const passed = (now: string, noted: { rule: string; dueAt: number }[] = []) =>
    findPassed({ ...session, noted }, DEFAULT_REMINDERS, at(now)).map(({ rule: { id }, isMissed }) => [id, isMissed]);

  it('is nothing before its instant, and everything from that instant on', () => {
    expect(passed('2026-06-08T07:59:59Z')).toEqual([]);
    expect(passed('2026-06-08T08:00:00Z')).toEqual([['7-days', false]]);
  });

  it('is missed where the next rule has begun', () => {
    expect(passed('2026-06-13T08:00:00Z')).toEqual([
      ['7-days', true],
      ['2-days', false],
      ['speaker-alert', false],
      ['programme-summary', false],
    ]);
  });

  it('is not told again once it is noted', () => {
    expect(passed('2026-06-08T08:00:00Z', [{ rule: '7-days', dueAt: +at('2026-06-08T08:00:00Z') }])).toEqual([]);
  });

  it('is only the follow-up once the session has begun', () => {
    expect(passed('2026-06-15T08:00:00Z')).toEqual([]);
    expect(passed('2026-06-16T09:30:00Z')).toEqual([['follow-up', false]]);
    expect(passed('2026-06-23T09:30:00Z')).toEqual([['follow-up', true]]);
  });

  it('lies within reach of the widest rules, those that are off included', () => {
    const off = { ...rule('7-days'), id: 'off', isOn: false, minutes: 30 * 1440 };
    expect(reachOf({ reminders: [...DEFAULT_REMINDERS, off] })).toMatchObject({ ahead: 30 * 1440, back: 1440 });
    expect(reachOf({ reminders: [] })).toMatchObject({ ahead: 0, back: 0 });
  });
});

describe('a rule followed before', () => {
  it('is followed again where the session moved by at least its own distance, to the minute of the calendar', () => {
    expect(repeatsAfter(rule('7-days'), dueAt(rule('7-days'), spring), spring.timezone)).toEqual(
      at('2026-03-16T09:00:00Z'),
    );
    expect(repeatsAfter(rule('7-days'), dueAt(rule('7-days'), autumn), autumn.timezone)).toEqual(
      at('2026-10-12T08:00:00Z'),
    );
  });
});
