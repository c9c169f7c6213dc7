import { actsOf } from './acts';
import { overrideAfter } from './change';

const NOW = new Date('2026-06-01T08:00:00Z');
const hours = (count: number): Date => new Date(+NOW + count * 3_600_000);

const usual = { id: '2-days', isOn: true, minutes: 2880 };

describe('what a session says about a reminder', () => {
  it('is nothing where it says what the settings say', () => {
    expect(overrideAfter(usual, { rule: '2-days', isOn: false, minutes: null }, { act: 'release' })).toBeNull();
    expect(
      overrideAfter(usual, { rule: '2-days', isOn: true, minutes: 60 }, { act: 'move', minutes: 2880 }),
    ).toBeNull();
  });

  it('keeps its distance while it is held, and after', () => {
    const moved = { rule: '2-days', isOn: true, minutes: 60 };
    const held = overrideAfter(usual, moved, { act: 'hold' });
    expect(held).toEqual({ rule: '2-days', isOn: false, minutes: 60 });
    expect(overrideAfter(usual, held!, { act: 'release' })).toEqual(moved);
  });

  it('switches on for one session what is off for all', () => {
    expect(overrideAfter({ ...usual, isOn: false }, undefined, { act: 'release' })).toEqual({
      rule: '2-days',
      isOn: true,
      minutes: null,
    });
  });
});

describe('what can be done with a reminder', () => {
  const session = { datetime: hours(48), duration: 60, timezone: 'Europe/Berlin', state: 'published' as const };
  const ahead = { template: 'reminder_2d' as const, state: 'to_come' as const, isHeld: false, dueAt: hours(1) };

  it('is everything while it is ahead, and nothing once its instant has come', () => {
    expect(actsOf(ahead, session, NOW)).toEqual(['move', 'hold', 'send_now']);
    expect(actsOf({ ...ahead, dueAt: NOW }, session, NOW)).toEqual([]);
    expect(actsOf({ ...ahead, state: 'planned' }, session, NOW)).toEqual([]);
  });

  it('is to release it where it is held', () => {
    expect(actsOf({ ...ahead, isHeld: true, state: 'off' }, session, NOW)).toEqual(['release']);
  });

  it('is not to send it of a draft, of a session that was cancelled, or before there is anything to follow up', () => {
    expect(actsOf(ahead, { ...session, state: 'draft' }, NOW)).toEqual(['move', 'hold']);
    expect(actsOf(ahead, { ...session, state: 'cancelled' }, NOW)).toEqual([]);
    const followUp = { ...ahead, template: 'follow_up' as const };
    expect(actsOf(followUp, session, NOW)).toEqual(['move', 'hold']);
    expect(actsOf(followUp, { ...session, datetime: hours(-2), state: 'completed' }, NOW)).toContain('send_now');
  });
});
