import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#/values/id.ts';
import { text } from '#/values/text.ts';
import { testDatabase } from '../../../../test/database/fixture.ts';
import { testWeb, type TestWeb } from '../../../../test/web/fixture.tsx';
import { createAccount } from '#/modules/identity/index.ts';
import { append } from '../append.ts';
import { commitmentOf } from '../leaf/commitment.ts';
import { parseLeaf } from '../leaf/leaf.ts';
import { leafHash } from '../merkle/hash.ts';
import { isConsistent } from '../merkle/verify.ts';
import { mount } from '../mount.ts';
import { openCheckpoint } from '../notes/verify.ts';
import { parsePolicy } from '../receipts/policy.ts';
import { checkReceipt, parseReceipt } from '../receipts/receipt.ts';
import { createSequencer } from '../sequencer/sequencer.ts';
import type { Source } from '../source.ts';
import { decodeBundle } from '../tiles/entry-bundle.ts';
import { createCouncil } from '../witnesses/council.ts';

const database = testDatabase('ledger');
const at = new Date('2026-07-15T03:00:00Z');
const [mine, others] = [newId(), newId()];
const document = { words: 'Đã tiếp nhận hồ sơ của Nguyễn Thị Bình' };
const source: Source = {
  kind: 'act',
  listRows: () => Promise.resolve([]),
  findOwnRow: (_tx, _actor, { subject, n }) =>
    Promise.resolve(
      subject === mine && n === 1 ? { subject, n, at, facts: {}, document } : undefined,
    ),
};
let web: TestWeb;
let accountId: string;

beforeAll(async () => {
  const names = {
    procedures: new Map([['dang-ky-khai-sinh', text('Đăng ký khai sinh', 'Birth registration')]]),
    verbs: { accept: text('Tiếp nhận hồ sơ', 'Accepted') },
    states: { ACCEPTED: text('Đã tiếp nhận', 'Accepted') },
    documents: {},
  };
  const doors = { sources: [source], namesOf: () => Promise.resolve(names) };
  web = await testWeb(database(), (services) => [mount(services, doors)], { at });
  const { services } = web;
  await database().transaction((tx) => mount(services).seed!(tx, services));
  await database().transaction(async (tx) => {
    for (const [subject, verb] of [
      [mine, 'accept'],
      [others, 'deliver'],
    ] as const)
      await append(tx, {
        kind: 'act',
        subject,
        n: 1,
        at,
        facts: { procedure: 'dang-ky-khai-sinh', verb, state: 'ACCEPTED', unit: 'phuong' },
        document,
      });
    for (let n = 1; n <= 300; n += 1)
      await append(tx, {
        kind: 'act',
        subject: newId(),
        n: 1,
        at,
        facts: { verb: 'x' },
        document: {},
      });
    const account = await createAccount(tx, {
      name: 'binh',
      kind: 'citizen',
      person: { fullName: 'Nguyễn Thị Bình' },
      isDemo: true,
      at,
    } as never);
    accountId = (account as { accountId: string }).accountId;
  });
  const council = createCouncil(services, 'quorum none');
  const sequencer = createSequencer(services, council);
  while ((await sequencer.turn()).became !== 'idle');
  await council.round();
});
afterAll(() => web.close());

const api = async (path: string) => {
  const answer = await web.server.inject({ url: path });
  return { status: answer.statusCode, body: answer.json<never>() as Record<string, never> };
};
const file = async (path: string) => {
  const answer = await web.server.inject({ url: path });
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
};

