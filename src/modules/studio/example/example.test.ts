import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CatalogueFacts, Example } from '#/modules/procedure/index.ts';
import type { Lookups, Question } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { exampleForm } from './example-form.ts';
import { exampleOf, typeExample } from './example-answers.ts';

/** Lists that hold whatever an example chose from them. */
function listsOf(examples: readonly Example[]): Lookups {
  const values = new Set(JSON.stringify(examples).match(/(?<=")[^"\\]+(?=")/g));
  const options = [...values].map((value) => ({ value, label: { vi: value, en: value } }));
  return { options: () => options };
}

test.each(globSync('procedures/*'))(
  'every example of %s goes through its editor without changing',
  (folder) => {
    const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    const facts = read('procedure.json') as CatalogueFacts;
    const { pages } = read('form.json') as { pages: { questions: Question[] }[] };
    const examples = read('examples.json') as Example[];
    const questions = [...facts.eligibility, ...pages.flatMap((page) => page.questions)];
    const form = exampleForm(facts, questions);
    for (const example of examples) {
      const { typed } = form.filledWith(typeExample(example));
      const reading = form.read(typed, {
        today: '2026-07-14' as Day,
        demo: true,
        lookups: listsOf(examples),
      });
      expect(reading.wrong, example.title).toEqual({});
      const again = exampleOf(reading.answers!, questions, example);
      expect(JSON.stringify(again), example.title).toBe(JSON.stringify(example));
    }
  },
);
