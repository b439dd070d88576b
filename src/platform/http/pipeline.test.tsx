import type { InjectOptions } from 'fastify';
import { Type } from '@sinclair/typebox';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, openSession } from '#/modules/identity/index.ts';
import { refuse } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { isRefusal } from '../refusal.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../test/web/fixture.tsx';
import { doorOf, doors, pipeline, promises } from './pipeline.ts';
import { api, get, post, program, raw, type Body, type Route } from './route.ts';

const database = testDatabase('identity');
const at = new Date('2026-07-15T08:00:00+07:00');
const seen: Body[] = [];
const anything = Type.Object({}, { additionalProperties: true });
const page = (title: string) => ({ title, layout: 'bare' as const, view: <p>{title}</p> });

/** One route at each door, for anyone, for citizens and for officials. */
const routes: Route[] = (['anyone', 'citizen', 'official'] as const).flatMap((who) => [
  get(`/${who}`, [who], async () => page('shown')),
  post(`/${who}`, [who], async (tx, _visit, body) => {
    seen.push(body);
    await sql`/* beyond: makes a table */ create table if not exists public.written (at timestamptz)`.execute(
      tx,
    );
    return body['refuse'] === undefined ? { goTo: '/done' } : refuse('http.malformed');
  }),
  api('GET', `/api/${who}`, [who], { answer: anything, summary: 'Reads' }, async () => ({
    read: true,
  })),
  api(
    'POST',
    `/api/${who}`,
    [who],
    {
      body: Type.Object({ count: Type.Integer() }, { additionalProperties: false }),
      answer: anything,
      summary: 'Writes',
    },
    async (_tx, { body }) => ({ count: body.count, id: newId() }),
  ),
  raw('GET', `/raw/${who}`, [who], async (_request, reply) => reply.send('streamed')),
  raw('POST', `/raw/${who}`, [who], async (_request, reply) => reply.send('taken')),
  program('POST', `/program/${who}`, async (_request, reply) =>
    reply.send('asked for its own proof'),
  ),
]);

let web: TestWeb;
const sessions: Record<string, string> = {};
let browser: { readonly cookie: string; readonly token: string };

beforeAll(async () => {
  web = await testWeb(database(), () => [{ name: 'test', routes }], { at });
  for (const kind of ['citizen', 'official'] as const) {
    sessions[kind] = await database().transaction(async (tx) => {
      const account = await createAccount(tx, {
        name: `thu-${kind}`,
        kind,
        person: { fullName: 'Nguyễn Thị Thử' },
        at,
      });
      if (isRefusal(account)) throw new Error(account.refused);
      return openSession(tx, account.accountId, at);
    });
  }
  browser = { cookie: 'cqs_visitor=abc', token: web.services.keys.sign('csrf', 'abc') };
});
afterAll(() => web.close());

type Who = 'visitor' | 'citizen' | 'official';

/** Sends a request as somebody; with `ours` it carries what our own page would send. */
async function send(who: Who, ours: boolean, request: InjectOptions) {
  const session = sessions[who];
  const cookie = [browser.cookie, ...(session ? [`cqs_session=${session}`] : [])].join('; ');
  return web.server.inject({
    ...request,
    headers: {
      cookie,
      ...(ours ? { 'x-csrf-token': browser.token, origin: 'http://localhost:80' } : {}),
      host: 'localhost:80',
      ...request.headers,
    },
  });
}

const form = (fields: Record<string, string>): InjectOptions => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
});

test('the table has a cell for every step and door, and a promise for every step', () => {
  expect(Object.values(pipeline).every((row) => row.length === doors.length)).toBe(true);
  expect(Object.keys(promises)).toEqual(Object.keys(pipeline));
  expect(new Set(routes.map(doorOf))).toEqual(new Set(doors));
});

describe('access', () => {
  test.each<[Who, string, number, number]>([
    ['visitor', 'anyone', 200, 200],
    ['citizen', 'anyone', 200, 200],
    ['visitor', 'citizen', 303, 401],
    ['citizen', 'citizen', 200, 200],
    ['official', 'citizen', 403, 403],
    ['citizen', 'official', 403, 403],
    ['official', 'official', 200, 200],
  ])(
    'a %s who opens what is for %s gets %i, a program %i',
    async (who, path, status, apiStatus) => {
      expect((await send(who, false, { url: `/${path}` })).statusCode).toBe(status);
      expect((await send(who, false, { url: `/raw/${path}` })).statusCode).toBe(status);
      expect((await send(who, false, { url: `/api/${path}` })).statusCode).toBe(apiStatus);
    },
  );

  test('a visitor is led to the sign-in page', async () => {
    const { headers } = await send('visitor', false, { url: '/citizen?a=1' });
    expect(headers.location).toBe('/dang-nhap');
  });

  test('is asked before the body is judged: a stranger learns nothing of schemas', async () => {
    const answer = await send('visitor', true, {
      method: 'POST',
      url: '/api/citizen',
      payload: { wrong: true },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'http.not-signed-in' });
  });
});

