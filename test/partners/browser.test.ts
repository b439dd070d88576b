import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureIslands } from '#/app/islands.ts';
import { testDatabase } from '../database/fixture.ts';
import { openBrowser } from '../journeys/browser.ts';
import { demoCommune } from '../journeys/commune.ts';
import { startNode, type Node } from './node.ts';
import { begin, finish, newPartner, type Partner } from './partner.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const database = testDatabase(undefined, demoCommune);
let node: Node;
let site: Partner;
let browser: Browser;

beforeAll(async () => {
  await ensureIslands(() => undefined);
  node = await startNode(database().url);
  site = await newPartner(node, 'cong-xay-dung', 'site', ['openid', 'profile']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await node.close();
});

it('somebody with a telephone signs in to a partner, consents, comes back, and signs out of both', async () => {
  const page = await (
    await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale: 'vi-VN',
      reducedMotion: 'reduce',
    })
  ).newPage();
  page.setDefaultTimeout(10_000);
  const begun = await begin(site, { scope: 'openid profile' });
  await page.goto(begun.url.href);
  await page.locator('button[name=account][value=cong-dan-1]').click();
  await page.waitForURL(/\/ket-noi\//);
  await page.evaluate(axe);
  const barriers = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string }[] }> };
    };
    return (await checker.run()).violations.map(({ id }) => id);
  });
  expect(barriers).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.locator('button[name=answer][value=yes]').click();
  await page.waitForURL((url) => url.href.startsWith(site.redirectUri));
  const tokens = await finish(site, begun, new URL(page.url()));
  expect(tokens.claims()).toMatchObject({ acr: 'vn:loa:2' });

  const out = new URL('/oauth/dang-xuat', node.origin);
  const [after = ''] = site.client.postLogoutRedirectUris;
  out.search = new URLSearchParams({
    id_token_hint: tokens.id_token!,
    post_logout_redirect_uri: after,
  }).toString();
  await page.goto(out.href);
  await page.getByRole('button', { name: 'Đăng xuất khỏi tất cả' }).click();
  await page.waitForURL((url) => url.href.startsWith(after));
  await page.goto(`${node.origin}/tai-khoan`);
  expect(new URL(page.url()).pathname).toBe('/dang-nhap');
});
