import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { phone, servedOffice } from './served-office.ts';

const served = servedOffice();

/** Waits until the service worker answers for the page, and has kept the public pages. */
async function ready(page: Page): Promise<void> {
  const isReady = () =>
    page.evaluate(
      async () =>
        navigator.serviceWorker.controller !== null &&
        (await caches.match('/ngoai-tuyen/dich-vu?lang=vi')) !== undefined,
    );
  await expect.poll(isReady, { timeout: 10_000 }).toBe(true);
}

test('the site can be installed: its manifest names it, its pictures and its shortcuts in the reader’s language', async () => {
  const page = await served().visitor(phone);
  await page.goto('/?lang=en');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await page.request.get(address!)).json()) as {
    lang: string;
    icons: { src: string; sizes: string; purpose: string }[];
    shortcuts: { url: string }[];
  };
  expect(manifest.lang).toBe('en');
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toContain(
    '512x512 maskable',
  );
  for (const { src } of manifest.icons)
    expect((await page.request.get(src)).headers()['content-type']).toBe('image/png');
  for (const { url } of manifest.shortcuts)
    expect((await page.request.get(url)).status()).toBe(200);
});

test('without network one reads what can be done and the catalogue, at whatever address', async () => {
  const page = await served().visitor(phone);
  await page.goto('/');
  await ready(page);
  await page.context().setOffline(true);
  await page.goto('/tra-cuu');
  expect(await page.locator('h1').innerText()).toBe('Dùng khi không có mạng');
  await page.goto('/dich-vu/dang-ky-khai-sinh');
  expect(await page.locator('main').innerText()).toContain('Đăng ký khai sinh');
  expect(await page.evaluate(() => document.fonts.check('18px "Be Vietnam Pro"'))).toBe(true);
  await page.context().setOffline(false);
  await page.goto('/tra-cuu');
  expect(await page.locator('h1').innerText()).not.toBe('Dùng khi không có mạng');
});

test('no page of a person is among what the service worker keeps', async () => {
  const page = await served().signedIn('cong-dan-1', phone);
  for (const address of ['/ho-so', '/toi/du-lieu', '/ngoai-tuyen', '/dich-vu'])
    await page.goto(address);
  await ready(page);
  const kept = await page.evaluate(async () => {
    const store = await caches.open((await caches.keys())[0]!);
    const pages = (await store.keys()).filter(({ url }) => !url.includes('/tai-nguyen/'));
    const texts = await Promise.all(
      pages.map(async ({ url }) => (await store.match(url))!.clone().text()),
    );
    return { stores: (await caches.keys()).length, urls: pages.map(({ url }) => url), texts };
  });
  expect(kept.stores).toBe(1);
  expect(kept.urls.map((url) => new URL(url).pathname).toSorted()).toEqual([
    '/ngoai-tuyen',
    '/ngoai-tuyen/dich-vu',
    '/ngoai-tuyen/ngon-ngu',
  ]);
  expect(kept.texts.join('')).not.toMatch(/Nguyễn Thị Thu Hà|\/dang-xuat/);
});
