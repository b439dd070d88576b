import { createHmac, randomBytes } from 'node:crypto';
import { canonical } from './canonical.ts';

/** A commitment to a document: without the salt nobody can tell or guess what it says. */
export interface Commitment {
  readonly salt: Buffer;
  readonly commitment: Buffer;
}

/** Commits to a document under a new salt. */
export function commit(document: unknown): Commitment {
  const salt = randomBytes(32);
  return { salt, commitment: commitmentOf(salt, document) };
}

/** HMAC-SHA-256 of the canonical document under the salt. */
export function commitmentOf(salt: Buffer, document: unknown): Buffer {
  return createHmac('sha256', salt).update(canonical(document)).digest();
}
