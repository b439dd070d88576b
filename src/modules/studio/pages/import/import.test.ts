import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';
import { dirtyRecord } from '../../catalogue/samples/dirty-record.ts';
import { docxOf } from '../../catalogue/samples/docx-of.ts';
import { publishedSheet } from '../../catalogue/samples/published-sheet.ts';

const office = demoOffice();
let editor: Person;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
});

async function bring(name: string, bytes: Uint8Array): Promise<void> {
  await editor.open('/xuong-thu-tuc/nhap');
  await editor.upload('/nhap', [{ name, type: 'application/octet-stream', bytes }]);
}

const bringJson = (value: unknown) => bring('thu-tuc.json', Buffer.from(JSON.stringify(value)));

test('a record of the national catalogue waits with everything that was found, and becomes a draft that passes every check', async () => {
  await bringJson(dirtyRecord());
  expect(editor.status).toBe(200);
  expect(editor.words).toContain('Đây là ghi chú, không phải giấy tờ');
  expect(editor.words).toContain('Ô số ghi 10 ngày làm việc, lời ghi 5 ngày làm việc');
  expect(editor.words).toContain('Giấy tờ ghi hai lần');
  const staged = editor.path;
  await editor.fill({}, staged);
  expect(editor.words).toContain('Không còn chỗ nào sai');
  const draft = editor.path.replace('/kiem-tra', '');
  await editor.open(`${draft}/giay-to`);
  expect(editor.words).toContain('Đơn đề nghị cấp phép sử dụng vỉa hè');
  await editor.open(`${draft}/quy-tac/deadline`);
  expect(editor.html).toContain('value="10"');
  await editor.open(staged);
  expect(editor.words).toContain('Đã thành bản nháp');
  await editor.send(staged, {});
  expect(editor.status).toBe(409);
});

test('the file is kept letter by letter, and its rows lead to what waits', async () => {
  const bytes = Buffer.from(JSON.stringify(dirtyRecord()));
  await bring('vỉa hè.json', bytes);
  const path = editor.path;
  const answer = await editor.download(`${path}/tep`);
  expect(answer.rawPayload.equals(bytes)).toBe(true);
  expect(answer.headers['content-type']).toContain('application/octet-stream');
  await editor.open('/xuong-thu-tuc/nhap');
  expect(editor.linkTo(path)).toBeDefined();
});

test('what is wrong stays beside its question with the typing kept; corrections can be saved half done', async () => {
  const record = dirtyRecord();
  record.data.executionSteps = [];
  await bringJson(record);
  const path = editor.path;
  expect(editor.words).toContain('Thiếu bộ phận bắt buộc “trình tự thực hiện”');
  await editor.fill({ slug: 'Địa chỉ sai', code: 'sai mã' }, path);
  expect(editor.status).toBe(422);
  expect(editor.html).toContain('Địa chỉ sai');
  await editor.fill({ shortName: 'Tên đang sửa\0', _keep: 'yes' }, path);
  await editor.open(path);
  expect(editor.html).toContain('Tên đang sửa');
  expect(editor.html).toContain('Địa chỉ sai');
  await editor.fill({ _do: 'remove:papers.0' }, path);
  expect(editor.status).toBe(200);
  await editor.fill({}, '/cat-di');
  await editor.open(path);
  expect(editor.words).toContain('Đã cất đi');
});

test('a procedure that the portal has keeps its form, rules and process; only its facts are renewed', async () => {
  const record = dirtyRecord();
  record.data.code = '1.001193';
  record.data.name = 'Thủ tục đăng ký khai sinh theo quyết định mới';
  await bringJson(record);
  expect(editor.words).toContain('Cổng đã có thủ tục này');
  await editor.fill({}, editor.path);
  const draft = editor.path.replace('/kiem-tra', '');
  await editor.open(`${draft}/khac-biet`);
  expect(editor.words).toContain('Thủ tục đăng ký khai sinh theo quyết định mới');
  await editor.open(`${draft}/quy-trinh`);
  expect(editor.words).toContain('Thẩm tra hồ sơ, ghi Sổ đăng ký khai sinh');
});

test('a published procedure comes in as a Word file with its tables', async () => {
  await bring('quyet-dinh.docx', docxOf(publishedSheet));
  expect(editor.status).toBe(200);
  expect(editor.html).toContain('Đơn đề nghị cấp bản sao trích lục theo mẫu');
  await editor.fill({ agencyLevel: 'COMMUNE' }, editor.path);
  expect(editor.words).toContain('Không còn chỗ nào sai');
});

test('a page of the portal that was saved comes in too', async () => {
  const page = `<!doctype html><meta charset="utf-8"><h1>Cấp lại giấy phép bến</h1>
    <table><tr><td>Mã thủ tục:<td>2.099997<tr><td>Tên thủ tục:<td>Cấp lại giấy phép bến</table>
    <h2>Trình tự thực hiện:</h2><ul><li>Nộp hồ sơ.<li>Nhận kết quả.</ul>`;
  await bring('trang.html', Buffer.from(page));
  expect(editor.status).toBe(200);
  expect(editor.html).toContain('Cấp lại giấy phép bến');
  expect(editor.html).toContain('2.099997');
});

test('signs that no database keeps are taken out on the way in', async () => {
  const record = dirtyRecord();
  record.data.name = 'Thủ tục \0 lạ \ud800';
  await bringJson(record);
  expect(editor.status).toBe(200);
  expect(editor.words).toContain('ký tự không nhìn thấy');
});

test.each([
  ['dữ liệu hỏng', 'hong.json', Buffer.from('{"data": {"code": '), 'Tệp JSON bị hỏng'],
  ['không có thủ tục', 'rong.json', Buffer.from('{"a": 1}'), 'không có thủ tục nào'],
  ['nhiều thủ tục', 'nhieu.json', Buffer.from('[{}, {}]'), 'Tệp có 2 thủ tục'],
  [
    'lồng quá sâu',
    'sau.json',
    Buffer.from('['.repeat(5000) + ']'.repeat(5000)),
    'lồng nhau quá sâu',
  ],
  ['Word không có gì', 'trong.docx', docxOf([]), 'Không tìm thấy phần nào'],
])('%s is refused in words', async (_what, name, bytes, told) => {
  await bring(name, bytes);
  expect(editor.status).toBe(422);
  expect(editor.words).toContain(told);
});
