import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Keys of this installation, all derived from one secret by HKDF-SHA-256 (RFC 5869), one per purpose. */
export interface Keys {
  /** 32 bytes for a purpose, the same at every start. */
  derive(purpose: string): Buffer;
  /** base64url HMAC-SHA-256 of a message under the key of a purpose. */
  sign(purpose: string, message: string): string;
  /** Whether the signature is right, compared in constant time. */
  verify(purpose: string, message: string, signature: string): boolean;
}

/**
 * Opens the installation's secret; with `mayMake` a random one is made when the file does not exist.
 * @throws Error when the file holds fewer than 32 bytes, or is missing and may not be made.
 */
export function openKeys(secretFile: string, mayMake: boolean): Keys {
  const secret = mayMake ? readOrMake(secretFile) : readFileSync(secretFile);
  if (secret.length < 32) throw new Error(`Khóa bí mật quá ngắn (cần 32 byte): ${secretFile}`);
  return keysFrom(secret);
}

/** Keys derived from a given secret. */
export function keysFrom(secret: Buffer): Keys {
  const cache = new Map<string, Buffer>();
  function derive(purpose: string): Buffer {
    let key = cache.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', secret, 'chinh-quyen-so', purpose, 32));
      cache.set(purpose, key);
    }
    return key;
  }
  const sign = (purpose: string, message: string) =>
    createHmac('sha256', derive(purpose)).update(message).digest('base64url');
  function verify(purpose: string, message: string, signature: string): boolean {
    const expected = Buffer.from(sign(purpose, message));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
  return { derive, sign, verify };
}

function readOrMake(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(64), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file);
}
