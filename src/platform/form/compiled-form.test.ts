import { describe, expect, test } from 'vitest';
import { fromFeel } from '#/platform/feel/index.ts';
import { day } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import { compileForm } from './compiled-form.ts';

const t = (vi: string): Text => text(vi, vi);
const yesNo = [
  { value: 'Có', label: t('Có') },
  { value: 'Không', label: t('Không') },
];
const json = {
  title: t('Đăng ký khai sinh'),
  pages: [
    {
      id: 'con',
      title: t('Cháu bé'),
      questions: [
        { name: 'con_ho_ten', kind: 'person-name', label: t('Họ tên cháu'), required: true },
        {
          name: 'con_ngay_sinh',
          kind: 'date',
          label: t('Ngày sinh'),
          required: true,
          rule: 'not-future',
        },
        {
          name: 'co_me',
          kind: 'radio',
          label: t('Có thông tin người mẹ?'),
          options: yesNo,
          required: true,
          default: 'Có',
        },
        { name: 'ly_do', kind: 'text', label: t('Lý do'), when: 'co_me = "Không"', required: true },
        { name: 'dung_han', kind: 'computed', label: t('Trong 60 ngày') },
      ],
    },
    {
      id: 'me',
      title: t('Người mẹ'),
      when: 'co_me = "Có"',
      questions: [
        { name: 'me_ho_ten', kind: 'person-name', label: t('Họ tên mẹ'), required: true },
        {
          name: 'me_ngay_sinh',
          kind: 'partial-date',
          label: t('Ngày sinh mẹ'),
          required: 'con_ngay_sinh != null',
        },
      ],
    },
    {
      id: 'ban-sao',
      title: t('Bản sao'),
      questions: [
        { name: 'so_dien_thoai', kind: 'phone', label: t('Điện thoại'), prefill: 'profile.phone' },
        {
          name: 'ban_sao',
          kind: 'table',
          label: t('Bản sao'),
          columns: [
            {
              name: 'loai',
              kind: 'radio',
              label: t('Loại'),
              options: [...yesNo, { value: 'Khác', label: t('Khác') }],
              required: true,
            },
            {
              name: 'ghi_ro',
              kind: 'text',
              label: t('Ghi rõ'),
              when: 'loai = "Khác" and co_me = "Có"',
              required: true,
            },
            {
              name: 'so_luong',
              kind: 'integer',
              label: t('Số lượng'),
              min: 1,
              max: 50,
              required: true,
            },
          ],
        },
      ],
    },
  ],
  computed: {
    dung_han: 'submittedOn <= con_ngay_sinh + duration("P60D")',
    tong_ban: 'sum(for dong in ban_sao return dong.so_luong)',
  },
  checks: [
    {
      wrong: 'con_ngay_sinh.year <= me_ngay_sinh.year',
      at: 'me_ngay_sinh',
      words: t('Mẹ phải sinh trước con'),
    },
    { wrong: 'tong_ban > 10', at: 'ban_sao', words: t('Nhiều bản quá'), severity: 'warning' },
  ],
};
const form = compileForm(json, { options: () => [] });
const on = { today: day(2026, 7, 15), demo: true };
const child = {
  con_ho_ten: 'Lê An',
  'con_ngay_sinh.day': '1',
  'con_ngay_sinh.month': '7',
  'con_ngay_sinh.year': '2026',
  co_me: 'Có',
  _asked: 'con_ho_ten con_ngay_sinh co_me dung_han',
};
const answers = {
  con_ho_ten: 'Lê An',
  con_ngay_sinh: '2026-07-01',
  co_me: 'Có',
  me_ho_ten: 'Lê Thị Bình',
  me_ngay_sinh: { year: 1999 },
};

