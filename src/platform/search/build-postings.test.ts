import { expect, test } from 'vitest';
import { buildPostings } from './build-postings.ts';

const texts = [
  [['a', 'b', 'a'], ['c']],
  [['b'], []],
  [['d'], ['a', 'c', 'c']],
];
const fields = [
  { weight: 3, b: 0.5, isSubject: true },
  { weight: 1, b: 0.6 },
];
const postings = buildPostings(texts.length, fields, (document, field) => texts[document]![field]!);

test('a term scores as BM25F defines it', () => {
  const scores = new Float32Array(texts.length);
  postings.add('a', 2, scores);
  const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
  const name = (3 * 2) / (1 - 0.5 + 0.5 * (3 / (5 / 3)));
  const text = 1 / (1 - 0.6 + 0.6 * (3 / (4 / 3)));
  expect(scores[0]).toBeCloseTo((2 * idf * name) / (name + 1.2), 5);
  expect(scores[1]).toBe(0);
  expect(scores[2]).toBeCloseTo((2 * idf * text) / (text + 1.2), 5);
});

test('the index knows what a document is about and what it only mentions', () => {
  const about = (term: string) => [0, 1, 2].map((document) => postings.isAbout(document, term));
  expect(about('a')).toEqual([true, false, false]);
  expect(about('b')).toEqual([true, true, false]);
  expect(about('c')).toEqual([false, false, false]);
  expect(about('x')).toEqual([false, false, false]);
  expect(['a', 'b', 'd', 'x'].map((term) => postings.holders(term))).toEqual([2, 2, 1, 0]);
});

test('an unknown term adds nothing', () => {
  const scores = new Float32Array(texts.length);
  postings.add('x', 1, scores);
  expect([...scores]).toEqual([0, 0, 0]);
});
