import { type FeelValue, feelDate, feelDateTime, toFeel } from '#/platform/feel/index.ts';
import { parseDay } from '#/values/day.ts';
import type { Question } from './question.ts';
import type { Answers } from './read-questions.ts';
import { columnsOf, partsOf } from './records.ts';
import { asArray, memberOf } from './type-answers.ts';

/**
 * Answers as FEEL sees them: days become FEEL dates (and date-times), records contexts, tables lists of contexts;
 * a question without an answer is null. Conditions, checks and decision tables all read answers in this form.
 */
export function feelAnswers(
  questions: readonly Question[],
  answers: Answers,
): Record<string, FeelValue> {
  return Object.fromEntries(
    questions.map((question) => [
      question.name,
      feelAnswer(question, memberOf(answers, question.name)),
    ]),
  );
}

/** One answer as FEEL sees it. */
function feelAnswer(question: Question, answer: unknown): FeelValue {
  if (answer === undefined || answer === null) return null;
  const columns = columnsOf(question);
  if (columns !== undefined)
    return asArray(answer).map((row) => feelAnswers(columns, asAnswers(row)));
  const parts = partsOf(question);
  if (parts !== undefined) return feelAnswers(parts, asAnswers(answer));
  if (question.kind === 'date') {
    return typeof answer === 'string' && parseDay(answer) !== undefined ? feelDate(answer) : null;
  }
  if (question.kind === 'datetime') return feelMoment(answer);
  return toFeel(answer);
}

function feelMoment(answer: unknown): FeelValue {
  if (typeof answer !== 'string' || !/^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(answer)) return null;
  return parseDay(answer.slice(0, 10)) === undefined ? null : feelDateTime(answer);
}

function asAnswers(record: unknown): Answers {
  return typeof record === 'object' && record !== null ? (record as Answers) : {};
}
