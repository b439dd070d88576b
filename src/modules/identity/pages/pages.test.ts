import { afterAll, beforeAll, expect, test } from 'vitest';
import { noLookups, type Option } from '#/platform/form/index.ts';
import { lureOf } from '#/platform/http/index.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { testWeb, type TestBrowser, type TestWeb } from '../../../../test/web/fixture.tsx';
import { mount } from '../mount.ts';

const database = testDatabase('identity');
const at = new Date('2026-07-15T08:00:00+07:00');
const password = 'ghe dua nang com';

let web: TestWeb;
beforeAll(async () => {
  web = await testWeb(database(), (services) => [mount(services, async () => places)], { at });
  await database().transaction(async (tx) =>
    mount(web.services, async () => noLookups).seed?.(tx, web.services),
  );
});
afterAll(() => web.close());

const places = {
  options: (list: string): readonly Option[] =>
    list === 'provinces'
      ? [{ value: '92', label: text('Cần Thơ', 'Cần Thơ') }]
      : [{ value: '31135', label: text('Phường Ninh Kiều', 'Ninh Kiều Ward') }],
};

let count = 0;

function registration(more: Record<string, string> = {}): Record<string, string> {
  count += 1;
  return {
    fullName: 'Nguyễn Thị Hoa',
    'bornOn.day': '9',
    'bornOn.month': '9',
    'bornOn.year': '1999',
    sex: 'Nữ',
    personalId: `000199${String(count).padStart(6, '0')}`,
    phone: '0900 000 777',
    password,
    again: password,
    _drawn: lureOf(web.services.keys).stamp(new Date(at.getTime() - 60_000)),
    ...more,
  };
}

/** A browser in which a new citizen is signed in, and their number. */
async function registered(): Promise<{ browser: TestBrowser; personalId: string }> {
  const browser = web.browser();
  await browser.get('/dang-ky');
  const fields = registration();
  expect((await browser.post('/dang-ky', fields)).status).toBe(303);
  return { browser, personalId: fields['personalId']! };
}

test('a citizen registers, is signed in at once and comes back to what they wanted', async () => {
  const browser = web.browser();
  await browser.get('/dang-ky?tiep=%2Fnop%2Fdang-ky-khai-sinh');
  const answer = await browser.post('/dang-ky', registration({ tiep: '/nop/dang-ky-khai-sinh' }));
  expect(answer).toMatchObject({ status: 303, goTo: '/nop/dang-ky-khai-sinh' });
  const account = await browser.get('/tai-khoan');
  expect(account.status).toBe(200);
  expect(account.html).toContain('Nguyễn Thị Hoa');
  expect(account.html).toContain('09/09/1999');
  expect(account.html).toContain('Đã mở tài khoản');
});

test.each([
  ['a name that is missing', { fullName: '' }, 'fullName'],
  ['a number that does not fit the birth', { 'bornOn.year': '1998' }, 'personalId'],
  ['a number that does not fit the sex', { sex: 'Nam' }, 'personalId'],
  ['a day that does not exist', { 'bornOn.day': '31', 'bornOn.month': '2' }, 'bornOn'],
  ['a telephone number of another country', { phone: '+1 202 555 0100' }, 'phone'],
  ['a password that is too short', { password: 'ngan', again: 'ngan' }, 'password'],
  [
    'a password made of the own name',
    { password: 'NguyenThiHoa', again: 'NguyenThiHoa' },
    'password',
  ],
  ['two passwords that differ', { again: `${password}!` }, 'again'],
  ['a name of ten thousand letters', { fullName: 'A'.repeat(10_000) }, 'fullName'],
])(
  '%s is told at its box, the typing stays and no password is sent back',
  async (_what, wrong, at) => {
    const browser = web.browser();
    await browser.get('/dang-ky');
    const answer = await browser.post('/dang-ky', registration(wrong));
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(new RegExp(`href="#${at}(\\.day)?"`));
    expect(answer.html).toContain('value="000199');
    expect(answer.html).not.toContain(password);
  },
);

test('nobody registers with the number of somebody who is known', async () => {
  const { personalId } = await registered();
  const browser = web.browser();
  await browser.get('/dang-ky');
  const answer = await browser.post('/dang-ky', registration({ personalId }));
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('Số định danh này đã có trong hệ thống');
});

test('signing in leads back to the page that was wanted, and signing out ends the session', async () => {
  const { personalId } = await registered();
  const browser = web.browser();
  await browser.get('/dang-nhap?tiep=/ho-so');
  const answer = await browser.post('/dang-nhap', {
    name: ` ${personalId} `,
    password,
    tiep: '/ho-so',
  });
  expect(answer).toMatchObject({ status: 303, goTo: '/ho-so' });
  await browser.get('/tai-khoan');
  expect((await browser.post('/dang-xuat')).goTo).toBe('/');
  expect((await browser.get('/tai-khoan')).goTo).toBe('/dang-nhap');
});

