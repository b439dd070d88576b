import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stampOf } from './index.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { printPapers, signingScene } from './scene.ts';
import { findSignatures } from './validate/find-signatures.ts';
import { validatePdf } from './validate/validate-pdf.ts';

const at = new Date();
at.setUTCMilliseconds(0);
/** 300 papers when asked for: `PADES_PAPERS=300`. */
const count = Number(process.env['PADES_PAPERS'] ?? 8);
const folder = mkdtempSync(join(tmpdir(), 'pades-'));
const file = (name: string) => join(folder, name);
let scene: Awaited<ReturnType<typeof signingScene>>;
let papers: Buffer[];
beforeAll(async () => {
  [scene, papers] = await Promise.all([signingScene(at), printPapers(count)]);
  writeFileSync(file('root.pem'), pem(scene.keys.root));
  writeFileSync(file('issuing.pem'), pem(scene.keys.issuing.certificate));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a paper that the leader signed and the office stamped', () => {
  test('is valid with both signatures, and whoever signed is named', async () => {
    const report = validatePdf(await scene.signTwice(papers[0]!), scene.trust);
    expect(report.signatures.map(({ sub, signer, provenAt }) => [sub, signer, provenAt])).toEqual([
      [undefined, 'Nguyễn Thị Hồng Đào', at],
      [undefined, 'UBND phường Bến Nghé', at],
    ]);
    expect(report.indication).toBe('TOTAL-PASSED');
  });

  test('stays valid under a time stamp over the document, also after the certificates ran out', async () => {
    const pdf = await scene.archive(await scene.signTwice(papers[0]!));
    const report = validatePdf(pdf, scene.trust);
    expect(report.signatures.map(({ kind, isLast }) => [kind, isLast])).toEqual([
      ['signature', false],
      ['signature', false],
      ['timestamp', true],
    ]);
    expect(report.indication).toBe('TOTAL-PASSED');
    const later = new Date(at.getTime() + 3 * 365 * 86_400_000);
    expect(validatePdf(pdf, { ...scene.trust, now: later }).indication).toBe('INDETERMINATE');
    const evidence = { crls: [await scene.authority.crl([], later)], ocsps: [] };
    expect(validatePdf(pdf, { ...scene.trust, evidence, now: later }).indication).toBe(
      'TOTAL-PASSED',
    );
  });

  test('may come with a classic table of objects as well', async () => {
    const document = await PDFDocument.create();
    document.addPage().drawText('Giay to');
    const classic = Buffer.from(await document.save({ useObjectStreams: false }));
    expect(openPdf(classic).hasStreams).toBe(false);
    const pdf = await scene.signTwice(classic);
    expect(validatePdf(pdf, scene.trust).indication).toBe('TOTAL-PASSED');
    expect(classic.equals(pdf.subarray(0, classic.length))).toBe(true);
  });

  test('can be read by another library of PDF', async () => {
    const pdf = await scene.archive(await scene.signTwice(papers[0]!));
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
  });
});

test.skipIf(!isThere('pdfsig'))(
  `pdfsig accepts ${count} papers (skipped without pdfsig)`,
  async () => {
    for (const paper of papers) {
      writeFileSync(file('signed.pdf'), await scene.signTwice(paper));
      const said = execFileSync('pdfsig', ['-nocert', file('signed.pdf')], { encoding: 'utf8' });
      expect(said.match(/Signature is Valid\./g)).toHaveLength(2);
      expect(said).toContain('Common Name: Nguyễn Thị Hồng Đào');
    }
  },
  600_000,
);

test.skipIf(!isThere('openssl'))(
  `openssl cms accepts ${count} papers (skipped without openssl)`,
  async () => {
    for (const paper of papers) {
      const pdf = await scene.signTwice(paper);
      const found = findSignatures(openPdf(pdf));
      expect(found).toHaveLength(2);
      for (const { contents, hole, end } of found) {
        writeFileSync(file('cms.der'), contents);
        writeFileSync(
          file('data'),
          Buffer.concat([pdf.subarray(0, hole.from), pdf.subarray(hole.to, end)]),
        );
        const args = [
          'cms',
          '-verify',
          '-cades',
          '-binary',
          '-inform',
          'DER',
          '-in',
          file('cms.der'),
        ];
        const how = [
          '-content',
          file('data'),
          '-CAfile',
          file('root.pem'),
          '-purpose',
          'any',
          '-out',
          file('out'),
        ];
        const { status, stderr } = spawnSync('openssl', [...args, ...how], { encoding: 'utf8' });
        expect(`${status} ${stderr}`).toMatch(/^0 .*successful/s);
      }
    }
  },
  600_000,
);

test.skipIf(!isThere('openssl'))(
  'openssl ts accepts the own time stamps (skipped without openssl)',
  async () => {
    writeFileSync(file('text'), 'so-minh-bach.vn\n1\nAAAA\n');
    const token = await stampOf(scene.stamper, Buffer.from('so-minh-bach.vn\n1\nAAAA\n'));
    writeFileSync(file('token.der'), token);
    const how = ['-CAfile', file('root.pem'), '-untrusted', file('issuing.pem')];
    const verify = (data: string) =>
      spawnSync(
        'openssl',
        ['ts', '-verify', '-token_in', '-in', file('token.der'), '-data', data, ...how],
        { encoding: 'utf8' },
      );
    expect(verify(file('text')).stdout).toContain('Verification: OK');
    writeFileSync(file('other'), 'so-minh-bach.vn\n2\nAAAA\n');
    expect(verify(file('other')).status).not.toBe(0);
  },
);

test.skipIf(!isThere('openssl'))(
  'openssl reads lists and answers about revocation (skipped without openssl)',
  async () => {
    const { leader, authority, keys } = scene;
    writeFileSync(file('leaf.pem'), pem(leader.certificate));
    writeFileSync(file('ocsp.der'), await authority.ocsp(leader.certificate, null, at));
    const args = [
      '-issuer',
      file('issuing.pem'),
      '-cert',
      file('leaf.pem'),
      '-CAfile',
      file('root.pem'),
    ];
    const said = spawnSync('openssl', ['ocsp', '-respin', file('ocsp.der'), '-no_nonce', ...args], {
      encoding: 'utf8',
    });
    expect(`${said.stdout}${said.stderr}`).toMatch(
      /Response verify OK[^]*leaf\.pem: good|leaf\.pem: good[^]*Response verify OK/,
    );
    writeFileSync(file('crl.der'), keys.rootCrl);
    const crl = [
      'crl',
      '-inform',
      'DER',
      '-in',
      file('crl.der'),
      '-CAfile',
      file('root.pem'),
      '-noout',
    ];
    expect(spawnSync('openssl', crl, { encoding: 'utf8' }).stderr).toContain('verify OK');
  },
);

function pem(der: Buffer): string {
  const body = der.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
}

function isThere(tool: string): boolean {
  return spawnSync(tool, ['-v']).error === undefined;
}
