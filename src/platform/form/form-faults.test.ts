import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { text } from '#/values/text.ts';
import { compileForm } from './compiled-form.ts';
import { FormFaults } from './form-json.ts';

const label = text('Tên', 'Name');
const page = (questions: readonly object[], more: object = {}) => ({
  id: 'a',
  title: label,
  questions,
  ...more,
});
const question = (more: object = {}) => ({ name: 'ten', kind: 'text', label, ...more });

function faultsOf(json: unknown): readonly string[] {
  try {
    compileForm(json, { options: () => [] });
    return [];
  } catch (fault) {
    if (!(fault instanceof FormFaults)) throw fault;
    return fault.faults.map(({ place, words }) => `${place} ${words.vi}`);
  }
}

test.each([
  ['no form at all', null, '/ sai cấu trúc'],
  [
    'an unknown kind',
    { title: label, pages: [page([question({ kind: 'colour' })])] },
    '/pages/0/questions/0/kind',
  ],
  [
    'an unknown key',
    { title: label, pages: [page([question({ colour: 1 })])] },
    '/pages/0/questions/0',
  ],
  [
    'a name twice',
    { title: label, pages: [page([question(), question()])] },
    '/pages/0/questions/1/name',
  ],
  [
    'a page twice',
    { title: label, pages: [page([question()]), page([question({ name: 'b' })])] },
    '/pages/1/id',
  ],
  [
    'a choice without choices',
    { title: label, pages: [page([question({ kind: 'radio' })])] },
    '/pages/0/questions/0/options',
  ],
  [
    'a table without columns',
    { title: label, pages: [page([question({ kind: 'table' })])] },
    '/pages/0/questions/0/columns',
  ],
  [
    'a pattern that is none',
    { title: label, pages: [page([question({ pattern: '(' })])] },
    '/pages/0/questions/0/pattern',
  ],
  [
    'a day that is none',
    { title: label, pages: [page([question({ kind: 'date', min: '2026-02-30' })])] },
    '/pages/0/questions/0/min',
  ],
  [
    'a condition that cannot be read',
    { title: label, pages: [page([question({ when: 'a +' })])] },
    '/pages/0/questions/0/when FEEL',
  ],
  [
    'a condition on a later question',
    { title: label, pages: [page([question({ when: 'b = 1' }), question({ name: 'b' })])] },
    '/pages/0/questions/0/when FEEL',
  ],
  [
    'a page that depends on itself',
    { title: label, pages: [page([question()], { when: 'ten = "x"' })] },
    '/pages/0/when FEEL',
  ],
  [
    'a copy of nothing',
    { title: label, pages: [page([question({ copyFrom: { question: 'b' } })])] },
    '/pages/0/questions/0/copyFrom/question',
  ],
  [
    'a copy of a question that is asked later',
    {
      title: label,
      pages: [page([question({ copyFrom: { question: 'b' } }), question({ name: 'b' })])],
    },
    '/pages/0/questions/0/copyFrom/question',
  ],
  [
    'a copy of another kind',
    {
      title: label,
      pages: [
        page([
          question({ name: 'b', kind: 'date' }),
          question({ kind: 'person-name', copyFrom: { question: 'b' } }),
        ]),
      ],
    },
    '/pages/0/questions/1/copyFrom/question',
  ],
  [
    'a copied consent',
    {
      title: label,
      pages: [page([question({ kind: 'consent', copyFrom: { profile: 'profile.sex' } })])],
    },
    '/pages/0/questions/0/copyFrom',
  ],
  [
    'a copy from two places',
    {
      title: label,
      pages: [page([question({ copyFrom: { question: 'b', profile: 'profile.sex' } })])],
    },
    '/pages/0/questions/0/copyFrom',
  ],
  [
    'a copy under a condition that cannot be read',
    {
      title: label,
      pages: [page([question({ copyFrom: { profile: 'profile.sex', when: '(' } })])],
    },
    '/pages/0/questions/0/copyFrom/when FEEL',
  ],
  [
    'a check of nothing',
    {
      title: label,
      pages: [page([question()])],
      checks: [{ wrong: 'true', at: 'x', words: label }],
    },
    '/checks/0/at',
  ],
  [
    'a computed value that cannot be read',
    { title: label, pages: [page([question()])], computed: { x: ')' } },
    '/computed/x FEEL',
  ],
])('%s is a fault with its place', (_, json, place) => {
  expect(faultsOf(json).join('\n')).toContain(place);
});

test('all faults are named at once', () => {
  expect(
    faultsOf({ title: label, pages: [page([question({ pattern: '(', when: ')' })])] }),
  ).toHaveLength(2);
});

const bundles = new URL('../../../procedures/', import.meta.url);
const slugs = readdirSync(bundles, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(slugs.map(({ name }) => name))('the form of %s compiles', (slug) => {
  const written = readFileSync(new URL(`${slug}/form.json`, bundles), 'utf8');
  expect(faultsOf(JSON.parse(written))).toEqual([]);
});
