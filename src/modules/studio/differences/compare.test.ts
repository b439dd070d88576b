import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Artefacts, CatalogueFacts, Example } from '#/modules/procedure/index.ts';
import type { EditableForm } from '../editable.ts';
import { writeJson } from '../text/write-json.ts';
import { compareArtefacts } from './compare.ts';
import { compareLines } from './compare-lines.ts';

const read = (file: string) => readFileSync(`procedures/dang-ky-khai-sinh/${file}`, 'utf8');
const base: Artefacts = {
  'procedure.json': read('procedure.json'),
  'form.json': read('form.json'),
  'process.bpmn': read('process.bpmn'),
  'rules.dmn': read('rules.dmn'),
  'result.typ': read('result.typ'),
  'examples.json': read('examples.json'),
};

function told(change: Partial<Artefacts>): string[] {
  return compareArtefacts(base, { ...base, ...change }, 'vi').flatMap(({ title, list }) =>
    list.map(({ place, was = '∅', now = '∅' }) => `${title.vi} | ${place} | ${was} | ${now}`),
  );
}

function edited<T>(file: keyof Artefacts, change: (value: T) => T): Partial<Artefacts> {
  return { [file]: writeJson(change(JSON.parse(base[file]) as T)) };
}

test('a text that is only written otherwise does not differ', () => {
  expect(told({})).toEqual([]);
  expect(told({ 'form.json': JSON.stringify(JSON.parse(base['form.json'])) })).toEqual([]);
});

test('facts differ by their labels', () => {
  const change = edited<CatalogueFacts>('procedure.json', (facts) => ({
    ...facts,
    sets: 2,
    effectiveFrom: '2026-09-01' as never,
  }));
  expect(told(change)).toEqual([
    'Thông tin công bố | Số bộ hồ sơ | 1 | 2',
    'Thông tin công bố | Có hiệu lực từ ngày | 01/07/2025 | 01/09/2026',
  ]);
});

test('papers come, go and are needed otherwise', () => {
  const change = edited<CatalogueFacts>('procedure.json', ({ papers, ...facts }) => ({
    ...facts,
    papers: [{ ...papers[0]!, when: 'channel = "DIRECT"' }, ...papers.slice(2)],
  }));
  expect(told(change)).toEqual([
    'Giấy tờ | Tờ khai đăng ký khai sinh: khi nào cần | “Cách nộp” là “Trực tiếp” hoặc “Cách nộp” là “Bưu chính” | “Cách nộp” là “Trực tiếp”',
    'Giấy tờ | Mẫu hộ tịch điện tử tương tác đăng ký khai sinh | Mẫu hộ tịch điện tử tương tác đăng ký khai sinh (“Cách nộp” là “Trực tuyến”) | ∅',
  ]);
});

test('a question that is asked otherwise, and one that is gone', () => {
  const change = edited<EditableForm>('form.json', (form) => ({
    ...form,
    pages: form.pages.with(0, {
      ...form.pages[0]!,
      questions: [{ ...form.pages[0]!.questions[0]!, required: 'submittedOn != null' }],
    }),
  }));
  expect(told(change)).toEqual([
    'Tờ khai | Quan hệ của bạn với người được khai sinh: bắt buộc | có | “submittedOn” đã được trả lời',
    expect.stringMatching(/^Tờ khai \| Bạn làm thay theo ủy quyền của người khác\? \| .* \| ∅$/),
  ]);
});

test('a fee differs by its row and column', () => {
  const change = {
    'rules.dmn': base['rules.dmn'].replace(/(id="fees_5_out2"><text>)8000/, '$110000'),
  };
  expect(told(change)).toEqual(['Quy tắc | Phí, lệ phí, dòng 5, → Số tiền (đồng) | 8000 | 10000']);
});

test('hours and order of steps differ by their names', () => {
  const change = {
    'process.bpmn': base['process.bpmn'].replace('cqs:hours="5"', 'cqs:hours="6.5"'),
  };
  expect(told(change)).toEqual([
    expect.stringMatching(/^Quy trình \| Bước “Thẩm tra.*”: giờ làm việc \| 5 \| 6,5$/),
  ]);
});

test('examples and lines of the template come and go', () => {
  const change = {
    ...edited<Example[]>('examples.json', (examples) => examples.slice(1)),
    'result.typ': base['result.typ'].replace(
      '#section("Người mẹ")',
      '#section("Mẹ")\n#section("Thêm")',
    ),
  };
  expect(told(change)).toEqual([
    'Mẫu kết quả | Dòng 31 | #section("Người mẹ") | #section("Mẹ")\n#section("Thêm")',
    expect.stringMatching(/^Ví dụ \| Ví dụ \| Khai sinh trong 60 ngày/),
  ]);
});

test('a part that was broken by hand is compared by its lines', () => {
  expect(told({ 'rules.dmn': base['rules.dmn'].replace('</definitions>', '') })[0]).toMatch(
    /^Quy tắc \| Văn bản rules\.dmn, Dòng/,
  );
});

test('equal lines are never told as different', () => {
  expect(compareLines('a\nb\nc', 'a\nx\nc', 'vi')).toEqual([
    { place: 'Dòng 2', was: 'b', now: 'x' },
  ]);
});