describe('pages and questions apply by their conditions', () => {
  test('the page of the mother is asked only when she is known', () => {
    expect(form.pagesInOrder(answers, on).map(({ id }) => id)).toEqual(['con', 'me', 'ban-sao']);
    const without = { ...answers, co_me: 'Không' };
    expect(form.pagesInOrder(without, on).map(({ id }) => id)).toEqual(['con', 'ban-sao']);
    expect(form.nextPage('con', without, on)?.id).toBe('ban-sao');
    expect(form.nextPage('me', without, on)?.id).toBe('ban-sao');
    expect(form.nextPage('ban-sao', without, on)).toBeUndefined();
    expect(form.nextPage(undefined, {}, on)?.id).toBe('con');
  });

  test('answers to what is no longer asked are dropped', () => {
    expect(form.prune({ ...answers, co_me: 'Không', ly_do: 'x', la: 1 }, on)).toEqual({
      con_ho_ten: 'Lê An',
      con_ngay_sinh: '2026-07-01',
      co_me: 'Không',
      ly_do: 'x',
    });
  });

  test('a condition may decide whether an answer is required', () => {
    const [, mother] = form.pagesInOrder(answers, on);
    expect(mother?.questions.map(({ required }) => required)).toEqual([true, true]);
    const { con_ngay_sinh: _, ...undated } = answers;
    expect(form.pagesInOrder(undated, on)[1]?.questions[1]?.required).toBe(false);
  });
});

describe('a page that is posted', () => {
  test('comes back with all answers when it is right', () => {
    const reading = form.readPage('con', child, { me_ho_ten: 'Lê Thị Bình' }, on);
    expect(reading.wrong).toEqual({});
    expect(reading.answers).toEqual({
      con_ho_ten: 'Lê An',
      con_ngay_sinh: '2026-07-01',
      co_me: 'Có',
      me_ho_ten: 'Lê Thị Bình',
    });
    expect(reading.typed['dung_han']).toBe('true');
  });

  test('leaves the answers of pages that just do not apply in the draft', () => {
    const body = {
      ...child,
      co_me: 'Không',
      _asked: `${child._asked} ly_do`,
      ly_do: 'Không rõ mẹ',
    };
    const reading = form.readPage('con', body, answers, on);
    expect(reading.answers).toMatchObject({ co_me: 'Không', me_ho_ten: 'Lê Thị Bình' });
    expect(form.prune(reading.answers ?? {}, on)).not.toHaveProperty('me_ho_ten');
  });

  test('comes again, without reproach, when an answer brings up a question that was not in sight', () => {
    const reading = form.readPage('con', { ...child, co_me: 'Không' }, {}, on);
    expect(reading).toMatchObject({ again: true, wrong: {} });
    expect(reading.answers).toBeUndefined();
    const second = form.readPage(
      'con',
      { ...child, co_me: 'Không', _asked: `${child._asked} ly_do` },
      {},
      on,
    );
    expect(Object.keys(second.wrong)).toEqual(['ly_do']);
  });

  test('keeps what is right of it, for the draft', () => {
    const reading = form.readPage('con', { ...child, con_ho_ten: '???' }, answers, on);
    expect(Object.keys(reading.wrong)).toEqual(['con_ho_ten']);
    expect(reading.kept).toMatchObject({ con_ngay_sinh: '2026-07-01', me_ho_ten: 'Lê Thị Bình' });
    expect(reading.kept).not.toHaveProperty('con_ho_ten');
  });

  test('is checked across questions, at the field that the check names', () => {
    const body = { me_ho_ten: 'Lê Thị Bình', 'me_ngay_sinh.year': '2026' };
    const reading = form.readPage('me', body, answers, on);
    expect(reading.wrong['me_ngay_sinh.day']?.vi).toBe('Mẹ phải sinh trước con');
  });

  test('a condition of a column sees its row and the form', () => {
    const rows = {
      'ban_sao.0.loai': 'Khác',
      'ban_sao.0.so_luong': '2',
      'ban_sao.1.loai': 'Có',
      'ban_sao.1.so_luong': '20',
    };
    const reading = form.readPage('ban-sao', rows, answers, on);
    expect(Object.keys(reading.wrong)).toEqual(['ban_sao.0.ghi_ro']);
    const right = form.readPage(
      'ban-sao',
      { ...rows, 'ban_sao.0.ghi_ro': 'Trích lục' },
      answers,
      on,
    );
    expect(right.answers?.['ban_sao']).toEqual([
      { loai: 'Khác', ghi_ro: 'Trích lục', so_luong: 2 },
      { loai: 'Có', so_luong: 20 },
    ]);
    expect(right.warnings).toMatchObject([{ page: 'ban-sao', words: { vi: 'Nhiều bản quá' } }]);
  });

  test('a page that does not exist changes nothing', () => {
    expect(form.readPage('khong-co', { a: 'b' }, answers, on).answers).toEqual(answers);
  });
});

