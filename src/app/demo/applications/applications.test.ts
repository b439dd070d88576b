import { beforeAll, expect, test } from 'vitest';
import { compileForm, type CompiledForm, type Lookups } from '#/platform/form/index.ts';
import { addDays, day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { readShipped } from '../../../../test/bundles/shipped.ts';
import { seededRandom } from '../random.ts';
import { invent } from '../resident.ts';
import { applications } from './index.ts';

const anything: Lookups = {
  options: () =>
    ['92', '31135', 'Việt Nam', 'Kinh', 'Khmer', 'Bệnh viện Nhi đồng thành phố Cần Thơ'].map(
      (value) => ({ value, label: text(value, value) }),
    ),
};
const forms = new Map<string, CompiledForm>();

beforeAll(async () => {
  for (const [slug, { artefacts }] of await readShipped()) {
    forms.set(slug, compileForm(JSON.parse(artefacts['form.json']), anything));
  }
});

test('there is an application for each of the shipped procedures, and they make up a thousand', () => {
  const all = Object.values(applications);
  expect(new Set(all.map(({ slug }) => slug))).toEqual(new Set(forms.keys()));
  expect(all.reduce((sum, { perMille }) => sum + perMille, 0)).toBe(1000);
});

test.each(Object.entries(applications))(
  'whoever applies for %s answers all that the form asks',
  (_name, { slug, answer }) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const on = addDays(day(2026, 1, 5), seed * 7);
      const answers = answer(invent(random, { age: [24, 60], on, serial: seed }), on, random);
      const form = forms.get(slug)!;
      expect(form.problems(answers, { today: on, demo: true })).toEqual([]);
      expect(Object.keys(form.prune(answers, { today: on, demo: true })).toSorted()).toEqual(
        Object.keys(answers).toSorted(),
      );
    }
  },
);
