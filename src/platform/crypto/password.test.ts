import { argon2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

describe('a password', () => {
  test('is known by its hash, and another is not', async () => {
    const hash = await hashPassword('ghế dựa nặng còm');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('ghế dựa nặng còm', hash)).toBe(true);
    expect(await isPassword('ghế dựa nặng com', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
  });

  test('may be typed on keyboards that put letters together or take them apart', async () => {
    const hash = await hashPassword('Đường Nguyễn Trãi'.normalize('NFD'));
    expect(await isPassword('Đường Nguyễn Trãi'.normalize('NFC'), hash)).toBe(true);
  });

  test('has another hash each time', async () => {
    expect(await hashPassword('a')).not.toBe(await hashPassword('a'));
  });

  test('fits no hash of an unknown form', async () => {
    for (const hash of ['', 'x', '$argon2id$v=19$m=1$a$b', '$2b$10$abcdefghijklmnopqrstuv'])
      expect(await isPassword('x', hash)).toBe(false);
  });

  test('hashed under another cost is still known: costs may rise', async () => {
    // Made with 8 MiB and one pass.
    const nonce = Buffer.alloc(16, 1);
    const tag = argon2Sync('argon2id', {
      message: 'cũ',
      nonce,
      memory: 8192,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
    const hash = `$argon2id$v=19$m=8192,t=1,p=1$${text(nonce)}$${text(tag)}`;
    expect(await isPassword('cũ', hash)).toBe(true);
  });
});
