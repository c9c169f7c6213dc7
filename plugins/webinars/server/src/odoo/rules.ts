import type { LeadRule, OdooSettings } from '../../../contracts/odoo';
import type { RegistrationFacts } from './queries';

const CONFIRMED = ['confirmed', 'attended', 'no_show'];

/**
 * How promising a person is, from 0 to 100: what they asked for weighs most, then what they did, then what they told of themselves.
 * docs/odoo.md has the same table for readers.
 */
export const scoreOf = (person: RegistrationFacts): number => {
  const watched = person.attendanceMinutes ? Math.min(1, person.attendanceMinutes / person.duration) : 0;
  const score =
    (person.wantsConsultation ? 30 : 0) +
    (person.wantsMentorship || person.wantsWorkshops ? 10 : 0) +
    (person.wantsWhitepapers ? 5 : 0) +
    (person.state === 'attended' ? 15 : 0) +
    Math.round(watched * 10) +
    (person.questionsAsked > 0 || person.questions ? 10 : 0) +
    (person.rating !== null && person.rating >= 4 ? 5 : 0) +
    (person.phone ? 5 : 0) +
    (person.position ? 5 : 0) +
    (person.agrees ? 5 : 0);
  return Math.min(100, score);
};

const APPLIES: Record<LeadRule['trigger'], (person: RegistrationFacts, rule: LeadRule) => boolean> = {
  create: () => true,
  confirm: ({ state }) => CONFIRMED.includes(state),
  done: ({ state }) => state === 'attended',
  consultation: ({ wantsConsultation }) => wantsConsultation,
  score: (person, { minScore }) => scoreOf(person) >= minScore,
};

/** The first rule by which a person becomes a lead; null where none does. Who cancelled becomes none. */
export const ruleFor = (person: RegistrationFacts, { rules }: Pick<OdooSettings, 'rules'>): LeadRule | null => {
  if (person.state === 'cancelled') return null;
  return (
    rules.find(
      (rule) =>
        rule.isActive &&
        (!rule.needsConsent || person.agrees) &&
        (rule.categories.length === 0 || (person.category !== null && rule.categories.includes(person.category))) &&
        APPLIES[rule.trigger](person, rule),
    ) ?? null
  );
};
