import { describe, expect, test } from 'vitest';
import { day } from '#/values/day.ts';
import { text, type Text } from '#/values/text.ts';
import { compileForm } from './compiled-form.ts';

const t = (vi: string): Text => text(vi, vi);
const isMother = 'quan_he = "Mẹ"';
const form = compileForm(
  {
    title: t('Đăng ký khai sinh'),
    pages: [
      {
        id: 'ban',
        title: t('Bạn'),
        questions: [
          {
            name: 'quan_he',
            kind: 'radio',
            label: t('Quan hệ'),
            options: ['Cha', 'Mẹ'].map((value) => ({ value, label: t(value) })),
          },
          { name: 'nyc_ho_ten', kind: 'person-name', label: t('Họ tên') },
          { name: 'nyc_ngay_sinh', kind: 'date', label: t('Ngày sinh') },
          { name: 'nyc_noi_o', kind: 'address', label: t('Nơi ở'), when: isMother },
        ],
      },
      {
        id: 'me',
        title: t('Mẹ'),
        questions: [
          {
            name: 'me_ho_ten',
            kind: 'person-name',
            label: t('Họ tên'),
            copyFrom: { question: 'nyc_ho_ten', when: isMother },
          },
          {
            name: 'me_ngay_sinh',
            kind: 'partial-date',
            label: t('Ngày sinh'),
            copyFrom: { question: 'nyc_ngay_sinh', when: isMother },
          },
          {
            name: 'me_noi_o',
            kind: 'address',
            label: t('Nơi ở'),
            copyFrom: { question: 'nyc_noi_o' },
          },
          {
            name: 'me_dan_toc',
            kind: 'text',
            label: t('Dân tộc'),
            copyFrom: { profile: 'profile.ethnicity', when: `${isMother} and profile.sex = "Nữ"` },
          },
        ],
      },
    ],
  },
  {
    options: (list) => [{ value: list === 'provinces' ? '92' : '31135', label: t('Cần Thơ') }],
  },
);
const on = { today: day(2026, 7, 15), demo: true };
const address = { province: '92', commune: '31135', detail: 'Khu vực 3' };
const mother = {
  quan_he: 'Mẹ',
  nyc_ho_ten: 'Lê Thị Bình',
  nyc_ngay_sinh: '1999-03-27',
  nyc_noi_o: address,
};
const profile = { ethnicity: 'Kinh', sex: 'Nữ' };
const typed = (answers: object, more: object = {}) =>
  form.filledPage('me', { ...answers }, { ...on, ...more }).typed;

describe('what is known already is not typed again', () => {
  test('a mother finds her own name, birthday and residence on the page of the mother', () => {
    expect(typed(mother)).toEqual({
      me_ho_ten: 'Lê Thị Bình',
      'me_ngay_sinh.day': '27',
      'me_ngay_sinh.month': '3',
      'me_ngay_sinh.year': '1999',
      'me_noi_o.province': '92',
      'me_noi_o.commune': '31135',
      'me_noi_o.detail': 'Khu vực 3',
    });
  });

  test('somebody else finds nothing there', () => {
    expect(typed({ ...mother, quan_he: 'Cha' })).toEqual({});
  });

  test('an answer is never overwritten, not even by an empty one', () => {
    expect(typed({ ...mother, me_ho_ten: 'Lê Thị Cúc' })['me_ho_ten']).toBe('Lê Thị Cúc');
    expect(typed({ ...mother, me_ho_ten: '' })['me_ho_ten']).toBe('');
  });

  test('an answer to what is no longer asked is not copied', () => {
    const outdated = { ...mother, quan_he: 'Cha', nyc_noi_o: address };
    expect(typed(outdated)).not.toHaveProperty(['me_noi_o.detail']);
  });

  test('the profile answers what the form has not asked, when there is one', () => {
    expect(typed(mother, { profile })['me_dan_toc']).toBe('Kinh');
    expect(typed(mother, { profile: { ...profile, sex: 'Nam' } })).not.toHaveProperty('me_dan_toc');
    expect(typed(mother, { profile: { sex: 'Nữ' } })).not.toHaveProperty('me_dan_toc');
  });

  test('what the question would refuse is left for the person to answer', () => {
    expect(typed({ ...mother, nyc_ho_ten: '???' })).not.toHaveProperty('me_ho_ten');
  });

  test('nothing counts before the person has sent the page', () => {
    expect(form.problems(mother, on)).toEqual([]);
    expect(form.prune(mother, on)).toEqual(mother);
    expect(form.readPage('me', {}, mother, on).answers).toEqual(mother);
  });
});
