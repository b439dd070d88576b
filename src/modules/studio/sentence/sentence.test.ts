import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileExpression } from '#/platform/feel/index.ts';
import { readSentence } from './read-sentence.ts';
import type { Clause, Literal, Relation, Sentence } from './sentence.ts';
import { writeFeel } from './write-feel.ts';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((written) => written.normalize('NFC'));
const literal: fc.Arbitrary<Literal> = fc.oneof(
  text.map((written) => ({ type: 'text' as const, text: written })),
  fc.integer().map((number) => ({ type: 'number' as const, text: String(number) })),
  fc.constantFrom('2026-07-15', '2000-02-29').map((day) => ({ type: 'day' as const, text: day })),
  fc.boolean().map((flag) => ({ type: 'flag' as const, text: String(flag) })),
);
const subject = fc.constantFrom('truong_hop', 'dia_chi.province', 'answers.uy_quyen', 'channel');
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    subject,
    relation: fc.constantFrom<Relation>('is', 'is-not', 'more', 'at-least', 'less', 'at-most'),
    values: fc.tuple(literal),
  }),
  fc.record({
    subject,
    relation: fc.constantFrom<Relation>('one-of', 'none-of'),
    values: fc.array(literal, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    subject,
    relation: fc.constantFrom<Relation>('answered', 'unanswered'),
    values: fc.constant([]),
  }),
  fc.record({
    subject,
    relation: fc.constantFrom<Relation>('under-age', 'of-age'),
    values: fc
      .integer({ min: 1, max: 120 })
      .map((years) => [{ type: 'number' as const, text: String(years) }]),
  }),
);
const sentence: fc.Arbitrary<Sentence> = fc.oneof(
  clause.map((only) => ({ join: 'and' as const, clauses: [only] })),
  fc.record({
    join: fc.constantFrom('and' as const, 'or' as const),
    clauses: fc.array(clause, { minLength: 2, maxLength: 4 }),
  }),
);

test('a sentence becomes FEEL and is read back as the same sentence', () => {
  fc.assert(
    fc.property(sentence, (said) => {
      expect(readSentence(writeFeel(said))).toEqual(said);
    }),
  );
});

test('whatever a sentence becomes is FEEL that compiles', () => {
  const names = ['truong_hop', 'dia_chi', 'answers', 'channel', 'submittedOn'];
  fc.assert(
    fc.property(sentence, (said) => {
      expect(() => compileExpression(writeFeel(said), names)).not.toThrow();
    }),
  );
});

test.each([
  ['truong_hop = "Trẻ bị bỏ rơi"', 'is'],
  ['nyc_so_dinh_danh = null', 'unanswered'],
  ['ngay_sinh + duration("P18Y") > submittedOn', 'under-age'],
  ['list contains(["a", "b"], truong_hop)', 'one-of'],
])('reads %s', (feel, relation) => {
  expect(readSentence(feel)?.clauses[0]?.relation).toBe(relation);
});

test.each([
  ['a comparison of two answers', 'dt_tang_1 > dien_tich'],
  ['a mixture of and and or', 'a = 1 and b = 2 or c = 3'],
  ['a sum', 'a + 1 = 2'],
  ['a quantifier', 'some nguoi in thanh_vien satisfies nguoi.so = 1'],
  ['an unfinished text', 'a = '],
  ['nothing', ' '],
])('leaves FEEL what says more than a sentence can: %s', (_what, feel) => {
  expect(readSentence(feel)).toBeUndefined();
});

test('nearly all conditions of the shipped procedures can be read, and none is changed by it', () => {
  const conditions = globSync('procedures/*/{form,procedure}.json').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"(?:when|required)": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, quoted]) => JSON.parse(quoted!) as string,
    ),
  );
  const read = conditions.flatMap((feel) => {
    const said = readSentence(feel);
    return said === undefined ? [] : [{ feel, said }];
  });
  for (const { feel, said } of read) expect(writeFeel(said)).toBe(feel);
  expect(conditions.length).toBeGreaterThan(150);
  expect(read.length / conditions.length).toBeGreaterThan(0.95);
});
