import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiScopes } from '#/modules/openid/index.ts';

/** The routes of the API that are not open to anyone, as the generated list has them. */
function guardedRoutes(): string[] {
  const lines = readFileSync('docs/generated/routes.md', 'utf8').split('\n');
  return lines
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, , , kind, access]) => kind === 'api' && access !== 'anyone')
    .map(([, method, path]) => `${method} ${path}`);
}

test('every route of the API says which scope an access token needs there, and no scope is for a route that is gone', () => {
  const routes = guardedRoutes();
  expect(routes.length).toBeGreaterThan(5);
  expect(Object.keys(apiScopes).toSorted()).toEqual(routes.toSorted());
});
