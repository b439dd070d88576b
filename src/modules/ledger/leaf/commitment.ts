import { createHmac, hash, randomBytes } from 'node:crypto';
import { canonical } from './canonical.ts';

/** What a leaf commits to: the act itself, and by its hash the thing that it happened to, as the act left it. */
interface Committed {
  readonly document: Readonly<Record<string, unknown>>;
  readonly after: Buffer | null;
}

/** HMAC-SHA-256 under the salt: who does not know it can neither tell nor guess what was committed to. */
export function commitmentOf(salt: Buffer, { document, after }: Committed): Buffer {
  const committed = { document, after: after?.toString('hex') ?? null };
  return createHmac('sha256', salt).update(canonical(committed)).digest();
}

export function newSalt(): Buffer {
  return randomBytes(32);
}

/** SHA-256 of the canonical form. */
export function digestOf(value: unknown): Buffer {
  return hash('sha256', canonical(value), 'buffer');
}
