import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ask } from './testing-ask.ts';
import { FeelNumber } from './number.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => new FeelNumber(`${digits}e-${places}`));

describe('numbers are exact decimals', () => {
  it.each([
    ['0.1 + 0.2 = 0.3', true],
    ['1500000 * 1.1', 1_650_000],
    ['12345678901234567890 + 1', '12345678901234567891'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['2 / 3', '0.6666666666666666666666666666666667'],
    ['1 / 0', null],
    ['10 ** 6145', null],
    ['2 ** 10', 1024],
    ['-2 ** 2', 4],
    ['.5 + 1e3', 1000.5],
  ])('%s gives %s', (expression, result) => {
    expect(ask(expression)).toBe(result);
  });

  it('rounds literals of more than 34 digits half to even', () => {
    expect(ask('1.0000000000000000000000000000000005')).toBe(1);
    expect(ask('1.0000000000000000000000000000000015')).toBe('1.000000000000000000000000000000002');
  });

  it('adds in any order, and subtracting takes back what was added', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const facts = { a, b };
        expect(ask('a + b = b + a', facts)).toBe(true);
        expect(ask('a + b - b = a', facts)).toBe(true);
        expect(ask('a * b = b * a', facts)).toBe(true);
        expect(ask('(a + b) * 2 = a * 2 + b * 2', facts)).toBe(true);
      }),
    );
  });

  it('computes whole numbers as exactly as integers of any size', () => {
    const whole = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(ask('string(a * b)', { a, b })).toBe(String(a * b));
        expect(ask('string(a + b)', { a, b })).toBe(String(a + b));
      }),
    );
  });

  it('has exactly one order between two numbers', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const orders = ['a < b', 'a = b', 'a > b'].map((one) => ask(one, { a, b }));
        expect(orders.filter((holds) => holds === true)).toHaveLength(1);
      }),
    );
  });

  it('keeps modulo on the side of the divisor', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 1, max: 1000 }), (a, b) => {
        expect(ask('modulo(a, b) >= 0 and modulo(a, b) < b', { a, b })).toBe(true);
        expect(ask('modulo(a, -b) <= 0 and modulo(a, -b) > -b', { a, b })).toBe(true);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    ['decimal(2.5, 0)', 2],
    ['decimal(3.5, 0)', 4],
    ['round half up(2.5, 0)', 3],
    ['round half up(-2.5, 0)', -3],
    ['round half down(2.5, 0)', 2],
    ['round up(1.121, 2)', 1.13],
    ['round down(-1.129, 2)', -1.12],
    ['floor(-1.5)', -2],
    ['ceiling(-1.5)', -1],
    ['floor(1.567, 1)', 1.5],
    ['round half up(12345, -3)', 12_000],
    ['round half up(500, -3)', 1000],
  ])('%s gives %s', (expression, result) => {
    expect(ask(expression)).toBe(result);
  });
});
