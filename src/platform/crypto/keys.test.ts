import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { keysFrom, openKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'cqs-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the secret of an installation', () => {
  test('is made once, readable by its owner alone, and found again', () => {
    const file = join(folder, 'deep', 'secret');
    const signed = openKeys(file, true).sign('a', 'b');
    expect(readFileSync(file)).toHaveLength(64);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(openKeys(file, true).sign('a', 'b')).toBe(signed);
  });

  test('that somebody named is never made, or every signature of before would be lost', () => {
    const file = join(folder, 'named');
    expect(() => openKeys(file, false)).toThrow('ENOENT');
    expect(existsSync(file)).toBe(false);
  });

  test('that is too short is refused, with its place', () => {
    const file = join(folder, 'short');
    writeFileSync(file, 'x'.repeat(31));
    expect(() => openKeys(file, true)).toThrow(file);
  });
});

describe('keys', () => {
  const keys = keysFrom(Buffer.alloc(32, 7));

  test('of different purposes and secrets differ; the same purpose gives the same key', () => {
    expect(keys.derive('a')).toEqual(keysFrom(Buffer.alloc(32, 7)).derive('a'));
    expect(keys.derive('a')).toHaveLength(32);
    expect(keys.derive('a')).not.toEqual(keys.derive('b'));
    expect(keys.derive('a')).not.toEqual(keysFrom(Buffer.alloc(32, 8)).derive('a'));
  });

  test('know their own signature, and no other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (purpose, message, other) => {
        const signature = keys.sign(purpose, message);
        expect(keys.verify(purpose, message, signature)).toBe(true);
        expect(keys.verify(purpose, `${message}x`, signature)).toBe(false);
        expect(keys.verify(`${purpose}x`, message, signature)).toBe(false);
        expect(keys.verify(purpose, message, other)).toBe(other === signature);
      }),
    );
  });
});
