import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { testDatabase } from '../database/fixture.ts';
import { testApplication, type TestApplication } from './application.ts';
import { demoCommune } from './commune.ts';

const database = testDatabase(undefined, demoCommune);
let running: TestApplication;
let web: FastifyInstance;
beforeAll(async () => {
  const own = { publicUrl: 'https://cqs.example', requestsPerMinute: 40 };
  running = testApplication(database().programUrl, undefined, own);
  await running.application.seed();
  web = await running.application.web();
});
afterAll(async () => {
  await web.close();
  await running.close();
});

describe('browsers are told', () => {
  test('on https to come by https for a year, to ask for no device, and to keep to themselves', async () => {
    for (const url of ['/', '/api/openapi.json', '/healthz/live', '/khong-co']) {
      const { headers } = await web.inject(url);
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
      expect(headers['permissions-policy']).toContain('usb=()');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).toMatch(/object-src 'none'.*base-uri 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['content-type']).toMatch(/charset=utf-8/);
    }
  });

  test('at sign-out to forget the pages that they kept', async () => {
    const token = running.services.keys.sign('csrf', 'abc');
    const post = (url: string, cookie: string, fields: string) =>
      web.inject({
        method: 'POST',
        url,
        headers: {
          cookie: `__Host-cqs_visitor=abc${cookie}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: `_csrf=${token}${fields}`,
      });
    const signedIn = await post('/dang-nhap/demo', '', '&account=cong-dan-1');
    const session = signedIn.cookies.find(({ name }) => name === '__Host-cqs_session')?.value;
    const answer = await post('/dang-xuat', `; __Host-cqs_session=${session}`, '');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await web.inject('/')).headers['clear-site-data']).toBeUndefined();
  });
});

test('who finds a hole reads where to report it, and until when that is true (RFC 9116)', async () => {
  const answer = await web.inject('/.well-known/security.txt');
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.body).toContain('Contact: https://cqs.example/');
  expect(answer.body).toContain('Canonical: https://cqs.example/.well-known/security.txt');
  const [, expires = ''] = /^Expires: (\S+)$/m.exec(answer.body) ?? [];
  const days = (Date.parse(expires) - running.clock.now().getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(150);
  expect(days).toBeLessThan(365);
});

test('a page names the sign that browsers show in their tabs, so that none asks in vain', async () => {
  const [, href = ''] = /<link rel="icon" href="([^"]+)"/.exec((await web.inject('/')).body) ?? [];
  const sign = await web.inject(href);
  expect([sign.statusCode, sign.headers['content-type']]).toEqual([200, 'image/svg+xml']);
});

test.each(['TRACE', 'PUT', 'DELETE'] as const)('%s of a page is no way in', async (method) => {
  const answer = await web.inject({ method: method as 'PUT', url: '/' });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
});

describe('a flood', () => {
  const from = (session: string, remoteAddress: string, url = '/healthz/live') =>
    web.inject({ url, remoteAddress, headers: { cookie: `__Host-cqs_session=${session}` } });

  test('of one session ends in 429 with the seconds to wait, on pages and in the API; others go on', async () => {
    let last = await from('một', '198.51.100.1');
    for (let no = 0; no < 85 && last.statusCode === 200; no += 1)
      last = await from('một', '198.51.100.1');
    expect(last.statusCode).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.body).toContain('Hãy đợi một phút');
    expect((await from('hai', '198.51.100.1')).statusCode).toBe(200);
  });

  test('of sessions that are made up anew each time ends by its network, and by that alone', async () => {
    let refused = 0;
    for (let no = 0; no < 900; no += 1)
      if ((await from(`m${no}`, '198.51.100.9')).statusCode === 429) refused += 1;
    expect(refused).toBeGreaterThan(0);
    expect((await from('ba', '198.51.100.10')).statusCode).toBe(200);
  });

  test.each([
    ['/oauth/token', '198.51.100.21'],
    ['/scim/v2/Users', '198.51.100.23'],
    ['/giay-to-so/cap', '198.51.100.24'],
  ])(
    'of programs at %s ends too, by what they present and by their network',
    async (url, remoteAddress) => {
      const ask = async (no: number) =>
        (
          await web.inject({
            method: 'POST',
            url,
            remoteAddress,
            headers: { authorization: `Bearer ${url}${no < 100 ? '' : no}` },
          })
        ).statusCode;
      const seen: number[] = [];
      for (let no = 0; no < 900; no += 1) seen.push(await ask(no));
      expect(seen.slice(0, 100)).toContain(429);
      expect(seen[0]).not.toBe(429);
      expect(seen.slice(-1)).toEqual([429]);
    },
  );

  test('at a costly door ends after few', async () => {
    const seen = new Set<number>();
    for (let no = 0; no < 6; no += 1) {
      const { statusCode } = await web.inject({
        method: 'POST',
        url: '/kiem-chung/tep',
        remoteAddress: '198.51.100.77',
      });
      seen.add(statusCode);
    }
    expect(seen).toContain(429);
  });
});
