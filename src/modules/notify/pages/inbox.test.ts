import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#/modules/identity/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../../test/web/fixture.tsx';
import { tell } from '../index.ts';
import { mount } from '../mount.ts';

const database = testDatabase('notify');
const at = new Date('2026-07-15T08:00:00+07:00');

let web: TestWeb;
beforeAll(async () => {
  web = await testWeb(database(), (services) => [mount(services, text('Phường', 'Ward'))], { at });
});
afterAll(() => web.close());

async function citizen() {
  const person = {
    fullName: 'Nguyễn Thị Bình',
  };
  const created = await database().transaction((tx) =>
    createAccount(tx, { name: newId(), kind: 'citizen', person, at }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  const browser = web.browser();
  await browser.enter(created.accountId);
  return { browser, personId: created.personId };
}

test('an empty inbox says what will come', async () => {
  const { browser } = await citizen();
  expect((await browser.get('/hop-thu')).html).toContain('Chưa có tin nào');
});

test('a new message is marked once, leads to its page, and no markup in it comes alive', async () => {
  const { browser, personId } = await citizen();
  await database().transaction((tx) =>
    tell(tx, {
      personId,
      event: 'dossier.accepted',
      title: text('Hồ sơ <b>khai sinh</b> đã được tiếp nhận', 'Your application was accepted'),
      body: text('Hẹn trả 20/07/2026', 'Due 20/07/2026'),
      link: '/ho-so/H13.32-20260715-0000001',
      key: newId(),
      at,
    }),
  );
  const first = await browser.get('/hop-thu');
  for (const words of [
    '&lt;b>khai sinh',
    'href="/ho-so/H13.32-20260715-0000001"',
    '8 giờ 00, 15/07/2026',
    '>Mới<',
  ]) {
    expect(first.html).toContain(words);
  }
  expect((await browser.get('/hop-thu?trang=abc')).html).not.toContain('>Mới<');
  expect((await browser.get('/hop-thu?lang=en')).html).toContain('Your application was accepted');
});

test('who is not signed in is asked to sign in', async () => {
  expect((await web.browser().get('/hop-thu')).goTo).toBe('/dang-nhap');
});
