import { createHash, randomBytes } from 'node:crypto';

/** A secret for an address: 128 random bits, and what is kept of it. */
export function newSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = randomBytes(16).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** What is kept of a secret: enough to know it again, too little to find it. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether it has the shape of a secret, before the database is asked. */
export function isSecretShaped(typed: string): boolean {
  return /^[\w-]{22}$/.test(typed);
}
