import type { Day } from '#/values/day.ts';
import type { Text } from '#/values/text.ts';
import type { Compiled } from './compile-form.ts';
import { holds } from './conditions.ts';
import { type Answers, firstBox } from './read-questions.ts';
import { contextOf, walk } from './walk.ts';

/** A check across questions that did not pass. */
export interface Failed {
  readonly page: string;
  readonly question: string;
  /** The input that it points at. */
  readonly name: string;
  readonly words: Text;
  readonly isWarning: boolean;
}

/** The checks that do not pass. A check at a question that is not asked says nothing. */
export function checksOf(form: Compiled, answers: Answers, today: Day): readonly Failed[] {
  if (form.checks.length === 0) return [];
  const context = contextOf(form, answers, today);
  const { pages } = walk(form, answers, today);
  return form.checks.flatMap(({ at, words, isWarning, wrong }) => {
    const page = pages.find(({ questions }) => questions.some(({ name }) => name === at));
    const question = page?.questions.find(({ name }) => name === at);
    if (page === undefined || question === undefined || !holds(wrong, context, today)) return [];
    return [{ page: page.id, question: at, name: firstBox(question, at), words, isWarning }];
  });
}
