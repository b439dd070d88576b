import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReturnPath, signInPath } from './return-path.ts';

test.each(['/ho-so', '/ho-so/G09.20-20260609-0092637?tab=giay-to', '/dich-vu?q=khai%20sinh', '/'])(
  'after signing in one returns to %s',
  (path) => {
    expect(readReturnPath(path)).toBe(path);
  },
);

test.each([
  'https://example.com/',
  '//example.com',
  '/\\example.com',
  '/\t/example.com',
  '/ho-so\n',
  'ho-so',
  '',
  '/dang-nhap?tiep=/dang-nhap',
  '/dang-xuat',
  `/${'a'.repeat(1_000)}`,
])('nobody is led away by %j', (path) => {
  expect(readReturnPath(path)).toBeUndefined();
});

test('whatever is accepted stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((rest) => `/${rest}`),
      ),
      (candidate) => {
        const path = readReturnPath(candidate);
        if (path !== undefined)
          expect(new URL(path, 'http://here.example').host).toBe('here.example');
      },
    ),
  );
});

test('the sign-in page remembers where one wanted to go', () => {
  expect(signInPath('/ho-so?trang=2')).toBe('/dang-nhap?tiep=%2Fho-so%3Ftrang%3D2');
  expect(signInPath('//example.com')).toBe('/dang-nhap');
});
