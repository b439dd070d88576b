import { request as requestOver } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Type } from '@sinclair/typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, form, noLookups } from '#/platform/form/index.ts';
import { dayOf } from '#/values/day.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../test/web/fixture.tsx';
import { Csrf, ErrorSummary, Questions } from '#/ui/index.ts';
import { api, get, post, type Visit } from './route.ts';
import type { Filled } from '../form/index.ts';

const database = testDatabase('identity');
const at = new Date('2026-07-15T08:00:00+07:00');
const asked = form({
  ten: ask.personName({ label: text('Họ và tên', 'Full name'), required: true, maxLength: 100 }),
  ghi_chu: ask.textarea({ label: text('Ghi chú', 'Note'), maxLength: 500 }),
});

let web: TestWeb;

beforeAll(async () => {
  const routes = [
    get('/to-khai', ['anyone'], async (_tx, visit) => page(visit, asked.blank, 200)),
    post('/to-khai', ['anyone'], async (_tx, visit, body) => {
      const reading = asked.read(body, { today: dayOf(at), demo: true, lookups: noLookups });
      return reading.answers ? { goTo: '/xong' } : page(visit, reading, 422);
    }),
    api(
      'POST',
      '/api/anything',
      ['anyone'],
      { body: Type.Unknown(), answer: Type.Unknown(), summary: 'Takes anything' },
      async (_tx, { body }) => ({ body }),
    ),
  ];
  web = await testWeb(database(), () => [{ name: 'test', routes }], { at });
});
afterAll(() => web.close());

function page(visit: Visit, filled: Filled, status: 200 | 422) {
  const { lang, csrf } = visit;
  const view = (
    <form method="post">
      <Csrf token={csrf} />
      <ErrorSummary wrong={filled.wrong} lang={lang} />
      <Questions questions={asked.list} {...filled} followed={[]} lang={lang} lookups={noLookups} />
    </form>
  );
  return { title: 'Tờ khai', layout: 'bare' as const, status, view };
}

async function sendForm(fields: Record<string, string>) {
  const browser = web.browser();
  await browser.get('/to-khai');
  return browser.post('/to-khai', fields);
}

