import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/chung-thuc-ban-sao');
  await editor.fill({}, '/sua');
  draft = editor.path;
});

test('the preview stands in a frame as wide as a phone, or as a computer', async () => {
  await editor.open(`${draft}/xem-thu`);
  expect(editor.html).toContain('phone-frame');
  expect(editor.html).toContain(`src="${draft}/xem-thu/trang"`);
  await editor.open(`${draft}/xem-thu?tren=may-tinh`);
  expect(editor.html).not.toContain('phone-frame');
});

test('a page that is not answered comes back with what is wrong, as it would for a citizen', async () => {
  await editor.open(`${draft}/xem-thu/trang`);
  expect(editor.words).toContain('Chứng thực bản sao');
  await editor.fill({});
  expect(editor.status).toBe(422);
});

test('whoever reviews may try it to the end: what is needed, what it costs, how long it takes', async () => {
  await editor.open('/xuong-thu-tuc/moi');
  await editor.fill({ name: 'Xem thử đến cuối' }, '/moi');
  const leader = await office().signedIn('lanh-dao-1');
  await leader.open(`${editor.path}/xem-thu/trang`);
  await leader.fill({ nyc_ho_ten: 'Trần Văn Sáu' });
  for (const words of ['Nộp được', 'Tờ khai', 'Phải nộp 0 đ', '3 ngày làm việc', 'Trần Văn Sáu'])
    expect(leader.words).toContain(words);
});

test('answers that were tampered with break nothing', async () => {
  await editor.open(`${draft}/xem-thu/trang`);
  const page = editor.form().action;
  for (const _answers of ['{', '[]', '{"ds_giay_to": 5, "__proto__": {"a": 1}}']) {
    await editor.send(page, { _answers, _asked: 'x' });
    expect([200, 422]).toContain(editor.status);
  }
});