test('a wrong password keeps the name but not the password, and never leads away', async () => {
  const { personalId } = await registered();
  const browser = web.browser();
  await browser.get('/dang-nhap');
  const wrong = await browser.post('/dang-nhap', {
    name: personalId,
    password: 'bi mat cua toi',
    tiep: '//example.com',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain(`value="${personalId}"`);
  expect(wrong.html).not.toContain('bi mat cua toi');
  expect(wrong.html).not.toContain('example.com');
  const right = await browser.post('/dang-nhap', {
    name: personalId,
    password,
    tiep: '//example.com',
  });
  expect(right.goTo).toBe('/');
});

test('empty boxes and names that cannot be are told apart from failures', async () => {
  const browser = web.browser();
  await browser.get('/dang-nhap');
  const empty = await browser.post('/dang-nhap', { name: ' ', password: '' });
  expect(empty.html).toContain('Nhập tên đăng nhập');
  expect(empty.html).toContain('Nhập mật khẩu');
  for (const name of ['\u0000', '\u202e', '🙂', 'x'.repeat(10_000)]) {
    expect((await browser.post('/dang-nhap', { name, password })).status).toBe(422);
  }
});

test('a form without the token of this browser is not taken', async () => {
  const answer = await web.browser().post('/dang-nhap', { name: 'cong-dan-1', password });
  expect(answer.status).toBe(403);
});

test('in the demo each invented person has a button', async () => {
  const browser = web.browser();
  const page = await browser.get('/dang-nhap');
  expect(page.html.match(/name="account"/g)).toHaveLength(17);
  expect(await browser.post('/dang-nhap/demo', { account: 'mot-cua-1' })).toMatchObject({
    goTo: '/can-bo',
  });
  const account = await browser.get('/tai-khoan');
  expect(account.html).toContain('Phạm Thị Mai Lan');
  expect(account.html).not.toContain('Đổi mật khẩu');
  expect((await browser.post('/dang-nhap/demo', { account: 'khong-co' })).status).toBe(404);
});

test('a form that comes as fast as programs send it, or with the unseen box filled in, is shown again as typed', async () => {
  const browser = web.browser();
  await browser.get('/dang-ky');
  for (const more of [
    { website: 'http://mua.example' },
    { _drawn: lureOf(web.services.keys).stamp(at) },
  ]) {
    const answer = await browser.post('/dang-ky', registration(more));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('nhấn nút gửi lần nữa');
    expect(answer.html).toContain('value="Nguyễn Thị Hoa"');
  }
});

test('outside the demo there are neither buttons nor their route, and invented numbers are refused', async () => {
  const real = await testWeb(database(), (services) => [mount(services, async () => places)], {
    at,
    demo: false,
  });
  const browser = real.browser();
  const page = await browser.get('/dang-nhap');
  expect(page.html).not.toContain('cong-dan-1');
  expect((await browser.post('/dang-nhap/demo', { account: 'cong-dan-1' })).status).toBe(404);
  expect((await browser.post('/dang-ky', registration())).status).toBe(422);
  await real.close();
});

test('contact and residence are kept; what is wrong is told and nothing is lost', async () => {
  const { browser } = await registered();
  await browser.get('/tai-khoan');
  const contact = {
    phone: '0292 3812 345',
    email: 'hoa@example.com',
    'address.province': '92',
    'address.commune': '31135',
    'address.detail': '5 Nguyễn Trãi',
  };
  const wrong = await browser.post('/tai-khoan', { ...contact, email: 'hoa@' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('5 Nguyễn Trãi');
  expect(await browser.post('/tai-khoan', contact)).toMatchObject({
    status: 303,
    goTo: '/tai-khoan',
  });
  const saved = await browser.get('/tai-khoan');
  for (const words of ['hoa@example.com', '5 Nguyễn Trãi', 'Đã lưu thay đổi'])
    expect(saved.html).toContain(words);
});

test('choosing a province shows its communes and complains about nothing', async () => {
  const { browser } = await registered();
  await browser.get('/tai-khoan');
  const answer = await browser.post('/tai-khoan', {
    _do: 'refresh',
    phone: '',
    'address.province': '92',
  });
  expect(answer.status).toBe(200);
  expect(answer.html).toContain('Phường Ninh Kiều');
});

test('a new password needs the old one, and signs out everywhere else', async () => {
  const { browser, personalId } = await registered();
  const other = web.browser();
  await other.get('/dang-nhap');
  await other.post('/dang-nhap', { name: personalId, password });
  expect((await other.get('/tai-khoan')).status).toBe(200);

  const page = await browser.get('/tai-khoan');
  expect(page.html).toContain('Đăng xuất khỏi mọi nơi khác');
  const next = { password: 'cho noi sang som', again: 'cho noi sang som' };
  const wrong = await browser.post('/tai-khoan/mat-khau', { current: 'khong phai', ...next });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('href="#current"');
  expect((await browser.post('/tai-khoan/mat-khau', { current: password, ...next })).status).toBe(
    303,
  );
  expect((await browser.get('/tai-khoan')).html).toContain('Đã đổi mật khẩu');
  expect((await other.get('/tai-khoan')).goTo).toBe('/dang-nhap');
});

test('all other places can be signed out without changing the password', async () => {
  const { browser, personalId } = await registered();
  const other = web.browser();
  await other.get('/dang-nhap');
  await other.post('/dang-nhap', { name: personalId, password });
  await browser.get('/tai-khoan');
  await browser.post('/tai-khoan/phien');
  expect((await browser.get('/tai-khoan')).html).toContain('Bạn chỉ đang đăng nhập ở máy này');
  expect((await other.get('/tai-khoan')).goTo).toBe('/dang-nhap');
});

test('the pages speak English to those who ask for it, from then on', async () => {
  const browser = web.browser();
  expect((await browser.get('/dang-nhap?lang=en')).html).toContain('Forgot your password?');
  expect((await browser.get('/dang-ky')).html).toContain('Personal identification number');
});