describe('what people type', () => {
  test.each([
    ['a name of 10,000 characters', 'An '.repeat(3334), '100'],
    ['a name with an emoji', 'Nguyễn Thị 😀', 'Họ và tên'],
    ['a name that hides its direction', 'Nguyễn \u202eThị An', 'ký tự ẩn'],
    ['a name of Arabic letters, written from right to left', 'محمد', 'Họ và tên'],
    ['a script instead of a name', '<script>alert(1)</script>', 'Họ và tên'],
    ['a lone surrogate, as broken clients send it', 'An\ufffd', 'Họ và tên'],
  ])('%s is refused in words, and kept as typed', async (_, ten, words) => {
    const { status, html } = await sendForm({ ten });
    expect(status).toBe(422);
    expect(html).toContain('<title>Lỗi: ');
    expect(html).toContain(words);
    expect(html).toContain(`value="${ten.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}`);
    expect(html).not.toContain('<script>alert');
  });

  test.each([
    ['a name with diacritics, put together and taken apart', 'Nguyễn Thị Ái'.normalize('NFD')],
    ['a name with zero-width characters from a copied text', 'Nguyễn\u200b Thị An'],
    ['a name with NUL inside', 'Nguyễn\0 Thị An'],
    ['a name of the Ê Đê with a hyphen and an apostrophe', "H'Hen Niê-Kđăm"],
  ])('%s is taken', async (_, ten) => {
    expect((await sendForm({ ten })).status).toBe(303);
  });

  test('a note may hold an emoji and Arabic; not 10,000 characters', async () => {
    expect((await sendForm({ ten: 'An', ghi_chu: 'Cảm ơn 😀 شكرا' })).status).toBe(303);
    expect((await sendForm({ ten: 'An', ghi_chu: 'x'.repeat(10_000) })).status).toBe(422);
  });

  test('a field sent twice counts once, an unknown one not at all, and nothing is inherited', async () => {
    const token = web.services.keys.sign('csrf', 'abc');
    const answer = await web.server.inject({
      method: 'POST',
      url: '/to-khai',
      headers: {
        cookie: 'cqs_visitor=abc',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `_csrf=${token}&ten=A1&ten=An&la=1&__proto__=x&constructor=y&hasOwnProperty=z`,
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/xong']);
  });
});

describe('a body that cannot be read', () => {
  const post = (url: string, type: string | undefined, payload: string | Buffer) =>
    web.server.inject({
      method: 'POST',
      url,
      payload,
      headers: type === undefined ? {} : { 'content-type': type },
    });
  const json = 'application/json';
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  test.each([
    ['too large a form', 'application/x-www-form-urlencoded', `ten=${'a'.repeat(1_100_000)}`, 413],
    ['an unknown type', 'application/xml', '<a/>', 415],
    ['files where none are taken', 'multipart/form-data; boundary=x', '--x--', 415],
    ['no type at all', undefined, 'ten=An', 415],
    ['malformed JSON', json, '{"a":', 400],
    ['no JSON', json, '', 400],
  ])('%s gets a page in Vietnamese that says what to do', async (_, type, payload, status) => {
    const answer = await post('/to-khai', type, payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toMatch(/^http\.(too-large|unknown-type|malformed)$/);
  });

  test.each([
    ['too large', `"${'a'.repeat(1_100_000)}"`, 413, 'http.too-large'],
    ['malformed', '{"a":', 400, 'http.malformed'],
    ['deeper than anything of ours', deep(41), 400, 'http.malformed'],
    ['so deep that walking through it would exhaust us', deep(400_000), 400, 'http.malformed'],
    ['with NUL', '{"a":"\\u0000"}', 400, 'http.malformed'],
    ['with a lone surrogate', '{"a":["\\ud800"]}', 400, 'http.malformed'],
    ['with NUL in a name', '{"\\u0000":1}', 400, 'http.malformed'],
    ['that would poison prototypes', '{"__proto__":{"a":1}}', 400, 'http.malformed'],
  ])('JSON that is %s gets a problem', async (_, payload, status, code) => {
    const answer = await post('/api/anything', json, payload);
    expect(answer.json()).toMatchObject({ status, code, type: 'about:blank' });
    expect(answer.json().title).toMatch(/\. |\.$/);
  });

  test.each([
    ['brackets inside of strings', `"${'['.repeat(1000)}"`],
    ['forty levels', deep(40)],
    ['an emoji as an escaped pair', '"\\ud83d\\ude00"'],
    ['escaped quotes', '"\\"[[\\\\"'],
    ['names of ten thousand characters', JSON.stringify({ ['a'.repeat(10_000)]: 1 })],
  ])('%s are nothing bad', async (_, payload) => {
    const answer = await post('/api/anything', json, payload);
    expect([answer.statusCode, answer.json()]).toEqual([200, { body: JSON.parse(payload) }]);
  });

  test('is answered in the reader’s language', async () => {
    const answer = await web.server.inject({
      method: 'POST',
      url: '/api/anything',
      payload: '{',
      headers: { 'content-type': json, cookie: 'cqs_lang=en' },
    });
    expect(answer.json().title).toContain('cannot be read');
  });
});

describe('an address that does not exist', () => {
  test.each(['/khong-co', '/to-khai/them', '/../../etc/passwd', '/%2e%2e/x'])(
    '%s gets the page that says so',
    async (url) => {
      const answer = await web.server.inject({ url });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('not found');
    },
  );

  test('gets a problem from the API', async () => {
    const answer = await web.server.inject({ url: '/api/khong-co' });
    expect(answer.json()).toMatchObject({ status: 404, code: 'http.not-found' });
  });

  test.each(['/%zz', '/to-khai/%00', '/%00?a=1'])('%s is told to be broken', async (url) => {
    const answer = await web.server.inject({ url });
    expect([answer.statusCode, answer.body]).toEqual([400, 'http.malformed']);
  });

  test('longer than a server takes is refused before it reaches us', async () => {
    await web.server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = web.server.server.address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      requestOver(`http://127.0.0.1:${port}/${'a'.repeat(20_000)}`, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(431);
  });
});
