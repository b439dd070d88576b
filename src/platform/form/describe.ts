import { type Lang, say } from '#/values/text.ts';
import type { Compiled } from './compile-form.ts';
import type { Setting } from './kinds/leaf.ts';
import type { Question } from './question.ts';
import type { Answers } from './read-questions.ts';
import { columnsOf } from './records.ts';
import { tellAnswer } from './tell-answer.ts';
import { asArray, memberOf } from './type-answers.ts';
import { computedOf, walk } from './walk.ts';

/** One page of the form in words. */
export interface Section {
  readonly page: string;
  readonly title: string;
  /** The same for officials: never a question to the applicant. */
  readonly heading: string;
  readonly rows: readonly DescribedAnswer[];
}

export interface DescribedAnswer {
  readonly name: string;
  readonly label: string;
  /** '' when it was not answered. */
  readonly value: string;
  /** For tables: the heads of the columns and the rows. */
  readonly table?:
    | { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }
    | undefined;
}

/** The answers in words, page by page, in the order of asking; computed values stand where they are shown. */
export function describe(
  form: Compiled,
  answers: Answers,
  lang: Lang,
  setting: Setting,
): readonly Section[] {
  const { pages, answers: kept } = walk(form, answers, setting.today);
  const known = { ...kept, ...computedOf(form, kept, setting.today) };
  return pages.map(({ id, title, heading, questions }) => ({
    page: id,
    title: say(lang, title),
    heading: say(lang, heading),
    rows: questions.map((question) =>
      describeAnswer(question, memberOf(known, question.name), lang, setting),
    ),
  }));
}

/** One answer in words. */
function describeAnswer(
  question: Question,
  answer: unknown,
  lang: Lang,
  setting: Setting,
): DescribedAnswer {
  const { name, label } = question;
  const described = {
    name,
    label: say(lang, label),
    value: tellAnswer(question, answer, lang, setting),
  };
  const columns = columnsOf(question);
  if (columns === undefined || asArray(answer).length === 0) return described;
  return {
    ...described,
    table: {
      heads: columns.map((column) => say(lang, column.label)),
      rows: asArray(answer).map((row) =>
        columns.map((column) => tellAnswer(column, memberOf(row, column.name), lang, setting)),
      ),
    },
  };
}
