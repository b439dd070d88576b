import type { Text } from '#/values/text.ts';
import { checksOf } from './checks.ts';
import type { Compiled } from './compile-form.ts';
import type { PageReading } from './compiled-form.ts';
import type { Setting } from './kinds/leaf.ts';
import { pickTyped, withDeed } from './posted-text.ts';
import { deedOf, lastPosted } from './posted.ts';
import type { Body } from './question.ts';
import { type Answers, readQuestions } from './read-questions.ts';
import { computedOf, judgeOf, walk } from './walk.ts';

/** Something that a person should look at but may leave. */
export interface Warning {
  readonly page: string;
  readonly name: string;
  readonly words: Text;
}

/**
 * Reads one posted page. When an answer makes another question of the same page apply that was not in sight (the
 * page says by `_asked` what was), the page comes again, with nothing held against the new question.
 */
export function readPage(
  form: Compiled,
  id: string,
  body: Body,
  stored: Answers,
  setting: Setting,
): PageReading {
  const { today } = setting;
  const page = form.pages.find(({ json }) => json.id === id);
  if (page === undefined) {
    return { typed: {}, wrong: {}, again: false, answers: stored, kept: stored, warnings: [] };
  }
  const questions = page.questions.map(({ question }) => question);
  const names = new Set(questions.map(({ name }) => name));
  const elsewhere = Object.fromEntries(Object.entries(stored).filter(([name]) => !names.has(name)));
  const asked = walk(form, elsewhere, today).answers;
  const picked = pickTyped(questions, body);
  const deed = deedOf(body);
  const typed = deed === undefined ? picked : withDeed(questions, picked, deed);
  const judge = judgeOf(form, page, today);
  const found = readQuestions(questions, typed, setting, judge, asked);
  const kept = { ...elsewhere, ...found.answers };
  const shown = {
    ...typed,
    ...texts(computedOf(form, walk(form, kept, today).answers, today), names),
  };
  if (deed !== undefined) return { typed: shown, wrong: {}, again: true, kept, warnings: [] };

  const unseen = unseenNames(
    body,
    questions.filter((question) => judge.isAsked(question, { ...asked, ...found.answers })),
  );
  const wrong = Object.fromEntries(
    Object.entries(found.wrong).filter(([name]) => !unseen.has(name.split('.', 1)[0] ?? '')),
  );
  const checks = checksOf(form, walk(form, kept, today).answers, today).filter(({ question }) =>
    names.has(question),
  );
  for (const { name, words, isWarning } of checks) {
    if (!isWarning) wrong[name] ??= words;
  }
  const warnings = checks.filter(({ isWarning }) => isWarning);
  const isRight = Object.keys(wrong).length === 0;
  if (!isRight || unseen.size > 0) return { typed: shown, wrong, again: isRight, kept, warnings };
  return { typed: shown, wrong, again: false, answers: kept, kept, warnings };
}

/** The questions that apply now but were not on the page when it was filled in. */
function unseenNames(
  body: Body,
  asked: readonly { readonly name: string; readonly kind: string }[],
): Set<string> {
  const seen = lastPosted(body, '_asked');
  if (seen === undefined) return new Set();
  const known = new Set(seen.split(' '));
  return new Set(asked.filter(({ name }) => !known.has(name)).map(({ name }) => name));
}

function texts(computed: Answers, names: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(computed)
      .filter(([name, value]) => names.has(name) && value !== null)
      .map(([name, value]) => [name, String(value)]),
  );
}
