import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAuthority, openAuthority, signPdf, validatePdf } from '#/platform/pades/index.ts';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readCscSettings, remoteSigner } from './csc.ts';
import { hashOf, simulateCsc, type Mood } from './csc-simulator.ts';
import { openModule } from './pkcs11.ts';

const at = new Date('2026-07-14T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'signers-'));
afterAll(() => rmSync(folder, { recursive: true }));
let authority: Awaited<ReturnType<typeof newAuthority>>;
beforeAll(async () => {
  authority = await newAuthority();
});

async function newAuthority() {
  const keys = await makeAuthority('Chứng thực thử nghiệm', at, 'ec');
  return { ...openAuthority(keys), issuing: keys.issuing.certificate };
}

const order = {
  name: 'Huỳnh Văn Thành',
  purpose: 'signing' as const,
  from: new Date('2026-01-01T00:00:00Z'),
  to: new Date('2028-01-01T00:00:00Z'),
};

async function isSigned(signer: Parameters<typeof signPdf>[1]['signer']): Promise<void> {
  const document = await PDFDocument.create();
  document.addPage();
  const paper = Buffer.from(await document.save());
  const signed = await signPdf(paper, { signer, name: order.name, reason: 'Ký duyệt', at });
  const evidence = { crls: [authority.rootCrl, await authority.crl([], at)], ocsps: [] };
  const report = validatePdf(signed, { roots: [authority.root], evidence, now: at });
  expect(report.signatures.map(({ signer: who, sub }) => [who, sub])).toEqual([
    [order.name, undefined],
  ]);
}

describe('a key at a remote signing service', () => {
  let service: Awaited<ReturnType<typeof simulateCsc>>;
  let certificate: Buffer;
  beforeAll(async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    certificate = await authority.certify({ ...order, key: privateKey });
    const otherCertificate = await authority.certify({ ...order, key: privateKey });
    service = await simulateCsc({ key: privateKey, certificate, otherCertificate, pin: '246810' });
  });
  afterAll(() => service.close());

  function signer(mood: Mood = 'good', change: object = {}) {
    const { url } = service;
    service.state.mood = mood;
    service.state.signed = [];
    const file = join(folder, 'csc.json');
    const settings = {
      url,
      tokenUrl: `${url}/oauth2/token`,
      clientId: 'office',
      clientSecret: 'secret',
      pins: { 'leader-1': '246810' },
      limitMs: 400,
      ...change,
    };
    writeFileSync(file, JSON.stringify(settings));
    const held = { credential: 'leader-1', certificate, issuers: [authority.issuing] };
    return remoteSigner(readCscSettings(file), held);
  }

  test('signs a paper; only the hash goes there, and once', async () => {
    await isSigned(signer());
    expect(service.state.signed).toHaveLength(1);
  });

  test.each<[Mood, RegExp, number]>([
    ['refuses', /từ chối/, 0],
    ['hangs', /không trả lời/, 0],
    ['other-certificate', /chứng thư khác/, 0],
    ['locked', /đang bị khóa/, 0],
    ['bad-signature', /chữ ký sai/, 1],
    ['forgets-the-answer', /từ chối/, 1],
  ])('that %s gives no signature, and is not asked again at once', async (mood, words, times) => {
    await expect(signer(mood).sign(Buffer.from('giấy'))).rejects.toThrow(words);
    expect(service.state.signed).toHaveLength(times);
  });

  test('is asked for the same hash after an answer was lost', async () => {
    const bytes = Buffer.from('giấy');
    await expect(signer('forgets-the-answer').sign(bytes)).rejects.toThrow();
    const first = [...service.state.signed];
    const made = await signer().sign(bytes);
    expect(service.state.signed).toEqual(first);
    expect(first).toEqual([hashOf(bytes)]);
    expect(verify('sha256', bytes, new X509Certificate(certificate).publicKey, made)).toBe(true);
  });

  test('is not used by a client or with a PIN that it does not know', async () => {
    await expect(signer('good', { clientSecret: 'x' }).sign(Buffer.of(1))).rejects.toThrow(
      'từ chối',
    );
    await expect(signer('good', { pins: {} }).sign(Buffer.of(1))).rejects.toThrow('từ chối');
    expect(() => signer('good', { url: 'ftp://x' })).toThrow('không mô tả đúng');
  });
});

const library = '/usr/lib/softhsm/libsofthsm2.so';

/** Whether the optional package was built: npm may block its install script. */
function isBuilt(): boolean {
  try {
    createRequire(import.meta.url)('pkcs11js');
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!existsSync(library) || !isBuilt())(
  `a key in a hardware module (skipped where ${library} or the built package pkcs11js is missing)`,
  () => {
    test('signs papers without leaving it, by RSA and by a curve', async () => {
      const tokens = mkdtempSync(join(folder, 'tokens-'));
      const conf = join(folder, 'softhsm2.conf');
      writeFileSync(
        conf,
        `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`,
      );
      process.env['SOFTHSM2_CONF'] = conf;
      const start = [
        '--init-token',
        '--free',
        '--label',
        'ky-so',
        '--so-pin',
        '1234',
        '--pin',
        '5678',
      ];
      execFileSync('softhsm2-util', start);
      const keys = {
        rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
        ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
      };
      let id = 10;
      for (const [label, key] of Object.entries(keys)) {
        const file = join(folder, `${label}.pem`);
        writeFileSync(file, key.export({ format: 'pem', type: 'pkcs8' }));
        const put = [
          '--import',
          file,
          '--token',
          'ky-so',
          '--label',
          label,
          '--id',
          String((id += 1)),
        ];
        execFileSync('softhsm2-util', [...put, '--pin', '5678']);
      }
      const module = openModule({ module: library, token: 'ky-so', pin: '5678' });
      for (const [label, key] of Object.entries(keys)) {
        const certificate = await authority.certify({ ...order, key });
        await isSigned(module.signer({ label, certificate, issuers: [authority.issuing] }));
      }
      const certificate = await authority.certify({ ...order, key: keys.rsa });
      const missing = module.signer({ label: 'khong-co', certificate, issuers: [] });
      await expect(missing.sign(Buffer.of(1))).rejects.toThrow('không có khóa tên khong-co');
      const other = openModule({ module: library, token: 'khac', pin: '5678' });
      const nowhere = other.signer({ label: 'rsa', certificate, issuers: [] });
      await expect(nowhere.sign(Buffer.of(1))).rejects.toThrow('không có ngăn tên khac');
    });
  },
);
