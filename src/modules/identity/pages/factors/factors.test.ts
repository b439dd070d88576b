import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#/platform/crypto/index.ts';
import { noLookups } from '#/platform/form/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { testDatabase } from '../../../../../test/database/fixture.ts';
import { testWeb, type TestBrowser, type TestWeb } from '../../../../../test/web/fixture.tsx';
import { createAccount, type CreatedAccount } from '../../create-account.ts';
import { codeAt, stepOf } from '../../factors/totp.ts';
import { mount } from '../../mount.ts';
import type { SecurityNotice } from '../../security-notice.ts';

const database = testDatabase('identity');
const morning = new Date('2026-07-15T08:00:00+07:00');
const password = 'ghe dua nang com';
const told: SecurityNotice[] = [];

let web: TestWeb;
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  web = await testWeb(
    database(),
    (services) => [
      mount(
        services,
        async () => noLookups,
        async (_tx, notice) => void told.push(notice),
      ),
    ],
    { at: morning, demo: false },
  );
});
afterAll(() => web.close());

let count = 0;
async function account(kind: 'citizen' | 'official'): Promise<CreatedAccount & { name: string }> {
  count += 1;
  const name = `nguoi-${count}`;
  const created = await database().transaction((tx) =>
    createAccount(tx, { name, kind, person: { fullName: 'Lê Văn An' }, passwordHash, at: morning }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  return { ...created, name };
}

async function typePassword(name: string, browser = web.browser()): Promise<TestBrowser> {
  await browser.get('/dang-nhap');
  await browser.post('/dang-nhap', { name, password });
  return browser;
}

/** A telephone that has scanned the picture of a page. */
function scan(html: string): { sealed: string; code(at?: Date): string } {
  const sealed = /name="offer" value="([^"]+)"/.exec(html)![1]!;
  const secret = /<code class="long-code">([^<]+)</.exec(html)![1]!.replaceAll(' ', '');
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  return { sealed, code: (at = web.clock.now()) => codeAt(bytes, stepOf(at)) };
}

function later(minutes: number): void {
  web.clock.set(new Date(web.clock.now().getTime() + minutes * 60_000));
}

/** A citizen with an app, signed in, with their ten recovery codes. */
async function withApp(kind: 'citizen' | 'official' = 'citizen') {
  const who = await account(kind);
  const browser = await typePassword(who.name);
  const path = kind === 'citizen' ? '/tai-khoan/bao-mat/ung-dung' : '/dang-nhap/thiet-lap';
  const phone = scan((await browser.get(path)).html);
  const answer = await browser.post(path, { offer: phone.sealed, code: phone.code() });
  expect(answer.status, answer.html).toBe(303);
  await browser.get('/tai-khoan/bao-mat/ma-du-phong');
  const { html } = await browser.post('/tai-khoan/bao-mat/ma-du-phong');
  const codes = [...html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code!);
  expect(codes).toHaveLength(10);
  later(1);
  return { ...who, browser, phone, codes };
}

test('an official without a second factor sets one up after the password and reaches nothing before', async () => {
  const { name } = await account('official');
  const browser = await typePassword(name);
  expect((await browser.get('/dang-nhap/buoc-hai')).goTo).toBe('/dang-nhap/thiet-lap');
  expect((await browser.get('/tai-khoan')).goTo).toBe('/dang-nhap');
  const phone = scan((await browser.get('/dang-nhap/thiet-lap')).html);
  const wrong = await browser.post('/dang-nhap/thiet-lap', { offer: phone.sealed, code: '000000' });
  expect(wrong.status).toBe(422);
  expect(scan(wrong.html).sealed, 'the same picture again').toBe(phone.sealed);
  const right = await browser.post('/dang-nhap/thiet-lap', {
    offer: phone.sealed,
    code: phone.code(),
  });
  expect(right.goTo).toBe('/tai-khoan/bao-mat/ma-du-phong?tiep=%2Fcan-bo');
  expect((await browser.get('/tai-khoan')).status).toBe(200);
});

test('who has a second factor cannot set up another with the password alone', async () => {
  const { name } = await withApp('official');
  const thief = await typePassword(name);
  expect((await thief.get('/dang-nhap/thiet-lap')).goTo).toBe('/dang-nhap');
});

test('a citizen’s sign-in asks for the code, and takes no code twice', async () => {
  const { name, phone } = await withApp();
  const browser = await typePassword(name);
  expect((await browser.get('/tai-khoan')).goTo, 'no session yet').toBe('/dang-nhap');
  const page = await browser.get('/dang-nhap/buoc-hai');
  expect(page.html).toContain('autocomplete="one-time-code"');
  const code = phone.code();
  expect((await browser.post('/dang-nhap/buoc-hai', { code: '' })).html).toContain('Nhập mã');
  expect((await browser.post('/dang-nhap/buoc-hai', { code })).goTo).toBe('/');
  expect((await browser.get('/tai-khoan')).html).toContain('Mật khẩu và ứng dụng xác thực');
  const again = await typePassword(name);
  await again.get('/dang-nhap/buoc-hai');
  expect((await again.post('/dang-nhap/buoc-hai', { code })).status).toBe(422);
});

test('a recovery code opens once, and its owner is told', async () => {
  const { name, codes, personId } = await withApp();
  const use = async (typed: string) => {
    const browser = await typePassword(name);
    await browser.get('/dang-nhap/buoc-hai');
    return browser.post('/dang-nhap/buoc-hai', { recovery: typed });
  };
  expect((await use(codes[0]!.toLowerCase().replaceAll('-', ' '))).goTo).toBe('/');
  expect((await use(codes[0]!)).status).toBe(422);
  expect((await use(codes[1]!)).goTo).toBe('/');
  const used = told.filter(({ event }) => event === 'identity.recovery-used');
  expect(used.map((notice) => notice.personId)).toEqual([personId, personId]);
  expect(used[1]!.body.vi).toContain('còn 8 mã');
});

