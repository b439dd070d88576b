import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { crawl } from './crawl.ts';
import { playScene } from './scene.ts';
import { desktop, servedOffice } from './served-office.ts';
import { stopsOf, type Stop } from './stops.ts';

const served = servedOffice();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const contrast = ['color-contrast', 'link-in-text-block'];

let stops: Stop[] = [];
let seen: { readonly place: string; readonly barriers: string[]; readonly tooWide: string[] }[] =
  [];

beforeAll(async () => {
  const { office } = served();
  const scene = await playScene(office);
  stops = stopsOf(scene);
  const known = new Set(stops.map(({ route }) => route));
  const found = await crawl(office, 'quan-tri', [
    '/',
    '/so-minh-bach',
    '/so-minh-bach/neo',
    '/quan-tri/co-quan?nam=2027',
    '/xuong-thu-tuc',
    scene.studioDraft,
    scene.studioReplay,
  ]);
  stops.push(...found.filter(({ route }) => !known.has(route)));
  seen = await lookAtAll();
}, 600_000);

test('every page of the application is known here, or some link leads to it', () => {
  const { routes } = served().office.application;
  const pages = routes
    .filter(({ kind, method }) => kind === 'page' && method === 'GET')
    .map(({ path }) => path);
  const known = new Set(stops.map(({ route }) => route));
  expect(pages.filter((path) => !known.has(path))).toEqual([]);
});

test('people who see, hear or move otherwise can use every page: WCAG 2.2 AA, light and dark', () => {
  expect(seen.length).toBe(stops.length);
  expect(
    seen.flatMap(({ place, barriers }) => barriers.map((barrier) => `${place}: ${barrier}`)),
  ).toEqual([]);
});

test('no page has to be moved sideways on a small telephone, with ordinary and with large letters', () => {
  expect(seen.flatMap(({ place, tooWide }) => tooWide.map((how) => `${place}: ${how}`))).toEqual(
    [],
  );
});

/** Looks at every page, two people at a time. */
async function lookAtAll(): Promise<typeof seen> {
  const looks: typeof seen = [];
  const people = [...new Set(stops.map(({ who }) => who))];
  async function work(): Promise<void> {
    for (let who = people.shift(); who !== undefined; who = people.shift()) {
      const page =
        who === null ? await served().visitor(desktop) : await served().signedIn(who, desktop);
      for (const { address } of stops.filter((one) => one.who === who)) {
        looks.push({ place: `${address} (${who ?? 'visitor'})`, ...(await lookAt(page, address)) });
      }
      await page.context().close();
    }
  }
  await Promise.all([work(), work()]);
  return looks;
}

/** Officials sit at screens, citizens hold telephones: that is where a page is examined. */
async function lookAt(
  page: Page,
  address: string,
): Promise<{ barriers: string[]; tooWide: string[] }> {
  const isDesk = /^\/(can-bo|quan-tri|xuong-thu-tuc|ui)/.test(address);
  await page.setViewportSize(isDesk ? { width: 1280, height: 800 } : { width: 360, height: 740 });
  const response = await page.goto(address);
  if (response?.status() !== 200) return { barriers: ['does not open'], tooWide: [] };
  const isElsewhere = new URL(page.url()).pathname !== address.split('?', 1)[0];
  if (isElsewhere) return { barriers: [], tooWide: [] };
  const barriers = await violations(page, { type: 'tag', values: standard });
  await page.emulateMedia({ colorScheme: 'dark' });
  barriers.push(
    ...(await violations(page, { type: 'rule', values: contrast })).map((fault) => `dark ${fault}`),
  );
  await page.emulateMedia({ colorScheme: 'light' });
  return { barriers, tooWide: await widths(page) };
}

/** At which widths and sizes of letters a page is wider than its screen. */
async function widths(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const letters of ['ordinary', 'large']) {
    await page.evaluate(
      (large) => document.documentElement.classList.toggle('large', large),
      letters === 'large',
    );
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) wide.push(`${excess} px too wide at ${width} px with ${letters} letters`);
    }
  }
  return wide;
}

type Axe = {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
};

async function violations(
  page: Page,
  runOnly: { type: string; values: string[] },
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations: found } = await page.evaluate(
    (options) => (window as unknown as { axe: Axe }).axe.run(document, options),
    { runOnly, resultTypes: ['violations'] },
  );
  return found.map(
    ({ id, nodes }) =>
      `${id} ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  );
}
