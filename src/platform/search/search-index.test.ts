import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSearchIndex, type SearchDocument } from './search-index.ts';

const plan = {
  name: { weight: 3, b: 0.5, accentWeight: 3, isSubject: true },
  words: { weight: 2.5, b: 0.3, accentWeight: 2.5, isSubject: true },
  text: { weight: 1, b: 0.6, accentWeight: 1, isSubject: true },
};

const groups = [
  { said: ['đẻ', 'mới đẻ', 'em bé', 'lọt lòng'], meant: ['khai sinh'] },
  { said: ['cưới', 'lấy vợ', 'lấy chồng'], meant: ['kết hôn'] },
  { said: ['chết', 'qua đời', 'mất người thân'], meant: ['khai tử'] },
  { said: ['xây nhà', 'cất nhà', 'làm nhà'], meant: ['giấy phép xây dựng'] },
];

const documents = [
  entry(
    'khai-sinh',
    'Đăng ký khai sinh',
    ['làm giấy khai sinh cho con'],
    'Hộ tịch. Ghi vào sổ việc sinh của trẻ em',
  ),
  entry(
    'khai-tu',
    'Đăng ký khai tử',
    ['báo tử', 'làm giấy chứng tử'],
    'Hộ tịch. Người thân qua đời',
  ),
  entry('ket-hon', 'Đăng ký kết hôn', ['giấy hôn thú'], 'Hộ tịch. Nam đủ 20 tuổi, nữ đủ 18 tuổi'),
  entry('doc-than', 'Cấp giấy xác nhận tình trạng hôn nhân', ['giấy độc thân'], 'Hộ tịch'),
  entry(
    'cai-chinh',
    'Thay đổi, cải chính, bổ sung thông tin hộ tịch',
    ['sửa tên trong giấy khai sinh'],
    'Hộ tịch',
  ),
  entry(
    'sao-y',
    'Chứng thực bản sao từ bản chính',
    ['sao y bằng cấp', 'photo công chứng'],
    'Chứng thực',
  ),
  entry('thuong-tru', 'Đăng ký thường trú', ['nhập hộ khẩu'], 'Cư trú'),
  entry('tam-tru', 'Đăng ký tạm trú', ['làm KT3', 'ở trọ'], 'Cư trú'),
  entry(
    'xay-dung',
    'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    ['xin phép xây nhà'],
    'Hoạt động xây dựng',
  ),
  entry('ho-kinh-doanh', 'Đăng ký thành lập hộ kinh doanh', ['mở quán', 'mở tiệm'], 'Kinh doanh'),
  entry('thue-dat', 'Khai, nộp thuế sử dụng đất phi nông nghiệp', ['đóng thuế đất'], 'Thuế'),
];
const index = buildSearchIndex(documents, plan, groups);

describe('a citizen finds a procedure', () => {
  test.each([
    ['as it is called', 'đăng ký khai sinh', 'khai-sinh'],
    ['in their own words', 'làm giấy khai sinh cho con', 'khai-sinh'],
    ['without accents', 'lam giay khai sinh cho con', 'khai-sinh'],
    ['in capital letters', 'ĐĂNG KÝ KẾT HÔN', 'ket-hon'],
    ['with decomposed accents of a phone', 'đăng ký khai tử'.normalize('NFD'), 'khai-tu'],
    ['with the tone mark in the old place', 'khai sinh hoà giải', 'khai-sinh'],
    ['with i for y', 'đăng kí kết hôn', 'ket-hon'],
    ['with a letter too many', 'đăng ký khai sinnh', 'khai-sinh'],
    ['with a letter missing', 'dang ky thuong tr', 'thuong-tru'],
    ['with two letters swapped', 'giay phep xya dung', 'xay-dung'],
    ['in chat abbreviations', 'đk ks cho bé', 'khai-sinh'],
    ['in office abbreviations', 'GPXD', 'xay-dung'],
    ['with Telex keys left in the text', 'ddawng kys khai tuwr', 'khai-tu'],
    ['with VNI keys left in the text', 'd9a8ng ky1 ke61t ho6n', 'ket-hon'],
    ['with a missing space', 'khaisinh', 'khai-sinh'],
    ['in a southern word', 'giấy khai sanh', 'khai-sinh'],
    ['by a life event', 'mới đẻ em bé', 'khai-sinh'],
    ['by a life event without accents', 'sap lay vo', 'ket-hon'],
    ['by what an abbreviation before it means', 'nhập hk cho vợ', 'thuong-tru'],
    ['by the words of staff', 'photo công chứng', 'sao-y'],
  ])('%s', (_, query, expected) => {
    expect(index.find(query, 3).hits[0]?.id).toBe(expected);
  });
});

test('exact accents win where letters alone cannot tell', () => {
  const pair = buildSearchIndex(
    [entry('khai-tu', 'Khai tử', [], ''), entry('khai-tu-lai', 'Khai từ', [], '')],
    plan,
  );
  expect(pair.find('khai từ', 1).hits[0]?.id).toBe('khai-tu-lai');
  expect(pair.find('khai tử', 1).hits[0]?.id).toBe('khai-tu');
});

test('of two equal documents the one that is used more comes first', () => {
  const twins = buildSearchIndex(
    [entry('a', 'Khai sinh', [], ''), { ...entry('b', 'Khai sinh', [], ''), popularity: 1 }],
    plan,
  );
  expect(twins.find('khai sinh', 2).hits.map((hit) => hit.id)).toEqual(['b', 'a']);
});

test('a known syllable is never corrected, an unknown one is shown with its reading', () => {
  expect(index.find('khai tu', 1).corrections.size).toBe(0);
  expect(index.find('khai sjnh', 1).corrections).toEqual(new Map([['sjnh', 'sinh']]));
});

test('function words alone find nothing', () => {
  expect(index.find('tôi muốn thì phải là', 5).hits).toEqual([]);
});

test('a question about something else covers little of itself', () => {
  expect(index.find('đăng ký khai sinh cho con', 1).hits[0]!.coverage).toBe(1);
  expect(index.find('mua vé máy bay đi Đà Lạt', 1).hits[0]?.coverage ?? 0).toBeLessThan(0.4);
});

test('whatever is typed, however long, is answered and never beyond the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(5), (query, limit) => {
      const { hits } = index.find(query, limit);
      expect(hits.length).toBeLessThanOrEqual(limit);
      for (const hit of hits) {
        expect(hit.score).toBeGreaterThan(0);
        expect(hit.coverage).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test('a pasted text of a hundred thousand letters does not hold up the search', () => {
  const started = performance.now();
  index.find('đăng ký khai sinh '.repeat(6000), 5);
  expect(performance.now() - started).toBeLessThan(200);
});

test('an empty index answers with nothing', () => {
  expect(buildSearchIndex([], plan).find('khai sinh', 5).hits).toEqual([]);
});

function entry(
  id: string,
  name: string,
  words: string[],
  text: string,
): SearchDocument<'name' | 'words' | 'text'> {
  return { id, fields: { name: [name], words, text: [text] } };
}
