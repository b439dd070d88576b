import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ask, passes } from './testing-ask.ts';

describe('the cells of a decision table', () => {
  it.each([
    ['-', 'bất kỳ', true],
    ['"Cha"', 'Cha', true],
    ['"Cha", "Mẹ"', 'Mẹ', true],
    ['"Cha", "Mẹ"', 'Ông', false],
    ['not("Cha", "Mẹ")', 'Ông', true],
    ['not("Cha", "Mẹ")', 'Mẹ', false],
    ['< 5', 4, true],
    ['<= 5, > 10', 11, true],
    ['[1..5)', 5, false],
    ['[1..5]', 5, true],
    [']1..5[', 1, false],
    ['= 3', 3, true],
    ['!= 3', 3, false],
    ['null', null, true],
    ['null', 0, false],
    ['true', true, true],
    ['false', true, false],
    ['true', null, false],
    ['false', null, false],
    ['1 < 2', 'gì cũng được', true],
    ['1 < 2', false, false],
    ['? > 3 and ? < 6', 5, true],
    ['starts with(?, "Nguyễn")', 'Nguyễn Văn A', true],
    ['["a", "b"]', 'b', true],
    ['5', '5', null],
    ['< 5', 'x', null],
    ['not(< 5)', null, null],
  ])('%s for %j is %s', (tests, value, result) => {
    expect(passes(tests, value)).toBe(result);
  });

  it('may use other names', () => {
    expect(passes('<= giới_hạn', 7, { giới_hạn: 7 })).toBe(true);
    expect(passes('có_con', null, { có_con: true })).toBe(false);
    expect(passes('danh_sách', 'b', { danh_sách: ['a', 'b'] })).toBe(true);
  });

  it('says the same as the expression with the value in it', () => {
    const operator = fc.constantFrom('<', '<=', '>', '>=', '=', '!=');
    const number = fc.integer({ min: -5, max: 5 });
    fc.assert(
      fc.property(operator, number, number, (sign, limit, value) => {
        expect(passes(`${sign} ${limit}`, value)).toBe(ask(`x ${sign} ${limit}`, { x: value }));
      }),
    );
  });

  it('says the same as `in`, and as the `or` of its single tests', () => {
    const number = fc.integer({ min: -5, max: 5 });
    const test = fc.oneof(
      number.map(String),
      number.map((limit) => `< ${limit}`),
      fc.tuple(number, number).map(([from, length]) => `[${from}..${from + Math.abs(length)})`),
    );
    fc.assert(
      fc.property(fc.array(test, { minLength: 1, maxLength: 4 }), number, (tests, value) => {
        const all = tests.join(', ');
        const single = tests.some((one) => passes(one, value) === true);
        expect(passes(all, value)).toBe(single);
        expect(ask(`x in (${all})`, { x: value })).toBe(single);
        expect(passes(`not(${all})`, value)).toBe(!single);
      }),
    );
  });
});