describe('a write from elsewhere is refused, and nothing happens', () => {
  test.each<Who>(['visitor', 'citizen', 'official'])(
    'a form of a %s without token',
    async (who) => {
      const answer = await send(who, false, { ...form({ a: 'b' }), url: '/anyone' });
      expect([answer.statusCode, seen.length]).toEqual([403, 0]);
    },
  );

  test('a form with the token of another browser', async () => {
    const foreign = web.services.keys.sign('csrf', 'other');
    const answer = await send('citizen', false, { ...form({ _csrf: foreign }), url: '/anyone' });
    expect([answer.statusCode, seen.length]).toEqual([403, 0]);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin without name', { origin: 'null' }],
    ['what is no origin', { origin: 'x' }],
    ['another site, as browsers tell it', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('%s, although the token fits', async (_, headers) => {
    for (const url of ['/anyone', '/raw/anyone', '/api/citizen']) {
      const posted = url.startsWith('/api')
        ? { payload: { count: 1 } }
        : form({ _csrf: browser.token });
      const answer = await send('citizen', true, {
        method: 'POST',
        url,
        ...posted,
        headers: { ...('headers' in posted ? posted.headers : {}), ...headers },
      } as InjectOptions);
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
    expect(seen).toEqual([]);
  });

  test('a program that has a session but no token', async () => {
    const call = { method: 'POST', url: '/api/citizen', payload: { count: 1 } } as const;
    const answer = await send('citizen', false, call);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'http.stale-form']);
    expect((await send('visitor', false, { ...call, url: '/api/anyone' })).statusCode).toBe(200);
  });

  test('a stream without token', async () => {
    const answer = await send('citizen', false, { method: 'POST', url: '/raw/citizen' });
    expect(answer.statusCode).toBe(403);
    const ours = await send('citizen', true, { method: 'POST', url: '/raw/citizen' });
    expect(ours.statusCode).toBe(200);
    const query = `/raw/citizen?_csrf=${encodeURIComponent(browser.token)}`;
    expect((await send('citizen', false, { method: 'POST', url: query })).statusCode).toBe(200);
  });
});

describe('our own form', () => {
  test('is taken, with the token in the body', async () => {
    const answer = await send('visitor', false, {
      ...form({ _csrf: browser.token, a: 'b' }),
      url: '/anyone',
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/done']);
    expect(seen.pop()).toMatchObject({ a: 'b' });
  });

  test('that is refused leaves nothing behind: one transaction', async () => {
    await database().transaction((tx) => sql`drop table if exists public.written`.execute(tx));
    const refused = form({ _csrf: browser.token, refuse: 'yes' });
    expect((await send('visitor', false, { ...refused, url: '/anyone' })).statusCode).toBe(400);
    const { rows } = await database().transaction((tx) =>
      sql<{ there: string | null }>`select to_regclass('public.written')::text as there`.execute(
        tx,
      ),
    );
    expect(rows[0]?.there).toBeNull();
  });
});

describe('the API', () => {
  const write = (payload: unknown, headers: Record<string, string> = {}) =>
    send('citizen', true, {
      method: 'POST',
      url: '/api/citizen',
      payload: JSON.stringify(payload),
      headers: { 'content-type': 'application/json', ...headers },
    });

  test('names every place that does not fit the schema, in the reader’s language', async () => {
    const answer = await write(
      { count: 'x', more: 1 },
      { cookie: `${browser.cookie}; cqs_lang=en; cqs_session=${sessions['citizen']}` },
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'http.invalid',
      title: 'What was sent does not fit the schema.',
    });
    expect(answer.json().errors).toEqual([
      { at: 'body/more', message: 'is not a field of this' },
      { at: 'body/count', message: 'must be a whole number' },
    ]);
  });

  test('gives the same key the first answer again, and refuses it for another request', async () => {
    const key = { 'idempotency-key': newId() };
    const [first, again] = [await write({ count: 1 }, key), await write({ count: 1 }, key)];
    expect(again.json()).toEqual(first.json());
    expect((await write({ count: 2 }, key)).json()).toMatchObject({
      status: 422,
      code: 'http.idempotency-key-reused',
    });
    expect((await write({ count: 1 })).json()).not.toEqual(first.json());
  });

  test('two calls with one key at once do the work once', async () => {
    const key = { 'idempotency-key': newId() };
    const [one, other] = await Promise.all([write({ count: 1 }, key), write({ count: 1 }, key)]);
    expect(one.json()).toHaveProperty('id');
    expect(other.json()).toEqual(one.json());
  });
});

test('every answer has the security headers: pages, problems, streams, and what does not exist', async () => {
  for (const url of ['/anyone', '/citizen', '/api/citizen', '/raw/anyone', '/khong-co', '/%zz']) {
    const { headers } = await send('visitor', false, { url });
    expect([url, headers['x-content-type-options']]).toEqual([url, 'nosniff']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  }
});
