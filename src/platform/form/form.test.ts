import { describe, expect, expectTypeOf, test } from 'vitest';
import { day, type Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { ask } from './ask.ts';
import { form } from './form.ts';

const label = text('Họ tên', 'Name');
const birth = form({
  childName: ask.personName({
    label: text('Họ, chữ đệm, tên của con', 'Child’s name'),
    required: true,
  }),
  bornOn: ask.date({ label: text('Ngày sinh', 'Birthday'), required: true, rule: 'not-future' }),
  sex: ask.radio(
    [
      { value: 'nam', label: text('Nam', 'Male') },
      { value: 'nu', label: text('Nữ', 'Female') },
    ],
    { label: text('Giới tính', 'Sex'), required: true },
  ),
  note: ask.textarea({ label: text('Ghi chú', 'Note') }),
  home: ask.address({ label: text('Nơi cư trú', 'Residence') }),
  papers: ask.table(
    {
      title: ask.text({ label, required: true }),
      copies: ask.integer({ label, required: true, min: 1 }),
    },
    { label: text('Giấy tờ', 'Papers') },
  ),
});

const lists: Readonly<Record<string, string>> = { provinces: '92', 'communes/92': '31135' };
const setting = {
  today: day(2026, 7, 15),
  demo: true,
  lookups: {
    options(list: string, within?: string) {
      const value = lists[within === undefined ? list : `${list}/${within}`];
      return value === undefined ? [] : [{ value, label: text(value, value) }];
    },
  },
};
const good = {
  childName: 'Nguyễn Thị Bình',
  'bornOn.day': '1',
  'bornOn.month': '7',
  'bornOn.year': '2026',
  sex: 'nu',
};

describe('a form in code', () => {
  test('gives typed answers when all is right', () => {
    const { answers, wrong } = birth.read(good, setting);
    expect(wrong).toEqual({});
    expect(answers).toEqual({ childName: 'Nguyễn Thị Bình', bornOn: '2026-07-01', sex: 'nu' });
    if (answers === undefined) throw new Error('expected answers');
    expectTypeOf(answers.bornOn).toEqualTypeOf<Day>();
    expectTypeOf(answers.sex).toEqualTypeOf<'nam' | 'nu'>();
    expectTypeOf(answers.note).toEqualTypeOf<string | undefined>();
  });

  test('names what is missing, each at the input where it belongs', () => {
    const { answers, wrong, again } = birth.read({}, setting);
    expect(answers).toBeUndefined();
    expect(again).toBe(false);
    expect(Object.keys(wrong)).toEqual(['childName', 'bornOn.day', 'sex']);
    expect(wrong['childName']?.vi).toBe('Nhập họ, chữ đệm, tên của con, ví dụ Nguyễn Thị Bình');
    expect(wrong['sex']?.vi).toBe('Chọn giới tính');
  });

  test('keeps what was typed, exactly', () => {
    const typing = { ...good, childName: '  <script>x</script> ', note: 'dòng 1\r\ndòng 2' };
    const { typed, wrong } = birth.read(typing, setting);
    expect(typed['childName']).toBe('  <script>x</script> ');
    expect(typed['note']).toBe('dòng 1\r\ndòng 2');
    expect(Object.keys(wrong)).toEqual(['childName']);
  });

  test('passes over unknown names and takes the last of several values', () => {
    const { answers, typed } = birth.read(
      { ...good, sex: ['nam', 'nu'], admin: 'yes', __proto__: 'x' },
      setting,
    );
    expect(answers?.sex).toBe('nu');
    expect(Object.keys(typed)).not.toContain('admin');
  });

  test('own words of a question come before those of its kind', () => {
    const own = form({
      code: ask.text({
        label,
        required: true,
        pattern: '^\\d+$',
        missing: text('Nhập mã', 'Enter'),
        wrong: text('Chỉ chữ số', 'Digits'),
      }),
    });
    expect(own.read({}, setting).wrong['code']?.vi).toBe('Nhập mã');
    expect(own.read({ code: 'x' }, setting).wrong['code']?.vi).toBe('Chỉ chữ số');
  });
});

describe('a record', () => {
  test('that nobody began is no answer; one that was begun is asked for whole', () => {
    expect(birth.read({ ...good, 'home.detail': ' ' }, setting).answers?.home).toBeUndefined();
    expect(birth.read({ ...good, 'home.detail': '12 Hòa Bình' }, setting).wrong).toHaveProperty([
      'home.province',
    ]);
    const whole = { 'home.province': '92', 'home.commune': '31135', 'home.detail': '12 Hòa Bình' };
    expect(birth.read({ ...good, ...whole }, setting).answers?.home).toEqual({
      province: '92',
      commune: '31135',
      detail: '12 Hòa Bình',
    });
  });

  test('a commune of another province is refused', () => {
    const { wrong } = birth.read(
      { ...good, 'home.province': '92', 'home.commune': '99999' },
      setting,
    );
    expect(wrong['home.commune']?.vi).toContain('Chọn lại');
  });
});

describe('rows of a table', () => {
  const rows = {
    'papers.0.row': '1',
    'papers.0.title': 'Bằng',
    'papers.0.copies': '2',
    'papers.7.title': 'Hộ khẩu',
    'papers.7.copies': 'x',
  };

  test('are numbered anew, and errors point at the new place', () => {
    const { typed, wrong } = birth.read({ ...good, ...rows }, setting);
    expect(typed['papers.1.title']).toBe('Hộ khẩu');
    expect(Object.keys(wrong)).toEqual(['papers.1.copies']);
  });

  test('an empty row is passed over', () => {
    const { answers } = birth.read(
      { ...good, ...rows, 'papers.7.title': '', 'papers.7.copies': ' ' },
      setting,
    );
    expect(answers?.papers).toEqual([{ title: 'Bằng', copies: 2 }]);
  });

  test('come and go by buttons, and nothing typed is lost', () => {
    const added = birth.read({ childName: 'An', ...rows, _do: 'add:papers' }, setting);
    expect(added).toMatchObject({ again: true, wrong: {} });
    expect(added.answers).toBeUndefined();
    expect(added.typed).toMatchObject({
      childName: 'An',
      'papers.2.row': '1',
      'papers.1.title': 'Hộ khẩu',
    });
    const removed = birth.read({ ...rows, _do: 'remove:papers.0' }, setting);
    expect(removed.typed['papers.0.title']).toBe('Hộ khẩu');
    expect(Object.keys(removed.typed).some((name) => name.startsWith('papers.1'))).toBe(false);
  });

  test('are limited, however many are posted', () => {
    const flood = Object.fromEntries(
      Array.from({ length: 5000 }, (_, row) => [`papers.${row}.title`, 'x']),
    );
    const { typed } = birth.read(flood, setting);
    expect(Object.keys(typed).filter((name) => name.endsWith('.title'))).toHaveLength(50);
  });
});

test('answers typed into the form are read back as the same answers', () => {
  const answers = {
    childName: 'Danh Thị Sa Rây',
    bornOn: '2026-02-03',
    sex: 'nam',
    home: { province: '92', commune: '31135' },
    papers: [{ title: 'Bằng', copies: 1250 }],
  };
  const { typed } = birth.filledWith(answers as never);
  expect(typed['papers.0.copies']).toBe('1.250');
  expect(birth.read(typed, setting).answers).toEqual(answers);
});
