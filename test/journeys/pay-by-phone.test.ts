import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { handle } from './official.ts';
import { phone, servedOffice } from './served-office.ts';

const served = servedOffice();
// Late registration: a fee is owed.
const late = {
  ...birth,
  giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử',
  'con_ngay_sinh.day': '10',
  'con_ngay_sinh.month': '3',
};

async function expectFits(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, page.url()).toBeLessThanOrEqual(360);
}

test('a mother pays on a small telephone without scripts: refused at first, then paid, and told the truth each time', async () => {
  const { office } = served();
  const code = await apply(await office.signedIn('cong-dan-1'), 'dang-ky-khai-sinh', late);
  await handle(office, 'mot-cua-1', code, 'tiep-nhan');
  const page = await served().signedIn('cong-dan-1', { ...phone, javaScriptEnabled: false });
  const atGateway = async (manner: string) => {
    await page.getByRole('button', { name: /VNPAY/ }).click();
    await expectFits(page);
    // The address is the public one; here the same server listens elsewhere.
    const href = await page
      .getByRole('link', { name: 'Sang trang thanh toán' })
      .getAttribute('href');
    const { pathname, search } = new URL(href!);
    await page.goto(`${pathname}${search}`);
    await expectFits(page);
    await page.getByRole('button', { name: manner, exact: true }).click();
    await expectFits(page);
  };
  await page.goto(`/ho-so/${code}`);
  await page.getByRole('link', { name: 'Nộp trực tuyến' }).click();
  await expectFits(page);
  await atGateway('Thẻ bị từ chối');
  expect(await page.locator('h1').innerText()).toMatch(/^Chưa nộp được/);
  await page.getByRole('link', { name: 'Nộp lại' }).click();
  await atGateway('Trả tiền');
  expect(await page.locator('h1').innerText()).toMatch(/^Đã nộp/);
  await page.goto(`/ho-so/${code}`);
  expect(await page.getByText(/^Đã nộp .* ngày/).count()).toBeGreaterThan(0);
}, 120_000);
