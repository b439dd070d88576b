import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { createSequencer } from '#/modules/ledger/sequencer/sequencer.ts';
import { createCouncil } from '#/modules/ledger/witnesses/council.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { handle } from './official.ts';
import { desktop, phone, servedOffice } from './served-office.ts';

const served = servedOffice();
const slug = 'dang-ky-khai-sinh';
const quick = { ...birth, giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử' };
const passphrase = 'con trâu là đầu cơ nghiệp';

const now = '2026-07-14T03:00:00Z';

let mother: Page;
let backup = '';

/** Writes what happened into the public ledger, as the worker does all the time. */
async function sealLedger(): Promise<void> {
  const { services } = served().office;
  const sequencer = createSequencer(services, createCouncil(services, 'quorum none'));
  while ((await sequencer.turn()).became !== 'idle');
}

beforeAll(async () => {
  const { office } = served();
  office.at(now);
  const person = await office.signedIn('cong-dan-1');
  const code = await apply(person, slug, quick);
  await handle(office, 'mot-cua-1', code, 'tiep-nhan');
  await handle(office, 'thu-ly-1', code, 'chuyen-buoc');
  await handle(office, 'lanh-dao-1', code, 'ky-duyet');
  await handle(office, 'van-thu-1', code, 'vao-so');
  await office.settle();
  await handle(office, 'mot-cua-1', code, 'tra-ket-qua', { by: 'ONLINE' });
  mother = await holder(phone);
});

/** The wallet goes by the clock of its browser. */
async function holder(how: BrowserContextOptions): Promise<Page> {
  const page = await served().signedIn('cong-dan-1', how);
  await page.clock.setFixedTime(now);
  return page;
}

/** A clerk asks for name and day of birth. Returns the clerk's page and the holder's address. */
async function asks(): Promise<{ clerk: Page; address: string }> {
  const clerk = await served().visitor(desktop);
  await clerk.goto('/kiem-chung/giay-to-so');
  await clerk.getByRole('link', { name: 'Giấy khai sinh' }).click();
  await clerk.getByLabel('Họ, chữ đệm, tên').check();
  await clerk.getByLabel('Ngày sinh').check();
  await clerk.getByLabel('Bạn là ai?').fill('Ngân hàng Mê Kông');
  await clerk.getByLabel('Cần xem để làm gì?').fill('mở tài khoản cho con');
  await clerk.getByRole('button', { name: 'Tạo mã yêu cầu' }).click();
  const link = await clerk.locator('code.long-code').first().innerText();
  const { pathname, search } = new URL(link);
  return { clerk, address: pathname + search };
}

async function looks(clerk: Page): Promise<string> {
  await clerk.getByRole('link', { name: 'Đã quét xong' }).click();
  return clerk.locator('main').innerText();
}

const wallet = (page: Page) => page.locator('#vi');

test('a mother takes the birth extract into the wallet of her browser', async () => {
  await mother.goto('/toi/giay-to-so');
  await wallet(mother).getByText('Ví còn trống').waitFor();
  await mother.getByRole('button', { name: 'Lấy vào ví: Giấy khai sinh' }).click();
  await mother.getByLabel('Mật khẩu sao lưu (nên có)').fill(passphrase);
  await mother.getByRole('button', { name: 'Lấy vào ví này' }).click();
  await mother.waitForURL(/\/toi\/giay-to-so$/);
  await wallet(mother).getByRole('heading', { name: 'Giấy khai sinh' }).waitFor();
  await wallet(mother).getByText('Xem nội dung').click();
  const words = await wallet(mother).innerText();
  for (const told of ['Nguyễn Minh Anh', '25/06/2026', 'Họ tên cha']) expect(words).toContain(told);
  await sealLedger();
});

test('the key is there, signs, and cannot be taken out', async () => {
  const found = await mother.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()) as [{ name: string }];
    const open = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await open(indexedDB.open(name));
    const [held] = await open(
      database.transaction('held').objectStore('held').getAll() as IDBRequest<{ key: CryptoKey }[]>,
    );
    const taken = await crypto.subtle.exportKey('pkcs8', held!.key).catch((error) => error.name);
    return { extractable: held!.key.extractable, usages: held!.key.usages, taken };
  });
  expect(found).toEqual({ extractable: false, usages: ['sign'], taken: 'InvalidAccessError' });
});

