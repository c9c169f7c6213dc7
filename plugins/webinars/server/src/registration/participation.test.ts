import { REGISTRATION_STATES } from './registration';
import { whyNotCancel, whyNotEdit, whyNotGiveFeedback, whyNotJoin } from './participation';

const session = { state: 'published', datetime: new Date('2026-11-26T09:00:00Z'), duration: 60 } as const;
const at = (time: string) => new Date(`2026-11-26T${time}Z`);

describe('an attendee’s next steps', () => {
  it('come with the seat: who may join and who may speak', () => {
    const may = (why: typeof whyNotJoin) => REGISTRATION_STATES.filter((state) => !why(state, session, at('09:30:00')));
    expect(may(whyNotJoin)).toEqual(['confirmed', 'attended']);
    expect(may(whyNotGiveFeedback)).toEqual(['confirmed', 'attended', 'no_show']);
    expect(may(whyNotEdit)).toEqual(REGISTRATION_STATES.filter((state) => state !== 'cancelled'));
    expect(may(whyNotCancel)).toEqual(['pending_approval', 'pending_payment', 'confirmed', 'waitlisted']);
  });

  it('begin and end at their instants', () => {
    expect(whyNotJoin('confirmed', session, at('08:44:59'))).toBe('JOIN_NOT_OPEN_YET');
    expect(whyNotJoin('confirmed', session, at('08:45:00'))).toBeNull();
    expect(whyNotJoin('confirmed', session, at('10:00:00'))).toBe('SESSION_OVER');
    expect(whyNotGiveFeedback('confirmed', session, at('08:59:59'))).toBe('FEEDBACK_NOT_OPEN');
    expect(whyNotGiveFeedback('confirmed', session, new Date('2027-02-24T09:59:59Z'))).toBeNull();
    expect(whyNotGiveFeedback('confirmed', session, new Date('2027-02-24T10:00:00Z'))).toBe('FEEDBACK_CLOSED');
  });

  it('end earlier where staff close or cancel the session', () => {
    const now = at('09:30:00');
    expect(whyNotJoin('confirmed', { ...session, state: 'completed' }, now)).toBe('SESSION_OVER');
    expect(whyNotJoin('confirmed', { ...session, state: 'cancelled' }, now)).toBe('SESSION_CANCELLED');
    expect(whyNotEdit('confirmed', { ...session, state: 'completed' }, now)).toBe('SESSION_OVER');
  });
});
