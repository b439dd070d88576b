import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOwnPath } from './own-path.ts';

test.each(['/', '/ho-so', '/dich-vu?q=khai%20sinh', '/dang-nhap'])(
  '%s is a page of this site',
  (path) => {
    expect(readOwnPath(path)).toBe(path);
  },
);

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '/ho-so\n',
  '/ho so',
  'ho-so',
  '',
  ['/ho-so'],
  undefined,
])('nobody is led away by %j', (candidate) => {
  expect(readOwnPath(candidate)).toBeUndefined();
});

test('whatever is accepted stays on this site', () => {
  const letters = fc.constantFrom('/', '\\', '\t', '\n', '\r', ' ', 'a', '.', '@', ':', '\u0000');
  const crafted = fc.array(letters, { maxLength: 12 }).map((rest) => `/${rest.join('')}`);
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), crafted), (candidate) => {
      const path = readOwnPath(candidate);
      if (path !== undefined)
        expect(new URL(path, 'http://here.example').host).toBe('here.example');
    }),
  );
});
