import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { desktop, servedOffice } from './served-office.ts';

const served = servedOffice();
let draft = '';
beforeAll(async () => {
  const editor = await served().office.signedIn('quan-tri');
  await editor.open('/xuong-thu-tuc/thu-tuc/dang-ky-khai-sinh');
  await editor.fill({}, '/sua');
  draft = editor.path;
});

async function textOf(file: string): Promise<string> {
  const editor = await served().office.signedIn('quan-tri');
  await editor.open(`${draft}/van-ban/${file}`);
  return editor.form(file).fields.get('body')!;
}

/** Opens the drawing board and listens for what the page's policy forbids. */
async function atTheBoard(): Promise<{ page: Page; forbidden: string[] }> {
  const page = await served().signedIn('quan-tri', desktop);
  const forbidden: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') forbidden.push(message.text());
  });
  page.on('pageerror', (error) => forbidden.push(String(error)));
  await page.goto(`${draft}/quy-trinh/ve`);
  await page.locator('form[data-ready]').waitFor();
  return { page, forbidden };
}

test('an official renames a step by a click in the picture and saves it; every other line stays', async () => {
  const before = await textOf('process.bpmn');
  const { page, forbidden } = await atTheBoard();
  await page.locator('.djs-element[data-element-id=receive]').click();
  const name = page.getByLabel('Tên', { exact: true });
  expect(await name.inputValue()).toContain('Tiếp nhận, kiểm tra');
  await name.fill('Nhận và kiểm tra hồ sơ');
  await page.getByLabel('Giờ làm việc').fill('3');
  await page.getByText('Có thay đổi chưa lưu').waitFor();
  await page.getByRole('button', { name: 'Lưu bản vẽ' }).click();
  await page.getByText('Đã lưu').first().waitFor();
  expect(forbidden).toEqual([]);
  const after = await textOf('process.bpmn');
  expect(after).toContain('name="Nhận và kiểm tra hồ sơ"');
  const process = (xml: string) =>
    xml.slice(xml.indexOf('<bpmn:process'), xml.indexOf('</bpmn:process>'));
  const kept = new Set(process(after).split('\n'));
  const gone = process(before)
    .split('\n')
    .filter((line) => !kept.has(line));
  expect(gone.join('\n')).toContain('Tiếp nhận, kiểm tra');
  expect(gone.length).toBeLessThanOrEqual(4);
  await page.goto(`${draft}/quy-trinh`);
  expect(await page.locator('main').innerText()).toContain('hồ sơ nào cũng đi đến kết thúc');
  expect(await page.locator('main').innerText()).toContain('Nhận và kiểm tra hồ sơ');
});

test('by keyboard a part is chosen from the list, a step changes its kind, and its outcomes follow', async () => {
  const { page, forbidden } = await atTheBoard();
  await page.getByLabel('Chọn phần để sửa').selectOption('handle');
  await page.getByLabel('Loại bước').selectOption('review');
  expect(await page.getByLabel('Kết quả của bước').inputValue()).toBe('forward return');
  expect(forbidden).toEqual([]);
});

test('the menus speak Vietnamese, and the watermark of bpmn.io stays', async () => {
  const { page } = await atTheBoard();
  expect(await page.locator('.djs-palette').innerHTML()).toContain('Thêm kết thúc');
  await page.locator('.djs-element[data-element-id=receive]').click();
  await page.locator('.djs-context-pad .entry[title="Đổi loại"]').click();
  expect(await page.locator('.djs-popup').innerText()).toContain('Bước do máy làm');
  expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
});

test('without scripts the page shows the picture and leads to the step list', async () => {
  const editor = await served().office.signedIn('quan-tri');
  await editor.open(`${draft}/quy-trinh/ve`);
  expect(editor.html).toContain('class="process-picture"');
  expect(editor.linkTo(`${draft}/quy-trinh`)).toBeDefined();
});

test('no page of citizens loads the drawing board', async () => {
  const page = await served().visitor(desktop);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  for (const address of ['/', '/dich-vu/dang-ky-khai-sinh', '/tra-cuu'])
    await page.goto(address, { waitUntil: 'networkidle' });
  expect(loaded.some((url) => url.includes('/tai-nguyen/'))).toBe(true);
  expect(loaded.filter((url) => url.includes('process-drawing'))).toEqual([]);
});
