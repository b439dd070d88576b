import { expect, test } from 'vitest';
import { phone, servedOffice } from '../../../../../test/journeys/served-office.ts';

const served = servedOffice();

test('a saved list whose name is one long word fits the screen of a phone, and its rows come first', async () => {
  const page = await served().signedIn('mot-cua-1', phone);
  const isTooWide = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > screen.width');
  await page.goto('/can-bo?hang=tat-ca&kenh=buu-chinh');
  await page.getByText('Lưu danh sách này').click();
  await page.fill('#name', 'W'.repeat(60));
  await page.locator('form[action="/can-bo/danh-sach"] button').click();
  await page.waitForURL(/luu=/);
  expect(await isTooWide()).toBe(false);
  expect(await page.getByLabel('Kênh nộp').isVisible(), 'the filters are folded away').toBe(false);
  await page.getByText('Đổi tên danh sách').click();
  await page.fill('#name', '');
  await page.locator('form[action$="/ten"] button').click();
  await page.getByText('Cần sửa 1 chỗ').waitFor();
  expect(await isTooWide()).toBe(false);
}, 60_000);
