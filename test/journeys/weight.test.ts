import type { Page, Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { answerPage, begin } from './apply.ts';
import { phone, servedOffice } from './served-office.ts';

const served = servedOffice();

/** What a page weighs on the wire, in bytes. */
interface Weight {
  readonly total: number;
  readonly scripts: number;
}

/** Opens an address as a first visit and weighs everything that came, headers included. */
async function weigh(page: Page, address: string): Promise<Weight> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(
    responses.map(async (response) => {
      const { responseBodySize, responseHeadersSize } = await response.request().sizes();
      return {
        bytes: responseBodySize + responseHeadersSize,
        isScript: response.request().resourceType() === 'script',
      };
    }),
  );
  const sum = (parts: typeof sizes) => parts.reduce((total, { bytes }) => total + bytes, 0);
  return { total: sum(sizes), scripts: sum(sizes.filter(({ isScript }) => isScript)) };
}

test.each(['/', '/dich-vu/dang-ky-khai-sinh', '/tra-cuu'])(
  'the first page on a telephone (%s) weighs at most 150 kB, its scripts at most 10 kB',
  async (address) => {
    const { total, scripts } = await weigh(await served().visitor(phone), address);
    expect(total).toBeGreaterThan(20_000);
    expect(total).toBeLessThanOrEqual(150_000);
    expect(scripts).toBeLessThanOrEqual(10_000);
  },
);

test('a page with questions and one with papers keep to it too', async () => {
  const mother = await served().office.signedIn('cong-dan-1');
  await begin(mother, 'dang-ky-khai-sinh');
  for (let page = 0; page < 2; page++) await answerPage(mother, birth);
  for (const address of [mother.path, mother.path.replace(/trang\/.*$/, 'giay-to')]) {
    const context = (await served().signedIn('cong-dan-1', phone)).context();
    const state = await context.storageState();
    const { total, scripts } = await weigh(
      await served().visitor({ ...phone, storageState: state }),
      address,
    );
    expect(total, address).toBeLessThanOrEqual(150_000);
    expect(scripts, address).toBeLessThanOrEqual(10_000);
  }
});

test('what a page loads besides itself is kept by the browser for a year', async () => {
  const page = await served().visitor(phone);
  const caching: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/tai-nguyen/'))
      caching.push(response.headers()['cache-control'] ?? '');
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(caching.length).toBeGreaterThan(2);
  expect(new Set(caching)).toEqual(new Set(['public, max-age=31536000, immutable']));
});
