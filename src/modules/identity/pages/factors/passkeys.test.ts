import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#/platform/crypto/index.ts';
import { noLookups } from '#/platform/form/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { testDatabase } from '../../../../../test/database/fixture.ts';
import { testWeb, type TestBrowser, type TestWeb } from '../../../../../test/web/fixture.tsx';
import { createAccount } from '../../create-account.ts';
import { TestingAuthenticator, type Falsified } from '../../factors/testing-authenticator.ts';
import { mount } from '../../mount.ts';

const database = testDatabase('identity');
const morning = new Date('2026-07-15T08:00:00+07:00');
const password = 'ghe dua nang com';
const origin = 'http://localhost:8080';

let web: TestWeb;
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  web = await testWeb(database(), (services) => [mount(services, async () => noLookups)], {
    at: morning,
    demo: false,
  });
});
afterAll(() => web.close());

let count = 0;
async function account(kind: 'citizen' | 'official'): Promise<string> {
  count += 1;
  const name = `khoa-${count}`;
  const created = await database().transaction((tx) =>
    createAccount(tx, { name, kind, person: { fullName: 'Lê Văn An' }, passwordHash, at: morning }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  return name;
}

async function typePassword(name: string): Promise<TestBrowser> {
  const browser = web.browser();
  await browser.get('/dang-nhap');
  await browser.post('/dang-nhap', { name, password });
  return browser;
}

/** What a page tells the browser to ask its authenticator. */
function optionsOf(
  html: string,
): { challenge: string; user: { id: string } } & Record<string, unknown> {
  const props = /data-island="passkey" data-props="([^"]+)"/.exec(html)![1]!;
  return (
    JSON.parse(props.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as { options: never }
  ).options;
}

async function make(
  browser: TestBrowser,
  falsified: Falsified = {},
  path = '/tai-khoan/bao-mat/khoa',
) {
  const key = new TestingAuthenticator(origin);
  const options = optionsOf((await browser.get(path)).html);
  const credential = key.create(options, falsified);
  const to = path.startsWith('/dang-nhap') ? `${path}/khoa` : path;
  return { key, credential, answer: await browser.post(to, { credential, ten: 'Điện thoại' }) };
}

async function citizenWithPasskey() {
  const name = await account('citizen');
  const browser = await typePassword(name);
  const { key, answer } = await make(browser);
  expect(answer.goTo).toBe('/tai-khoan/bao-mat/ma-du-phong');
  return { name, browser, key };
}

/** Tries the passkey on the sign-in page of a new browser. */
async function usernameless(key: TestingAuthenticator, falsified: Falsified = {}) {
  const browser = web.browser();
  const options = optionsOf((await browser.get('/dang-nhap?tiep=/ho-so')).html);
  const credential = key.get(options, falsified);
  return {
    browser,
    credential,
    answer: await browser.post('/dang-nhap/khoa', { credential, tiep: '/ho-so' }),
  };
}

test('a passkey opens the account without name and password, and its sign-in is listed as such', async () => {
  const { key } = await citizenWithPasskey();
  const { browser, answer } = await usernameless(key);
  expect(answer.goTo).toBe('/ho-so');
  expect((await browser.get('/tai-khoan')).html).toContain('Khóa truy cập');
});

test('a passkey is asked for by names, verification and no attestation', async () => {
  const browser = await typePassword(await account('citizen'));
  const options = optionsOf((await browser.get('/tai-khoan/bao-mat/khoa')).html);
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
});

test('it is the second factor after a password, and confirms before acts of weight', async () => {
  const { name, key } = await citizenWithPasskey();
  const browser = await typePassword(name);
  const page = await browser.get('/dang-nhap/buoc-hai');
  const credential = key.get(optionsOf(page.html));
  expect((await browser.post('/dang-nhap/buoc-hai/khoa', { credential })).goTo).toBe('/');
  web.clock.set(new Date(web.clock.now().getTime() + 11 * 60_000));
  const { goTo } = await browser.get('/tai-khoan/bao-mat/ung-dung');
  const confirm = await browser.get(goTo!);
  const proof = {
    credential: key.get(optionsOf(confirm.html)),
    tiep: '/tai-khoan/bao-mat/ung-dung',
  };
  expect((await browser.post('/tai-khoan/xac-nhan/khoa', proof)).goTo).toBe(proof.tiep);
  expect((await browser.get(proof.tiep)).status).toBe(200);
});

test('an official may set up a passkey first instead of an app', async () => {
  const browser = await typePassword(await account('official'));
  const { answer, key } = await make(browser, {}, '/dang-nhap/thiet-lap');
  expect(answer.goTo).toContain('/tai-khoan/bao-mat/ma-du-phong');
  expect((await usernameless(key)).answer.goTo).toBe('/ho-so');
});

test.each<[string, Falsified]>([
  ['of another origin', { origin: 'http://localhost.example.com' }],
  ['of another domain', { domain: 'example.com' }],
  ['to another challenge', { challenge: Buffer.from('a.9999999999999.b').toString('base64url') }],
  ['of another kind', { type: 'webauthn.create' }],
  ['without a look at the person', { flags: 0x01 }],
  [
    'whose signature was changed',
    { tamper: (signature) => Buffer.from(signature.fill(1, 20, 24)) },
  ],
  ['that names another owner', { userHandle: Buffer.from('someone').toString('base64url') }],
  ['that names no owner', { userHandle: '' }],
])('an answer %s opens nothing', async (_what, falsified) => {
  const { key } = await citizenWithPasskey();
  const { answer, browser } = await usernameless(key, falsified);
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('Chưa dùng được khóa truy cập');
  expect((await browser.get('/tai-khoan')).goTo).toBe('/dang-nhap');
});

test('an answer works once, in the browser that was asked, within ten minutes', async () => {
  const { key } = await citizenWithPasskey();
  const { browser, credential } = await usernameless(key);
  await browser.post('/dang-xuat');
  await browser.get('/dang-nhap');
  expect((await browser.post('/dang-nhap/khoa', { credential })).status, 'replay').toBe(422);

  const [asked, other] = [web.browser(), web.browser()];
  const options = optionsOf((await asked.get('/dang-nhap')).html);
  await other.get('/dang-nhap');
  const stolen = key.get(options);
  expect((await other.post('/dang-nhap/khoa', { credential: stolen })).status).toBe(422);

  const late = key.get(optionsOf((await asked.get('/dang-nhap')).html));
  web.clock.set(new Date(web.clock.now().getTime() + 11 * 60_000));
  expect((await asked.post('/dang-nhap/khoa', { credential: late })).status).toBe(422);
});

test('a counter that falls back shows a copied key', async () => {
  const { key } = await citizenWithPasskey();
  expect((await usernameless(key, { counter: 10 })).answer.goTo).toBe('/ho-so');
  expect((await usernameless(key, { counter: 10 })).answer.status).toBe(422);
  expect((await usernameless(key, { counter: 11 })).answer.goTo).toBe('/ho-so');
});

test('the passkey of somebody else is no second factor', async () => {
  const [mine, theirs] = [await citizenWithPasskey(), await citizenWithPasskey()];
  const browser = await typePassword(mine.name);
  const options = optionsOf((await browser.get('/dang-nhap/buoc-hai')).html);
  const credential = theirs.key.get(options);
  expect((await browser.post('/dang-nhap/buoc-hai/khoa', { credential })).status).toBe(422);
  expect((await browser.get('/tai-khoan')).goTo).toBe('/dang-nhap');
});

test.each<[string, Falsified]>([
  ['for another origin', { origin: 'https://evil.example' }],
  ['without a look at the person', { flags: 0x41 }],
  ['for another challenge', { challenge: Buffer.from('x').toString('base64url') }],
])('a passkey made %s is not kept', async (_what, falsified) => {
  const browser = await typePassword(await account('citizen'));
  expect((await make(browser, falsified)).answer.status).toBe(422);
  expect((await browser.get('/tai-khoan/bao-mat')).html).toContain('Chưa bật');
});

test('what is no answer at all is told like a wrong one', async () => {
  const browser = web.browser();
  await browser.get('/dang-nhap');
  for (const credential of ['', '{}', 'null', '[]', '{"id":1,"response":{}}', '{'.repeat(30_000)])
    expect((await browser.post('/dang-nhap/khoa', { credential })).status).toBe(422);
});

test('several passkeys have names and are removed one by one', async () => {
  const { browser, key } = await citizenWithPasskey();
  await make(browser);
  const { html } = await browser.get('/tai-khoan/bao-mat');
  const ids = [...html.matchAll(/name="id" value="([^"]+)"/g)].map(([, id]) => id!);
  expect(ids).toHaveLength(2);
  expect(html).toContain('Điện thoại');
  expect((await browser.post('/tai-khoan/bao-mat/khoa/go', { id: ids[0]! })).status).toBe(303);
  expect((await usernameless(key)).answer.status).toBe(422);
  expect((await browser.post('/tai-khoan/bao-mat/khoa/go', { id: ids[0]! })).status).toBe(404);
});
