import type { RegistrationFacts } from '../queries';
import { odooTime, type Wish } from './wish';

const STATES: Record<RegistrationFacts['state'], 'draft' | 'open' | 'done' | 'cancel'> = {
  // Unconfirmed there takes no seat: whether a seat is held is ours to know.
  pending_approval: 'draft',
  pending_payment: 'draft',
  waitlisted: 'draft',
  confirmed: 'open',
  attended: 'done',
  // Odoo has no word for it; who is not "Attended" after the end was not there.
  no_show: 'open',
  cancelled: 'cancel',
};

/** The questions of our form that Odoo's attendee page shows the answers to, by the answer they ask for. */
export const QUESTIONS = {
  position: { en: 'Position', de: 'Position' },
  industry: { en: 'Industry', de: 'Branche' },
  challenges: { en: 'Current challenges', de: 'Aktuelle Herausforderungen' },
  interests: { en: 'Interested in', de: 'Interessiert an' },
  questions: { en: 'Questions for the speaker', de: 'Fragen an den Referenten' },
  objectives: { en: 'What do you want to learn?', de: 'Was möchten Sie lernen?' },
} as const;
export type Question = keyof typeof QUESTIONS;
export const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];

/** The question that a field of an attendee answers, if it is an answer. */
export const questionOf = (name: string): Question | undefined =>
  QUESTION_NAMES.find((question) => name === `answer_${question}`);

/** A list as a line; what else an editor wrote into it is left out. */
export const lineOf = (list: unknown): string | null => {
  const words = Array.isArray(list) ? list.filter((word): word is string => typeof word === 'string') : [];
  return words.length > 0 ? words.join(', ') : null;
};

const answersOf = (person: RegistrationFacts): Record<`answer_${Question}`, string | null> => ({
  answer_position: person.position || null,
  answer_industry: person.industry || null,
  answer_challenges: lineOf(person.challenges),
  answer_interests: lineOf(person.interests),
  answer_questions: person.questions || null,
  answer_objectives: person.objectives || null,
});

/** What an attendee in Odoo says of a registration. All of it is ours. */
export const attendeeWish = (person: RegistrationFacts) => ({
  session: person.session,
  barcode: person.reference,
  name: `${person.firstName} ${person.lastName}`.trim(),
  email: person.email,
  phone: person.phone || false,
  company_name: person.company || false,
  state: STATES[person.state],
  // "Attended Date": one instant for all of a session, so that all of them are written together.
  date_closed: person.state === 'attended' && odooTime(new Date(person.datetime.getTime() + person.duration * 60_000)),
  minutes: person.state === 'attended' ? person.attendanceMinutes : null,
  ...answersOf(person),
});

export type AttendeeWish = ReturnType<typeof attendeeWish> & Wish;