describe('the whole form', () => {
  test('names every problem with its page', () => {
    expect(form.problems(answers, on)).toEqual([]);
    expect(form.isComplete(answers, on)).toBe(true);
    expect(form.problems({ ...answers, con_ho_ten: undefined }, on)).toMatchObject([
      { page: 'con', name: 'con_ho_ten' },
    ]);
    expect(form.problems({ ...answers, con_ngay_sinh: '2026-08-01' }, on)).toMatchObject([
      { name: 'con_ngay_sinh.day' },
    ]);
  });

  test('is filled from the profile and the defaults, but not with what it would refuse', () => {
    expect(form.prefill({ phone: '+84912345678' }, on)).toEqual({
      so_dien_thoai: '+84912345678',
      co_me: 'Có',
    });
    expect(form.prefill({ phone: '113' }, on)).toEqual({ co_me: 'Có' });
  });

  test('is told in words, page by page', () => {
    const sections = form.describe(
      { ...answers, ban_sao: [{ loai: 'Có', so_luong: 1200 }] },
      'vi',
      on,
    );
    expect(sections.map(({ title }) => title)).toEqual(['Cháu bé', 'Người mẹ', 'Bản sao']);
    expect(sections[0]?.rows.at(-1)).toEqual({
      name: 'dung_han',
      label: 'Trong 60 ngày',
      value: 'Có',
    });
    expect(sections[1]?.rows[1]?.value).toBe('1999');
    expect(sections[2]?.rows[0]?.value).toBe('');
    expect(sections[2]?.rows[1]?.table?.rows).toEqual([['Có', '', '1.200']]);
  });

  test('gives its answers and computed values to FEEL', () => {
    const feel = form.toFeel(answers, on);
    expect(fromFeel(feel['con_ngay_sinh'] ?? null)).toBe('2026-07-01');
    expect(fromFeel(feel['dung_han'] ?? null)).toBe(true);
    expect(form.computed(answers, on)).toEqual({ dung_han: true, tong_ban: null });
  });
});

describe('answers by the API are checked by the same definition', () => {
  test('right ones pass', () => {
    expect(form.readSubmission(answers, on)).toEqual({ answers });
  });

  test.each([
    ['an unknown answer', { ...answers, la: 1 }, 'la', 'không có câu hỏi này'],
    ['a hidden answer', { ...answers, ly_do: 'x' }, 'ly_do', 'không được hỏi'],
    [
      'a wrong shape',
      { ...answers, me_ngay_sinh: { year: '1999' } },
      'me_ngay_sinh.year',
      'Sai dạng',
    ],
    [
      'a missing answer',
      { con_ho_ten: 'Lê An', co_me: 'Không', ly_do: 'x' },
      'con_ngay_sinh',
      'Thiếu',
    ],
    ['what only readers know', { ...answers, con_ho_ten: 'A1' }, 'con_ho_ten', 'chữ số'],
    [
      'a day in the future',
      { ...answers, con_ngay_sinh: '2026-08-01' },
      'con_ngay_sinh.day',
      'sau hôm nay',
    ],
    ['what is no record at all', 'x', '', 'Sai dạng'],
  ])('%s is refused', (_, sent, place, words) => {
    const outcome = form.readSubmission(sent, on);
    expect('wrong' in outcome && outcome.wrong[place]?.vi).toContain(words);
  });

  test('the schema is JSON Schema 2020-12 and closed', () => {
    expect(form.schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['con_ho_ten', 'con_ngay_sinh', 'co_me'],
      additionalProperties: false,
    });
  });
});
