import fc from 'fast-check';
import { odooSettings, type LeadRule } from '../../../contracts/odoo';
import type { RegistrationFacts } from './queries';
import { ruleFor, scoreOf } from './rules';
import { aPerson } from './some-facts';

const rule = (data: Partial<LeadRule>): LeadRule =>
  odooSettings.parse({ rules: [{ id: 'one', name: 'One', trigger: 'confirm', ...data }] }).rules[0]!;

const found = (facts: Partial<RegistrationFacts>, ...rules: Partial<LeadRule>[]): string | null =>
  ruleFor(aPerson(facts), { rules: rules.map((one, place) => rule({ id: `rule-${place}`, ...one })) })?.id ?? null;

describe('the score of a person', () => {
  it('adds up what they asked for, did and told', () => {
    expect(scoreOf(aPerson())).toBe(0);
    const points: [Partial<RegistrationFacts>, number][] = [
      [{ wantsConsultation: true }, 30],
      [{ wantsWorkshops: true }, 10],
      [{ wantsMentorship: true, wantsWorkshops: true }, 10],
      [{ wantsWhitepapers: true }, 5],
      [{ state: 'attended' }, 15],
      [{ attendanceMinutes: 30 }, 5],
      [{ attendanceMinutes: 600 }, 10],
      [{ questionsAsked: 3 }, 10],
      [{ questions: 'Why?' }, 10],
      [{ rating: 3 }, 0],
      [{ rating: 4 }, 5],
      [{ phone: '1', position: 'Boss', agrees: true }, 15],
    ];
    for (const [facts, score] of points) expect([facts, scoreOf(aPerson(facts))]).toEqual([facts, score]);
    expect(scoreOf(aPerson({ wantsConsultation: true, state: 'attended', attendanceMinutes: 60, phone: '1' }))).toBe(
      60,
    );
  });

  it('is a whole number from 0 to 100, whatever people do', () => {
    fc.assert(
      fc.property(
        fc.record({
          wantsConsultation: fc.boolean(),
          wantsWorkshops: fc.boolean(),
          wantsMentorship: fc.boolean(),
          wantsWhitepapers: fc.boolean(),
          agrees: fc.boolean(),
          state: fc.constantFrom('confirmed' as const, 'attended' as const, 'no_show' as const),
          attendanceMinutes: fc.option(fc.nat({ max: 10_000 })),
          questionsAsked: fc.nat({ max: 100 }),
          rating: fc.option(fc.integer({ min: 1, max: 5 })),
          phone: fc.option(fc.string()),
          position: fc.option(fc.string()),
        }),
        (facts) => {
          const score = scoreOf(aPerson(facts));
          expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        },
      ),
    );
  });
});

describe('the rule by which a person becomes a lead', () => {
  it('is the first that applies, in the order of staff', () => {
    expect(found({ wantsConsultation: true }, { trigger: 'consultation' }, { trigger: 'confirm' })).toBe('rule-0');
    expect(found({}, { trigger: 'consultation' }, { trigger: 'confirm' })).toBe('rule-1');
    expect(found({}, { trigger: 'done' }, { trigger: 'consultation' })).toBeNull();
    expect(found({})).toBeNull();
  });

  it('asks when: created, registered, attended, a consultation asked for, a score reached', () => {
    const states = ['pending_approval', 'pending_payment', 'waitlisted', 'confirmed', 'attended', 'no_show'] as const;
    const applies = (trigger: LeadRule['trigger']) => states.filter((state) => found({ state }, { trigger }));
    expect(applies('create')).toEqual(states);
    expect(applies('confirm')).toEqual(['confirmed', 'attended', 'no_show']);
    expect(applies('done')).toEqual(['attended']);
    expect(applies('consultation')).toEqual([]);
    expect(found({ wantsConsultation: true, state: 'waitlisted' }, { trigger: 'consultation' })).toBe('rule-0');
    expect(found({ wantsConsultation: true }, { trigger: 'score', minScore: 30 })).toBe('rule-0');
    expect(found({ wantsConsultation: true }, { trigger: 'score', minScore: 31 })).toBeNull();
  });

  it('counts only where it is switched on, for its categories, and with consent where it asks for it', () => {
    expect(found({}, { isActive: false })).toBeNull();
    expect(found({ category: 'cloud' }, { categories: ['cloud', 'data'] })).toBe('rule-0');
    expect(found({ category: 'strategy' }, { categories: ['cloud'] })).toBeNull();
    expect(found({ category: null }, { categories: ['cloud'] })).toBeNull();
    expect(found({}, { needsConsent: true })).toBeNull();
    expect(found({ agrees: true }, { needsConsent: true })).toBe('rule-0');
  });

  it('makes none of who cancelled', () => {
    expect(found({ state: 'cancelled', wantsConsultation: true }, { trigger: 'create' })).toBeNull();
  });
});
