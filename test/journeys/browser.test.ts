import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { photoOfPaper } from './photo.ts';
import { desktop, phone, servedOffice } from './served-office.ts';
import { answerInBrowser, typeIn } from './type-in-browser.ts';

const served = servedOffice();
const birthNotice = '000.00.00.G15-KQ004389';

let code = '';

test('on a telephone a mother applies, from the search to the receipt', async () => {
  const page = await served().signedIn('cong-dan-1', phone);
  await page.goto('/');
  await page.getByRole('searchbox').first().fill('lam giay khai sinh cho con');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Đăng ký khai sinh' }).first().click();
  await page.getByRole('link', { name: 'Nộp trực tuyến' }).first().click();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await answerInBrowser(page, birth);
  await bringPaper(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.locator('[name=delivery][value=ONLINE]').check();
  await page.locator('[name=declared]').check();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.waitForURL(/bien-nhan$/);
  code = /ho-so\/([^/]+)/.exec(page.url())![1]!;
  expect(await page.locator('main').innerText()).toContain(code);
});

/** Chooses a photo; the page sends it by itself and comes back with the paper complete. */
async function bringPaper(page: Page): Promise<void> {
  const { name, type, bytes } = await photoOfPaper('chung-sinh');
  const card = page.locator(`[id="giay-to-${birthNotice}"]`);
  await card
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: type, buffer: Buffer.from(bytes) });
  await card.getByText('Đã đủ').waitFor();
}

test('a wrong answer is read out at the top and leads to its box', async () => {
  const page = await served().signedIn('cong-dan-2', phone);
  await page.goto('/nop/dang-ky-khai-sinh');
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const summary = page.getByRole('alert');
  await summary.waitFor();
  expect(
    await summary.evaluate(
      (element) => element.contains(document.activeElement) || element === document.activeElement,
    ),
  ).toBe(true);
  await summary.getByRole('link').first().click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('quan_he');
});

test('what is typed is saved before one goes on, and the page says when', async () => {
  const page = await served().signedIn('doanh-nghiep-1', phone);
  await page.goto('/nop/dang-ky-ho-kinh-doanh');
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await typeIn(page, { chu_the: 'Cá nhân' });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.waitForURL(/chu-ho$/);
  const saved = page.waitForResponse((response) => response.url().includes('/api/v1/drafts/'));
  await page.locator('[name=chu_ho_ten]').fill('Lê Hoàng Phúc Lộc');
  expect((await saved).status()).toBe(200);
  await page.getByText('Đã lưu nháp lúc').waitFor();
  await page.reload();
  expect(await page.locator('[name=chu_ho_ten]').inputValue()).toBe('Lê Hoàng Phúc Lộc');
});

test('officials work through the dossier by keyboard alone', async () => {
  await byKeyboard('mot-cua-1', 't');
  await byKeyboard('thu-ly-1', 'c');
  await findRight();
  await byKeyboard('lanh-dao-1', 'd');
  await byKeyboard('van-thu-1', 's');
  const page = await served().signedIn('cong-dan-1', phone);
  await page.goto(`/ho-so/${code}`);
  expect(await page.locator('main').innerText()).toContain('Đã có kết quả');
});

/** The applicant looks at the draft of the certificate, which waits for her before it is signed. */
async function findRight(): Promise<void> {
  const page = await served().signedIn('cong-dan-1', phone);
  await page.goto(`/ho-so/${code}`);
  await page.getByRole('link', { name: 'Kiểm tra bản nháp' }).click();
  await page.getByLabel('Đúng, tôi đồng ý').check();
  await page.getByRole('button', { name: 'Gửi trả lời' }).click();
  await page.getByText('Đã ghi nhận: bạn đồng ý với bản nháp').waitFor();
}

/** Walks down the list, opens the dossier and presses the key of the usual act. */
async function byKeyboard(account: string, key: string): Promise<void> {
  const page = await served().signedIn(account, desktop);
  await page.goto('/can-bo');
  await page.locator('[data-keys]').waitFor({ state: 'visible' });
  for (let row = 0; row < 20; row++) {
    await page.keyboard.press('j');
    if ((await page.locator('tr[data-at=here]').innerText()).includes(code)) break;
  }
  await page.keyboard.press('e');
  await page.waitForURL(new RegExp(`/can-bo/ho-so/${code}`));
  await page.locator('.case-acts').waitFor();
  await page.keyboard.press(key);
  await page.locator('.notice, [role=status], [role=alert]').first().waitFor();
  await page.context().close();
}
