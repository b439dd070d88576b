import { beforeAll, expect, test } from 'vitest';
import { demoOffice } from '../../../../../test/journeys/office.ts';
import type { Person } from '../../../../../test/journeys/person.ts';
import type { EditableForm } from '../../editable.ts';

const office = demoOffice();
let editor: Person;
let draft: string;
beforeAll(async () => {
  editor = await office().signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  await editor.fill({}, '/sua');
  draft = editor.path;
});

async function textOf(file: string): Promise<string> {
  const reader = await office().signedIn('quan-tri');
  await reader.open(`${draft}/van-ban/${file}`);
  return reader.form(file).fields.get('body')!;
}

async function form(): Promise<EditableForm> {
  return JSON.parse(await textOf('form.json')) as EditableForm;
}

/** Addresses of a kind that the page in front links to. */
function links(pattern: RegExp): string[] {
  return [
    ...new Set([...editor.html.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href!)),
  ].filter((href) => pattern.test(href));
}

test('opening and saving pages and questions without a change changes no letter', async () => {
  const before = await textOf('form.json');
  await editor.open(`${draft}/to-khai`);
  const outline = links(/\/to-khai\/(trang|cau)\/[^/]+$/).filter((href) => !href.endsWith('_moi'));
  expect(outline.length).toBeGreaterThan(50);
  const some = outline.filter((_href, no) => no % 4 === 0);
  for (const href of [...some, `${draft}/to-khai/gia-tri`, `${draft}/to-khai/ten`]) {
    await editor.open(href);
    await editor.fill({}, href);
    expect(editor.status, href).toBe(200);
  }
  await editor.open(`${draft}/to-khai/doi-chieu`);
  for (const href of links(/\/doi-chieu\/\d+$/)) {
    await editor.open(href);
    await editor.fill({}, href);
  }
  expect(await textOf('form.json')).toBe(before);
});

test('the same holds for papers and for the questions before filing', async () => {
  const before = await textOf('procedure.json');
  for (const place of ['giay-to', 'hoi-truoc']) {
    await editor.open(`${draft}/${place}`);
    for (const href of links(new RegExp(`/${place}/(?!_moi)[^/]+$`))) {
      await editor.open(href);
      await editor.fill({}, href);
      expect(editor.status, href).toBe(200);
    }
  }
  expect(await textOf('procedure.json')).toBe(before);
});

test('a page and a question with a condition in words are added; the condition becomes FEEL', async () => {
  await editor.open(`${draft}/to-khai/trang/_moi`);
  await editor.fill({ title_vi: 'Hỗ trợ thêm' });
  await editor.open(`${draft}/to-khai/trang/ho-tro-them/cau-moi`);
  await editor.fill({
    kind: 'integer',
    label_vi: 'Số con đã sinh',
    'when.mode': 'and',
    'when.0.subject': 'truong_hop',
    'when.0.relation': 'is',
    'when.0.value': 'Cháu có cha hoặc mẹ',
    _do: 'refresh',
  });
  expect(editor.form().names, 'the settings of the kind').toContain('max');
  await editor.fill({ max: '20' });
  expect(editor.words).toContain('“Cháu thuộc trường hợp nào?” là “Cháu có cha hoặc mẹ”');
  const page = (await form()).pages.at(-1)!;
  expect(page).toMatchObject({
    id: 'ho-tro-them',
    title: { vi: 'Hỗ trợ thêm', en: 'Hỗ trợ thêm' },
  });
  expect(page.questions).toEqual([
    {
      name: 'so_con_da_sinh',
      kind: 'integer',
      label: { vi: 'Số con đã sinh', en: 'Số con đã sinh' },
      required: true,
      when: 'truong_hop = "Trẻ có cha hoặc mẹ"',
      max: 20,
    },
  ]);
});

test('a wrong condition is told at its box and nothing typed is lost', async () => {
  await editor.open(`${draft}/to-khai/cau/so_con_da_sinh`);
  await editor.fill({
    label_vi: 'Đã sinh mấy con?',
    'when.mode': 'feel',
    'when.feel': 'khong_co_cau_nay = 1',
  });
  expect(editor.status).toBe(422);
  expect(editor.html).toContain('href="#when.feel"');
  expect(editor.words).toContain('Không có tên “khong_co_cau_nay”');
  expect(editor.form().fields.get('label_vi')).toBe('Đã sinh mấy con?');
});

test('a question may only look at those before it', async () => {
  await editor.open(`${draft}/to-khai/cau/truong_hop`);
  await editor.fill({ 'when.mode': 'feel', 'when.feel': 'so_con_da_sinh = 1' });
  expect(editor.status).toBe(422);
});

