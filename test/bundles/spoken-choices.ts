import { readDmn } from '#/platform/dmn/index.ts';
import type { Question } from '#/platform/form/index.ts';

/** A text that a condition or rule compares an answer with. */
export interface Spoken {
  readonly question: string;
  readonly literal: string;
}

/** The values that each question with choices of its own offers. */
export function offeredBy(
  questions: readonly Question[],
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    questions.flatMap(({ name, options }) =>
      options ? [[name, new Set(options.map(({ value }) => value))] as const] : [],
    ),
  );
}

/** What FEEL texts compare answers with: `name = "x"`, `name != "x"`, `list contains(["x", "y"], name)`. */
export function spokenInConditions(feel: string): Spoken[] {
  const compared = [...feel.matchAll(/(\w+) !?= "([^"]*)"/g)].map(([, question, literal]) => ({
    question: question!,
    literal: literal!,
  }));
  const listed = [...feel.matchAll(/list contains\(\[([^\]]*)\], (?:answers\.)?(\w+)\)/g)];
  return [...compared, ...listed.flatMap(([, list, question]) => texts(list!, question!))];
}

/** What the columns of decision tables that test one answer compare it with. */
export function spokenInTables(dmn: string): Spoken[] {
  return readDmn(dmn).decisions.flatMap(({ logic }) => {
    if (logic?.is !== 'table') return [];
    return logic.inputs.flatMap((input, column) => {
      const question = /^answers\.(\w+)$/.exec(input.text)?.[1];
      if (question === undefined) return [];
      return logic.rules.flatMap(({ tests }) => texts(tests[column] ?? '', question));
    });
  });
}

function texts(list: string, question: string): Spoken[] {
  return [...list.matchAll(/"([^"]*)"/g)].map(([, literal]) => ({ question, literal: literal! }));
}
