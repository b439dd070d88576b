import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../test/journeys/office.ts';
import type { Person } from '../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let leader: Person;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  leader = await office().signedIn('lanh-dao-1');
});

/** Edits a part of the draft as text and saves it. */
async function rewrite(
  person: Person,
  draft: string,
  file: string,
  change: (text: string) => string,
) {
  await person.open(`${draft}/van-ban/${file}`);
  const body = person.form(file).fields.get('body')!;
  return person.fill({ body: change(body) }, file);
}

test('citizens and other officials do not come in', async () => {
  for (const account of ['cong-dan-1', 'mot-cua-1']) {
    const stranger = await office().signedIn(account);
    await stranger.open('/xuong-thu-tuc');
    expect(stranger.status, account).toBe(403);
  }
});

let draft: string;

test('an official begins a procedure from a model that works, by its name alone', async () => {
  await editor.open('/xuong-thu-tuc/moi');
  await editor.fill({ name: 'Cấp lại Giấy khai sinh' }, '/moi');
  draft = editor.path;
  expect(editor.words).toContain('/dich-vu/cap-lai-giay-khai-sinh');
  await editor.open(`${draft}/kiem-tra`);
  expect(editor.words).toContain('Không còn chỗ nào sai');
});

test('a second procedure with the same address is refused, and the typing is kept', async () => {
  await editor.open('/xuong-thu-tuc/moi');
  await editor.fill({ name: 'Cấp lại Giấy khai sinh', slug: 'dang-ky-khai-sinh' }, '/moi');
  expect(editor.status).toBe(422);
  expect(editor.words).toContain('Đã có thủ tục hoặc bản nháp mới dùng địa chỉ');
  expect(editor.form('/moi').fields.get('name')).toBe('Cấp lại Giấy khai sinh');
});

test('a red example blocks the way to the reviewer, and the check page leads to it', async () => {
  await rewrite(editor, draft, 'examples.json', (text) =>
    text.replace('"feeTotal": 0', '"feeTotal": 5000'),
  );
  await editor.open(`${draft}/kiem-tra`);
  expect(editor.words).toContain('Còn 1 chỗ sai');
  expect(editor.words).toContain('cần 5000, tính ra 0');
  expect(editor.html).toContain(`href="${draft}/vi-du`);
  await editor.send(`${draft}/gui-duyet`, { words: '' });
  expect(editor.status).toBe(409);
  await rewrite(editor, draft, 'examples.json', (text) => text.replace('5000', '0'));
});

test('broken text can be saved, and every fault of every part is told at once', async () => {
  await rewrite(editor, draft, 'form.json', (text) => text.replace('"person-name"', '"ten-nguoi"'));
  await rewrite(editor, draft, 'process.bpmn', (text) =>
    text.replace('cqs:kind="deliver"', 'cqs:kind="gui"'),
  );
  await editor.open(`${draft}/kiem-tra`);
  expect(editor.words).toContain('Loại bước không có: “gui”');
  expect(editor.words).toContain('sai cấu trúc');
  await rewrite(editor, draft, 'form.json', (text) => text.replace('"ten-nguoi"', '"person-name"'));
  await rewrite(editor, draft, 'process.bpmn', (text) =>
    text.replace('cqs:kind="gui"', 'cqs:kind="deliver"'),
  );
});

test('nobody approves what they wrote; a leader does, and sends it back first', async () => {
  await editor.open(`${draft}/duyet`);
  await editor.fill({ words: 'Nhờ anh xem giúp' }, '/gui-duyet');
  expect(editor.words).toContain('cần người khác duyệt');
  await editor.send(`${draft}/duyet`, { words: '' });
  expect(editor.status).toBe(403);
  await leader.open(`${draft}/duyet`);
  await leader.send(`${draft}/tra-lai`, { words: '' });
  expect(leader.status).toBe(422);
  await leader.open(`${draft}/duyet`);
  await leader.fill({ words: 'Bổ sung căn cứ' }, '/tra-lai');
  await editor.open(`${draft}/duyet`);
  expect(editor.words).toContain('Bổ sung căn cứ');
});

test('a save after the approval ends it: what is published is what was approved', async () => {
  await editor.fill({ words: '' }, '/gui-duyet');
  await leader.open(`${draft}/duyet`);
  await leader.fill({ words: '' }, '/duyet');
  expect(leader.words).toContain('Đã duyệt');
  await rewrite(editor, draft, 'procedure.json', (text) =>
    text.replace('Không thu.', 'Không thu lệ phí.'),
  );
  await editor.send(`${draft}/cong-bo`, {});
  expect(editor.status).toBe(409);
});

test('it is published, and citizens find it and may apply', async () => {
  await editor.open(`${draft}/duyet`);
  await editor.fill({ words: '' }, '/gui-duyet');
  await leader.open(`${draft}/duyet`);
  await leader.fill({ words: '' }, '/duyet');
  await leader.send(`${draft}/cong-bo`, {});
  expect(leader.status, 'a leader approves, but does not publish').toBe(403);
  await editor.open(`${draft}/duyet`);
  await editor.fill({}, '/cong-bo');
  expect(editor.words).toContain('Đã công bố phiên bản 1, có hiệu lực từ 14/07/2026');
  const citizen = await office().signedIn('cong-dan-1');
  await citizen.open('/dich-vu/cap-lai-giay-khai-sinh');
  expect(citizen.words).toContain('Cấp lại Giấy khai sinh');
  expect(citizen.words).toContain('Không thu lệ phí');
  await editor.open(`${draft}/van-ban/form.json`);
  await editor.fill({ body: '{}' }, 'form.json');
  expect(editor.status, 'a published draft is closed').toBe(409);
});

test('the history tells who did what', async () => {
  await editor.open(`${draft}/lich-su`);
  for (const words of [
    'Công bố',
    'Duyệt',
    'Huỳnh Văn Thành',
    'Trả lại để sửa',
    'Lưu: Ví dụ',
    'Tạo bản nháp',
  ])
    expect(editor.words).toContain(words);
});