test('a table is made with its rows’ questions, moved to another page, and taken away', async () => {
  await editor.open(`${draft}/to-khai/trang/ho-tro-them/cau-moi`);
  await editor.fill({ kind: 'table', label_vi: 'Các con', required: 'no' });
  expect(editor.path).toMatch(/\/cau\/cac_con$/);
  await editor.open(`${editor.path}/cot/_moi`);
  await editor.fill({ kind: 'person-name', label_vi: 'Họ tên con' });
  expect((await form()).pages.at(-1)!.questions[1]).toMatchObject({
    kind: 'table',
    columns: [{ name: 'ho_ten_con', kind: 'person-name' }],
  });
  const first = (await form()).pages[0]!;
  await editor.open(`${draft}/to-khai/cau/cac_con`);
  await editor.fill({ page: first.id }, 'cac_con');
  expect((await form()).pages[0]!.questions.at(-1)?.name).toBe('cac_con');
  await editor.open(`${draft}/to-khai`);
  await editor.fill({}, '/cau/cac_con');
  await editor.send(`${draft}/to-khai/cau/cac_con/bo`, {});
  expect((await form()).pages[0]!.questions.map(({ name }) => name)).not.toContain('cac_con');
});

test('pages and questions are moved by buttons', async () => {
  const ids = (await form()).pages.map(({ id }) => id);
  await editor.open(`${draft}/to-khai`);
  await editor.send(`${draft}/to-khai/trang/${ids.at(-1)}/len`, {});
  expect((await form()).pages.map(({ id }) => id).at(-2)).toBe(ids.at(-1));
});

test('while one editor moves a page, another changes a question on it: both are kept', async () => {
  const other = await office().signedIn('quan-tri');
  await other.open(`${draft}/to-khai/cau/so_con_da_sinh`);
  await editor.open(`${draft}/to-khai`);
  await editor.send(`${draft}/to-khai/trang/ho-tro-them/len`, {});
  await other.fill({ label_vi: 'Số con' });
  expect(other.words).toContain('gộp');
  const pages = (await form()).pages;
  const at = pages.findIndex(({ id }) => id === 'ho-tro-them');
  expect(at).toBe(pages.length - 3);
  expect(pages[at]!.questions[0]!.label.vi).toBe('Số con');
});

test('a value is computed, and a check across answers is added in words', async () => {
  await editor.open(`${draft}/to-khai/gia-tri`);
  await editor.fill({ _do: 'add:values' });
  await editor.fill({ 'values.1.name': 'dong_con', 'values.1.formula': 'so_con_da_sinh >' });
  expect(editor.status).toBe(422);
  await editor.fill({ 'values.1.formula': 'so_con_da_sinh > 2' });
  expect((await form()).computed).toMatchObject({ dong_con: 'so_con_da_sinh > 2' });
  await editor.open(`${draft}/to-khai/doi-chieu/_moi`);
  await editor.fill({
    words_vi: 'Xem lại số con',
    at: 'so_con_da_sinh',
    severity: 'warning',
    'wrong.mode': 'and',
    'wrong.0.subject': 'so_con_da_sinh',
    'wrong.0.relation': 'more',
    'wrong.0.value': '10',
  });
  expect((await form()).checks?.at(-1)).toEqual({
    wrong: 'so_con_da_sinh > 10',
    at: 'so_con_da_sinh',
    words: { vi: 'Xem lại số con', en: 'Xem lại số con' },
    severity: 'warning',
  });
});

test('a paper is added with its condition and its source of reuse, and moved', async () => {
  await editor.open(`${draft}/giay-to/_moi`);
  await editor.fill({
    name_vi: 'Giấy xác nhận hộ nghèo',
    code: 'HO.NGHEO',
    group: 'SUBMIT',
    reuseFrom: 'CSDLQG_DAN_CU',
    'when.mode': 'or',
    'when.0.subject': 'channel',
    'when.0.relation': 'is',
    'when.0.value': 'DIRECT',
  });
  const papers = () => textOf('procedure.json').then((text) => JSON.parse(text).papers);
  expect((await papers()).at(-1)).toEqual({
    code: 'HO.NGHEO',
    name: { vi: 'Giấy xác nhận hộ nghèo', en: 'Giấy xác nhận hộ nghèo' },
    originals: 1,
    copies: 0,
    group: 'SUBMIT',
    when: 'channel = "DIRECT"',
    reuseFrom: 'CSDLQG_DAN_CU',
    required: true,
  });
  await editor.send(`${draft}/giay-to/HO.NGHEO/len`, {});
  expect((await papers()).at(-2).code).toBe('HO.NGHEO');
  const rules = () => textOf('rules.dmn');
  expect(await rules(), 'its row in the rules follows').toContain('"HO.NGHEO"');
  await editor.open(`${draft}/kiem-tra`);
  expect(editor.words).not.toContain('rules.dmn thì không');
  await editor.open(`${draft}/giay-to/HO.NGHEO`);
  await editor.fill({ code: 'HO.NGHEO.2' });
  expect(await rules()).toContain('"HO.NGHEO.2"');
  await editor.open(`${draft}/giay-to`);
  await editor.send(`${draft}/giay-to/HO.NGHEO.2/bo`, {});
  expect(await rules()).not.toContain('"HO.NGHEO');
});
