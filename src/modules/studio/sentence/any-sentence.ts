import fc from 'fast-check';
import type { Clause, Literal, Relation, Sentence } from './sentence.ts';

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
/** Sentences of every kind that an official can say, for tests by properties. */
export const anySentence: fc.Arbitrary<Sentence> = fc.oneof(
  clause.map((only) => ({ join: 'and' as const, clauses: [only] })),
  fc.record({
    join: fc.constantFrom('and' as const, 'or' as const),
    clauses: fc.array(clause, { minLength: 2, maxLength: 4 }),
  }),
);
