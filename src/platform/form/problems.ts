import { checksOf } from './checks.ts';
import type { Compiled } from './compile-form.ts';
import type { Setting } from './kinds/leaf.ts';
import type { Warning } from './read-page.ts';
import { type Answers, readQuestions } from './read-questions.ts';
import { typeAnswers } from './type-answers.ts';
import { judgeOf, walk } from './walk.ts';

/** Something missing, wrong or doubtful in stored answers, and the page where it is mended. */
export interface Problem extends Warning {
  readonly isWarning: boolean;
}

/**
 * Looks at stored answers as if they had just been typed: the readers of pages are the only judges, also for drafts
 * that are older than today's rules and for answers that came by the API.
 */
export function problemsOf(form: Compiled, answers: Answers, setting: Setting): readonly Problem[] {
  const { pages, answers: kept } = walk(form, answers, setting.today);
  const problems: Problem[] = [];
  for (const { id, questions } of pages) {
    const page = form.pages.find(({ json }) => json.id === id);
    if (page === undefined) continue;
    const typed = typeAnswers(questions, kept);
    const { wrong } = readQuestions(
      questions,
      typed,
      setting,
      judgeOf(form, page, setting.today),
      kept,
    );
    for (const [name, words] of Object.entries(wrong)) {
      problems.push({ page: id, name, words, isWarning: false });
    }
  }
  return [...problems, ...checksOf(form, kept, setting.today)];
}
