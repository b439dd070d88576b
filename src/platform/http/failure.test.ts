import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Type } from '@sinclair/typebox';
import { testDatabase } from '../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../test/web/fixture.tsx';
import { api, get } from './route.ts';

const database = testDatabase('identity');
let web: TestWeb;

beforeAll(async () => {
  const faults = {
    bug: new TypeError('x is undefined', { cause: new Error('inner') }),
    outage: Object.assign(new Error('terminating connection'), { code: '57P01' }),
  };
  const schemas = { answer: Type.Unknown(), summary: 'Breaks' };
  const routes = Object.entries(faults).flatMap(([name, fault]) => [
    get(`/${name}`, ['anyone'], () => Promise.reject(fault)),
    api('GET', `/api/${name}`, ['anyone'], schemas, () => Promise.reject(fault)),
  ]);
  web = await testWeb(database(), () => [{ name: 'test', routes }], {
    at: new Date(),
    isQuiet: true,
  });
});
afterAll(() => web.close());

const ask = (url: string) => web.server.inject({ url, headers: { cookie: 'cqs_lang=en' } });

describe('a bug', () => {
  test('shows a page with an incident number and nothing of its inside', async () => {
    const answer = await ask('/bug');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toMatch(/^failure [0-9a-f-]{36}$/);
  });

  test('gives a program a problem in its language', async () => {
    const answer = await ask('/api/bug');
    expect(answer.json()).toMatchObject({
      status: 500,
      code: 'http.failure',
      detail: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(answer.body).not.toContain('undefined');
    expect(answer.json().title).toContain('Something went wrong');
  });
});

describe('a database that is away', () => {
  test('says when to come back', async () => {
    const [page, call] = [await ask('/outage'), await ask('/api/outage')];
    expect([page.statusCode, page.headers['retry-after'], page.body]).toEqual([503, '5', 'outage']);
    expect(call.json()).toMatchObject({ status: 503, code: 'http.unavailable' });
    expect(call.headers['retry-after']).toBe('5');
  });
});
