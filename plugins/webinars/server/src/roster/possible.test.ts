import { mailFor, possible } from './possible';

const start = new Date('2026-03-10T10:00:00Z');
const hoursBefore = (hours: number) => new Date(start.getTime() - hours * 3_600_000);
const session = { state: 'published' as const, datetime: start, duration: 60 };

const kindOf = (...asked: Parameters<typeof mailFor>) => {
  const meant = mailFor(...asked);
  return 'kind' in meant ? meant.kind : meant.refused.code;
};

describe('a mail that staff wish for', () => {
  it('tells where the registration stands, whatever that is', () => {
    const kinds = (['confirmed', 'waitlisted', 'pending_approval', 'pending_payment', 'cancelled'] as const).map(
      (state) => kindOf('confirmation', { state, session, now: hoursBefore(50) }),
    );
    expect(kinds).toEqual(['confirmation', 'waitlisted', 'approval_pending', 'payment_link', 'REGISTRATION_CANCELLED']);
  });

  it('reminds in the words that fit the time that is left', () => {
    const at = (hours: number) => kindOf('reminder', { state: 'confirmed', session, now: hoursBefore(hours) });
    expect([at(200), at(97), at(96), at(13), at(12), at(0.1)]).toEqual([
      'reminder_7d',
      'reminder_7d',
      'reminder_2d',
      'reminder_2d',
      'reminder_2h',
      'reminder_2h',
    ]);
    expect(at(0)).toBe('SESSION_STARTED');
    expect(at(-1)).toBe('SESSION_OVER');
  });

  it('is none where nobody has a seat, or nothing comes of the session', () => {
    const now = hoursBefore(5);
    expect(kindOf('meeting_details', { state: 'waitlisted', session, now })).toBe('NOT_CONFIRMED');
    expect(kindOf('confirmation', { state: 'confirmed', session: { ...session, state: 'cancelled' }, now })).toBe(
      'SESSION_OVER',
    );
  });
});

describe('what can be done', () => {
  it('is nothing once a registration is cancelled', () => {
    const can = possible({ state: 'cancelled', session, now: hoursBefore(5) });
    expect(Object.values(can).some(Boolean)).toBe(false);
  });
});
