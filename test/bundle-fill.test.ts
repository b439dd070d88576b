import { beforeAll, describe, expect, test } from 'vitest';
import { compileForm, type CompiledForm } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { filled, oneOfEach } from './bundles/fill.ts';
import { readShipped, slugs } from './bundles/shipped.ts';

const on = { today: '2026-07-15' as Day, demo: true };
let forms: ReadonlyMap<string, CompiledForm>;

beforeAll(async () => {
  const bundles = [...(await readShipped())];
  forms = new Map(
    bundles.map(([slug, { artefacts }]) => [
      slug,
      compileForm(JSON.parse(artefacts['form.json']), oneOfEach),
    ]),
  );
});

/** What a plain person would not answer by taking the first choice. */
const particular: Readonly<Record<string, Record<string, unknown>>> = {
  'cai-chinh-ho-tich': { noi_dung_moi: 'Nội dung khác' },
  'cap-phep-xay-dung-nha-o-rieng-le': { dien_tich: 100, dt_tang_1: 60, tong_dt_san: 120 },
  'dang-ky-ho-kinh-doanh': {
    ten_hkd: 'Hộ kinh doanh An',
    nganh_nghe: [{ ma: '4711', ten: 'Ngành', chinh: true }],
  },
  'dang-ky-khai-sinh': { con_ngay_sinh: '2026-07-01' },
  'lien-thong-khai-sinh': { con_ngay_sinh: '2026-07-01' },
  'xac-nhan-tinh-trang-hon-nhan': { ket_hon_voi_gioi_tinh: 'Nữ' },
};

describe.each(slugs)('%s', (slug) => {
  test('the form can be filled to its end, and then nothing is wrong with it', () => {
    const form = forms.get(slug)!;
    const answers = filled(form, particular[slug] ?? {}, on);
    expect(form.problems(answers, on).map(({ name, words }) => `${name}: ${words.vi}`)).toEqual([]);
  });
  test('a page holds one topic: at most five questions', () => {
    const form = forms.get(slug)!;
    const pages = form.pagesInOrder({}, on);
    expect(pages.length).toBeGreaterThan(3);
    for (const { id, questions } of pages) expect.soft(questions.length, id).toBeLessThanOrEqual(5);
  });

  test('the form asks for no declaration: it is made once, when everything is checked and submitted', () => {
    const declarations = forms
      .get(slug)!
      .questions.filter(({ kind, label }) => kind === 'consent' && /cam đoan/i.test(label.vi));
    expect(declarations.map(({ name }) => name)).toEqual([]);
  });

  test('every text has a limit', () => {
    const form = forms.get(slug)!;
    const texts = form.questions.flatMap((question) => [question, ...(question.columns ?? [])]);
    const endless = texts.filter(
      ({ kind, maxLength }) => ['text', 'textarea'].includes(kind) && !maxLength,
    );
    expect(endless.map(({ name }) => name)).toEqual([]);
  });
});

describe('nobody types their own data twice', () => {
  const profile = {
    fullName: 'Lê Thị Bình',
    bornOn: '1999-03-27',
    personalId: '000199000027',
    sex: 'Nữ',
  };
  const own = {
    nyc_ho_ten: 'Lê Thị Bình',
    nyc_ngay_sinh: { year: 1999, month: 3, day: 27 },
    nyc_so_dinh_danh: '000199000027',
  };
  const typed = (slug: string, page: string, answers: object) =>
    forms.get(slug)!.filledPage(page, { ...answers }, { ...on, profile }).typed;

  test.each(['dang-ky-khai-sinh', 'lien-thong-khai-sinh'])('a parent, in %s', (slug) => {
    const mother = { ...own, quan_he: 'Mẹ', uy_quyen: 'Không', truong_hop: 'Trẻ có cha hoặc mẹ' };
    expect(typed(slug, 'me', mother)).toMatchObject({
      me_ho_ten: 'Lê Thị Bình',
      'me_ngay_sinh.year': '1999',
      me_so_dinh_danh: '000199000027',
    });
    expect(typed(slug, 'cha', mother)).toEqual({});
    expect(typed(slug, 'me', { ...mother, quan_he: 'Cha' })).toEqual({});
  });

  test('not so a mother who acts on authorisation of somebody else', () => {
    const answers = { ...own, quan_he: 'Mẹ', uy_quyen: 'Có', truong_hop: 'Trẻ có cha hoặc mẹ' };
    expect(typed('dang-ky-khai-sinh', 'me', answers)).toEqual({});
  });

  test('a bride, and not the groom', () => {
    expect(typed('dang-ky-ket-hon', 'ben-nu', {})).toMatchObject({
      nu_ho_ten: 'Lê Thị Bình',
      'nu_ngay_sinh.day': '27',
    });
    expect(typed('dang-ky-ket-hon', 'ben-nam', {})).toEqual({});
  });
});
