import { beforeAll, describe, expect, test } from 'vitest';
import { compileForm, type CompiledForm, type Lookups } from '#/platform/form/index.ts';
import type { Day } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { readShipped } from './bundles/shipped.ts';

const someOfEach: Lookups = {
  options: () => ['Kinh', 'Tày', 'Việt Nam'].map((value) => ({ value, label: text(value, value) })),
};
let written: ReadonlyMap<string, unknown>;
let forms: ReadonlyMap<string, CompiledForm>;

beforeAll(async () => {
  const bundles = [...(await readShipped())];
  written = new Map(
    bundles.map(([slug, { artefacts }]) => [slug, JSON.parse(artefacts['form.json'])]),
  );
  forms = new Map([...written].map(([slug, json]) => [slug, compileForm(json, someOfEach)]));
});

const on = { today: '2026-07-15' as Day, demo: true };
const family = {
  truong_hop: 'Trẻ có cha hoặc mẹ',
  con_ngay_sinh: '2026-07-01',
  me_ho_ten: 'Nguyễn Thị Hòa',
  me_quoc_tich: 'Việt Nam',
  me_dan_toc: 'Kinh',
};
const groom = { nam_ngay_sinh: '2000-01-01', nu_ngay_sinh: '2001-01-01' };
const single = {
  quan_he: 'Bản thân',
  nyc_gioi_tinh: 'Nam',
  nyc_ngay_sinh: '1998-03-14',
  tinh_trang_hon_nhan: 'Chưa đăng ký kết hôn với ai',
  muc_dich: 'Kết hôn',
  ket_hon_voi_gioi_tinh: 'Nữ',
  so_luong: 1,
};
const trade = (ma: string, chinh: boolean) => ({ ma, ten: 'Ngành', chinh });
const shop = {
  ten_hkd: 'Hộ kinh doanh Ba Tám',
  nganh_nghe: [trade('4711', true)],
  chu_so_dinh_danh: '000190000048',
};
const member = (so_dinh_danh: string) => ({
  ho_ten: 'Lý Văn Ba',
  ngay_sinh: '2000-01-01',
  gioi_tinh: 'Nam',
  so_dinh_danh,
  quan_he: 'Em',
});

/** A case, a question, and whether the form stops the case there. */
type Case = readonly [
  title: string,
  slug: string,
  answers: Record<string, unknown>,
  at: string,
  stopped: boolean,
];

