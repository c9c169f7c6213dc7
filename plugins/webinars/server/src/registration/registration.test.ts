import fc from 'fast-check';
import { HOLDING, holdsSeat, mayBecome, REGISTRATION_STATES, type RegistrationState } from './registration';

describe('the states of a registration', () => {
  it('all lead to cancelled, and nothing leads out of it', () => {
    for (const state of REGISTRATION_STATES) {
      expect(mayBecome(state, 'cancelled')).toBe(state !== 'cancelled');
      expect(mayBecome('cancelled', state)).toBe(false);
    }
  });

  it('hold a seat exactly where design says so', () => {
    expect(REGISTRATION_STATES.filter(holdsSeat)).toEqual(expect.arrayContaining([...HOLDING]));
    expect(REGISTRATION_STATES.filter((state) => !holdsSeat(state))).toEqual([
      'pending_approval',
      'waitlisted',
      'cancelled',
    ]);
  });

  it('never lead back into the line or to approval from a seat', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REGISTRATION_STATES), { minLength: 1, maxLength: 30 }), (wishes) => {
        let state: RegistrationState = 'confirmed';
        for (const wish of wishes) if (mayBecome(state, wish)) state = wish;
        expect(['waitlisted', 'pending_approval', 'pending_payment']).not.toContain(state);
      }),
    );
  });
});
