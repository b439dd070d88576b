import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../test/web/fixture.tsx';
import { site } from '../site.ts';
import { aboutRoutes } from './routes.tsx';

const database = testDatabase('identity');
const routes = aboutRoutes(site);
let web: TestWeb;

beforeAll(async () => {
  web = await testWeb(database(), () => [{ name: 'about', routes }], {
    at: new Date('2026-07-15T08:00:00+07:00'),
  });
});
afterAll(() => web.close());

test('every link of the foot leads to a page that is there, and all these pages are linked', () => {
  const foot = readFileSync(new URL('../../ui/frame/foot.tsx', import.meta.url), 'utf8');
  const known = readFileSync(new URL('../../../docs/generated/routes.md', import.meta.url), 'utf8');
  const linked = [...foot.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
  expect(linked).toEqual(expect.arrayContaining(routes.map(({ path }) => path)));
  expect(linked.filter((href) => !known.includes(`| GET | ${href} |`))).toEqual([]);
});

test.each(routes.map(({ path }) => path))('%s speaks both languages', async (path) => {
  const vi = await web.browser().get(path);
  const en = await web.browser().get(`${path}?lang=en`);
  expect([vi.status, en.status]).toEqual([200, 200]);
  expect(vi.html).toContain('<html lang="vi"');
  expect(en.html).toContain('<html lang="en"');
  expect(vi.html.match(/<h1/g)).toHaveLength(1);
  expect(vi.html.match(/<h2/g)?.length).toBe(en.html.match(/<h2/g)?.length);
});

test('help starts with people, in the words of whoever runs the site', async () => {
  const { html } = await web.browser().get('/tro-giup');
  const [person, steps] = [site.contact[0]!.vi, 'Nộp hồ sơ, từng bước'];
  expect(html.indexOf(person)).toBeGreaterThan(-1);
  expect(html.indexOf(person)).toBeLessThan(html.indexOf(steps));
});

test('steps that only explain do not claim a state', async () => {
  const { html } = await web.browser().get('/tro-giup');
  expect(html).toContain('class="step step--todo"');
  expect(html).not.toContain('(Chưa đến)');
});
