import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

test('marks the words that answer, whatever their accents, and joins neighbours', () => {
  expect(highlight('Đăng ký khai sinh lại', new Set(['khai', 'sinh']))).toEqual([
    { text: 'Đăng ký ', marked: false },
    { text: 'khai sinh', marked: true },
    { text: ' lại', marked: false },
  ]);
});

test('never loses or adds a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const pieces = highlight(text, new Set(['a', 'b']));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
