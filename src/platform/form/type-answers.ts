import { leaves } from './kinds/leaves.ts';
import { boxName, rowMark, type Typed } from './posted-text.ts';
import type { Question } from './question.ts';
import type { Answers } from './read-questions.ts';
import { columnsOf, partsOf } from './records.ts';

/** What a person would have typed to give these answers: fills the boxes of a form that is opened again. */
export function typeAnswers(questions: readonly Question[], answers: Answers): Typed {
  const typed: Typed = {};
  for (const question of questions) {
    if (Object.hasOwn(answers, question.name)) {
      typeAnswer(question, question.name, answers[question.name], typed);
    }
  }
  return typed;
}

function typeAnswer(question: Question, name: string, answer: unknown, typed: Typed): void {
  const columns = columnsOf(question);
  if (columns !== undefined) {
    for (const [row, values] of asArray(answer).entries()) {
      typed[rowMark(name, row)] = '1';
      typeRecord(columns, `${name}.${row}`, values, typed);
    }
    return;
  }
  const parts = partsOf(question);
  if (parts !== undefined) return typeRecord(parts, name, answer, typed);
  if (question.kind === 'computed') {
    typed[name] = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
    return;
  }
  const leaf = leaves[question.kind];
  for (const [at, text] of (leaf?.type(answer) ?? []).entries()) {
    typed[boxName(name, leaf?.boxes[at] ?? '')] = text;
  }
}

function typeRecord(
  questions: readonly Question[],
  name: string,
  record: unknown,
  typed: Typed,
): void {
  for (const question of questions) {
    const answer = memberOf(record, question.name);
    if (answer !== undefined) typeAnswer(question, `${name}.${question.name}`, answer, typed);
  }
}

/** A member of something that may be a record. */
export function memberOf(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, name))
    return undefined;
  return (record as Record<string, unknown>)[name];
}

/** The rows of something that may be a list. */
export function asArray(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