test('five wrong codes ask for the password again, eight from one network make it wait', async () => {
  const { name, phone } = await withApp();
  const browser = await typePassword(name);
  await browser.get('/dang-nhap/buoc-hai');
  for (let n = 0; n < 4; n += 1)
    expect((await browser.post('/dang-nhap/buoc-hai', { code: `00000${n}` })).status).toBe(422);
  expect((await browser.post('/dang-nhap/buoc-hai', { code: '000009' })).goTo).toBe('/dang-nhap');
  await typePassword(name, browser);
  await browser.get('/dang-nhap/buoc-hai');
  for (let n = 0; n < 3; n += 1) await browser.post('/dang-nhap/buoc-hai', { code: `00000${n}` });
  expect((await browser.post('/dang-nhap/buoc-hai', { code: phone.code() })).status).toBe(429);
});

test('half a sign-in is over after ten minutes, and a new password throws it away', async () => {
  const { name, phone, browser: own } = await withApp();
  const browser = await typePassword(name);
  const next = { password: 'cho noi sang som', again: 'cho noi sang som' };
  await own.get('/tai-khoan');
  expect((await own.post('/tai-khoan/mat-khau', { current: password, ...next })).goTo).toBe(
    '/tai-khoan',
  );
  expect((await browser.get('/dang-nhap/buoc-hai')).goTo).toBe('/dang-nhap');
  const other = web.browser();
  await other.get('/dang-nhap');
  await other.post('/dang-nhap', { name, password: next.password });
  later(11);
  expect((await other.post('/dang-nhap/buoc-hai', { code: phone.code() })).goTo).toBe('/dang-nhap');
});

test('a factor goes only after a fresh proof; officials keep the last one', async () => {
  const { browser, phone } = await withApp();
  later(11);
  await browser.get('/tai-khoan/bao-mat');
  const led = await browser.post('/tai-khoan/bao-mat/ung-dung/go');
  expect(led.goTo).toBe('/tai-khoan/xac-nhan?tiep=%2Ftai-khoan%2Fbao-mat');
  await browser.get(led.goTo!);
  const fields = { tiep: '/tai-khoan/bao-mat' };
  expect((await browser.post('/tai-khoan/xac-nhan', { ...fields, code: '123123' })).status).toBe(
    422,
  );
  const confirmed = await browser.post('/tai-khoan/xac-nhan', { ...fields, code: phone.code() });
  expect(confirmed.goTo).toBe('/tai-khoan/bao-mat');
  await browser.post('/tai-khoan/bao-mat/ung-dung/go');
  expect((await browser.get('/tai-khoan/bao-mat')).html).toContain('Chưa bật xác thực hai bước');

  const official = await withApp('official');
  await official.browser.get('/tai-khoan/bao-mat');
  const kept = await official.browser.post('/tai-khoan/bao-mat/ung-dung/go');
  expect(kept.status).toBe(409);
  expect((await official.browser.get('/tai-khoan/bao-mat')).html).toContain('Đang bật');
});

test('a citizen without a second factor confirms by password', async () => {
  const { name } = await account('citizen');
  const browser = await typePassword(name);
  later(11);
  const led = await browser.get('/tai-khoan/bao-mat/ung-dung');
  expect(led.goTo).toContain('/tai-khoan/xac-nhan');
  await browser.get(led.goTo!);
  expect((await browser.post('/tai-khoan/xac-nhan', { password: 'sai' })).status).toBe(422);
  const tiep = '/tai-khoan/bao-mat/ung-dung';
  expect((await browser.post('/tai-khoan/xac-nhan', { password, tiep })).goTo).toBe(tiep);
  expect((await browser.get(tiep)).status).toBe(200);
});

test('the owner is told of a browser never used before, once, and not of the first', async () => {
  const { name, personId } = await account('citizen');
  const about = () => told.filter((notice) => notice.personId === personId);
  const first = await typePassword(name);
  expect(about()).toEqual([]);
  await first.post('/dang-xuat');
  await typePassword(name, first);
  expect(about(), 'known by its cookie').toEqual([]);
  await typePassword(name);
  expect(about()).toMatchObject([{ event: 'identity.new-device' }]);
  expect(about()[0]!.body.vi).toContain('15/07/2026');
});

test('one place can be signed out from another', async () => {
  const { name } = await account('citizen');
  const [here, there] = [await typePassword(name), await typePassword(name)];
  const { html } = await here.get('/tai-khoan');
  const id = /name="id" value="([^"]+)"/.exec(html)![1]!;
  await here.post('/tai-khoan/phien/ket-thuc', { id });
  expect((await there.get('/tai-khoan')).goTo).toBe('/dang-nhap');
  expect((await here.get('/tai-khoan')).status).toBe(200);
});

test('nobody ends the session of somebody else', async () => {
  const [mine, yours] = [await account('citizen'), await account('citizen')];
  const [me, you] = [await typePassword(mine.name), await typePassword(yours.name)];
  await typePassword(yours.name);
  const id = /name="id" value="([^"]+)"/.exec((await you.get('/tai-khoan')).html)![1]!;
  await me.get('/tai-khoan');
  await me.post('/tai-khoan/phien/ket-thuc', { id });
  expect((await you.get('/tai-khoan')).html).toContain(id);
});
