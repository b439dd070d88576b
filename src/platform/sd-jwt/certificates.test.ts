import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SdJwtFault } from './fault.ts';
import { keyOfChain } from './issuer-keys.ts';

const dir = mkdtempSync(join(tmpdir(), 'cqs-x5c-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const issuer = 'https://xa.example';
const at = new Date(Date.now() + 3_600_000);

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });
}

function read(name: string): X509Certificate {
  return new X509Certificate(readFileSync(join(dir, `${name}.crt`)));
}

const encoded = (...chain: X509Certificate[]) => chain.map(({ raw }) => raw.toString('base64'));

beforeAll(() => {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'];
  for (const ca of ['goc', 'la'])
    openssl(
      'req',
      '-x509',
      ...key,
      '-keyout',
      `${ca}.key`,
      '-out',
      `${ca}.crt`,
      '-subj',
      `/CN=${ca}`,
    );
  const by = ['-CA', 'goc.crt', '-CAkey', 'goc.key', '-addext', 'subjectAltName=DNS:xa.example'];
  openssl(
    'req',
    '-x509',
    ...key,
    ...by,
    '-addext',
    'basicConstraints=critical,CA:FALSE',
    '-keyout',
    'xa.key',
    '-out',
    'xa.crt',
    '-subj',
    '/CN=xa',
  );
});

test('the key of a certificate counts when its chain leads to an authority that we trust', () => {
  const [root, office] = [read('goc'), read('xa')];
  const key = keyOfChain(encoded(office), { issuer, anchors: [root], at });
  expect(key.equals(office.publicKey)).toBe(true);
  expect(keyOfChain(encoded(office, root), { issuer, anchors: [root], at }).type).toBe('public');
});

test('a stranger’s authority, another site, a broken chain and a wrong time are refused', () => {
  const [root, stranger, office] = [read('goc'), read('la'), read('xa')];
  const anchors = [root];
  const late = new Date(at.getTime() + 31 * 86_400_000);
  for (const [chain, how] of [
    [[office], { issuer, anchors: [stranger], at }],
    [[office, stranger], { issuer, anchors, at }],
    [[office], { issuer: 'https://khac.example', anchors, at }],
    [[office], { issuer, anchors, at: late }],
    [[], { issuer, anchors, at }],
  ] as const)
    expect(() => keyOfChain(encoded(...chain), how)).toThrow(SdJwtFault);
});
