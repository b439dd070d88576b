import { describe, expect, it } from 'vitest';

import { ask } from './testing-ask.ts';
import { FeelFault } from './fault.ts';

/** Of processor time, so that a busy machine does not count. */
const LIMIT_MILLISECONDS = 2000;

describe('hostile expressions end', () => {
  it.each([
    ['for i in 1..1e9 return i'],
    ['for i in 1..1000, j in 1..1000, k in 1..1000 return i'],
    ['some i in 1..1e9 satisfies i < 0'],
    ['for i in 1..100 return if count(partial) = 0 then "a" else partial[-1] + partial[-1]'],
    [
      'for i in 1..100 return if count(partial) = 0 then [1] else concatenate(partial[-1], partial[-1])',
    ],
    ['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", "(a+)+b")'],
    ['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", "(a|aa)+$")'],
    ['{f: function(g, n) g(g, n + 1), r: f(f, 1)}.r'],
    [`{f: function(g, n) ${'1+('.repeat(90)}g(g, n + 1)${')'.repeat(90)}, r: f(f, 1)}.r`],
    ['string(for i in 1..20000 return [partial[-1]])'],
    ['count(distinct values(for i in 1..9999 return i))'],
  ])('%s', (expression) => {
    expect(cost(() => expect(() => ask(expression)).toThrow(FeelFault))).toBeLessThan(
      LIMIT_MILLISECONDS,
    );
  });

  it.each([
    ['brackets', '['.repeat(9000)],
    ['parentheses', `${'('.repeat(4000)}1${')'.repeat(4000)}`],
    ['signs', `${'-'.repeat(9000)}1`],
    ['sums', `1${'+1'.repeat(4000)}`],
    ['paths', `a${'.b'.repeat(4000)}`],
    ['conditions', `${'if true then '.repeat(400)}1${' else 2'.repeat(400)}`],
    ['words', 'a b c d e f g h '.repeat(600)],
    ['anything longer than 10,000 characters', `"${'x'.repeat(10_000)}"`],
  ])('refuses thousands of %s quickly', (_what, expression) => {
    expect(cost(() => expect(() => ask(expression, { a: 1 })).toThrow(FeelFault))).toBeLessThan(
      LIMIT_MILLISECONDS,
    );
  });

  it.each([
    [
      'regular expressions that would be too large',
      'matches("a", "((((a{1000}){1000}){1000}){1000}){1000}")',
      null,
    ],
    ['durations beyond all bounds', 'duration("P1D") * 1E6000 * 1E6000', null],
    ['days beyond all bounds', 'date("2026-01-01") + duration("P9999999999999D")', null],
    ['powers beyond all bounds', '9.99 ** 9999999999999', null],
    ['brackets in texts', `string length("${'['.repeat(500)}")`, 500],
  ])('takes %s in its stride', (_what, expression, result) => {
    expect(ask(expression)).toBe(result);
  });

  it('gives a fresh budget to the next evaluation', () => {
    expect(() => ask('for i in 1..1e9 return i')).toThrow(FeelFault);
    expect(ask('count(for i in 1..1000 return i)')).toBe(1000);
  });
});

function cost(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
