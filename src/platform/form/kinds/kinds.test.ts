import { describe, expect, test } from 'vitest';
import { day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import type { Kind, Question } from '../question.ts';
import { leaves } from './leaves.ts';
import type { Field, Read } from './leaf.ts';

const setting = {
  today: day(2026, 7, 15),
  demo: true,
  lookups: {
    options: (list: string, within?: string) =>
      list === 'communes' && within === '92'
        ? [{ value: '31135', label: text('Phường Ninh Kiều', 'Ninh Kieu') }]
        : [],
  },
};

function field(kind: Kind, more: Partial<Question> = {}, within?: string): Field {
  return {
    question: { name: 'x', kind, label: text('Ngày sinh', 'Birthday'), ...more },
    setting,
    within,
  };
}

function read(kind: Kind, typed: readonly string[], more: Partial<Question> = {}): Read {
  return leaves[kind]!.read(typed, field(kind, more));
}

describe('a number is read as Vietnamese write it', () => {
  test.each([
    ['integer', '1.250.000', 1_250_000],
    ['integer', ' 1 250 000 ', 1_250_000],
    ['integer', '1250', 1250],
    ['integer', '007', 7],
    ['integer', '１２', 12],
    ['decimal', '1,5', 1.5],
    ['decimal', '1.5', 1.5],
    ['decimal', '1.250,75', 1250.75],
    ['decimal', '1.250', 1250],
    ['decimal', '0.500', 0.5],
    ['decimal', '12.3456', 12.3456],
    ['money', '1.250.000 đ', 1_250_000],
    ['money', '1.250.000 đồng', 1_250_000],
    ['money', '5000 VND', 5000],
  ] as const)('%s %s', (kind, typed, answer) => {
    expect(read(kind, [typed])).toEqual({ answer });
  });

  test('a dot is a decimal point where thousands cannot be meant', () => {
    expect(read('decimal', ['105.788'], { min: 100, max: 120 })).toEqual({ answer: 105.788 });
  });

  test.each([
    ['integer', '1,5'],
    ['integer', 'hai'],
    ['integer', '1e3'],
    ['integer', '12.34'],
    ['integer', '-3'],
    ['integer', '9999999999999999'],
    ['decimal', '1,250,000'],
    ['decimal', 'NaN'],
    ['decimal', '∞'],
    ['money', '1.250,5'],
    ['money', 'đ'],
  ] as const)('%s “%s” is refused with an example', (kind, typed) => {
    const outcome = read(kind, [typed]);
    expect(outcome).toHaveProperty('wrong');
  });

  test('limits are named in the words', () => {
    const outcome = read('integer', ['51'], { min: 1, max: 50 });
    expect('wrong' in outcome && outcome.wrong.vi).toContain('từ 1 đến 50');
    expect(read('integer', ['-5'], { min: -50 })).toEqual({ answer: -5 });
  });
});

describe('a day is read from three boxes', () => {
  test.each([
    [['27', '3', '2026'], '2026-03-27'],
    [['07', '03', '2026'], '2026-03-07'],
    [[' 29 ', '2', '2024'], '2024-02-29'],
    [['27/3/2026', '', ''], '2026-03-27'],
    [['2026-03-27', '', ''], '2026-03-27'],
  ])('%j', (typed, answer) => {
    expect(read('date', typed)).toEqual({ answer });
  });

  test.each([
    [['31', '2', '2026'], 'day', 'tháng 2 năm 2026 không có ngày 31'],
    [['1', '13', '2026'], 'month', 'tháng từ 1 đến 12'],
    [['1', '1', '26'], 'year', '4 chữ số'],
    [['1', '', '2026'], 'month', 'còn thiếu tháng'],
    [['', '3', '2026'], 'day', 'còn thiếu ngày'],
    [['a', '3', '2026'], 'day', '1 hoặc 2 chữ số'],
    [['1', '1', '9999'], 'year', '4 chữ số'],
  ])('%j is refused at the box %s', (typed, box, words) => {
    const outcome = read('date', typed);
    expect(outcome).toMatchObject({ box });
    expect('wrong' in outcome && outcome.wrong.vi).toContain(words);
  });

  test.each([
    ['not-future', ['16', '7', '2026'], 'không được sau hôm nay (15/07/2026)'],
    ['not-past', ['14', '7', '2026'], 'không được trước hôm nay'],
    ['adult', ['16', '7', '2008'], 'đủ 18 tuổi'],
  ] as const)('the rule %s holds', (rule, typed, words) => {
    const outcome = read('date', typed, { rule });
    expect('wrong' in outcome && outcome.wrong.vi).toContain(words);
  });

  test('earliest and latest day hold', () => {
    const limits = { min: '2026-01-01', max: '2026-12-31' };
    expect(read('date', ['31', '12', '2025'], limits)).toHaveProperty('wrong');
    expect(read('date', ['1', '1', '2027'], limits)).toHaveProperty('wrong');
    expect(read('date', ['1', '1', '2026'], limits)).toEqual({ answer: '2026-01-01' });
  });
});

describe('a day may be known in part', () => {
  test.each([
    [['', '', '1956'], { year: 1956 }],
    [['1956', '', ''], { year: 1956 }],
    [['', '3', '1956'], { year: 1956, month: 3 }],
    [['27', '3', '1956'], { year: 1956, month: 3, day: 27 }],
  ])('%j', (typed, answer) => {
    expect(read('partial-date', typed)).toEqual({ answer });
  });

  test('a day without its month, or no year, is refused', () => {
    expect(read('partial-date', ['27', '', '1956'])).toMatchObject({ box: 'month' });
    expect(read('partial-date', ['27', '3', ''])).toMatchObject({ box: 'year' });
  });

  test('a year that has only begun is not in the future', () => {
    expect(read('partial-date', ['', '', '2026'], { rule: 'not-future' })).toEqual({
      answer: { year: 2026 },
    });
    expect(read('partial-date', ['', '8', '2026'], { rule: 'not-future' })).toHaveProperty('wrong');
  });
});

describe('a time of day', () => {
  test.each(['14:30', '14h30', '14 giờ 30', '14 giờ 30 phút', '14G30'])('%s', (time) => {
    expect(read('datetime', ['27', '3', '2026', time])).toEqual({ answer: '2026-03-27T14:30' });
  });

  test('a time without a day, a day without a time and a time that is none are refused', () => {
    expect(read('datetime', ['', '', '', '14:30'])).toMatchObject({ box: 'day' });
    expect(read('datetime', ['27', '3', '2026', ''])).toMatchObject({ box: 'time' });
    expect(read('datetime', ['27', '3', '2026', '25:00'])).toMatchObject({ box: 'time' });
    expect(read('datetime', ['', '', '', ''])).toEqual({ blank: true });
  });
});

describe('text', () => {
  test('is put into one Unicode form, with single spaces', () => {
    expect(read('text', ['  Nguye\u0302\u0303n\u00a0 Thi\u0323\u200b '])).toEqual({
      answer: 'Nguyễn Thị',
    });
  });

  test.each(['a\u202eb', 'a\u0000b', 'a\u2066b', 'a\ud800b', 'a\u0007'])(
    '%j hides something and is refused',
    (typed) => {
      expect(read('text', [typed])).toHaveProperty('wrong');
      expect(read('textarea', [typed])).toHaveProperty('wrong');
    },
  );

  test('keeps emoji and lines where lines are asked for', () => {
    expect(read('text', ['Cảm ơn 👨‍👩‍👧'])).toEqual({ answer: 'Cảm ơn 👨‍👩‍👧' });
    expect(read('textarea', ['một \r\n hai\n\nba'])).toEqual({ answer: 'một\nhai\n\nba' });
    expect(read('text', ['một\nhai'])).toEqual({ answer: 'một hai' });
  });

  test('has a limit, and the words name both numbers', () => {
    const outcome = read('text', ['a'.repeat(10_000)]);
    expect('wrong' in outcome && outcome.wrong.vi).toContain('10000 ký tự, tối đa 250');
    expect(read('textarea', ['a'.repeat(4000)])).toHaveProperty('answer');
  });

  test('fits its pattern', () => {
    expect(read('text', ['AB'], { pattern: '^\\d+$' })).toHaveProperty('wrong');
    expect(read('text', ['12'], { pattern: '^\\d+$' })).toEqual({ answer: '12' });
  });
});

describe('choices and ticks', () => {
  const options = [{ value: 'nam', label: text('Nam', 'Male') }];

  test('only what is offered can be chosen', () => {
    expect(read('radio', ['nam'], { options })).toEqual({ answer: 'nam' });
    expect(read('radio', ['khac'], { options })).toHaveProperty('wrong');
    expect(read('radio', [''], { options })).toEqual({ blank: true });
  });

  test('a list may lie within an answer', () => {
    const more = { optionsFrom: 'communes' };
    expect(leaves.select!.read(['31135'], field('select', more, '92'))).toEqual({
      answer: '31135',
    });
    expect(leaves.select!.read(['31135'], field('select', more, '91'))).toHaveProperty('wrong');
    expect(leaves.select!.tell('31135', 'vi', field('select', more, '92'))).toBe(
      'Phường Ninh Kiều',
    );
  });

  test('an empty box is a no, unless a tick is required', () => {
    expect(read('checkbox', [''])).toEqual({ answer: false });
    expect(read('checkbox', ['yes'])).toEqual({ answer: true });
    expect(read('consent', [''], { required: true })).toEqual({ blank: true });
  });
});

describe('values of persons', () => {
  test.each([
    ['person-name', 'nguyễn   thị bình', 'nguyễn thị bình'],
    ['personal-id', '000 196 000 001', '000196000001'],
    ['phone', '0912 345 678', '+84912345678'],
    ['email', ' Binh@EXAMPLE.vn ', 'Binh@example.vn'],
    ['vsic-code', '47.11', '4711'],
  ] as const)('%s “%s”', (kind, typed, answer) => {
    expect(read(kind, [typed])).toEqual({ answer });
  });

  test.each([
    ['person-name', 'Nguyễn 2'],
    ['personal-id', '12345'],
    ['phone', '113'],
    ['email', 'binh'],
    ['tax-code', '123'],
    ['vsic-code', '47'],
  ] as const)('%s “%s” is refused in words', (kind, typed) => {
    const outcome = read(kind, [typed]);
    expect('wrong' in outcome && outcome.wrong.vi.length).toBeGreaterThan(10);
  });
});
