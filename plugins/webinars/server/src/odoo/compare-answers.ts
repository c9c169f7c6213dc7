import { readAnswers } from './answers';
import { QUESTION_NAMES, QUESTIONS, type Question } from './mapping/attendee';
import { findNames } from './names';
import type { Tools } from './tools';

/** The questions of our form that are known there, by number. None is made. */
const knownQuestions = async ({ odoo, names, features }: Tools): Promise<Map<Question, number>> => {
  if (!features.event.has('question_ids')) return new Map();
  const titleOf = (question: Question) => QUESTIONS[question][features.locale];
  const known = await names.remembered('question', QUESTION_NAMES.map(titleOf));
  const others = QUESTION_NAMES.map(titleOf).filter((title) => !known.has(title));
  const ids = new Map([...known, ...(await findNames(odoo, 'question', others))]);
  return new Map(
    QUESTION_NAMES.flatMap((question) => (ids.has(titleOf(question)) ? [[question, ids.get(titleOf(question))!]] : [])),
  );
};

/** What attendees answered to our questions; null where nothing, undefined where Odoo does not know the question. */
export const createAnswerReader = async (
  tools: Tools,
): Promise<
  (attendees: readonly number[]) => Promise<(attendee: number, question: Question) => string | null | undefined>
> => {
  const questions = await knownQuestions(tools);
  return async (attendees) => {
    const answersOf = await readAnswers(tools.odoo, attendees, questions);
    return (attendee, question) => {
      if (!questions.has(question)) return undefined;
      const texts = answersOf(attendee, question).map(({ value_text_box: text }) => text || '');
      return texts.length > 0 ? [...new Set(texts)].join('\n') : null;
    };
  };
};