test('a clerk asks for name and day of birth, the mother reads who asks, and the clerk sees exactly these', async () => {
  const { clerk, address } = await asks();
  await mother.goto(address);
  await wallet(mother).getByRole('button', { name: 'Đồng ý cho xem' }).waitFor();
  const consent = await wallet(mother).innerText();
  for (const told of ['Ngân hàng Mê Kông', 'mở tài khoản cho con', 'Nguyễn Minh Anh', '25/06/2026'])
    expect(consent).toContain(told);
  expect(consent).not.toContain('Trần Văn Khải');
  // Loaded again, the question is still there.
  await mother.reload();
  await wallet(mother).getByRole('button', { name: 'Đồng ý cho xem' }).click();
  await wallet(mother).getByText('Đã cho xem').waitFor();
  const seen = await looks(clerk);
  expect(seen).toContain('Giấy tờ là thật');
  expect(seen).toContain('Nguyễn Minh Anh');
  expect(seen).toContain('25/06/2026');
  for (const kept of ['Trần Văn Khải', 'Giới tính', 'Nơi sinh', 'GKS'])
    expect(seen).not.toContain(kept);
});

test('the wallet remembers who saw what; nobody else does', async () => {
  await mother.goto('/toi/giay-to-so');
  await wallet(mother).getByText('Đã cho ai xem').click();
  expect(await wallet(mother).innerText()).toMatch(
    /Ngân hàng Mê Kông \(mở tài khoản cho con\) đã xem Họ, chữ đệm, tên, Ngày sinh trong Giấy khai sinh/,
  );
});

test('a mother who does not tick one thing does not show it, and the clerk is told that it is missing', async () => {
  const { clerk, address } = await asks();
  await mother.goto(address);
  await wallet(mother).getByLabel('Ngày sinh').uncheck();
  await wallet(mother).getByRole('button', { name: 'Đồng ý cho xem' }).click();
  await wallet(mother).getByText('Đã cho xem').waitFor();
  expect(await looks(clerk)).toContain('không cho xem đủ');
});

test('a mother who says no shows nothing, and the clerk is told so', async () => {
  const { clerk, address } = await asks();
  await mother.goto(address);
  await wallet(mother).getByRole('button', { name: 'Không cho xem' }).click();
  await wallet(mother).getByText('Không có gì được cho xem').waitFor();
  expect(await looks(clerk)).toContain('không đồng ý cho xem');
});

test('a backup opens in another browser with the passphrase only, and shows from there', async () => {
  await mother.goto('/toi/giay-to-so');
  await wallet(mother).getByText('Sao lưu và khôi phục').click();
  const download = mother.waitForEvent('download');
  await wallet(mother).getByRole('button', { name: 'Tải bản sao lưu' }).click();
  backup = await (await download).path();
  expect(readFileSync(backup, 'utf8')).not.toMatch(/Minh Anh|eyJ0eXAi|"d":/);
  const other = await holder(desktop);
  await other.goto('/toi/giay-to-so');
  await wallet(other).getByText('Sao lưu và khôi phục').click();
  const restore = async (typed: string) => {
    await wallet(other).getByLabel('Tệp sao lưu').setInputFiles(backup);
    await wallet(other).getByLabel('Mật khẩu của tệp đó').fill(typed);
    await wallet(other).getByRole('button', { name: 'Khôi phục' }).click();
  };
  await restore('con trâu là đầu cơ nghiệm');
  await wallet(other).getByText('Không mở được').waitFor();
  await restore(passphrase);
  await wallet(other).getByText('Đã khôi phục 1 giấy tờ').waitFor();
  const { clerk, address } = await asks();
  await other.goto(address);
  await wallet(other).getByRole('button', { name: 'Đồng ý cho xem' }).click();
  await wallet(other).getByText('Đã cho xem').waitFor();
  expect(await looks(clerk)).toContain('Giấy tờ là thật');
});

test('another account in the same browser finds a wallet of its own, and it is empty', async () => {
  await mother.context().clearCookies();
  await mother.goto('/dang-nhap');
  await mother.locator('button[name=account][value=cong-dan-2]').click();
  await mother.waitForURL((url) => url.pathname !== '/dang-nhap');
  await mother.goto('/toi/giay-to-so');
  await wallet(mother).getByText('Ví còn trống').waitFor();
});

test('without scripts the page says how it goes without', async () => {
  const page = await served().signedIn('cong-dan-1', { ...phone, javaScriptEnabled: false });
  await page.goto('/toi/giay-to-so/cho-xem');
  expect(await page.locator('main').innerText()).toContain('hãy đưa bản giấy');
});
