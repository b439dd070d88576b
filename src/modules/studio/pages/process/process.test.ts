import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  draft = await changeOf('dang-ky-khai-sinh');
});

async function changeOf(slug: string): Promise<string> {
  await editor.open(`/xuong-thu-tuc/thu-tuc/${slug}`);
  await editor.fill({}, '/sua');
  return editor.path;
}

async function bpmn(of = draft): Promise<string> {
  const reader = await office().signedIn('quan-tri');
  await reader.open(`${of}/van-ban/process.bpmn`);
  return reader.form('process.bpmn').fields.get('body')!;
}

test('the process is shown as steps, as a picture, and with its proof', async () => {
  await editor.open(`${draft}/quy-trinh`);
  expect(editor.words).toContain('hồ sơ nào cũng đi đến kết thúc');
  expect(editor.words).toContain('Trả lại về “Thẩm tra hồ sơ');
  expect(editor.words).toContain('Có thể kết thúc: Từ chối tiếp nhận');
  expect(editor.html).toContain('class="process-picture"');
});

test.each(['dang-ky-khai-sinh', 'thue-dat-phi-nong-nghiep', 'lien-thong-khai-sinh'])(
  'opening and saving every step without a change changes no letter: %s',
  async (slug) => {
    const own = await changeOf(slug);
    const before = await bpmn(own);
    for (const [, id] of before.matchAll(/<bpmn:userTask id="([^"]+)"/g)) {
      await editor.open(`${own}/quy-trinh/buoc/${id}`);
      await editor.fill({}, id);
      expect(editor.status, id).toBe(200);
    }
    expect(await bpmn(own)).toBe(before);
  },
);

test('a review that may send back is added between handling and signing', async () => {
  await editor.open(`${draft}/quy-trinh/buoc/_moi`);
  await editor.fill({
    name_vi: 'Kiểm tra, trình ký',
    kind: 'review',
    role: 'TRUONG_PHONG',
    unit: 'justice',
    hours: '1,5',
    returnsTo: 'handle',
  });
  await editor.send(`${draft}/quy-trinh/buoc/review/len`, {});
  await editor.send(`${draft}/quy-trinh/buoc/review/len`, {});
  expect(editor.words).toContain('hồ sơ nào cũng đi đến kết thúc');
  expect(editor.words).toMatch(/3\. Kiểm tra, trình ký .*4\. Ký duyệt Giấy khai sinh/);
  expect(await bpmn()).toContain('cqs:hours="1.5"');
});

test('what is missing is told at its box', async () => {
  await editor.open(`${draft}/quy-trinh/buoc/review`);
  await editor.fill({ name_vi: '', hours: 'hai giờ' });
  expect(editor.status).toBe(422);
  expect(editor.html).toContain('href="#name_vi"');
  expect(editor.html).toContain('href="#hours"');
  expect(editor.form().fields.get('hours')).toBe('hai giờ');
});

test('hours of a step with legs beside it are changed, but its ways are left to the text', async () => {
  const own = await changeOf('lien-thong-khai-sinh');
  await editor.open(`${own}/quy-trinh`);
  expect(editor.words).toContain('chỉ sửa được tên, vai trò, giờ');
  await editor.open(`${own}/quy-trinh/buoc/residence`);
  await editor.fill({ hours: '20' }, 'residence');
  expect(await bpmn(own)).toMatch(/id="residence"[^>]*cqs:hours="20"/);
  await editor.send(`${own}/quy-trinh/buoc/residence/bo`, {});
  expect(editor.status).toBe(404);
});

test('of two people who draw, both changes are kept; where both changed one step, the second is told', async () => {
  const own = await changeOf('dang-ky-khai-tu');
  const other = await office().signedIn('quan-tri');
  const board = `${own}/quy-trinh/ve`;
  await editor.open(board);
  await other.open(board);
  const renamed = (person: Person, from: RegExp, to: string) =>
    person.form(board).fields.get('body')!.replace(from, `$1${to}"`);
  const handle = /(<bpmn:userTask id="handle" name=)"[^"]*"/;
  const approve = /(<bpmn:userTask id="approve" name=)"[^"]*"/;
  const late = renamed(other, handle, '"Của người thứ hai');
  await editor.fill({ body: renamed(editor, handle, '"Của người thứ nhất') }, board);
  expect(editor.status).toBe(200);
  await other.fill({ body: renamed(other, approve, '"Ký của người thứ hai') }, board);
  expect(other.words).toContain('gộp với phần người khác');
  const merged = await bpmn(own);
  expect(merged).toContain('name="Của người thứ nhất"');
  expect(merged).toContain('name="Ký của người thứ hai"');
  await other.send(board, { body: late, _revision: '1' });
  expect(other.status).toBe(409);
  expect(other.words).toContain('Của người thứ nhất');
  expect(other.form(board).fields.get('body')).toContain('Của người thứ hai');
});
