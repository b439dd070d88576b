import type { CompiledProcedure } from '#/modules/procedure/index.ts';
import type {
  AskedPage,
  Body,
  CompiledForm,
  Filled,
  Occasion,
  Warning,
} from '#/platform/form/index.ts';
import { readObject } from '../../facts.ts';

type Answers = Readonly<Record<string, unknown>>;

/** A page that is tried, of the questions before filing or of the form. */
export interface TrialPage {
  readonly form: CompiledForm;
  readonly page: AskedPage;
  readonly no: number;
  readonly of: number;
}

/** Where a trial stands: at a page, or at its end. */
export interface Trial {
  readonly answers: Answers;
  readonly at: TrialPage | undefined;
  readonly filled: Filled;
  readonly warnings: readonly Warning[];
}

/** Begins at the first page, with what defaults answer. */
export function beginTrial(procedure: CompiledProcedure, on: Occasion): Trial {
  const answers = { ...procedure.precheck?.prefill({}, on), ...procedure.form.prefill({}, on) };
  return arriveAt(answers, pagesOf(procedure, answers, on)[0], on);
}

/** Goes on from a posted page: to the next one, or stays with what is wrong. The answers travel with the form. */
export function continueTrial(
  procedure: CompiledProcedure,
  id: string,
  body: Body,
  on: Occasion,
): Trial {
  const carried = readObject([body['_answers'] ?? ''].flat().at(-1) as string);
  const at = pagesOf(procedure, carried, on).find(({ page }) => page.id === id);
  if (at === undefined) return beginTrial(procedure, on);
  const { again, answers, kept, typed, wrong, warnings } = at.form.readPage(id, body, carried, on);
  const known = { ...carried, ...kept };
  if (again || answers === undefined) {
    const same = pagesOf(procedure, known, on).find(({ page }) => page.id === id) ?? at;
    return { answers: known, at: same, filled: { typed, wrong: again ? {} : wrong }, warnings };
  }
  const order = pagesOf(procedure, known, on);
  const place = order.findIndex(({ page }) => page.id === id);
  return { ...arriveAt(known, order[place + 1], on), warnings };
}

function arriveAt(answers: Answers, at: TrialPage | undefined, on: Occasion): Trial {
  const filled = at?.form.filledPage(at.page.id, answers, on) ?? { typed: {}, wrong: {} };
  return { answers, at, filled, warnings: [] };
}

/** The pages that apply, those before filing first. */
function pagesOf(
  { precheck, form }: CompiledProcedure,
  answers: Answers,
  on: Occasion,
): TrialPage[] {
  const pages = [precheck, form].flatMap((one) =>
    one === undefined ? [] : one.pagesInOrder(answers, on).map((page) => ({ form: one, page })),
  );
  return pages.map((page, at) => ({ ...page, no: at + 1, of: pages.length }));
}
