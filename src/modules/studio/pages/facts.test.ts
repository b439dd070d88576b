import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../test/journeys/office.ts';
import type { Person } from '../../../../test/journeys/person.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  await editor.fill({}, '/sua');
  draft = editor.path;
});

/** The facts as they stand in the draft. */
async function facts(): Promise<Record<string, unknown>> {
  await editor.open(`${draft}/van-ban/procedure.json`);
  return JSON.parse(editor.form('procedure.json').fields.get('body')!);
}

test('opening and saving every page of facts without a change changes no letter', async () => {
  await editor.open(`${draft}/van-ban/procedure.json`);
  const before = editor.form('procedure.json').fields.get('body');
  await editor.open(`${draft}/thong-tin`);
  const pages = [...new Set(editor.html.match(/\/thong-tin\/[a-z-]+/g))];
  expect(pages.length).toBe(9);
  for (const page of pages) {
    await editor.open(`${draft}${page}`);
    await editor.fill({}, page);
    expect(editor.status, page).toBe(200);
  }
  await editor.open(`${draft}/van-ban/procedure.json`);
  expect(editor.form('procedure.json').fields.get('body')).toBe(before);
});

test('an official changes words; English that is left out follows the Vietnamese', async () => {
  await editor.open(`${draft}/thong-tin/thoi-han-le-phi`);
  await editor.fill({ feeText_vi: 'Miễn lệ phí.', feeText_en: '' });
  expect(await facts()).toMatchObject({ feeText: { vi: 'Miễn lệ phí.', en: 'Miễn lệ phí.' } });
  await editor.open(`${draft}/thong-tin`);
  expect(editor.words).toContain('Miễn lệ phí.');
});

test('what is missing is told at its box, and the typing stays', async () => {
  await editor.open(`${draft}/thong-tin/ten`);
  await editor.fill({ name_vi: '', code: 'mã sai', shortName_vi: 'Khai sinh nhanh' });
  expect(editor.status).toBe(422);
  expect(editor.html).toContain('href="#name_vi"');
  expect(editor.words).toContain('Mã chỉ gồm số, chữ hoa và dấu chấm');
  expect(editor.form().fields.get('shortName_vi')).toBe('Khai sinh nhanh');
});

test('a row is added by a button, without a script', async () => {
  await editor.open(`${draft}/thong-tin/can-cu`);
  const before = (await facts())['legalBases'] as unknown[];
  await editor.open(`${draft}/thong-tin/can-cu`);
  await editor.fill({ _do: 'add:legalBases' });
  expect(editor.status).toBe(200);
  const row = `legalBases.${before.length}`;
  await editor.fill({ [`${row}.number`]: '99/2026/NĐ-CP', [`${row}.title`]: 'Nghị định mới' });
  expect(((await facts())['legalBases'] as unknown[]).at(-1)).toEqual({
    number: '99/2026/NĐ-CP',
    title: 'Nghị định mới',
  });
});

test('two editors of different places are merged; of the same place the later one is told', async () => {
  const other = await office().signedIn('quan-tri');
  await other.open(`${draft}/thong-tin/cach-thuc`);
  await editor.open(`${draft}/thong-tin/cach-thuc`);
  await other.fill({ sets: '2' });
  await editor.fill({ steps_vi: 'Nộp, chờ, nhận.' });
  expect(editor.words).toContain('gộp với phần người khác vừa lưu');
  expect(await facts()).toMatchObject({ sets: 2, steps: { vi: 'Nộp, chờ, nhận.' } });

  await other.open(`${draft}/thong-tin/cach-thuc`);
  await editor.open(`${draft}/thong-tin/cach-thuc`);
  await other.fill({ steps_vi: 'Lời của người kia.', sets: '3' });
  await editor.fill({ steps_vi: 'Lời của tôi.' });
  expect(editor.status).toBe(409);
  expect(editor.words).toContain('Lời của người kia.');
  expect(editor.form('/cach-thuc').fields.get('steps_vi')).toBe('Lời của tôi.');
  expect(editor.form('/cach-thuc').fields.get('sets'), 'what only the other changed').toBe('3');
  expect(await facts(), 'nothing was saved').toMatchObject({ steps: { vi: 'Lời của người kia.' } });

  await editor.open(`${draft}/thong-tin/cach-thuc`);
  await editor.fill({ steps_vi: 'Lời của tôi.' });
  expect(await facts()).toMatchObject({ steps: { vi: 'Lời của tôi.' }, sets: 3 });
});

test('a text that was broken by hand is not touched by the editors', async () => {
  await editor.open(`${draft}/van-ban/procedure.json`);
  const good = editor.form('procedure.json').fields.get('body')!;
  await editor.fill({ body: good.replace('"papers": [', '"papers": {') }, 'procedure.json');
  await editor.open(`${draft}/thong-tin/ten`);
  expect(editor.status).toBe(409);
  expect(editor.words).toContain('sai cấu trúc');
  await editor.open(`${draft}/van-ban/procedure.json`);
  await editor.fill({ body: good }, 'procedure.json');
});
