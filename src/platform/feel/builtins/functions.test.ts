import { describe, expect, it } from 'vitest';

import { ask } from '../testing-ask.ts';

describe('functions of texts', () => {
  it.each([
    ['upper case("đường")', 'ĐƯỜNG'],
    ['lower case("HỒ SƠ")', 'hồ sơ'],
    ['string length("hồ sơ")', 5],
    ['substring before("a@b", "@")', 'a'],
    ['substring after("a@b", "@")', 'b'],
    ['contains("Phường An Bình", "An")', true],
    ['starts with("079", "0")', true],
    ['ends with("079", "9")', true],
    ['string join(["a", null, "b"], ", ")', 'a, b'],
    ['string join(["a", 1])', null],
    ['split("a;b;;c", ";")', ['a', 'b', '', 'c']],
    ['replace("0123456789", "(\\d{3})(\\d{3})(\\d{4})", "($1) $2-$3")', '(012) 345-6789'],
    ['replace("abc", "b*", "x")', null],
    ['replace("a$", "\\$", "\\$1")', 'a$1'],
    ['matches("0912345678", "^\\d{10}$")', true],
    ['matches("a", "[")', null],
    ['number("1.500.000,5", ".", ",")', 1_500_000.5],
    ['number("một")', null],
    ['string(1.50)', '1.5'],
    ['string([1, "a", {b: null}])', '[1, "a", {b: null}]'],
    ['string(null)', null],
  ])('%s', (expression, result) => {
    expect(ask(expression)).toEqual(result);
  });
});

describe('functions of lists and contexts', () => {
  it.each([
    ['count([])', 0],
    ['sum([])', null],
    ['sum(1, 2.5)', 3.5],
    ['min([3, 1, 2])', 1],
    ['max("a", "c", "b")', 'c'],
    ['min([1, "a"])', null],
    ['mean([1, 2, 6])', 3],
    ['median([8, 2, 5, 3])', 4],
    ['mode([6, 3, 9, 6, 6])', [6]],
    ['mode([3, 1, 1, 3])', [1, 3]],
    ['stddev([2, 4, 7, 5])', '2.081665999466132735282297706979931'],
    ['product([2, 3, 4])', 24],
    ['all([true, null])', null],
    ['all([])', true],
    ['any([false, true, null])', true],
    ['sublist([1, 2, 3], 2)', [2, 3]],
    ['sublist([1, 2, 3], -2, 1)', [2]],
    ['sublist([1, 2, 3], 4)', null],
    ['append([1], 2, 3)', [1, 2, 3]],
    ['concatenate([1], [2], [3])', [1, 2, 3]],
    ['insert before([1, 3], 2, 2)', [1, 2, 3]],
    ['remove([1, 2, 3], 2)', [1, 3]],
    ['reverse([1, 2, 3])', [3, 2, 1]],
    ['index of([1, 2, 1], 1)', [1, 3]],
    ['union([1, 2], [2, 3])', [1, 2, 3]],
    ['distinct values([1, 1.0, "1", null, null])', [1, '1', null]],
    ['flatten([[1, [2]], 3])', [1, 2, 3]],
    ['list replace([1, 2, 3], 2, 9)', [1, 9, 3]],
    ['list replace([1, 2, 3], function(item, newItem) item > 1, 0)', [1, 0, 0]],
    ['sort([3, 1, 2])', [1, 2, 3]],
    ['get value({a: 1}, "a")', 1],
    ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
    ['context([{key: "a", value: 1}])', { a: 1 }],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', null],
    ['context put({a: 1}, "b", 2)', { a: 1, b: 2 }],
    ['context put({a: {b: 1}}, ["a", "b"], 2)', { a: { b: 2 } }],
    ['context merge([{a: 1}, {a: 2, b: 3}])', { a: 2, b: 3 }],
    ['odd(3) and even(4)', true],
    ['modulo(-12, 5)', 3],
    ['sqrt(16)', 4],
    ['is(@"10:00:00Z", @"10:00:00+00:00")', true],
    ['is(@"10:00:00Z", @"11:00:00+01:00")', false],
    ['upper case("a", "b")', null],
    ['upper case(1)', null],
    ['upper case(["a"])', 'A'],
  ])('%s', (expression, result) => {
    expect(ask(expression)).toEqual(result);
  });

  it('never changes the list or context that it was given', () => {
    const facts = { l: [3, 1, 2], c: { a: { b: 1 } } };
    expect(ask('[sort(l), reverse(l), append(l, 4), remove(l, 1), l][-1]', facts)).toEqual([
      3, 1, 2,
    ]);
    expect(ask('[context put(c, ["a", "b"], 2), c][-1]', facts)).toEqual({ a: { b: 1 } });
  });
});
