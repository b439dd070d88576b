import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noLookups, type Question } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { library } from './library.ts';
import { nameFrom, questionOf, typeQuestion } from './question-answers.ts';
import { questionForm } from './question-form.ts';

const shipped = globSync('procedures/*/form.json').flatMap((file) => {
  const { pages } = JSON.parse(readFileSync(file, 'utf8')) as {
    pages: { questions: Question[] }[];
  };
  return pages.flatMap(({ questions }) => questions);
});

test('the library explains every kind that the shipped procedures use', () => {
  for (const { kind } of shipped) expect(library[kind].about.vi).not.toBe('');
});

test('every shipped question goes through its editor without changing', () => {
  for (const question of shipped) {
    const around = {
      isColumn: false,
      pages: [],
      copyable:
        question.copyFrom?.question === undefined
          ? []
          : [{ name: question.copyFrom.question, label: question.label }],
    };
    const questions = questionForm(question.kind, around);
    const { typed } = questions.filledWith(typeQuestion(question));
    const reading = questions.read(typed, {
      today: '2026-07-15' as Day,
      demo: true,
      lookups: noLookups,
    });
    expect(reading.wrong, question.name).toEqual({});
    const required = typeof question.required === 'string' ? question.required : undefined;
    const conditions = { when: question.when, requiredWhen: required };
    expect(questionOf(reading.answers!, conditions, question), question.name).toEqual(question);
  }
});

test('settings of the old kind go when a question becomes another kind', () => {
  const radio: Question = {
    name: 'a',
    kind: 'radio',
    label: { vi: 'A', en: 'A' },
    required: true,
    options: [{ value: 'x', label: { vi: 'x', en: 'x' } }],
  };
  const answers = { ...typeQuestion(radio), kind: 'text', maxLength: 50 };
  expect(questionOf(answers, { when: undefined, requiredWhen: undefined }, radio)).toEqual({
    name: 'a',
    kind: 'text',
    label: { vi: 'A', en: 'A' },
    required: true,
    maxLength: 50,
  });
});

test.each([
  ['Ngày sinh của cháu?', 'ngay_sinh_cua_chau'],
  ['1. Đường, số nhà', 'duong_so_nha'],
  ['？', 'cau_hoi'],
])('a name is made from words: %s', (words, name) => {
  expect(nameFrom(words)).toBe(name);
});
