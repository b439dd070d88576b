import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { formPageOf } from './form-page.ts';
import { get, post } from './route.ts';

const nothing = () => Promise.reject(new Error('not called'));
const routes = [
  get('/', ['anyone'], nothing),
  get('/tai-khoan', ['anyone'], nothing),
  post('/tai-khoan/mat-khau', ['anyone'], nothing),
  get('/nop/:slug/trang/:page', ['anyone'], nothing),
];

function pageOf(url: string, referer?: string): string {
  const request = { url, host: 'dvc.example.vn', headers: { referer } };
  return formPageOf(routes, request as unknown as FastifyRequest);
}

test.each([
  [
    'where the browser was',
    '/x',
    'https://dvc.example.vn/nop/a/trang/b?sua=1',
    '/nop/a/trang/b?sua=1',
  ],
  ['its own address, which is a page', '/nop/a/trang/b', undefined, '/nop/a/trang/b'],
  ['the page above its address', '/tai-khoan/mat-khau', undefined, '/tai-khoan'],
  [
    'past a Referer that is no page',
    '/tai-khoan/mat-khau',
    'https://dvc.example.vn/tai-khoan/mat-khau',
    '/tai-khoan',
  ],
  [
    'past a Referer of another site',
    '/tai-khoan/mat-khau',
    'https://evil.example/nop/a/trang/b',
    '/tai-khoan',
  ],
  ['past a Referer that cannot be read', '/tai-khoan/mat-khau', '::', '/tai-khoan'],
  ['the start when there is nothing else', '/x/y', undefined, '/'],
])('a form came from %s', (_what, url, referer, page) => {
  expect(pageOf(url, referer)).toBe(page);
});
