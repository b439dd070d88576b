import type { CatalogueFacts } from '#/modules/procedure/index.ts';
import type { Question } from '#/platform/form/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import { readEditable, type EditableForm, type EditablePage } from '../../editable.ts';
import { writeJson } from '../../text/write-json.ts';
import type { Bench } from '../workbench.ts';

/** Where a question stands in the form. */
export interface Found {
  readonly form: EditableForm;
  readonly page: EditablePage;
  readonly pageAt: number;
  readonly question: Question;
  readonly at: number;
}

/** The form of a draft. */
export function formOf(bench: Bench): EditableForm | Refusal {
  return readEditable('form.json', bench.artefacts);
}

/** The facts of a draft. */
export function factsIn(bench: Bench): Partial<CatalogueFacts> | Refusal {
  return readEditable('procedure.json', bench.artefacts);
}

/** A page of the form by its id. */
export function findPage(
  bench: Bench,
  id: string | undefined,
): { readonly form: EditableForm; readonly page: EditablePage; readonly pageAt: number } | Refusal {
  const form = formOf(bench);
  if (isRefusal(form)) return form;
  const pageAt = form.pages.findIndex((page) => page.id === id);
  if (pageAt < 0) return refuse('studio.no-place');
  return { form, page: form.pages[pageAt]!, pageAt };
}

/** A question of the form by its name. */
export function findQuestion(bench: Bench, name: string | undefined): Found | Refusal {
  const form = formOf(bench);
  if (isRefusal(form)) return form;
  for (const [pageAt, page] of form.pages.entries()) {
    const at = page.questions.findIndex((question) => question.name === name);
    if (at >= 0) return { form, page, pageAt, question: page.questions[at]!, at };
  }
  return refuse('studio.no-place');
}

/** All questions before a page, or before a place on it. */
export function questionsBefore(
  { pages }: EditableForm,
  pageAt: number,
  at = 0,
): readonly Question[] {
  return [
    ...pages.slice(0, pageAt).flatMap((page) => page.questions),
    ...(pages[pageAt]?.questions.slice(0, at) ?? []),
  ];
}

/** All questions of the form. */
export function allQuestions({ pages }: EditableForm): readonly Question[] {
  return pages.flatMap((page) => page.questions);
}

/** The text of the form with one page replaced. */
export function withPage(form: EditableForm, pageAt: number, page: EditablePage): string {
  return writeJson({ ...form, pages: form.pages.with(pageAt, page) });
}

/** A page with other questions. */
export function withQuestions(page: EditablePage, questions: readonly Question[]): EditablePage {
  return { ...page, questions };
}
