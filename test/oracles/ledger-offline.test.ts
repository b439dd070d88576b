import { generateKeyPairSync, hash, createHmac, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitmentOf } from '#/modules/ledger/leaf/commitment.ts';
import { leafBody } from '#/modules/ledger/leaf/leaf.ts';
import { append, emptyEdge, rootOf } from '#/modules/ledger/merkle/edge.ts';
import { leafHash } from '#/modules/ledger/merkle/hash.ts';
import { inclusionRanges } from '#/modules/ledger/merkle/proof.ts';
import { checkpointText } from '#/modules/ledger/notes/checkpoint.ts';
import { formatVkey, keyTypes, signingKey } from '#/modules/ledger/notes/key.ts';
import { signCheckpoint } from '#/modules/ledger/notes/sign.ts';
import { formatNote } from '#/modules/ledger/notes/signed-note.ts';
import { checkReceipt, holds } from '#/modules/ledger/offline/check.ts';
import { isSigned } from '#/modules/ledger/offline/ed25519.ts';
import { readPolicy } from '#/modules/ledger/offline/policy.ts';
import { assemble } from '#/modules/ledger/offline/serve.ts';
import { hmacSha256, sha256, sha512 } from '#/modules/ledger/offline/sha2.ts';
import { formatReceipt } from '#/modules/ledger/receipts/receipt.ts';
import { buildOfflineScript, builtFile } from '../../tools/offline-page.ts';
import { openBrowser } from '../journeys/browser.ts';

const seedOf = (name: string) => hash('sha256', name, 'buffer');
const log = signingKey('dvc.example.vn/ledger', keyTypes.log, seedOf('log'));
const witnesses = ['a', 'b', 'c'].map((name) =>
  signingKey(`${name}.example.vn`, keyTypes.cosignature, seedOf(name)),
);
const policyText = [
  `log ${formatVkey(log)}`,
  ...witnesses.map((key, at) => `witness ${'abc'[at]} ${formatVkey(key)} https://x.example.vn`),
  'group ba 2 a b c',
  'quorum ba',
  '',
].join('\n');
const policy = readPolicy(policyText)!;
const at = new Date('2026-07-15T03:00:00Z');
const salt = seedOf('salt');
const document = { actorName: 'Trần Văn Khải', words: 'Đã tiếp nhận', facts: { papers: [1, 2] } };
const body = leafBody({
  kind: 'act',
  at,
  caseId: Buffer.alloc(16, 1),
  n: 1,
  previous: null,
  facts: { procedure: 'dang-ky-khai-sinh', verb: 'accept', state: 'ACCEPTED' },
  commitment: commitmentOf(salt, { document, after: null }),
});

/** A receipt of a leaf in a tree, cosigned by some. */
function receiptOf(index: number, size: number, cosigners = witnesses): string {
  const leaves = Array.from({ length: size }, (_, n) =>
    n === index ? leafHash(body) : leafHash(Buffer.from(`leaf${n}`)),
  );
  const root = rootOf(append(emptyEdge, leaves));
  const checkpoint = { origin: log.name, size, root };
  const keys = [log, signingKey(log.name, keyTypes.subtree, seedOf('pq')), ...cosigners];
  const open = { salt: salt.toString('base64url'), document, after: null };
  return formatReceipt({
    extra: Buffer.from(JSON.stringify({ leaf: body.toString(), open })),
    index,
    proof: inclusionRanges(index, size).map(({ start, end }) =>
      rootOf(append(emptyEdge, leaves.slice(start, end))),
    ),
    checkpoint: formatNote({
      text: checkpointText(checkpoint),
      signatures: keys.map((key) => signCheckpoint(key, checkpoint, at)),
    }),
  });
}