const cases: readonly Case[] = [
  [
    'neither father nor mother',
    'dang-ky-khai-sinh',
    { truong_hop: 'Trẻ có cha hoặc mẹ' },
    'me_ho_ten',
    true,
  ],
  [
    'an abandoned child without parents',
    'dang-ky-khai-sinh',
    { truong_hop: 'Trẻ bị bỏ rơi' },
    'me_ho_ten',
    false,
  ],
  [
    'one ID number for both parents',
    'dang-ky-khai-sinh',
    {
      ...family,
      me_so_dinh_danh: '000196000017',
      cha_ho_ten: 'Lê Văn Tâm',
      cha_so_dinh_danh: '000196000017',
    },
    'cha_so_dinh_danh',
    true,
  ],
  [
    'a mother younger than her child, by years alone',
    'dang-ky-khai-sinh',
    { ...family, me_ngay_sinh: { year: 2026 } },
    'me_ngay_sinh',
    true,
  ],
  [
    'an ethnic group of neither parent',
    'dang-ky-khai-sinh',
    { ...family, con_dan_toc: 'Tày' },
    'con_dan_toc',
    true,
  ],
  [
    'the ethnic group of the mother',
    'dang-ky-khai-sinh',
    { ...family, con_dan_toc: 'Kinh' },
    'con_dan_toc',
    false,
  ],
  [
    'a death before the birth, to the day',
    'dang-ky-khai-tu',
    { nc_ngay_sinh: { year: 2026, month: 7, day: 2 }, thoi_gian_chet: '2026-07-01T08:00' },
    'thoi_gian_chet',
    true,
  ],
  [
    'a death in the year of birth, when only the year is known',
    'dang-ky-khai-tu',
    { nc_ngay_sinh: { year: 2026 }, thoi_gian_chet: '2026-07-01T08:00' },
    'thoi_gian_chet',
    false,
  ],
  [
    'the applicant as the deceased',
    'dang-ky-khai-tu',
    { nyc_so_dinh_danh: '000182000062', nc_so_dinh_danh: '000182000062' },
    'nc_so_dinh_danh',
    true,
  ],
  [
    'a groom one day short of 20',
    'dang-ky-ket-hon',
    { ...groom, nam_ngay_sinh: '2006-07-16' },
    'nam_ngay_sinh',
    true,
  ],
  [
    'a groom who is 20 today',
    'dang-ky-ket-hon',
    { ...groom, nam_ngay_sinh: '2006-07-15' },
    'nam_ngay_sinh',
    false,
  ],
  [
    'a bride one day short of 18',
    'dang-ky-ket-hon',
    { ...groom, nu_ngay_sinh: '2008-07-16' },
    'nu_ngay_sinh',
    true,
  ],
  [
    'a man of 19 who wants to marry',
    'xac-nhan-tinh-trang-hon-nhan',
    { ...single, nyc_ngay_sinh: '2006-07-16' },
    'muc_dich',
    true,
  ],
  [
    'a man of 19 with another purpose',
    'xac-nhan-tinh-trang-hon-nhan',
    { ...single, nyc_ngay_sinh: '2006-07-16', muc_dich: 'Mục đích khác' },
    'muc_dich',
    false,
  ],
  [
    'a purpose that the law does not yet provide for',
    'xac-nhan-tinh-trang-hon-nhan',
    { ...single, ket_hon_voi_gioi_tinh: 'Nam' },
    'ket_hon_voi_gioi_tinh',
    true,
  ],
  [
    'two copies for one marriage',
    'xac-nhan-tinh-trang-hon-nhan',
    { ...single, so_luong: 2 },
    'so_luong',
    true,
  ],
  [
    'a married person who wants to marry',
    'xac-nhan-tinh-trang-hon-nhan',
    { ...single, tinh_trang_hon_nhan: 'Đang có vợ/chồng' },
    'tinh_trang_hon_nhan',
    true,
  ],
  [
    'a change that changes nothing',
    'cai-chinh-ho-tich',
    { noi_dung_cu: 'Họ tên: Hòa', noi_dung_moi: 'Họ tên: HÒA' },
    'noi_dung_moi',
    true,
  ],
  [
    'a ground floor larger than the plot',
    'cap-phep-xay-dung-nha-o-rieng-le',
    { dien_tich: 100, dt_tang_1: 100.5 },
    'dt_tang_1',
    true,
  ],
  [
    'a ground floor as large as the plot',
    'cap-phep-xay-dung-nha-o-rieng-le',
    { dien_tich: 100, dt_tang_1: 100 },
    'dt_tang_1',
    false,
  ],
  [
    'less floor in all than on the ground',
    'cap-phep-xay-dung-nha-o-rieng-le',
    { dt_tang_1: 80, tong_dt_san: 79 },
    'tong_dt_san',
    true,
  ],
  [
    'no main trade',
    'dang-ky-ho-kinh-doanh',
    { ...shop, nganh_nghe: [trade('4711', false)] },
    'nganh_nghe',
    true,
  ],
  [
    'two main trades',
    'dang-ky-ho-kinh-doanh',
    { ...shop, nganh_nghe: [trade('4711', true), trade('4719', true)] },
    'nganh_nghe',
    true,
  ],
  [
    'one main trade of two',
    'dang-ky-ho-kinh-doanh',
    { ...shop, nganh_nghe: [trade('4711', true), trade('4719', false)] },
    'nganh_nghe',
    false,
  ],
  [
    'the same trade twice',
    'dang-ky-ho-kinh-doanh',
    { ...shop, nganh_nghe: [trade('4711', true), trade('4711', false)] },
    'nganh_nghe',
    true,
  ],
  [
    'a household that calls itself a company',
    'dang-ky-ho-kinh-doanh',
    { ...shop, ten_hkd: 'Hộ kinh doanh Công ty Ba Tám' },
    'ten_hkd',
    true,
  ],
  [
    'a name without “Hộ kinh doanh”',
    'dang-ky-ho-kinh-doanh',
    { ...shop, ten_hkd: 'Tiệm Ba Tám' },
    'ten_hkd',
    true,
  ],
  [
    'a name in small letters',
    'dang-ky-ho-kinh-doanh',
    { ...shop, ten_hkd: 'hộ kinh doanh ba tám' },
    'ten_hkd',
    false,
  ],
  [
    'a rented room of 7.9 m² per person',
    'dang-ky-thuong-tru',
    { truong_hop: 'Thuê, mượn, ở nhờ', dien_tich_san: 39.5, so_nguoi_o: 5 },
    'dien_tich_san',
    true,
  ],
  [
    'a rented room of 8 m² per person',
    'dang-ky-thuong-tru',
    { truong_hop: 'Thuê, mượn, ở nhờ', dien_tich_san: 40, so_nguoi_o: 5 },
    'dien_tich_san',
    false,
  ],
  [
    'a person listed twice',
    'dang-ky-thuong-tru',
    { so_dinh_danh: '000092000112', thanh_vien: [member('000200000136'), member('000200000136')] },
    'thanh_vien',
    true,
  ],
  ['a list without people', 'dang-ky-tam-tru', { hinh_thuc: 'Theo danh sách' }, 'thanh_vien', true],
  [
    'a family of one',
    'dang-ky-tam-tru',
    { hinh_thuc: 'Cá nhân, hộ gia đình' },
    'thanh_vien',
    false,
  ],
  ['a stay of 25 months', 'dang-ky-tam-tru', { thoi_han: 25 }, 'thoi_han', true],
  [
    '51 copies of one paper',
    'chung-thuc-ban-sao',
    { ds_giay_to: [{ ten: 'Học bạ', so_trang: 1, so_ban: 51 }] },
    'ds_giay_to.0.so_ban',
    true,
  ],
  [
    'a child who is 6 today',
    'lien-thong-khai-sinh',
    { con_ngay_sinh: '2020-07-15' },
    'con_ngay_sinh',
    true,
  ],
  [
    'a child who will be 6 tomorrow',
    'lien-thong-khai-sinh',
    { con_ngay_sinh: '2020-07-16' },
    'con_ngay_sinh',
    false,
  ],
  [
    'residence with a father who is not named',
    'lien-thong-khai-sinh',
    { thuong_tru_theo: 'Theo cha', me_ho_ten: 'Nguyễn Thị Hòa' },
    'thuong_tru_theo',
    true,
  ],
  [
    'a tax code with 11 digits',
    'thue-dat-phi-nong-nghiep',
    { ma_so_thue: '01234567890' },
    'ma_so_thue',
    true,
  ],
];

