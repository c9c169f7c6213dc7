import { decideArrival, type Desk } from './decide';

const desk = (overrides: Partial<Desk> = {}): Desk => ({
  room: { capacity: 2, taken: 0, waiting: 0 },
  window: 'open',
  requiresApproval: false,
  allowWaitlist: true,
  priceNow: 0,
  canPay: true,
  ...overrides,
});
const visitor = { email: 'ada@example.com', isStaff: false, isPaidOrWaived: false };
const nobody: ReadonlySet<string> = new Set();

describe('an arrival at the desk', () => {
  it('takes a free seat of a free session at once', () => {
    expect(decideArrival(desk(), visitor, nobody)).toEqual({
      verdict: { state: 'confirmed' },
      room: { capacity: 2, taken: 1, waiting: 0 },
    });
  });

  it('holds a seat of a paid session while the visitor pays', () => {
    expect(decideArrival(desk({ priceNow: 4900 }), visitor, nobody).verdict).toEqual({ state: 'pending_payment' });
  });

  it('takes no seat of a paid session where there is no checkout', () => {
    const full = desk({ priceNow: 4900, canPay: false });
    expect(decideArrival(full, visitor, nobody)).toEqual({
      verdict: { refused: 'PAYMENT_UNAVAILABLE' },
      room: full.room,
    });
  });

  it('sends a newcomer to the end of the line while anybody waits, though a seat is free', () => {
    const room = { capacity: 2, taken: 1, waiting: 3 };
    expect(decideArrival(desk({ room }), visitor, nobody)).toEqual({
      verdict: { state: 'waitlisted', position: 4 },
      room: { ...room, waiting: 4 },
    });
  });

  it('refuses where the session is full and has no line', () => {
    const room = { capacity: 2, taken: 2, waiting: 0 };
    expect(decideArrival(desk({ room, allowWaitlist: false }), visitor, nobody).verdict).toEqual({
      refused: 'SESSION_FULL',
    });
  });

  it('never seats anyone above a lowered capacity', () => {
    const room = { capacity: 1, taken: 5, waiting: 0 };
    expect(decideArrival(desk({ room }), visitor, nobody).verdict).toEqual({ state: 'waitlisted', position: 1 });
  });

  it('has room without limit where no capacity is set', () => {
    const room = { capacity: null, taken: 100_000, waiting: 0 };
    expect(decideArrival(desk({ room }), visitor, nobody).verdict).toEqual({ state: 'confirmed' });
  });

  it('asks for approval before any seat, so even a full session takes the request', () => {
    const room = { capacity: 2, taken: 2, waiting: 0 };
    expect(decideArrival(desk({ room, requiresApproval: true }), visitor, nobody)).toEqual({
      verdict: { state: 'pending_approval' },
      room,
    });
  });

  it.each([
    ['not_open_yet', 'REGISTRATION_NOT_OPEN'],
    ['closed', 'REGISTRATION_CLOSED'],
    ['cancelled', 'SESSION_CANCELLED'],
  ] as const)('refuses a visitor while the window is %s', (window, refused) => {
    expect(decideArrival(desk({ window }), visitor, nobody).verdict).toEqual({ refused });
  });

  it('lets staff add people outside the window, but never to a cancelled session', () => {
    const staff = { ...visitor, isStaff: true };
    expect(decideArrival(desk({ window: 'closed' }), staff, nobody).verdict).toEqual({ state: 'confirmed' });
    expect(decideArrival(desk({ window: 'cancelled' }), staff, nobody).verdict).toEqual({
      refused: 'SESSION_CANCELLED',
    });
  });

  it('refuses a second place for one person', () => {
    expect(decideArrival(desk(), visitor, new Set(['ada@example.com'])).verdict).toEqual({
      refused: 'DUPLICATE_REGISTRATION',
    });
  });
});