describe('the arithmetic of the offline page', () => {
  test('hashes as Node does', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 64 }),
        (message, key) => {
          expect(Buffer.from(sha256(message))).toEqual(hash('sha256', message, 'buffer'));
          expect(Buffer.from(sha512(message))).toEqual(hash('sha512', message, 'buffer'));
          expect(Buffer.from(hmacSha256(key, message))).toEqual(
            createHmac('sha256', key).update(message).digest(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('accepts Ed25519 signatures of Node and no other', () => {
    for (let n = 0; n < 12; n += 1) {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
      const message = randomBytes(n * 17);
      const signature = sign(null, message, privateKey);
      expect(isSigned(raw, message, signature)).toBe(true);
      for (const part of [signature, raw, message])
        if (part.length > 0) {
          const place = Math.floor(Math.random() * part.length);
          part[place]! ^= 1 << (n % 8);
          expect(isSigned(raw, message, signature)).toBe(false);
          part[place]! ^= 1 << (n % 8);
        }
    }
  });

  test('agrees with RFC 8032, test 3, and refuses a signature with the order added to it', () => {
    const raw = Buffer.from(
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'hex',
    );
    const signature = Buffer.from(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
      'hex',
    );
    const message = Buffer.from('af82', 'hex');
    expect(isSigned(raw, message, signature)).toBe(true);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
    for (let n = 32; n < 64; n += 1, s >>= 8n) signature[n] = Number(s & 255n);
    expect(isSigned(raw, message, signature)).toBe(false);
  });
});

describe('the check of a receipt without network', () => {
  test('holds for every place in trees of many sizes', () => {
    for (const [index, size] of [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 3],
      [6, 7],
      [7, 8],
      [0, 9],
      [8, 9],
      [100, 130],
      [129, 130],
    ] as const) {
      const finding = checkReceipt(receiptOf(index, size), policy)!;
      expect(finding, `${index} in ${size}`).toMatchObject({
        isIncluded: true,
        isSignedByLog: true,
        hasQuorum: true,
        hasForgery: false,
        opened: { fits: true },
      });
      expect(holds(finding)).toBe(true);
    }
  });

  test('tells what is wrong', () => {
    const good = receiptOf(3, 9);
    const extraOf = (change: (carried: Record<string, never>) => unknown) => {
      const [, encoded] = /extra (\S+)/.exec(good)!;
      const carried = JSON.parse(Buffer.from(encoded!, 'base64').toString()) as Record<
        string,
        never
      >;
      return good.replace(
        encoded!,
        Buffer.from(JSON.stringify(change(carried))).toString('base64'),
      );
    };
    const cases: [string, object][] = [
      [good.replace('index 3', 'index 4'), { isIncluded: false }],
      [good.replace('\n9\n', '\n8\n'), { hasForgery: true, isSignedByLog: false }],
      [receiptOf(3, 9, witnesses.slice(0, 1)), { hasQuorum: false }],
      [
        extraOf((one) => ({ ...one, leaf: String(one['leaf']).replace('accept', 'refuse') })),
        { isIncluded: false },
      ],
      [
        extraOf((one) => ({
          ...one,
          open: { ...(one['open'] as unknown as object), document: {} },
        })),
        { opened: { fits: false } },
      ],
    ];
    for (const [text, wrong] of cases) {
      const finding = checkReceipt(text, policy)!;
      expect(finding).toMatchObject(wrong);
      expect(holds(finding)).toBe(false);
    }
    expect(checkReceipt('not a receipt', policy)).toBeUndefined();
  });
});

describe('the offline page', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test('is built from its sources as they are (node tools/run.mjs tools/offline-page.ts)', async () => {
    expect(readFileSync(builtFile, 'utf8')).toBe(`${await buildOfflineScript()}\n`);
  });

  test('weighs at most 60 kB and loads nothing', () => {
    const { html } = assemble();
    expect(Buffer.byteLength(html)).toBeLessThan(60_000 - 12_000);
    expect(html).not.toMatch(/src=|url\(|import\(|fetch\(/);
  });

  test('saved to a disk, without network, says in Vietnamese words whether a receipt holds', async () => {
    const names = { accept: 'Tiếp nhận hồ sơ', 'dang-ky-khai-sinh': 'Đăng ký khai sinh' };
    const given = JSON.stringify({ policy: policyText, names });
    const file = join(folder, 'kiem-tra.html');
    writeFileSync(
      file,
      assemble().html.replace('{given}', () => given),
    );
    const [good, bad] = [join(folder, 'dung.tlog-proof'), join(folder, 'sai.tlog-proof')];
    writeFileSync(good, receiptOf(3, 9));
    writeFileSync(bad, receiptOf(3, 9).replace('index 3', 'index 4'));
    const context = await browser.newContext({
      offline: true,
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => void (line.type() === 'error' && faults.push(line.text())));
    await page.goto(`file://${file}`);
    await page.setInputFiles('#receipt', [good, bad]);
    await page.locator('article').nth(1).waitFor();
    const [first, second] = await page.locator('article').allInnerTexts();
    for (const words of [
      'Biên nhận đúng',
      'Tiếp nhận hồ sơ',
      'Đăng ký khai sinh',
      '3 cơ quan chứng kiến đã ký',
      'Trần Văn Khải',
    ])
      expect(first).toContain(words);
    expect(second).toContain('Biên nhận KHÔNG đúng');
    expect(second).toContain('✗ Nguyên văn của mục khớp với sổ');
    expect(faults).toEqual([]);
    await context.close();
  });
});
