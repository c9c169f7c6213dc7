import type { Session } from './session';
import { availability, registrationClosesAt, registrationWindow, spotsLeft } from './window';

const open = {
  state: 'published',
  datetime: new Date('2030-05-02T09:00:00Z'),
  duration: 60,
  registrationOpensAt: null,
  registrationClosesAt: null,
  capacity: 10,
  registrationCount: 3,
  waitlistCount: 0,
  allowWaitlist: true,
} satisfies Partial<Session>;
const at = (instant: string) => new Date(instant);
const before = at('2030-05-01T00:00:00Z');

describe('the registration window', () => {
  it('lasts until the session ends where no closing time is set', () => {
    expect(registrationClosesAt(open)).toEqual(at('2030-05-02T10:00:00Z'));
    expect(registrationWindow(open, at('2030-05-02T09:59:59Z'))).toBe('open');
    expect(registrationWindow(open, at('2030-05-02T10:00:00Z'))).toBe('closed');
  });

  it('never outlasts the session', () => {
    const late = { ...open, registrationClosesAt: at('2030-06-01T00:00:00Z') };
    expect(registrationClosesAt(late)).toEqual(at('2030-05-02T10:00:00Z'));
  });

  it('is open from its opening instant and shut at its closing instant', () => {
    const windowed = {
      ...open,
      registrationOpensAt: at('2030-04-01T00:00:00Z'),
      registrationClosesAt: at('2030-05-01T12:00:00Z'),
    };
    expect(registrationWindow(windowed, at('2030-03-31T23:59:59Z'))).toBe('not_open_yet');
    expect(registrationWindow(windowed, at('2030-04-01T00:00:00Z'))).toBe('open');
    expect(registrationWindow(windowed, at('2030-05-01T12:00:00Z'))).toBe('closed');
  });

  it('is shut for drafts, for completed and for cancelled sessions', () => {
    expect(registrationWindow({ ...open, state: 'draft' }, before)).toBe('closed');
    expect(registrationWindow({ ...open, state: 'completed' }, before)).toBe('closed');
    expect(registrationWindow({ ...open, state: 'cancelled' }, before)).toBe('cancelled');
  });
});

describe('availability', () => {
  it('is open while seats are free and nobody waits', () => {
    expect(availability(open, before)).toBe('open');
    expect(spotsLeft(open)).toBe(7);
  });

  it('is open for ever without a limit', () => {
    const unlimited = { ...open, capacity: null, registrationCount: 1_000_000 };
    expect(availability(unlimited, before)).toBe('open');
    expect(spotsLeft(unlimited)).toBeNull();
  });

  it('offers the waitlist when full, and says so when there is none', () => {
    const full = { ...open, registrationCount: 10 };
    expect(availability(full, before)).toBe('waitlist');
    expect(availability({ ...full, allowWaitlist: false }, before)).toBe('full');
  });

  it('leaves no gap to jump into while anybody waits', () => {
    expect(availability({ ...open, waitlistCount: 1 }, before)).toBe('waitlist');
  });

  it('shows no negative seats after capacity was lowered', () => {
    expect(spotsLeft({ capacity: 2, registrationCount: 3 })).toBe(0);
  });

  it('is completed once the session has ended, whether or not somebody marked it so', () => {
    expect(availability(open, at('2030-05-02T10:00:00Z'))).toBe('completed');
    expect(availability({ ...open, state: 'completed' }, before)).toBe('completed');
  });

  it('is closed between the closing time and the end', () => {
    const closed = { ...open, registrationClosesAt: at('2030-05-02T08:00:00Z') };
    expect(availability(closed, at('2030-05-02T09:30:00Z'))).toBe('closed');
  });

  it('is cancelled for a cancelled session, even after its date', () => {
    expect(availability({ ...open, state: 'cancelled' }, at('2031-01-01T00:00:00Z'))).toBe('cancelled');
  });
});
