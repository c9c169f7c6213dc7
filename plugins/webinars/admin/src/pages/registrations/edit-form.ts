import type { RegistrationEdit, RosterDetail } from '../../../../contracts/roster';

const NEVER_EMPTY: readonly string[] = ['firstName', 'lastName', 'email', 'company', 'locale'];

/** The fields as inputs hold them: nothing is an empty text. */
export type EditForm = Record<keyof RegistrationEdit, string>;

export const formOf = ({ person, answers, internalNotes }: RosterDetail): EditForm => ({
  firstName: person.firstName ?? '',
  lastName: person.lastName ?? '',
  email: person.email,
  phone: person.phone ?? '',
  country: person.country ?? '',
  company: person.company ?? '',
  companySize: person.companySize ?? '',
  position: person.position ?? '',
  website: person.website ?? '',
  industryVertical: answers.industryVertical ?? '',
  specificQuestions: answers.specificQuestions ?? '',
  learningObjectives: answers.learningObjectives ?? '',
  specialRequirements: answers.specialRequirements ?? '',
  accessibilityNeeds: answers.accessibilityNeeds ?? '',
  locale: person.locale,
  internalNotes: internalNotes ?? '',
});

/** What was changed, and nothing else: an untouched field must not undo what somebody else wrote. */
export const changesIn = (before: EditForm, after: EditForm): RegistrationEdit =>
  Object.fromEntries(
    (Object.keys(after) as (keyof EditForm)[])
      .filter((name) => after[name] !== before[name])
      .map((name) => [name, after[name] === '' && !NEVER_EMPTY.includes(name) ? null : after[name]]),
  );
