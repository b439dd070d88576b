import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inspectLedger } from '#/modules/ledger/index.ts';
import { createSequencer } from '#/modules/ledger/sequencer/sequencer.ts';
import { createCouncil } from '#/modules/ledger/witnesses/council.ts';
import { ledgerDoors } from '#/app/links.ts';
import { voidEntry } from '#/modules/registry/index.ts';
import { systemActor } from '#/platform/http/index.ts';
import { publicKeyOf, statusAt } from '#/platform/sd-jwt/index.ts';
import { readStatusListToken } from '#/platform/sd-jwt/status-list.ts';
import { birth } from './answers/dang-ky-khai-sinh.ts';
import { apply } from './apply.ts';
import { demoOffice } from './office.ts';
import { handle } from './official.ts';
import type { Person } from './person.ts';
import { PocketWallet } from './pocket-wallet.ts';

const office = demoOffice();
const slug = 'dang-ky-khai-sinh';
const quick = { ...birth, giay_chung_sinh: 'Cơ sở y tế đã gửi dữ liệu điện tử' };

let mother: Person;
let wallet: PocketWallet;

/** Writes what happened into the public ledger, as the worker does all the time. */
async function sealLedger(): Promise<void> {
  const { services } = office();
  const council = createCouncil(services, 'quorum none');
  const sequencer = createSequencer(services, council);
  while ((await sequencer.turn()).became !== 'idle');
}

async function delivered(): Promise<void> {
  const code = await apply(mother, slug, quick);
  await handle(office(), 'mot-cua-1', code, 'tiep-nhan');
  await handle(office(), 'thu-ly-1', code, 'chuyen-buoc');
  await handle(office(), 'lanh-dao-1', code, 'ky-duyet');
  await handle(office(), 'van-thu-1', code, 'vao-so');
  await office().settle();
  await handle(office(), 'mot-cua-1', code, 'tra-ket-qua', { by: 'ONLINE' });
}

async function offered(): Promise<{ link: string; personCode: string }> {
  await mother.open('/toi/giay-to-so');
  await mother.fill({}, '/lay');
  return linksOn(mother);
}

function linksOn(person: Person): { link: string; personCode: string } {
  const [, link = ''] = /<code[^>]*>(openid[^<]+)<\/code>/.exec(person.html) ?? [];
  const [, personCode = ''] = /<strong>(\d{6})<\/strong>/.exec(person.html) ?? [];
  return { link: link.replaceAll('&amp;', '&').replaceAll('&quot;', '"'), personCode };
}

async function asked(
  claims: readonly string[],
  type = 'giay-khai-sinh',
): Promise<{ clerk: Person; link: string }> {
  const clerk = await office().person().open(`/kiem-chung/giay-to-so?loai=${type}`);
  const fields = { _csrf: clerk.token, type, asker: 'Ngân hàng Mê Kông', purpose: 'Mở tài khoản' };
  await clerk.send(
    '/kiem-chung/giay-to-so',
    fields,
    claims.map((name) => ['claim', name] as const),
  );
  return { clerk, link: linksOn(clerk).link };
}

/** What a clerk reads after a wallet answered with a changed presentation. */
async function answered(
  change: Parameters<PocketWallet['present']>[1] = {},
  from = wallet,
): Promise<string> {
  const { clerk, link } = await asked(['ho_ten', 'ngay_sinh']);
  const request = await from.read(link);
  const { status } = await from.answer(request, await from.present(request, change));
  expect(status).toBe(200);
  await clerk.open(clerk.path);
  return clerk.words;
}

beforeAll(async () => {
  office().at('2026-07-14T03:00:00Z');
  mother = await office().signedIn('cong-dan-1');
  wallet = new PocketWallet(office());
  await delivered();
});

test('a mother takes the birth certificate into a wallet with the code that only she reads', async () => {
  const { link, personCode } = await offered();
  const wrong = await wallet.take(link, personCode === '000000' ? '000001' : '000000');
  expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  const given = await wallet.take(link, personCode);
  expect(given.status, JSON.stringify(given.body)).toBe(200);
  expect(wallet.held).toHaveLength(1);
  const again = await wallet.take(link, personCode);
  expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  await mother.open('/toi/giay-to-so');
  expect(mother.words).toContain('Còn giá trị');
});

test('nobody guesses the code: after five wrong ones the offer is dead', async () => {
  const { link, personCode } = await offered();
  const other = new PocketWallet(office());
  const wrong = personCode === '000000' ? '000001' : '000000';
  for (let i = 0; i < 5; i += 1) await other.take(link, wrong);
  expect(await other.take(link, personCode)).toMatchObject({ status: 400 });
});

