import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ask } from '../testing-ask.ts';

const range = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.boolean())
  .map(([start, length, startIncluded, endIncluded]) => {
    const single = length === 0;
    return `${startIncluded || single ? '[' : '('}${start}..${start + length}${endIncluded || single ? ']' : ')'}`;
  });

describe('relations between spans of time', () => {
  it.each([
    ['before([1..5), [5..9])', true],
    ['before([1..5], [5..9])', false],
    ['after(10, [1..9])', true],
    ['meets([1..5], [5..9])', true],
    ['met by([5..9], [1..5])', true],
    ['overlaps([1..5], [3..9])', true],
    ['overlaps before([1..5], [3..9])', true],
    ['overlaps after([3..9], [1..5])', true],
    ['during(5, [1..9])', true],
    ['includes([1..9], [2..3])', true],
    ['starts([1..3], [1..9])', true],
    ['finishes(9, [1..9])', true],
    ['coincides([1..3], [1..3])', true],
    ['before(1, "a")', null],
    ['includes((> 5), 9)', true],
    ['before((< 5), (> 5))', true],
    ['during(@"2026-07-15", [@"2026-07-01"..@"2026-08-01"))', true],
    ['range("[1..3)") = [1..3)', true],
    ['range("[1..f(2)]")', null],
  ])('%s', (expression, result) => {
    expect(ask(expression)).toBe(result);
  });

  it('of two ranges one is before, or one is after, or they overlap', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const relations = ['before', 'after', 'overlaps'].map((name) => ask(`${name}(${a}, ${b})`));
        expect(relations.filter((holds) => holds === true)).toHaveLength(1);
      }),
    );
  });

  it('every relation has its mirror', () => {
    const mirrors = fc.constantFrom(
      ['before', 'after'],
      ['meets', 'met by'],
      ['overlaps before', 'overlaps after'],
      ['includes', 'during'],
      ['starts', 'started by'],
      ['finishes', 'finished by'],
    );
    fc.assert(
      fc.property(mirrors, range, range, ([one = '', other = ''], a, b) => {
        expect(ask(`${one}(${a}, ${b})`)).toBe(ask(`${other}(${b}, ${a})`));
      }),
    );
  });
});
