import { inWords, type Figures } from './difference-words';
import type { CheckRule } from '../../../contracts/checks';

const told = (rule: CheckRule, expected: Figures, found: Figures) =>
  (['en', 'de'] as const).map((locale) => {
    const words = inWords({ rule, expected, found }, locale);
    return `${words.expected} | ${words.found}`;
  });

describe('a difference', () => {
  it('is told in both languages, whatever the rule', () => {
    expect(told('counters', [1, 0, 0], [7, 0, 0])).toEqual([
      'seats 1, waiting 0, attended 0 | seats 7, waiting 0, attended 0',
      'belegt 1, wartend 0, teilgenommen 0 | belegt 7, wartend 0, teilgenommen 0',
    ]);
    expect(told('person', [], [2, '4, 7'])[1]).toBe(
      'eine aktive Anmeldung je E-Mail-Adresse | 2 aktive Anmeldungen einer Adresse (Nummern 4, 7)',
    );
    expect(told('line', [3], [2, 9, 3])[1]).toBe('Positionen 1 bis 3 | Positionen 2 bis 9, davon 3 verschiedene');
    expect(told('guards', ['webinars_guard_session'], [])).toEqual([
      'webinars_guard_session in force | missing or off',
      'webinars_guard_session in Kraft | fehlt oder ist ausgeschaltet',
    ]);
    for (const rule of ['state', 'session', 'link', 'cancelled'] as const)
      expect(told(rule, [], [5])[1]).toMatch(/^[^|]+ \| 5 /);
  });

  it('counts one as one', () => {
    expect(told('cancelled', [], [1])).toEqual([
      'nobody in a cancelled session | 1 active registration',
      'niemand in einem abgesagten Termin | 1 aktive Anmeldung',
    ]);
    expect(told('link', [], [1])[0]).toMatch(/1 registration where/);
  });

  it('of a day says which day, and money as money', () => {
    expect(told('days', ['2026-03-02', 2, 9800, 'EUR'], ['2026-03-02', 7, 0, ''])).toEqual([
      '2026-03-02: 2 registrations, paid €98.00 | 2026-03-02: 7 registrations',
      '2026-03-02: 2 Anmeldungen, bezahlt 98,00\u00a0€ | 2026-03-02: 7 Anmeldungen',
    ]);
  });
});
