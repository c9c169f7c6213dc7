import { aPerson } from '../some-facts';
import { attendeeWish, lineOf } from './attendee';

describe('an attendee', () => {
  it('has the state that Odoo knows: only who has a seat is registered', () => {
    const states = [
      'pending_approval',
      'pending_payment',
      'waitlisted',
      'confirmed',
      'no_show',
      'attended',
      'cancelled',
    ] as const;
    expect(states.map((state) => attendeeWish(aPerson({ state })).state)).toEqual([
      'draft',
      'draft',
      'draft',
      'open',
      'open',
      'done',
      'cancel',
    ]);
  });

  it('says what is not there as Odoo does', () => {
    expect(attendeeWish(aPerson({ lastName: '' }))).toMatchObject({
      session: 'session',
      name: 'Ada',
      email: 'ada@example.com',
      phone: false,
      company_name: false,
      date_closed: false,
      minutes: null,
      answer_position: null,
    });
  });

  it('attended at the end of the session, all of a session at one instant', () => {
    expect(attendeeWish(aPerson({ state: 'attended', attendanceMinutes: 12 }))).toMatchObject({
      date_closed: '2027-03-01 16:00:00',
      minutes: 12,
    });
    // Whoever left early was there nevertheless; whoever was not has no minutes.
    expect(attendeeWish(aPerson({ state: 'no_show', attendanceMinutes: 0 }))).toMatchObject({ minutes: null });
  });

  it('answers the questions of the form, lists as a line', () => {
    expect(
      attendeeWish(aPerson({ position: 'Head', challenges: ['dust', 'cards'], interests: [], questions: '' })),
    ).toMatchObject({
      answer_position: 'Head',
      answer_challenges: 'dust, cards',
      answer_interests: null,
      answer_questions: null,
    });
    expect(lineOf(['a', 1, null, 'b'])).toBe('a, b');
    expect(lineOf('no list')).toBeNull();
  });
});