describe('a form stops what the law does not allow, and nothing else', () => {
  test.each(cases)('%s (%s)', (_title, slug, answers, at, stopped) => {
    const form = forms.get(slug)!;
    const found = form
      .problems(answers, on)
      .filter(({ name }) => name === at || name.startsWith(`${at}.`));
    const told = found.map(({ words }) => words.vi);
    if (stopped) expect(told).not.toEqual([]);
    else expect(told).toEqual([]);
  });
});

test('doubts are told as warnings, which stop nobody', () => {
  const young = forms.get('dang-ky-khai-sinh')!;
  const mother = { ...family, me_ngay_sinh: { year: 2016 } };
  expect(
    young
      .warnings(mother, on)
      .map(({ words }) => words.vi)
      .join(),
  ).toContain('chưa đủ 12 tuổi');
  const food = forms.get('dang-ky-ho-kinh-doanh')!;
  expect(food.warnings({ ...shop, nganh_nghe: [trade('5610', true)] }, on)).toHaveLength(1);
  const tax = forms.get('thue-dat-phi-nong-nghiep')!;
  const plot = {
    da_co_gcn: 'Có',
    dien_tich_gcn: 100,
    dien_tich_thuc_te: 101,
    thoi_diem_bat_dau: '2026-07-01',
  };
  expect(tax.warnings(plot, on)).toHaveLength(1);
});

test('birth on time is worked out with the answers', () => {
  const form = forms.get('dang-ky-khai-sinh')!;
  expect(form.computed({ ...family, con_ngay_sinh: '2026-05-16' }, on)).toEqual({ dung_han: true });
  expect(form.computed({ ...family, con_ngay_sinh: '2026-05-15' }, on)).toEqual({
    dung_han: false,
  });
});
