import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keysFrom } from '../crypto/index.ts';
import { openFileKms } from './file-kms.ts';
import { VaultFault, type Kms } from './kms.ts';
import { openPkcs11Kms } from './pkcs11-kms.ts';

const folder = mkdtempSync(join(tmpdir(), 'cqs-kms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = keysFrom(Buffer.alloc(32, 7));
const dataKey = Buffer.alloc(32, 9);

function keepsKeys(kms: Kms): void {
  const before = kms.wrap(dataKey, 'a');
  expect(before.bytes.includes(dataKey)).toBe(false);
  expect(kms.unwrap(before, 'a')).toEqual(dataKey);
  expect(() => kms.unwrap(before, 'b')).toThrow(VaultFault);
  const changed = Buffer.from(before.bytes);
  changed[20]! ^= 1;
  expect(() => kms.unwrap({ ...before, bytes: changed }, 'a')).toThrow(VaultFault);
  const fresh = kms.rotate();
  expect(kms.current()).toBe(fresh);
  const after = kms.wrap(dataKey, 'a');
  expect(after.kek).toBe(fresh);
  expect(kms.unwrap(before, 'a')).toEqual(dataKey);
  expect(kms.retired()).toContain(before.kek);
  expect(() => kms.forget(fresh)).toThrow(VaultFault);
  kms.forget(before.kek);
  expect(() => kms.unwrap(before, 'a')).toThrow(VaultFault);
  expect(kms.unwrap(after, 'a')).toEqual(dataKey);
}

describe('keys of keys in a file', () => {
  const file = join(folder, 'deep', 'keks.json');

  test('seal data keys, are rotated, and destroyed when nothing needs them', () => {
    keepsKeys(openFileKms(file, secret));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('need no file before they are rotated: they follow from the secret of the installation', () => {
    const nowhere = join(folder, 'nowhere.json');
    const wrapped = openFileKms(nowhere, secret).wrap(dataKey, 'a');
    expect(existsSync(nowhere)).toBe(false);
    expect(openFileKms(nowhere, secret).unwrap(wrapped, 'a')).toEqual(dataKey);
    const other = openFileKms(nowhere, keysFrom(Buffer.alloc(32, 8)));
    expect(() => other.unwrap(wrapped, 'a')).toThrow(VaultFault);
  });

  test('that another process has made are found when they are met', () => {
    const shared = join(folder, 'shared.json');
    const [one, other] = [openFileKms(shared, secret), openFileKms(shared, secret)];
    one.rotate();
    expect(other.unwrap(one.wrap(dataKey, 'a'), 'a')).toEqual(dataKey);
  });

  test('are sealed in the file, and of no use under another secret', () => {
    const rotated = join(folder, 'rotated.json');
    openFileKms(rotated, secret).rotate();
    expect(() => openFileKms(rotated, keysFrom(Buffer.alloc(32, 8)))).toThrow(VaultFault);
    const kept = JSON.parse(readFileSync(rotated, 'utf8')) as { keks: { sealed?: string }[] };
    expect(Buffer.from(kept.keks[1]!.sealed!, 'base64')).toHaveLength(60);
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
  `keys of keys in a hardware module (skipped where ${library} or the built package pkcs11js is missing)`,
  () => {
    test('seal data keys, are rotated, destroyed, and never come out', () => {
      const conf = join(folder, 'softhsm2.conf');
      const tokens = mkdtempSync(join(folder, 'tokens-'));
      writeFileSync(
        conf,
        `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`,
      );
      process.env['SOFTHSM2_CONF'] = conf;
      const start = [
        '--init-token',
        '--free',
        '--label',
        'thu',
        '--so-pin',
        '123456',
        '--pin',
        '654321',
      ];
      execFileSync('softhsm2-util', start);
      const kms = openPkcs11Kms({ module: library, token: 'thu', pin: '654321' });
      try {
        keepsKeys(kms);
      } finally {
        kms.close();
      }
    });
  },
);
