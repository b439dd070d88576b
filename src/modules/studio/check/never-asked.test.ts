import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Question } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';
import { neverAsked } from './never-asked.ts';

const radio = (name: string, options: readonly string[], when?: string): Question => ({
  name,
  kind: 'radio',
  label: text(name, name),
  options: options.map((value) => ({ value, label: text(value, value) })),
  when,
});
const line = (name: string, when?: string): Question => ({
  name,
  kind: 'text',
  label: text(name, name),
  required: true,
  when,
});
const found = (...questions: Question[]) => neverAsked([{ questions }]).map(({ label }) => label);

test('a required question that hangs on a choice which is not offered is found', () => {
  expect(found(radio('loai', ['A', 'B']), line('ly_do', 'loai = "C"'))).toEqual(['ly_do']);
  expect(found(radio('loai', ['A', 'B']), line('ly_do', 'loai = "A"'))).toEqual([]);
});

test('one that wants two choices of the same question at once is found', () => {
  const loai = radio('loai', ['A', 'B']);
  expect(found(loai, line('ly_do', 'loai = "A" and loai = "B"'))).toEqual(['ly_do']);
  expect(found(loai, line('ly_do', 'loai = "A" or loai = "B"'))).toEqual([]);
});

test('one that hangs on a question which is itself not asked then is found', () => {
  const loai = radio('loai', ['A', 'B']);
  const con = radio('con', ['X', 'Y'], 'loai = "A"');
  expect(found(loai, con, line('ly_do', 'con = "X" and loai = "B"'))).toEqual(['ly_do']);
  expect(found(loai, con, line('ly_do', 'con = "X" and loai = "A"'))).toEqual([]);
});

test('conditions of its page count too', () => {
  const loai = radio('loai', ['A', 'B']);
  const pages = [
    { questions: [loai] },
    { when: 'loai = "A"', questions: [line('mot', 'loai = "B"'), line('hai')] },
  ];
  expect(neverAsked(pages)).toEqual([{ place: 'pages › 2 › questions › 1', label: 'mot' }]);
});

test('what a person types freely, and what is more than a sentence, may always hold', () => {
  expect(found(line('ten'), line('x', 'ten = "không ai tên vậy"'))).toEqual([]);
  expect(found(line('x', 'some a in b satisfies a = 1'))).toEqual([]);
});

test.each(globSync('procedures/*/form.json'))('nothing is wrongly found in %s', (file) => {
  const { pages } = JSON.parse(readFileSync(file, 'utf8'));
  expect(neverAsked(pages)).toEqual([]);
});
