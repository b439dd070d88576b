import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  await editor.fill({}, '/sua');
  draft = `${editor.path}/mau-ket-qua`;
});

/** Prints what is typed, as the preview button does. */
async function preview(
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; body: string }> {
  await editor.open(draft);
  const [, action] = /formaction="([^"]*xem-thu[^"]*)"/.exec(editor.html)!;
  await editor.send(action!, fields);
  return { status: editor.status, body: editor.html };
}

test('the template as it was saved is printed beside the text', async () => {
  await editor.open(draft);
  expect(editor.html).toContain(`src="${draft}/xem-thu"`);
  const pdf = await editor.download(`${draft}/xem-thu`);
  expect(pdf.statusCode).toBe(200);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('what is typed is printed without being saved; a fault is told with its line', async () => {
  const template = '#set document(title: "Thử")\n#set text(lang: "vi")\nChào';
  expect((await preview({ template, vi_du: '1', tu_choi: '1' })).status).toBe(200);
  const broken = await preview({ template: 'một\nhai\n#khong-co()', vi_du: '0' });
  expect(broken).toMatchObject({ status: 422, body: expect.stringMatching(/^Dòng 3: /) });
  await editor.open(draft);
  expect(editor.form('mau-ket-qua').fields.get('template')).toContain('Giấy khai sinh');
});

test('blocks and answers are put in by buttons, then saved; the check names a fault with its line', async () => {
  await editor.open(draft);
  await editor.fill({ _do: 'block:ngay-cap' }, 'mau-ket-qua');
  await editor.fill({ _do: 'answer', cau: 'con_ho_ten' }, 'mau-ket-qua');
  const { fields } = editor.form('mau-ket-qua');
  expect(fields.get('template')).toContain('#fact("Ngày cấp", written-day(data.issuedOn))');
  expect(fields.get('template')).toMatch(/#fact\(".*", told\(data, "con_ho_ten"\)\)\n$/);
  await editor.fill({}, 'mau-ket-qua');
  expect(editor.words).toContain('Đã lưu');
  await editor.fill({ template: 'một\n#khong-co()' }, 'mau-ket-qua');
  expect(editor.words).toContain('Mẫu chưa in được');
  expect(editor.words).toContain('dòng 2');
});

test('two editors of one template: the later one is told, and loses nothing', async () => {
  const other = await office().signedIn('quan-tri');
  await other.open(draft);
  await editor.open(draft);
  await other.fill({ template: 'của người kia' }, 'mau-ket-qua');
  await editor.fill({ template: 'của tôi' }, 'mau-ket-qua');
  expect(editor.status).toBe(409);
  expect(editor.words).toContain('của người kia');
  expect(editor.form('mau-ket-qua').fields.get('template')).toBe('của tôi');
});
