import type { Day } from '#/values/day.ts';
import type { Lang, Text } from '#/values/text.ts';
import { compileJson } from './compile-form.ts';
import { describe, type Section } from './describe.ts';
import type { Reading } from './form.ts';
import { toJsonSchema, type JsonSchema } from './json-schema.ts';
import type { Setting } from './kinds/leaf.ts';
import { prefilled, type Profile } from './prefill.ts';
import { copied } from './copied.ts';
import { type Problem, problemsOf } from './problems.ts';
import type { Body, Filled, Lookups, Question } from './question.ts';
import type { Answers } from './read-questions.ts';
import { readPage, type Warning } from './read-page.ts';
import { readSubmission, type Submission } from './submission.ts';
import { typeAnswers } from './type-answers.ts';
import { type AskedPage, computedOf, contextOf, walk } from './walk.ts';
import type { FeelContext } from '#/platform/feel/index.ts';

/** The circumstances of reading: the day in Vietnam, whether invented people are welcome, and whom the form is for. */
export interface Occasion {
  readonly today: Day;
  readonly demo: boolean;
  readonly profile?: Profile | undefined;
}

/**
 * What came of posting one page of a form. `answers` and `kept` are a draft: answers to pages that do not apply at
 * the moment stay in it, in case the person changes their mind; `prune` drops them.
 */
export interface PageReading extends Reading {
  /** All answers that are right so far: those of the page and those from before. */
  readonly kept: Answers;
  readonly warnings: readonly Warning[];
}

/** A form made from a `form.json`: the same definition shows pages, reads posts and checks API calls. */
export interface CompiledForm {
  readonly title: Text;
  /** Every question, asked or not, in order. */
  readonly questions: readonly Question[];
  /** The pages that apply, given the answers, each with the questions that apply. */
  pagesInOrder(answers: Answers, on: Occasion): readonly AskedPage[];
  /** The page after this one; undefined after the last. Without a page: the first. */
  nextPage(id: string | undefined, answers: Answers, on: Occasion): AskedPage | undefined;
  /** The page as it was left: stored answers typed into its boxes, and what `copyFrom` knows where nothing stands. */
  filledPage(id: string, answers: Answers, on: Occasion): Filled;
  /** Reads one posted page. `answers` come back only when the page is right; typing is always kept. */
  readPage(id: string, body: Body, answers: Answers, on: Occasion): PageReading;
  /** Everything that is wrong or missing, over all pages. */
  problems(answers: Answers, on: Occasion): readonly Problem[];
  isComplete(answers: Answers, on: Occasion): boolean;
  /** Warnings that do not stop anybody. */
  warnings(answers: Answers, on: Occasion): readonly Warning[];
  /** Only the answers to what is asked: for judging a draft by rules, and for submitting it. */
  prune(answers: Answers, on: Occasion): Answers;
  /** The computed values of the form. */
  computed(answers: Answers, on: Occasion): Answers;
  /** What a profile and the defaults answer beforehand. */
  prefill(profile: Profile, on: Occasion): Answers;
  /** The answers in words, page by page, for "check your answers" and for papers. */
  describe(answers: Answers, lang: Lang, on: Occasion): readonly Section[];
  /** Answers and computed values for FEEL: the `answers` of decision tables. */
  toFeel(answers: Answers, on: Occasion): FeelContext;
  /** JSON Schema 2020-12 of the answers. */
  readonly schema: JsonSchema;
  /** Checks the answers of an API call against the same definition. */
  readSubmission(answers: unknown, on: Occasion): Submission;
}

/** Compiles a `form.json`. Throws FormFaults that name every place that is wrong. */
export function compileForm(json: unknown, lookups: Lookups): CompiledForm {
  const form = compileJson(json);
  const schema = toJsonSchema(form);
  const setting = (on: Occasion): Setting => ({ ...on, lookups });
  const pages = (answers: Answers, on: Occasion) => walk(form, answers, on.today).pages;
  const problems = (answers: Answers, on: Occasion) => problemsOf(form, answers, setting(on));
  const check = readSubmission(form, schema);
  return {
    title: form.json.title,
    questions: form.questions,
    schema,
    pagesInOrder: pages,
    nextPage(id, answers, on) {
      const order = pages(answers, on);
      if (id === undefined) return order[0];
      return pageAfter(id, order, form.json.pages);
    },
    filledPage(id, answers, on) {
      const page = pages(answers, on).find((candidate) => candidate.id === id);
      const known = {
        ...copied(form, id, answers, on, setting(on)),
        ...answers,
        ...computedOf(form, answers, on.today),
      };
      return { typed: typeAnswers(page?.questions ?? [], known), wrong: {} };
    },
    readPage: (id, body, answers, on) => readPage(form, id, body, answers, setting(on)),
    problems: (answers, on) => problems(answers, on).filter(({ isWarning }) => !isWarning),
    isComplete: (answers, on) => problems(answers, on).every(({ isWarning }) => isWarning),
    warnings: (answers, on) => problems(answers, on).filter(({ isWarning }) => isWarning),
    prune: (answers, on) => walk(form, answers, on.today).answers,
    computed: (answers, on) => computedOf(form, walk(form, answers, on.today).answers, on.today),
    prefill: (profile, on) => prefilled(form, profile, setting(on)),
    describe: (answers, lang, on) => describe(form, answers, lang, setting(on)),
    toFeel: (answers, on) => contextOf(form, walk(form, answers, on.today).answers, on.today),
    readSubmission: (answers, on) => check(answers, setting(on)),
  };
}

/** The next page that applies after a page, which itself may no longer apply. */
function pageAfter(
  id: string,
  order: readonly AskedPage[],
  all: readonly { readonly id: string }[],
): AskedPage | undefined {
  const later = new Set(
    all.slice(all.findIndex((page) => page.id === id) + 1).map((page) => page.id),
  );
  return order.find((page) => later.has(page.id));
}
