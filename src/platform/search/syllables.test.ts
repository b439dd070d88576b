import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasAccents, plainSyllable, syllablesOf } from './syllables.ts';
import { isWithinOneEdit } from './one-edit.ts';
import { isSpellable } from './spelling.ts';
import { readRawKeys } from './typing.ts';
import { readShorthand } from './shorthand.ts';
import { termsOf } from './terms.ts';

describe('the words of a text', () => {
  test('are the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        const plain = (text: string) => syllablesOf(text).map((syllable) => syllable.plain);
        expect(plain(any.normalize('NFD'))).toEqual(plain(any.normalize('NFC')));
      }),
    );
  });
  test('treats hòa and hoà, kí and ký as the same', () => {
    expect(plainSyllable('hòa')).toBe(plainSyllable('hoà'));
    expect(plainSyllable('kí')).toBe(plainSyllable('ký'));
    expect(plainSyllable('thúy')).toBe('thuy');
  });
  test('are compared in their plain shape: m² is m2', () => {
    expect(plainSyllable('m²')).toBe('m2');
  });
  test('keeps the place of every word', () => {
    expect(syllablesOf('Sổ hộ-khẩu').map(({ at, length }) => [at, length])).toEqual([
      [0, 2],
      [3, 2],
      [6, 4],
    ]);
  });
  test('tells a text with accents from one without', () => {
    expect([hasAccents('dang ky'), hasAccents('đang'), hasAccents('ký')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

test('pairs of syllables keep function words, single syllables do not', () => {
  expect(termsOf('giấy của tôi')).toEqual(['giay', 'giay_cua', 'cua_toi']);
});

test('accents tell a function word from one that only looks like it', () => {
  expect(termsOf('đo đất')).toContain('do');
  expect(termsOf('nhà đó')).not.toContain('do');
});

test('abbreviations with two meanings follow the word before them', () => {
  expect(readShorthand(['tách', 'hk'])).toEqual(['tách', 'hộ', 'khẩu']);
  expect(readShorthand(['có', 'hk'])).toEqual(['có', 'không']);
});

test.each(['constructor', '__proto__', 'toString'])('the name %s is an ordinary word', (word) => {
  expect(readShorthand([word])).toEqual([word]);
});

describe('one edit', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  test('agrees with the definition by the full distance table', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(isWithinOneEdit(a, b)).toBe(distance(a, b) <= 1);
      }),
    );
  });
  test('is the same both ways', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => isWithinOneEdit(a, b) === isWithinOneEdit(b, a)),
    );
  });
});

test('keys of Telex and VNI are read as the syllable that was meant', () => {
  expect(['ddawng', 'tuwr', 'hooj', 'nhaf', 'd9a8ng', 'ho65'].map(readRawKeys)).toEqual([
    'dang',
    'tu',
    'ho',
    'nha',
    'dang',
    'ho',
  ]);
  expect(['nha', 'kt3x', '2026'].map(readRawKeys)).toEqual([undefined, undefined, undefined]);
});

test('a spelling tells what can be a Vietnamese syllable from a slip of the finger', () => {
  const can = 'khai sinh nghiem thuong truong quyen giay hoan uy yeu tiet oanh ngoeo xoong'.split(
    ' ',
  );
  expect(can.filter((plain) => !isSpellable(plain))).toEqual([]);
  const cannot = 'sjnh sinnh xya hcung tr kai1 wert certificate'.split(' ');
  expect(cannot.filter(isSpellable)).toEqual([]);
});

/** Optimal string alignment distance, by the textbook table. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      table[i]![j] = Math.min(replaced, table[i - 1]![j]! + 1, table[i]![j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
      }
    }
  }
  return table[a.length]![b.length]!;
}