test('a proof with a nonce that was used, or that we never gave, gets nothing', async () => {
  const other = new PocketWallet(office());
  const issuer = await other.get('/.well-known/openid-credential-issuer');
  expect(await other.prove(issuer, 'x'.repeat(43), 'giay-khai-sinh')).toMatchObject({
    status: 401,
    body: { error: 'invalid_token' },
  });
  expect(other.held).toEqual([]);
});

test('a credential that the public ledger does not know yet is not trusted', async () => {
  expect(await answered()).toContain('không có trong sổ minh bạch');
  await sealLedger();
});

test('a clerk who asks for name and day of birth sees these two and nothing more', async () => {
  const words = await answered();
  expect(words).toContain('Giấy tờ là thật');
  expect(words).toContain('Nguyễn Minh Anh');
  expect(words).toContain('25/06/2026');
  for (const kept of ['Trần Văn Khải', 'Giới tính', 'Nơi sinh', 'GKS'])
    expect(words).not.toContain(kept);
});

test('what a wallet shows beyond the question is not told to the clerk', async () => {
  const words = await answered({ names: ['ho_ten', 'ngay_sinh', 'ho_ten_cha'] });
  expect(words).toContain('Giấy tờ là thật');
  expect(words).not.toContain('Họ tên cha');
});

test('a clerk is told in words when less is shown than was asked', async () => {
  expect(await answered({ names: ['ho_ten'] })).toContain('không cho xem đủ');
});

test('another verifier’s presentation, another request’s and another wallet’s are refused', async () => {
  const refused = 'không chứng tỏ được mình giữ giấy tờ này';
  expect(await answered({ audience: 'decentralized_identifier:did:web:bank.example' })).toContain(
    refused,
  );
  expect(await answered({ nonce: 'an-older-nonce' })).toContain(refused);
  const thief = new PocketWallet(office());
  thief.held.push(wallet.held[0]!);
  expect(await answered({}, thief)).toContain(refused);
});

test('a changed claim and a credential that nobody issued are refused', async () => {
  const [jwt, ...rest] = wallet.held[0]!.split('~');
  const forged = Buffer.from(
    JSON.stringify(['c2FsdHNhbHRzYWx0c2FsdA', 'ho_ten', 'Trần Giả']),
  ).toString('base64url');
  const credential = [jwt, forged, ...rest].join('~');
  expect(await answered({ credential })).toContain('đã bị sửa');
});

test('a request is read by one wallet and answered once', async () => {
  const { link } = await asked(['ho_ten']);
  const request = await wallet.read(link);
  await expect(wallet.read(link)).rejects.toThrow('404');
  const presented = await wallet.present(request);
  expect((await wallet.answer(request, presented)).status).toBe(200);
  expect((await wallet.answer(request, presented)).status).toBe(400);
});

test('ten minutes later the answer is gone', async () => {
  const { clerk, link } = await asked(['ho_ten']);
  const request = await wallet.read(link);
  await wallet.answer(request, await wallet.present(request));
  office().at('2026-07-14T03:11:00Z');
  await office().strike('credential.forget-ended');
  await clerk.open(clerk.path);
  expect(clerk.status).toBe(404);
});

test('a credential that its holder revoked is refused, and the public list says so', async () => {
  await mother.open('/toi/giay-to-so');
  await mother.fill({}, '/thu-hoi');
  expect(mother.words).toContain('Đã thu hồi');
  expect(await answered()).toContain('đã bị thu hồi');
  const [jwt] = wallet.held[0]!.split('~');
  const payload = JSON.parse(Buffer.from(jwt!.split('.')[1]!, 'base64url').toString()) as {
    status: { status_list: { uri: string; idx: number } };
  };
  const { uri, idx } = payload.status.status_list;
  const { jwks } = (await wallet.get('/.well-known/jwt-vc-issuer')) as { jwks: { keys: [object] } };
  const key = publicKeyOf({ ...jwks.keys[0] });
  const token = await wallet.textAt(uri);
  const list = readStatusListToken(token, uri, key, office().services.clock.now());
  expect(statusAt(list, idx)).toBe(1);
});

test('when the register entry is voided, every credential of it is revoked', async () => {
  const { link, personCode } = await offered();
  expect((await wallet.take(link, personCode)).status).toBe(200);
  await sealLedger();
  expect(await answered()).toContain('Giấy tờ là thật');
  const { database, clock } = office().services;
  await database.transaction(async (tx) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from registry.entry where symbol = 'GKS'`.execute(tx);
    for (const { id } of rows) await voidEntry(tx, systemActor(clock.now()), id, 'Cấp nhầm');
  });
  expect(await answered()).toContain('đã bị thu hồi');
});

test('the monitor finds every issuance, revocation and list in the ledger', async () => {
  await sealLedger();
  const verdict = await inspectLedger(office().services, ledgerDoors.sources);
  expect(JSON.stringify(verdict)).not.toMatch(/credential|status-list/);
});
