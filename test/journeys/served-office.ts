import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { ensureIslands } from '#/app/islands.ts';
import { openBrowser } from './browser.ts';
import { demoOffice, type Office } from './office.ts';

/** The demo commune on a port of this machine, and a browser to visit it with. */
export interface ServedOffice {
  readonly office: Office;
  readonly address: string;
  readonly browser: Browser;
  /** A visitor with a browser profile of their own. */
  visitor(how?: BrowserContextOptions): Promise<Page>;
  /** Somebody signed in by the button of a demo account. */
  signedIn(account: string, how?: BrowserContextOptions): Promise<Page>;
}

/** A small telephone, and the screen of an office. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** Opens the demo commune for visitors with real browsers. */
export function servedOffice(): () => ServedOffice {
  beforeAll(() => ensureIslands(() => undefined));
  const office = demoOffice();
  let served: ServedOffice | undefined;
  beforeAll(async () => {
    await office().web.listen({ host: '127.0.0.1', port: 0 });
    const { port } = office().web.server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    const browser = await openBrowser();
    const contexts: BrowserContext[] = [];
    async function visitor(how: BrowserContextOptions = phone): Promise<Page> {
      const context = await browser.newContext({
        baseURL: address,
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        reducedMotion: 'reduce',
        ...how,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      return page;
    }
    served = {
      office: office(),
      address,
      browser,
      visitor,
      async signedIn(account, how) {
        const page = await visitor(how);
        await page.goto('/dang-nhap');
        await page.locator(`button[name=account][value=${account}]`).click();
        await page.waitForURL((url) => url.pathname !== '/dang-nhap');
        return page;
      },
    };
  });
  afterAll(() => served?.browser.close());
  return () => {
    if (!served) throw new Error('the office opens in beforeAll');
    return served;
  };
}
