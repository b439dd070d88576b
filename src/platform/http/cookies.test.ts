import type { FastifyReply, FastifyRequest } from 'fastify';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCookies, cookieNames, policy, readLang, readLook, writeLook } from './cookies.ts';

const names = cookieNames(false);
const asked = (query: object, cookies: Record<string, string> = {}) =>
  ({ query, cookies }) as unknown as FastifyRequest;

describe('the look', () => {
  test('is the same after writing and reading it', () => {
    const look = fc.record({
      large: fc.boolean(),
      contrast: fc.boolean(),
      theme: fc.constantFrom('auto', 'light', 'dark'),
    });
    fc.assert(
      fc.property(look, (chosen) => {
        expect(readLook(writeLook(chosen))).toEqual(chosen);
      }),
    );
  });

  test('of whatever a cookie holds is a look', () => {
    const plain = { large: false, contrast: false, theme: 'auto' };
    for (const value of [undefined, '', 'x', 'LARGE', '../..', 'large;dark'])
      expect(readLook(value)).toEqual(plain);
    expect(readLook('dark.large.dark.x')).toEqual({ ...plain, large: true, theme: 'dark' });
  });
});

describe('the language', () => {
  test('is that of the address, else that of the cookie, else Vietnamese', () => {
    expect(readLang(asked({}), names)).toBe('vi');
    expect(readLang(asked({ lang: 'en' }), names)).toBe('en');
    expect(readLang(asked({}, { cqs_lang: 'en' }), names)).toBe('en');
    expect(readLang(asked({ lang: 'vi' }, { cqs_lang: 'en' }), names)).toBe('vi');
    expect(readLang(asked({ lang: ['en', 'xx'] }), names)).toBe('vi');
  });
});

describe('cookies', () => {
  test('on https are bound to the host, which only works without a domain and for the whole site', () => {
    for (const name of Object.values(cookieNames(true))) expect(name).toMatch(/^__Host-cqs_/);
    expect(policy(true)).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: true });
  });

  test('are set and cleared under one policy', () => {
    const calls: unknown[] = [];
    const reply = {
      setCookie: (...call: unknown[]) => calls.push(['set', ...call]),
      clearCookie: (...call: unknown[]) => calls.push(['clear', ...call]),
    } as unknown as FastifyReply;
    const cookies = { a: { value: 'x', maxAgeSeconds: 60 }, b: null };
    applyCookies(reply, { goTo: '/', cookies }, false);
    applyCookies(reply, { goTo: '/' }, false);
    expect(calls).toEqual([
      ['set', 'a', 'x', { ...policy(false), maxAge: 60 }],
      ['clear', 'b', policy(false)],
    ]);
  });
});
