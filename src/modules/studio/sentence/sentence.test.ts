import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileExpression } from '#/platform/feel/index.ts';
import { anySentence } from './any-sentence.ts';
import { readSentence } from './read-sentence.ts';
import { writeFeel } from './write-feel.ts';

test('a sentence becomes FEEL and is read back as the same sentence', () => {
  fc.assert(
    fc.property(anySentence, (said) => {
      expect(readSentence(writeFeel(said))).toEqual(said);
    }),
  );
});

test('whatever a sentence becomes is FEEL that compiles', () => {
  const names = ['truong_hop', 'dia_chi', 'answers', 'channel', 'submittedOn'];
  fc.assert(
    fc.property(anySentence, (said) => {
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
