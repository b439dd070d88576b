import { expect, test } from 'vitest';
import type { Route, Visit } from '#/platform/http/index.ts';
import { settingsRoutes } from './settings.ts';

type PageRoute = Extract<Route, { kind: 'page' }>;
const [route] = settingsRoutes('http://localhost:8080') as PageRoute[];
const visit = { look: { large: false, contrast: false, theme: 'auto' } } as Visit;

test('a choice of look is kept and leads back to the page', async () => {
  expect(await route!.handle(undefined as never, visit, { large: 'yes', back: '/ho-so' })).toEqual({
    goTo: '/ho-so',
    cookies: { cqs_look: { value: 'large', maxAgeSeconds: 31_536_000 } },
  });
});

test.each(['/\t/evil.example', '/\n/evil.example', '//evil.example', 'https://evil.example'])(
  'the switch leads nobody away by %j',
  async (back) => {
    expect(await route!.handle(undefined as never, visit, { back })).toMatchObject({ goTo: '/' });
  },
);
