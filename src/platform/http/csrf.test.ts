import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, test } from 'vitest';
import { keysFrom } from '../crypto/index.ts';
import { cookieNames } from './cookies.ts';
import { csrfGuard, isOwnOrigin } from './csrf.ts';

const names = cookieNames(true);
const guard = csrfGuard(keysFrom(Buffer.alloc(32, 1)), names, true);

function browser(cookies: Record<string, string> = {}) {
  const request = { cookies } as unknown as FastifyRequest;
  const reply = {
    setCookie(name: string, value: string) {
      cookies[name] = value;
      return this;
    },
  } as unknown as FastifyReply;
  return { request, reply, cookies };
}

describe('the token of a form', () => {
  test('belongs to one browser, which gets a cookie at its first form and keeps it', () => {
    const { request, reply, cookies } = browser();
    const token = guard.tokenFor(request, reply);
    expect(Object.keys(cookies)).toEqual([names.visitor]);
    expect(guard.tokenFor(request, reply)).toBe(token);
    expect(guard.isOurs(request, token)).toBe(true);
    const other = browser();
    expect(guard.tokenFor(other.request, other.reply)).not.toBe(token);
    expect(guard.isOurs(other.request, token)).toBe(false);
  });

  test('is refused when it is missing, changed, of another shape, or made with another key', () => {
    const { request, reply, cookies } = browser();
    const token = guard.tokenFor(request, reply);
    const foreign = keysFrom(Buffer.alloc(32, 2)).sign('csrf', cookies[names.visitor]!);
    for (const given of [undefined, null, '', token.slice(1), `${token}x`, [token], {}, foreign])
      expect(guard.isOurs(request, given)).toBe(false);
    expect(guard.isOurs(browser().request, token)).toBe(false);
  });
});

describe('a request comes from our own pages', () => {
  const from = (headers: Record<string, string>, host = 'dvc.example.vn') =>
    isOwnOrigin({ headers, host } as unknown as FastifyRequest);

  test.each([
    ['a program that says nothing', {}],
    ['our page', { origin: 'https://dvc.example.vn', 'sec-fetch-site': 'same-origin' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['our page behind a proxy that ends TLS', { origin: 'https://dvc.example.vn:443' }],
  ])('%s', (_, headers) => expect(from(headers)).toBe(true));

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a subdomain of ours', { origin: 'https://a.dvc.example.vn', 'sec-fetch-site': 'same-site' }],
    ['our name at another port', { origin: 'https://dvc.example.vn:8443' }],
    ['a page without origin', { origin: 'null' }],
    ['what is no address', { origin: '//' }],
    ['another site, although the origin is left out', { 'sec-fetch-site': 'cross-site' }],
  ])('not %s', (_, headers) => expect(from(headers)).toBe(false));

  test('the port of the scheme may be named or not', () => {
    expect(from({ origin: 'http://localhost' }, 'localhost:80')).toBe(true);
    expect(from({ origin: 'http://localhost:8080' }, 'localhost:8080')).toBe(true);
  });
});
