import { expect, test } from 'vitest';
import { text } from '#/values/text.ts';
import { conditionOf, readTyped, typeCondition, type ReadCondition } from './condition-form.ts';
import { subjectsOf, type Subject } from './subject.ts';
import { tellCondition } from './tell.ts';

const subjects: readonly Subject[] = subjectsOf([
  {
    name: 'truong_hop',
    kind: 'radio',
    label: text('Trường hợp', 'Case'),
    options: ['Có cha mẹ', 'Bị bỏ rơi'].map((value) => ({ value, label: text(value, value) })),
  },
  { name: 'so_con', kind: 'integer', label: text('Số con', 'Children') },
  { name: 'ngay_sinh', kind: 'date', label: text('Ngày sinh', 'Born') },
  { name: 'ghi_chu', kind: 'text', label: text('Ghi chú', 'Note') },
]);
const scope = { subjects, names: ['truong_hop', 'so_con', 'ngay_sinh', 'ghi_chu', 'submittedOn'] };

function meant(fields: Readonly<Record<string, string | string[]>>): ReadCondition {
  const body = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`when.${name}`, value]),
  );
  return conditionOf(readTyped(body, 'when', undefined), 'when', scope);
}

test.each([
  [
    { '0.subject': 'truong_hop', '0.relation': 'is', '0.value': 'Bị bỏ rơi' },
    'truong_hop = "Bị bỏ rơi"',
  ],
  [{ '0.subject': 'so_con', '0.relation': 'at-least', '0.value': '1.000' }, 'so_con >= 1000'],
  [
    { '0.subject': 'ngay_sinh', '0.relation': 'less', '0.value': '1/7/2025' },
    'ngay_sinh < date("2025-07-01")',
  ],
  [
    { '0.subject': 'ngay_sinh', '0.relation': 'under-age', '0.value': '18' },
    'ngay_sinh + duration("P18Y") > submittedOn',
  ],
  [{ '0.subject': 'ghi_chu', '0.relation': 'answered', '0.value': '' }, 'ghi_chu != null'],
  [{ '0.subject': 'ghi_chu', '0.relation': 'is', '0.value': '12' }, 'ghi_chu = "12"'],
  [
    { '0.subject': 'truong_hop', '0.relation': 'one-of', '0.value': ['Có cha mẹ', 'Bị bỏ rơi'] },
    'list contains(["Có cha mẹ", "Bị bỏ rơi"], truong_hop)',
  ],
])('%j becomes %s', (fields, feel) => {
  expect(meant({ mode: 'and', ...fields })).toEqual({ feel });
});

test('several clauses hold together, or any of them', () => {
  const fields = {
    '0.subject': 'so_con',
    '0.relation': 'more',
    '0.value': '1',
    '1.subject': 'ghi_chu',
    '1.relation': 'unanswered',
  };
  expect(meant({ mode: 'or', ...fields })).toEqual({ feel: 'so_con > 1 or ghi_chu = null' });
});

test.each([
  ['no question', { '0.subject': '', '0.relation': 'is', '0.value': '1' }, 'when.0.subject'],
  ['no value', { '0.subject': 'so_con', '0.relation': 'is', '0.value': ' ' }, 'when.0.value'],
  ['no number', { '0.subject': 'so_con', '0.relation': 'is', '0.value': 'hai' }, 'when.0.value'],
  [
    'no day',
    { '0.subject': 'ngay_sinh', '0.relation': 'is', '0.value': '31/02/2026' },
    'when.0.value',
  ],
  [
    'no answer of the question',
    { '0.subject': 'truong_hop', '0.relation': 'is', '0.value': 'Khác' },
    'when.0.value',
  ],
])('says at which box it is wrong: %s', (_what, fields, at) => {
  const read = meant({ mode: 'and', ...fields });
  expect('wrong' in read && Object.keys(read.wrong)).toEqual([at]);
});

test('FEEL that does not compile is refused with its place', () => {
  const read = meant({ mode: 'feel', feel: 'so_con >\n ) 1' });
  expect('wrong' in read && read.wrong['when.feel']?.vi).toMatch(/^Dòng 2, cột 2/);
  expect(meant({ mode: 'feel', feel: 'khong_co > 1' })).toHaveProperty('wrong');
});

test('what was not touched is not changed, not even in its spaces', () => {
  for (const feel of ['so_con>1', 'truong_hop  = "Lạ"', 'ghi_chu = 12', 'a = 1 and (b or c)']) {
    expect(conditionOf(typeCondition(feel), 'when', scope, feel)).toEqual({ feel });
  }
});

test('a condition is told in words, with the labels of questions and answers', () => {
  expect(tellCondition('truong_hop = "Bị bỏ rơi" and so_con >= 2', subjects, 'vi')).toBe(
    '“Trường hợp” là “Bị bỏ rơi” và “Số con” từ 2 trở lên',
  );
  expect(tellCondition('a > b', subjects, 'vi')).toBe('a > b');
});

test('buttons add and take away clauses without losing the others', () => {
  const body = {
    'when.mode': 'and',
    'when.0.subject': 'so_con',
    'when.0.relation': 'is',
    'when.0.value': '1',
    'when.1.subject': 'ghi_chu',
    'when.1.relation': 'answered',
  };
  expect(readTyped(body, 'when', 'add:when').clauses.map(({ subject }) => subject)).toEqual([
    'so_con',
    'ghi_chu',
    '',
  ]);
  expect(readTyped(body, 'when', 'remove:when.0').clauses.map(({ subject }) => subject)).toEqual([
    'ghi_chu',
  ]);
});
