import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoUnits, seedDemoUnits } from '#/modules/agency/index.ts';
import { createAccount, type CreatedAccount } from '#/modules/identity/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../test/web/fixture.tsx';
import { recordRead } from './index.ts';
import { mount } from './mount.ts';

const database = testDatabase('privacy');
const at = new Date('2026-07-15T08:00:00+07:00');

let web: TestWeb;
beforeAll(async () => {
  web = await testWeb(database(), () => [mount()], { at });
  await database().transaction((tx) => seedDemoUnits(tx, at));
});
afterAll(() => web.close());

async function account(
  kind: 'citizen' | 'official',
  fullName: string,
  isClaimed = false,
): Promise<CreatedAccount> {
  const person = {
    fullName,
  };
  const created = await database().transaction((tx) =>
    createAccount(tx, { name: newId(), kind, person, isClaimed, at }),
  );
  if (isRefusal(created)) throw new Error(created.refused);
  return created;
}

test('who was read by nobody is told so', async () => {
  const browser = web.browser();
  await browser.enter((await account('citizen', 'Nguyễn Thị Bình')).accountId);
  expect((await browser.get('/toi/du-lieu')).html).toContain('Chưa có ai xem dữ liệu của bạn');
});

test('a person sees post, unit, time, subject and purpose, but not the name of the official', async () => {
  const owner = await account('citizen', 'Nguyễn Thị Bình');
  const official = await account('official', 'Trần Quốc Việt');
  const posts = [{ unitId: demoUnits.justice.id, role: 'TU_PHAP_HO_TICH' }];
  const actor = {
    ...official,
    kind: 'official' as const,
    name: 'Trần Quốc Việt',
    posts,
    at,
    lang: 'vi' as const,
  };
  const subject = { kind: 'dossier', id: newId(), label: 'H13.32-20260715-0000001' };
  const purpose = text('Thụ lý hồ sơ', 'Handling the application');
  await database().transaction((tx) =>
    recordRead(tx, { actor, personIds: [owner.personId], subject, purpose }),
  );

  const browser = web.browser();
  await browser.enter(owner.accountId);
  const page = await browser.get('/toi/du-lieu');
  for (const words of [
    'Tư pháp – hộ tịch, Bộ phận Tư pháp – Hộ tịch phường Ninh Kiều',
    '8 giờ 00, 15/07/2026',
    'H13.32-20260715-0000001',
    'Thụ lý hồ sơ',
  ]) {
    expect(page.html).toContain(words);
  }
  expect(page.html).not.toContain('Trần Quốc Việt');
  expect((await browser.get('/toi/du-lieu?lang=en')).html).toContain('Justice and civil status');
});

test('an account that nobody has verified reads who looked, when and why, but not what a dossier of the counter is about', async () => {
  const official = await account('official', 'Trần Quốc Việt');
  const posts = [{ unitId: demoUnits.justice.id, role: 'TU_PHAP_HO_TICH' }];
  const reader = { ...official, kind: 'official', name: '', posts, at, lang: 'vi' } as const;
  const label = 'H13.32-20260715-0000002 · Đăng ký khai sinh: Nguyễn Minh Anh';
  const subject = { kind: 'dossier', id: newId(), label };
  const purpose = text('Thụ lý hồ sơ', 'Handling the application');
  const pages: string[] = [];
  for (const isClaimed of [true, false]) {
    const owner = await account('citizen', 'Nguyễn Thị Bình', isClaimed);
    await database().transaction((tx) =>
      recordRead(tx, { actor: reader, personIds: [owner.personId], subject, purpose }),
    );
    const browser = web.browser();
    await browser.enter(owner.accountId);
    pages.push((await browser.get('/toi/du-lieu')).html);
  }
  const [claimed, verified] = pages;
  for (const page of pages)
    for (const said of ['Tư pháp – hộ tịch', '8 giờ 00, 15/07/2026', 'H13.32-20260715-0000002'])
      expect(page).toContain(said);
  expect(verified).toContain('Nguyễn Minh Anh');
  expect(claimed).not.toContain('Nguyễn Minh Anh');
  expect(claimed).toContain('chưa được xác minh');
});
