import { type FeelContext, feelDate, type FeelValue, fromFeel } from '#/platform/feel/index.ts';
import type { Day } from '#/values/day.ts';
import type { Compiled, CompiledPage, CompiledQuestion } from './compile-form.ts';
import { dayName } from './compile-form.ts';
import { holds } from './conditions.ts';
import { feelAnswers } from './feel-answers.ts';
import type { Question } from './question.ts';
import type { Answers, Judge } from './read-questions.ts';

/** A page that is asked, with the questions that are asked on it; `required` is decided. */
export interface AskedPage {
  readonly id: string;
  readonly title: CompiledPage['json']['title'];
  readonly heading: CompiledPage['json']['title'];
  readonly intro: CompiledPage['json']['intro'];
  readonly questions: readonly Question[];
  /** The questions on whose answers others of the page depend: the page is drawn anew when they change. */
  readonly followed: readonly string[];
}

export interface Walk {
  readonly pages: readonly AskedPage[];
  /** The answers to what is asked; answers to what is not asked are dropped. */
  readonly answers: Answers;
}

/** Goes through the form in order, asking each page and question whether it applies, given the answers before it. */
export function walk(form: Compiled, answers: Answers, today: Day): Walk {
  const kept: Record<string, unknown> = {};
  const pages: AskedPage[] = [];
  for (const page of form.pages) {
    if (!isPageAsked(form, page, kept, today)) continue;
    const judge = judgeOf(form, page, today);
    const questions: Question[] = [];
    for (const { question } of page.questions) {
      if (!judge.isAsked(question, kept)) continue;
      questions.push({ ...question, required: judge.isRequired(question, kept) });
      if (question.kind !== 'computed' && Object.hasOwn(answers, question.name)) {
        kept[question.name] = answers[question.name];
      }
    }
    const { id, title, heading = title, intro } = page.json;
    if (questions.length > 0)
      pages.push({ id, title, heading, intro, questions, followed: page.followed });
  }
  return { pages, answers: kept };
}

function isPageAsked(form: Compiled, page: CompiledPage, kept: Answers, today: Day): boolean {
  return page.when === undefined || holds(page.when, contextOf(form, kept, today), today);
}

/** Decides the conditions of a page's questions. */
export function judgeOf(form: Compiled, page: CompiledPage, today: Day): Judge {
  const byName = new Map(page.questions.map((compiled) => [compiled.question.name, compiled]));
  return judge(byName, today, (answers) => contextOf(form, answers, today));
}

function judge(
  questions: ReadonlyMap<string, CompiledQuestion>,
  today: Day,
  context: (answers: Answers) => FeelContext,
): Judge {
  return {
    isAsked({ name }, answers) {
      const when = questions.get(name)?.when;
      return when === undefined || holds(when, context(answers), today);
    },
    isRequired({ name }, answers) {
      const required = questions.get(name)?.required ?? false;
      return typeof required === 'boolean' ? required : holds(required, context(answers), today);
    },
    inRow(answers, { name }) {
      const columns = questions.get(name)?.columns ?? new Map<string, CompiledQuestion>();
      const asked = [...columns.values()].map(({ question }) => question);
      const outside = context(answers);
      return judge(columns, today, (row) => ({ ...outside, ...feelAnswers(asked, row) }));
    },
  };
}

/** Everything that a FEEL text of the form may name. */
export function contextOf(form: Compiled, answers: Answers, today: Day): FeelContext {
  const context: Record<string, FeelValue> = feelAnswers(form.questions, answers);
  context[dayName] = feelDate(today);
  for (const { name } of form.computed) context[name] = null;
  for (const { name, formula } of form.computed) context[name] = formula(context, today);
  return context;
}

/** The computed values, as they are stored with the answers. */
export function computedOf(form: Compiled, answers: Answers, today: Day): Answers {
  if (form.computed.length === 0) return {};
  const context = contextOf(form, answers, today);
  return Object.fromEntries(
    form.computed.map(({ name }) => [name, fromFeel(context[name] ?? null)]),
  );
}
