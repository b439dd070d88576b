import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueSearch, type CatalogueSearch } from './catalogue-search.ts';
import type { CatalogueFacts } from './catalogue.ts';
import { foldersIn, shippedProcedures } from './seed.ts';
import { shippedArtefacts } from './shipped-bundle.ts';

let search: CatalogueSearch;

beforeAll(async () => {
  const facts: CatalogueFacts[] = [];
  for (const slug of await foldersIn(shippedProcedures)) {
    facts.push(JSON.parse((await shippedArtefacts(slug))['procedure.json']) as CatalogueFacts);
  }
  search = catalogueSearch(facts, () => 0);
});

describe('people find what they need in their own words', () => {
  test.each([
    ['làm giấy khai sinh cho con', 'dang-ky-khai-sinh'],
    ['lam giay khai sinh cho con', 'dang-ky-khai-sinh'],
    ['xin phép xây nhà', 'cap-phep-xay-dung-nha-o-rieng-le'],
    ['xin phep xay nha', 'cap-phep-xay-dung-nha-o-rieng-le'],
    ['vợ mới đẻ cần làm giấy tờ gì', 'dang-ky-khai-sinh'],
    ['đk ks cho bé', 'dang-ky-khai-sinh'],
    ['quá hạn khai sinh có bị phạt không', 'dang-ky-khai-sinh'],
    ['giấy chứng tử cho ông nội', 'dang-ky-khai-tu'],
    ['bố tôi mới mất phải làm gì', 'dang-ky-khai-tu'],
    ['dang ky khai tu', 'dang-ky-khai-tu'],
    ['đi đăng ký kết hôn cần gì', 'dang-ky-ket-hon'],
    ['lay vo can giay gi', 'dang-ky-ket-hon'],
    ['xin giấy độc thân để vay ngân hàng', 'xac-nhan-tinh-trang-hon-nhan'],
    ['giấy xác nhận chưa kết hôn', 'xac-nhan-tinh-trang-hon-nhan'],
    ['sai tên trong giấy khai sinh muốn sửa', 'cai-chinh-ho-tich'],
    ['sửa ngày sinh trên khai sinh', 'cai-chinh-ho-tich'],
    ['sao y bằng đại học', 'chung-thuc-ban-sao'],
    ['photo công chứng căn cước', 'chung-thuc-ban-sao'],
    ['cong chung giay to', 'chung-thuc-ban-sao'],
    ['nhập hộ khẩu cho vợ', 'dang-ky-thuong-tru'],
    ['chuyển hộ khẩu về nhà chồng', 'dang-ky-thuong-tru'],
    ['thuê trọ đăng ký ở đâu', 'dang-ky-tam-tru'],
    ['dk tam tru online', 'dang-ky-tam-tru'],
    ['làm KT3', 'dang-ky-tam-tru'],
    ['mở quán cà phê cần giấy phép gì', 'dang-ky-ho-kinh-doanh'],
    ['buôn bán nhỏ phải đăng ký không', 'dang-ky-ho-kinh-doanh'],
    ['GPXD nhà 2 tầng', 'cap-phep-xay-dung-nha-o-rieng-le'],
    ['giấy phép xây dưng', 'cap-phep-xay-dung-nha-o-rieng-le'],
    ['đóng thuế đất hằng năm', 'thue-dat-phi-nong-nghiep'],
    ['thue nha dat', 'thue-dat-phi-nong-nghiep'],
    ['khai sinh, hộ khẩu và bảo hiểm y tế cho bé cùng lúc', 'lien-thong-khai-sinh'],
    ['birth certificate', 'dang-ky-khai-sinh'],
    ['building permit', 'cap-phep-xay-dung-nha-o-rieng-le'],
    ['1.001193', 'dang-ky-khai-sinh'],
  ])('%s', (question, slug) => {
    expect(search.find(question, 3).slugs[0]).toBe(slug);
  });
});

describe('a question that no service answers finds nothing', () => {
  test.each([
    ['mua vé máy bay'],
    ['thời tiết hôm nay'],
    ['pizza hải sản'],
    ['đặt vé tàu'],
    ['tỷ giá đô la'],
    ['asdfgh qwerty'],
    ['lịch tiêm chủng'],
    ['😀'],
    [''],
  ])('%s', (question) => {
    expect(search.find(question, 3).slugs).toEqual([]);
  });
});
