import { externalId, load, searchRead } from './calls';
import type { Odoo, Values } from './client';
import { QUESTION_NAMES, QUESTIONS, type AttendeeWish, type Question } from './mapping/attendee';
import type { Tools } from './tools';

export type QuestionIds = ReadonlyMap<Question, number>;

const MODEL = 'event.registration.answer';

/** An attendee that is there, and what changed of it here. */
export type Answering = {
  id: number;
  facts: { reference: string };
  wish: AttendeeWish;
  changed: readonly string[];
};

const changedQuestions = ({ changed }: Answering): Question[] =>
  QUESTION_NAMES.filter((question) => changed.includes(`answer_${question}`));

/** The questions of our form, as they are numbered there; none where Odoo has no questions. */
const findQuestions = async ({ names, features }: Tools): Promise<QuestionIds> => {
  if (!features.event.has('question_ids')) return new Map();
  const titleOf = (question: Question) => QUESTIONS[question][features.locale];
  const ids = await names.idsOf('question', QUESTION_NAMES.map(titleOf));
  return new Map(QUESTION_NAMES.map((question) => [question, ids.get(titleOf(question))!]));
};

export type Answer = { id: number; registration_id: number; question_id: number; value_text_box: string | false };

/** What attendees answered to questions, as it is there. */
export const readAnswers = async (
  odoo: Odoo,
  attendees: readonly number[],
  questions: QuestionIds,
): Promise<(attendee: number, question: Question) => readonly Answer[]> => {
  const found = new Map<string, Answer[]>();
  if (attendees.length > 0 && questions.size > 0) {
    const there = await searchRead<Answer>(
      odoo,
      MODEL,
      [
        ['registration_id', 'in', attendees],
        ['question_id', 'in', [...questions.values()]],
      ],
      ['registration_id', 'question_id', 'value_text_box'],
      { load: null },
    );
    for (const answer of there) {
      const key = `${answer.registration_id} ${answer.question_id}`;
      found.set(key, [...(found.get(key) ?? []), answer]);
    }
  }
  return (attendee, question) => found.get(`${attendee} ${questions.get(question)}`) ?? [];
};

/** Whether somebody answered any of them. */
export const hasAnswers = ({ wish }: { wish: AttendeeWish }): boolean =>
  QUESTION_NAMES.some((question) => wish[`answer_${question}`]);

/** What new attendees answered, to be made with them: an attendee is there with all of its answers or not at all. */
export const answersOfNew = async (
  tools: Tools,
  people: readonly { wish: AttendeeWish }[],
): Promise<(wish: AttendeeWish) => Values> => {
  const questions: QuestionIds = people.some(hasAnswers) ? await findQuestions(tools) : new Map();
  return (wish) => {
    const answers = [...questions].flatMap(([question, id]) => {
      const text = wish[`answer_${question}`];
      return text ? [[0, 0, { question_id: id, value_text_box: text }]] : [];
    });
    return answers.length > 0 ? { registration_answer_ids: answers } : {};
  };
};

/**
 * Brings the answers that changed in step, of all attendees in at most three calls: one that is not as it should be there is deleted and made
 * anew. Made by an id of ours, so that two who make one at once make one.
 */
export const sendAnswers = async (tools: Tools, people: readonly Answering[]): Promise<void> => {
  const answering = people.filter((person) => changedQuestions(person).length > 0);
  const questions: QuestionIds = answering.length > 0 ? await findQuestions(tools) : new Map();
  if (questions.size === 0) return;
  const { odoo } = tools;
  const answersOf = await readAnswers(
    odoo,
    answering.map(({ id }) => id),
    questions,
  );
  const outdated: number[] = [];
  const rows: (string | number)[][] = [];
  for (const person of answering) {
    for (const question of changedQuestions(person)) {
      const questionId = questions.get(question)!;
      const text = person.wish[`answer_${question}`];
      const answers = answersOf(person.id, question);
      outdated.push(...answers.filter(({ value_text_box: theirs }) => theirs !== text).map(({ id }) => id));
      if (text && !answers.some(({ value_text_box: theirs }) => theirs === text)) {
        rows.push([externalId('answer', `${person.facts.reference}_${question}`), person.id, questionId, text]);
      }
    }
  }
  if (outdated.length > 0) await odoo.call({ model: MODEL, method: 'unlink', ids: outdated });
  await load(odoo, MODEL, ['id', 'registration_id/.id', 'question_id/.id', 'value_text_box'], rows);
};
