import type { LightMyRequestResponse } from 'fastify';
import { expect, test } from 'vitest';
import { passwords } from '#/platform/crypto/index.ts';
import { demoOffice } from './office.ts';

const office = demoOffice();

interface Sender {
  readonly remoteAddress?: string;
  readonly forwardedFor?: string;
}

/** Posts a name and a password as a browser would. */
function signIn(name: string, { remoteAddress = '127.0.0.1', forwardedFor }: Sender = {}) {
  const { web, services } = office();
  const fields = { _csrf: services.keys.sign('csrf', 'abc'), name, password: 'doan mo' };
  return web.inject({
    method: 'POST',
    url: '/dang-nhap',
    remoteAddress,
    headers: {
      cookie: 'cqs_visitor=abc',
      'content-type': 'application/x-www-form-urlencoded',
      ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
    },
    payload: new URLSearchParams(fields).toString(),
  });
}

test('sixty people who sign in at once do not hold up those who read', async () => {
  await office().web.inject('/');
  const answers: LightMyRequestResponse[] = [];
  const all = Array.from({ length: 60 }, (_, no) =>
    signIn(`nguoi-${no}`).then((answer) => answers.push(answer)),
  );
  // By then all have come in, and those for whom there is no place have been told.
  await expect.poll(() => answers.length).toBeGreaterThanOrEqual(38);
  const compared = () => answers.filter(({ statusCode }) => statusCode === 422).length;
  const before = compared();
  for (let no = 0; no < 5; no += 1) expect((await office().web.inject('/')).statusCode).toBe(200);
  expect(compared() - before, 'five pages take as long as a few of the 22 passwords').toBeLessThan(
    15,
  );
  await Promise.all(all);

  const busy = answers.filter(({ statusCode }) => statusCode === 429);
  expect([busy.length, compared()]).toEqual([38, 22]);
  expect(busy[0]!.headers['retry-after']).toBe('5');
  expect(busy[0]!.body).toContain('Hãy đợi vài giây');
  expect((await signIn('nguoi-khac')).statusCode, 'places come back').toBe(422);
});

test('who has no place is told without a look at the database', async () => {
  const { services } = office();
  const places = Array.from({ length: 22 }, () => passwords.enter());
  const real = { ...services.database };
  try {
    Object.assign(services.database, { transaction: () => Promise.reject(new Error('looked')) });
    expect((await signIn('cong-dan-1')).statusCode).toBe(429);
  } finally {
    Object.assign(services.database, real);
    for (const place of places) place?.leave();
  }
});

test('a guesser who invents forwarded addresses is still one guesser; behind our proxy each is their own', async () => {
  const guess = (no: number, remoteAddress: string) =>
    signIn('lanh-dao-1', { remoteAddress, forwardedFor: `198.51.100.${no}` });
  for (let no = 0; no < 8; no += 1) expect((await guess(no, '203.0.113.7')).statusCode).toBe(422);
  expect((await guess(8, '203.0.113.7')).statusCode).toBe(429);
  for (let no = 0; no < 10; no += 1) expect((await guess(no, '127.0.0.1')).statusCode).toBe(422);
});
