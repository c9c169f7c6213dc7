import { cartChange, draftForm } from '../../../contracts/carts';
import { registrationForm } from '../../../contracts/registration';
import { chosen, filledIn, isExpired, isForgotten, millisecondsLeft } from './cart';

describe('the form of a cart', () => {
  it('has the fields of the registration form', () => {
    expect(Object.keys(draftForm.shape)).toEqual(Object.keys(registrationForm.shape));
  });

  it('takes what is half typed, but no wrong types and no excess', () => {
    expect(draftForm.safeParse({ firstName: 'A', email: 'ada@', phone: '+4', website: 'exa' }).success).toBe(true);
    const faulty = draftForm.safeParse({
      firstName: 1,
      company: 'x'.repeat(201),
      termsAccepted: 'yes',
      currentChallenges: [2],
    });
    expect(faulty.error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'firstName',
      'company',
      'currentChallenges.0',
      'termsAccepted',
    ]);
  });

  it('keeps the fields a change does not name and drops those it clears', () => {
    const draft = { firstName: 'Ada', lastName: 'Lovelace', phone: '+49 30 1' };
    expect(filledIn(draft, { registrationData: { firstName: 'Augusta', phone: '' } })).toEqual({
      firstName: 'Augusta',
      lastName: 'Lovelace',
    });
    expect(filledIn(draft, { registrationData: { lastName: null } })).toEqual({ firstName: 'Ada', phone: '+49 30 1' });
  });

  it('takes the e-mail address at the top where the form names none', () => {
    expect(filledIn({}, { email: 'ada@example.com' })).toEqual({ email: 'ada@example.com' });
    expect(filledIn({}, { email: 'ada@example.com', registrationData: { email: 'a@example.com' } })).toEqual({
      email: 'a@example.com',
    });
  });
});

describe('the sessions of a cart', () => {
  it('are replaced, then added to, then removed, each once and in order', () => {
    expect(chosen(['a', 'b'], {})).toEqual(['a', 'b']);
    expect(chosen(['a', 'b'], { addSessionWebinars: ['c', 'a'] })).toEqual(['a', 'b', 'c']);
    expect(chosen(['a', 'b'], { removeSessionWebinars: ['a', 'x'] })).toEqual(['b']);
    expect(
      chosen(['a'], { sessionWebinars: ['c', 'c'], addSessionWebinars: ['d'], removeSessionWebinars: ['c'] }),
    ).toEqual(['d']);
  });

  it('are at most twenty in one request', () => {
    const names = Array.from({ length: 21 }, (_, index) => `session-${index}`);
    expect(cartChange.safeParse({ sessionWebinars: names }).success).toBe(false);
    expect(cartChange.safeParse({ sessionWebinars: names.slice(1) }).success).toBe(true);
  });
});

describe('the life of a cart', () => {
  const cart = { expiresAt: new Date('2030-01-01T12:00:00Z') };

  it('is over at the instant it expires', () => {
    expect(isExpired(cart, new Date('2030-01-01T11:59:59.999Z'))).toBe(false);
    expect(isExpired(cart, new Date('2030-01-01T12:00:00Z'))).toBe(true);
    expect(millisecondsLeft(cart, new Date('2030-01-01T13:00:00Z'))).toBe(0);
  });

  it('is remembered for half a day more', () => {
    expect(isForgotten(cart, new Date('2030-01-01T23:59:59Z'))).toBe(false);
    expect(isForgotten(cart, new Date('2030-01-02T00:00:00Z'))).toBe(true);
  });
});
