import { fault, type BundleFault, type CompiledProcedure } from '#/modules/procedure/index.ts';
import type { Question } from '#/platform/form/index.ts';
import { readObject } from '../facts.ts';
import { readSentence } from '../sentence/read-sentence.ts';
import type { Clause, Sentence } from '../sentence/sentence.ts';

/** What is looked at of a form: conditions by page and question. */
interface Page {
  readonly when?: string | undefined;
  readonly questions: readonly Question[];
}

/** At most so many combinations of answers are tried for one question; beyond that nothing is claimed. */
const mostCombinations = 20_000;

/**
 * Questions that no answers can bring up. Choices are tried in all combinations; a condition that is more than a
 * sentence counts as one that may hold, so only what is certain is told.
 */
export function lintForm({ artefacts }: CompiledProcedure): BundleFault[] {
  const { pages } = readObject(artefacts['form.json']) as { readonly pages: readonly Page[] };
  return neverAsked(pages).map(({ place, label }) =>
    fault(
      'form.json',
      place,
      `câu hỏi “${label}” không bao giờ được hỏi: điều kiện không thể xảy ra`,
    ),
  );
}

/** Places of the questions that are never asked. */
export function neverAsked(
  pages: readonly Page[],
): readonly { readonly place: string; readonly label: string }[] {
  const asked = new Map<string, Asking>();
  for (const [pageNo, page] of pages.entries()) {
    for (const [no, question] of page.questions.entries()) {
      const conditions = [page.when, question.when].flatMap((when) => readCondition(when));
      const place = `pages › ${pageNo + 1} › questions › ${no + 1}`;
      asked.set(question.name, { question, conditions, place });
    }
  }
  return [...asked.values()]
    .filter((asking) => asking.conditions.length > 0 && !canBeAsked(asking, asked))
    .map(({ place, question }) => ({ place, label: question.label.vi }));
}

interface Asking {
  readonly question: Question;
  readonly conditions: readonly Sentence[];
  readonly place: string;
}

function readCondition(when: string | undefined): Sentence[] {
  const sentence = when === undefined ? undefined : readSentence(when);
  return sentence === undefined ? [] : [sentence];
}

/** Whether some combination of choices brings a question up. */
function canBeAsked(asking: Asking, all: ReadonlyMap<string, Asking>): boolean {
  const choices = [...neededFor(asking, all)]
    .map((name) => all.get(name)!.question)
    .filter(({ options }) => options !== undefined);
  const combinations = choices.reduce((many, { options }) => many * (options!.length + 1), 1);
  if (combinations > mostCombinations) return true;
  for (let no = 0; no < combinations; no += 1) {
    const chosen = new Map<string, string | null>();
    let rest = no;
    for (const { name, options } of choices) {
      chosen.set(name, options![rest % (options!.length + 1)]?.value ?? null);
      rest = Math.floor(rest / (options!.length + 1));
    }
    if (isAsked(asking, chosen, all)) return true;
  }
  return false;
}

/** The questions on which its conditions hang, directly or through theirs. */
function neededFor(asking: Asking, all: ReadonlyMap<string, Asking>): Set<string> {
  const needed = new Set<string>();
  const open = [asking];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { subject } of next.conditions.flatMap(({ clauses }) => clauses)) {
      const found = all.get(subject);
      if (found === undefined || needed.has(subject)) continue;
      needed.add(subject);
      open.push(found);
    }
  }
  return needed;
}

type Chosen = ReadonlyMap<string, string | null>;

function isAsked(asking: Asking, chosen: Chosen, all: ReadonlyMap<string, Asking>): boolean {
  return asking.conditions.every(({ join, clauses }) =>
    join === 'and'
      ? clauses.every((clause) => mayHold(clause, chosen, all))
      : clauses.some((clause) => mayHold(clause, chosen, all)),
  );
}

/** What is not asked has no answer; of answers that are typed freely anything may hold. */
function mayHold(clause: Clause, chosen: Chosen, all: ReadonlyMap<string, Asking>): boolean {
  const { subject, relation, values } = clause;
  const source = all.get(subject);
  if (source === undefined) return true;
  const given = isAsked(source, chosen, all) ? chosen.get(subject) : null;
  if (given === undefined) return true;
  const isListed = values.some(({ type, text }) => type === 'text' && text === given);
  switch (relation) {
    case 'is':
    case 'one-of':
      return isListed;
    case 'is-not':
    case 'none-of':
      return !isListed;
    case 'answered':
      return given !== null;
    case 'unanswered':
      return given === null;
    case 'more':
    case 'at-least':
    case 'less':
    case 'at-most':
    case 'under-age':
    case 'of-age':
      return given !== null;
  }
}
