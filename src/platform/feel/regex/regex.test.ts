import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { withBudget } from '../budget.ts';
import { FeelFault } from '../fault.ts';
import { PatternFault, allMatches, isFound, regex } from './index.ts';

function found(pattern: string, written: string, flags = ''): boolean {
  return isFound(regex(pattern, flags), written);
}

/** Patterns whose meaning XPath and JavaScript share. */
const sharedPattern = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  pattern: fc
    .array(
      fc.tuple(tie('atom'), fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?')),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.map((part) => part.join('')).join('')),
  atom: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '[a-c]', '\\d', '(?:ab|c)'),
    tie('pattern').map((inner) => `(${inner})`),
    fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(${left}|${right})`),
  ),
})).pattern;

describe('regular expressions of XPath', () => {
  it.each([
    ['^\\p{Lu}\\p{L}*$', 'Đường', true],
    ['^[\\p{L}\\s]+$', 'Nguyễn Văn An', true],
    ['[a-z-[aeiou]]', 'e', false],
    ['[a-z-[aeiou]]', 'f', true],
    ['\\p{IsBasicLatin}', 'đ', false],
    ['\\i\\c*', 'tên-1', true],
    ['(.)\\1', 'abba', true],
    ['(.)\\1', 'abab', false],
    ['a{2,3}', 'aa', true],
    ['[0-9-]+', '2026-07', true],
    ['', '', true],
  ])('%s in “%s”: %s', (pattern, written, result) => {
    expect(found(pattern, written)).toBe(result);
  });

  it('knows its flags', () => {
    expect(found('ĐƯỜNG', 'đường', 'i')).toBe(true);
    expect(found('a.b', 'a\nb')).toBe(false);
    expect(found('a.b', 'a\nb', 's')).toBe(true);
    expect(found('^b', 'a\nb', 'm')).toBe(true);
    expect(found('a b[ ]', 'ab ', 'x')).toBe(true);
    expect(found('a.c', 'abc', 'q')).toBe(false);
    expect(found('A.C', 'a.c', 'qi')).toBe(true);
  });

  it.each([
    '[',
    '(',
    ')',
    'a**',
    '*',
    '\\',
    '\\y',
    '[b-a]',
    '(?=a)',
    '\\1',
    '\\p{Lx}',
    'a{3,2}',
    'a{',
    '[]',
    '[a[b]',
  ])('refuses %s', (pattern) => {
    expect(() => regex(pattern, '')).toThrow(PatternFault);
  });

  it('refuses unknown flags', () => {
    expect(() => regex('a', 'g')).toThrow(PatternFault);
  });

  it('finds what JavaScript finds, and the same part of the text', () => {
    fc.assert(
      fc.property(sharedPattern, fc.stringMatching(/^[abc0]{0,6}$/), (pattern, written) => {
        const nullable = new RegExp(pattern, 'u').test('');
        const ours = withinBudget(() => found(pattern, written));
        expect(ours).toBe(new RegExp(pattern, 'u').test(written));
        fc.pre(!nullable);
        const parts = withinBudget(() => allMatches(regex(pattern, ''), Array.from(written)));
        const theirs = written.match(new RegExp(pattern, 'gu')) ?? [];
        expect(parts.map(([start, end]) => written.slice(start, end))).toEqual([...theirs]);
      }),
    );
  });
});

/** Patterns that take too many steps prove nothing. */
function withinBudget<Result>(run: () => Result): Result {
  try {
    return withBudget(run);
  } catch (error) {
    fc.pre(!(error instanceof FeelFault));
    throw error;
  }
}