describe('the public ledger', () => {
  test('shows the latest acts in words, without anybody’s name', async () => {
    const { status, html } = await web.browser().get('/so-minh-bach');
    expect(status).toBe(200);
    expect(html).toContain('Số mục');
    expect(html).not.toContain('Bình');
    const { html: first } = await web.browser().get('/so-minh-bach?truoc=2');
    expect(first).toContain('Tiếp nhận hồ sơ');
    expect(first).toContain('Đăng ký khai sinh');
    expect(first).not.toContain('Cũ hơn');
  });

  test('is narrowed by procedure, unit and state, and turned by pages', async () => {
    const { html } = await web
      .browser()
      .get('/so-minh-bach?thu-tuc=dang-ky-khai-sinh&don-vi=phuong');
    expect(html.match(/\/so-minh-bach\/muc\/\d+/g)).toHaveLength(2);
    const none = await web.browser().get('/so-minh-bach?trang-thai=DELIVERED');
    expect(none.html).toContain('Không có mục nào');
    const { html: all } = await web.browser().get('/so-minh-bach');
    expect(all).toContain('/so-minh-bach?truoc=');
  });

  test('shows one entry letter by letter, and says so when there is none', async () => {
    const { html } = await web.browser().get('/so-minh-bach/muc/1');
    expect(html).toContain('&quot;verb&quot;:&quot;accept&quot;');
    expect((await web.browser().get('/so-minh-bach/muc/99999')).status).toBe(404);
    expect((await web.browser().get('/so-minh-bach/muc/x')).status).toBe(404);
  });

  test('is served as tiles, and nothing beyond the published checkpoint', async () => {
    const checkpoint = await file('/ledger/checkpoint');
    expect(checkpoint.headers['content-type']).toBe('text/plain; charset=utf-8');
    const size = Number(checkpoint.bytes.toString().split('\n')[1]);
    expect(size).toBe(303);
    const full = await file('/ledger/tile/0/000');
    expect(full.bytes).toHaveLength(8192);
    expect(full.headers['content-type']).toBe('application/octet-stream');
    expect(full.headers['cache-control']).toContain('immutable');
    expect((await file('/ledger/tile/0/001.p/47')).bytes).toHaveLength(47 * 32);
    expect((await file('/ledger/tile/1/000.p/1')).bytes).toHaveLength(32);
    const entries = decodeBundle((await file('/ledger/tile/entries/001.p/47')).bytes);
    expect(entries.map(leafHash)[0]).toEqual(
      (await file('/ledger/tile/0/001.p/47')).bytes.subarray(0, 32),
    );
    for (const missing of [
      '0/001',
      '0/001.p/48',
      '0/002.p/1',
      '1/000.p/2',
      '2/000.p/1',
      'x',
      '0/1',
    ])
      expect((await file(`/ledger/tile/${missing}`)).status, missing).toBe(404);
  });

  test('hands out the page that checks receipts, which runs nothing but its own script', async () => {
    const { bytes, headers } = await file('/kiem-chung/bien-nhan?tai');
    const html = bytes.toString();
    expect(bytes.length).toBeLessThan(60_000);
    expect(html).toContain(`content="${String(headers['content-security-policy'])}"`);
    expect(headers['content-disposition']).toContain('kiem-tra-bien-nhan.html');
    expect(html).toContain('dang-ky-khai-sinh');
    expect(html).toMatch(/log localhost:8080\/ledger\+/);
  });

  test('proves entries and growth to programs', async () => {
    const { body } = await api('/api/v1/ledger/proof?index=1');
    const receipt = parseReceipt(body['receipt']!)!;
    const policy = parsePolicy((await file('/ledger/policy')).bytes.toString());
    expect(checkReceipt(receipt, leafHash(Buffer.from(body['entry']!)), policy).holds).toBe(true);
    const { body: checkpoint } = await api('/api/v1/ledger/checkpoint');
    const opened = openCheckpoint(
      checkpoint['note']!,
      policy.logs.map(({ key }) => key),
    )!;
    expect(opened.checkpoint.size).toBe(303);
    const { body: growth } = await api('/api/v1/ledger/consistency?from=1&to=303');
    const proof = (growth['consistency']! as string[]).map((one) => Buffer.from(one, 'base64'));
    const { body: first } = await api('/api/v1/ledger/proof?index=0');
    const root = Buffer.from(first['leafHash']!, 'base64');
    expect(isConsistent({ size: 1, root }, opened.checkpoint, proof)).toBe(true);
    expect((await api('/api/v1/ledger/proof?index=303')).status).toBe(404);
    expect((await api('/api/v1/ledger/consistency?from=5&to=304')).status).toBe(422);
    expect((await api('/api/v1/ledger/consistency?from=5&to=4')).status).toBe(422);
  });
});

describe('a receipt', () => {
  test('is given to whom it concerns, with what opens its seal', async () => {
    const browser = web.browser();
    await browser.enter(accountId);
    const { status, html } = await browser.get(`/so-minh-bach/bien-nhan/act/${mine}/1`);
    expect(status).toBe(200);
    const receipt = parseReceipt(html)!;
    const { leaf, open } = JSON.parse(receipt.extra!.toString()) as {
      leaf: string;
      open: { salt: string; document: Record<string, unknown>; after: null };
    };
    const policy = parsePolicy((await file('/ledger/policy')).bytes.toString());
    expect(checkReceipt(receipt, leafHash(Buffer.from(leaf)), policy).holds).toBe(true);
    expect(open.document).toEqual(document);
    expect(commitmentOf(Buffer.from(open.salt, 'base64url'), { document, after: null })).toEqual(
      parseLeaf(Buffer.from(leaf))!.commitment,
    );
  });

  test('is refused to others; the public one opens nothing', async () => {
    const browser = web.browser();
    expect((await browser.get(`/so-minh-bach/bien-nhan/act/${mine}/1`)).goTo).toBe('/dang-nhap');
    await browser.enter(accountId);
    for (const path of [
      `act/${others}/1`,
      `act/${mine}/2`,
      `act/${mine}/x`,
      `other/${mine}/1`,
      'act/1/1',
    ])
      expect((await browser.get(`/so-minh-bach/bien-nhan/${path}`)).status, path).toBe(404);
    const open = await web.browser().get('/so-minh-bach/muc/1/bien-nhan');
    const { extra } = parseReceipt(open.html)!;
    expect(JSON.parse(extra!.toString())).not.toHaveProperty('open');
  });

  test('cannot be had before the entry is sealed', async () => {
    const subject = newId();
    await database().transaction((tx) =>
      sql`insert into ledger.opening (idx, kind, subject, n, salt) values (5000, 'act', ${subject}, 1, ${Buffer.alloc(32)})`.execute(
        tx,
      ),
    );
    expect((await web.browser().get('/so-minh-bach/muc/5000/bien-nhan')).status).toBe(404);
  });
});
