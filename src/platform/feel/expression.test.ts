import { describe, expect, it } from 'vitest';

import { ask } from './testing-ask.ts';

const household = {
  thành_viên: [
    { họ_tên: 'Nguyễn Văn An', tuổi: 40, quan_hệ: 'Chủ hộ' },
    { họ_tên: 'Trần Thị Bình', tuổi: 38, quan_hệ: 'Vợ' },
    { họ_tên: 'Nguyễn An Khang', tuổi: 9, quan_hệ: 'Con' },
  ],
};

describe('questions about a household', () => {
  it.each([
    ['thành_viên[tuổi >= 18].họ_tên', ['Nguyễn Văn An', 'Trần Thị Bình']],
    ['thành_viên[1].họ_tên', 'Nguyễn Văn An'],
    ['thành_viên[-1].họ_tên', 'Nguyễn An Khang'],
    ['thành_viên[4]', null],
    ['count(thành_viên[item.tuổi < 18])', 1],
    ['for m in thành_viên return m.tuổi + 1', [41, 39, 10]],
    ['some m in thành_viên satisfies m.tuổi < 6', false],
    ['every m in thành_viên satisfies m.họ_tên != null', true],
    ['sum(thành_viên.tuổi)', 87],
    ['max(thành_viên.tuổi)', 40],
    ['sort(thành_viên, function(a, b) a.tuổi < b.tuổi).quan_hệ', ['Con', 'Vợ', 'Chủ hộ']],
    ['list contains(thành_viên.quan_hệ, "Con")', true],
    ['thành_viên.không_có', [null, null, null]],
  ])('%s', (expression, result) => {
    expect(ask(expression, household)).toEqual(result);
  });
});

describe('expressions', () => {
  it.each([
    ['for i in 1..3 return i * i', [1, 4, 9]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['for i in [1..3) return i', [1, 2]],
    [
      'for d in @"2026-07-30"..@"2026-08-01" return string(d)',
      ['2026-07-30', '2026-07-31', '2026-08-01'],
    ],
    ['for i in 1..2, j in 1..i return i * 10 + j', [11, 21, 22]],
    ['for i in 0..4 return if i = 0 then 1 else i * partial[-1]', [1, 1, 2, 6, 24]],
    ['for i in null return i', null],
    ['{a: 1, b: a + 1, c: a + b}.c', 3],
    ['{"a b": 1}."a b"'.replace('."a b"', '.a b'), 1],
    ['[{a: 1}, {a: 2, b: 3}][b = 3].a', [2]],
    ['[1, 2, 3][item > 1]', [2, 3]],
    ['[{item: 1}, {item: 2}][item >= 2]', [{ item: 2 }]],
    ['5[1]', 5],
    ['null[1]', null],
    ['[][1]', null],
    ['(function(x, y) x + y)(1, 2)', 3],
    ['(function(x, y) x - y)(y: 1, x: 3)', 2],
    ['(function(x: number) x)("a")', null],
    ['(function(x) x)()', null],
    ['substring(string: "mã số", start position: 4)', 'số'],
    ['substring("mã số", 1, 2)', 'mã'],
    ['substring("😀abc", 2, 1)', 'a'],
    ['5 between 1 and 5', true],
    ['5 in [1..5)', false],
    ['"b" in ("a", "b")', true],
    ['3 in (< 2, > 2)', true],
    ['1 instance of number', true],
    ['[1, 2] instance of list<number>', true],
    ['[1, "a"] instance of list<number>', false],
    ['{a: 1} instance of context<a: number>', true],
    ['[1..2] instance of range<number>', true],
    ['@"P1D" instance of days and time duration', true],
    ['(function(a: string) a) instance of function<string> -> string', true],
    ['null instance of string', false],
    ['"a" + "b"', 'ab'],
    ['"a" + 1', null],
    ['[1, 2] = [1, 2]', true],
    ['{a: 1, b: 2} = {b: 2, a: 1}', true],
    ['"dòng\\n\\"hai\\" \\u0111"', 'dòng\n"hai" đ'],
    ['/* ghi chú */ 1 // hết', 1],
    ['[1..3].start + [1..3].end', 4],
    ['(> 5).start included', false],
    ['{x: 1, x: 2}', null],
    ['1(2)', null],
  ])('%s', (expression, result) => {
    expect(ask(expression)).toEqual(result);
  });
});
