import { base64url, bytesOf, randomBytes, utf8 } from './wallet-bytes.ts';

/**
 * Keys of credentials cannot leave the browser, so their copy for the backup is made when they are: sealed under a
 * public key whose private half only the passphrase opens. A script that gets into the page can seal, never open.
 */
export interface BackupLock {
  readonly public: JsonWebKey;
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  /** The private key (PKCS #8) under the passphrase. */
  readonly locked: string;
}

/** Something under the public key of a lock (ECDH, HKDF-SHA-256, AES-256-GCM). */
export interface Sealed {
  readonly epk: JsonWebKey;
  readonly iv: string;
  readonly data: string;
}

/** OWASP Password Storage Cheat Sheet (2023) for PBKDF2 with SHA-256. */
const iterations = 600_000;
/** A backup that asks for more would only keep the browser busy. */
const mostIterations = 10_000_000;
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const info = utf8('giay-to-so backup');

export async function makeLock(passphrase: string): Promise<BackupLock> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const key = await passphraseKey(passphrase, salt, iterations);
  const plain = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const locked = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  return {
    public: await crypto.subtle.exportKey('jwk', pair.publicKey),
    salt: base64url(salt),
    iterations,
    iv: base64url(iv),
    locked: base64url(locked),
  };
}

/** What opens things sealed under the lock. @throws when the passphrase is wrong */
export async function openLock(lock: BackupLock, passphrase: string): Promise<CryptoKey> {
  if (!(lock.iterations > 0 && lock.iterations <= mostIterations)) throw new Error('not a lock');
  const key = await passphraseKey(passphrase, bytesOf(lock.salt), lock.iterations);
  const iv = bytesOf(lock.iv);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytesOf(lock.locked));
  return crypto.subtle.importKey('pkcs8', plain, curve, false, ['deriveBits']);
}

export async function seal(lock: BackupLock, plain: BufferSource): Promise<Sealed> {
  const own = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const key = await sharedKey(own.privateKey, lock.public, 'encrypt');
  const iv = randomBytes(12);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  const epk = await crypto.subtle.exportKey('jwk', own.publicKey);
  return { epk, iv: base64url(iv), data: base64url(data) };
}

/** @throws when it was sealed for another, or changed */
export async function unseal(opened: CryptoKey, sealed: Sealed): Promise<ArrayBuffer> {
  const key = await sharedKey(opened, sealed.epk, 'decrypt');
  const iv = bytesOf(sealed.iv);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytesOf(sealed.data));
}

async function sharedKey(
  own: CryptoKey,
  other: JsonWebKey,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const { kty, crv, x, y } = other;
  const point = { kty: kty!, crv: crv!, x: x!, y: y! };
  const theirs = await crypto.subtle.importKey('jwk', point, curve, false, []);
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const base = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, [use]);
}

async function passphraseKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  // The same words typed on another keyboard are the same bytes.
  const typed = utf8(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(how, base, aes, false, ['encrypt', 'decrypt']);
}
