import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ask } from './testing-ask.ts';
import { and, not, or } from './logic.ts';

const truth = fc.constantFrom(true, false, null);

describe('and, or, not with an unknown', () => {
  it.each([
    [true, true, true, true],
    [true, false, false, true],
    [true, null, null, true],
    [false, true, false, true],
    [false, false, false, false],
    [false, null, false, null],
    [null, true, null, true],
    [null, false, false, null],
    [null, null, null, null],
  ])('%s and %s is %s, or is %s', (left, right, both, either) => {
    expect(ask('left and right', { left, right })).toBe(both);
    expect(ask('left or right', { left, right })).toBe(either);
  });

  it('takes whatever is no boolean for unknown', () => {
    expect(ask('1 and true')).toBeNull();
    expect(ask('"có" and false')).toBe(false);
    expect(ask('"có" or true')).toBe(true);
    expect(ask('not("có")')).toBeNull();
  });

  it('holds the laws of De Morgan, of commuting and of absorbing', () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        expect(not(and(a, b))).toBe(or(not(a), not(b)));
        expect(not(or(a, b))).toBe(and(not(a), not(b)));
        expect(and(a, b)).toBe(and(b, a));
        expect(and(a, and(b, c))).toBe(and(and(a, b), c));
        expect(or(a, and(a, b))).toBe(a);
      }),
    );
  });

  it('takes the else branch unless the condition is true', () => {
    expect(ask('if null then 1 else 2')).toBe(2);
    expect(ask('if "true" then 1 else 2')).toBe(2);
    expect(ask('if true then 1 else 2')).toBe(1);
  });

  it('gives null for an order between different types, and booleans for equality with null', () => {
    expect(ask('1 < "2"')).toBeNull();
    expect(ask('null < 1')).toBeNull();
    expect(ask('null = null')).toBe(true);
    expect(ask('1 = null')).toBe(false);
    expect(ask('1 != null')).toBe(true);
    expect(ask('1 = "1"')).toBeNull();
  });

  it('knows some and every with an unknown', () => {
    expect(ask('some x in [1, null] satisfies x > 0')).toBe(true);
    expect(ask('some x in [-1, null] satisfies x > 0')).toBeNull();
    expect(ask('every x in [1, null] satisfies x > 0')).toBeNull();
    expect(ask('every x in [-1, null] satisfies x > 0')).toBe(false);
    expect(ask('every x in [] satisfies x > 0')).toBe(true);
  });
});
