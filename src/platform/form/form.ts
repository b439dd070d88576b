import type { Setting } from './kinds/leaf.ts';
import { deedOf } from './posted.ts';
import { pickTyped, withDeed } from './posted-text.ts';
import type { Body, Filled, Question } from './question.ts';
import { type Answers, plainJudge, readQuestions } from './read-questions.ts';
import { typeAnswers } from './type-answers.ts';
import type { AnswersOf, Asked } from './ask.ts';

/** What came of a body: the form as it was left, and its answers when nothing is wrong. */
export interface Reading<A = Answers> extends Filled {
  /** Present only when every answer is right. */
  readonly answers?: A | undefined;
  /** A button inside the form was pressed (add a row, choose a province): show the form again with status 200. */
  readonly again: boolean;
}

/** A form that is written in code. Its answers have the types of its questions. */
export interface Form<Q extends Readonly<Record<string, Asked>>> {
  /** Each question by its name. */
  readonly questions: { readonly [K in keyof Q]: Question };
  /** The questions in the order of asking. */
  readonly list: readonly Question[];
  readonly blank: Filled;
  /** The form with these answers typed in. */
  filledWith(answers: Partial<AnswersOf<Q>>): Filled;
  /** Reads a posted body. Unknown names are passed over, typing is kept, nothing throws. */
  read(body: Body, setting: Setting): Reading<AnswersOf<Q>>;
}

/** Puts named questions together: `form({ bornOn: ask.date({ label, required: true }) })`. */
export function form<const Q extends Readonly<Record<string, Asked>>>(asked: Q): Form<Q> {
  const list: readonly Question[] = Object.entries(asked).map(([name, question]) => ({
    ...question,
    name,
  }));
  const questions = Object.fromEntries(list.map((question) => [question.name, question]));
  return {
    questions: questions as Form<Q>['questions'],
    list,
    blank: { typed: {}, wrong: {} },
    filledWith: (answers) => ({ typed: typeAnswers(list, answers as Answers), wrong: {} }),
    read(body, setting) {
      const typed = pickTyped(list, body);
      const deed = deedOf(body);
      if (deed !== undefined) return { typed: withDeed(list, typed, deed), wrong: {}, again: true };
      const { answers, wrong } = readQuestions(list, typed, setting, plainJudge);
      if (Object.keys(wrong).length > 0) return { typed, wrong, again: false };
      return { typed, wrong, again: false, answers: answers as AnswersOf<Q> };
    },
  };
}
