import { hash, randomBytes } from 'node:crypto';
import { SdJwtFault } from './fault.ts';
import { bytesIn, type Json } from './jws.ts';

/** One salted claim or array element (RFC 9901, 4.2), as it travels and as it reads. */
export interface Disclosure {
  readonly encoded: string;
  readonly digest: string;
  /** Undefined for an element of an array. */
  readonly name: string | undefined;
  readonly value: Json;
}

/** Names that the format keeps for itself (RFC 9901, 4.2.1). */
const reserved: ReadonlySet<string> = new Set(['_sd', '...']);

/** A claim under 128 bits of salt, so that nobody finds its value by trying. */
export function makeDisclosure(name: string | undefined, value: Json): Disclosure {
  if (name !== undefined && reserved.has(name))
    throw new SdJwtFault('claims', `a claim may not be called ${name}`);
  const salt = randomBytes(16).toString('base64url');
  const encoded = Buffer.from(
    JSON.stringify(name === undefined ? [salt, value] : [salt, name, value]),
  ).toString('base64url');
  return { encoded, digest: digestOf(encoded), name, value };
}

/** @throws SdJwtFault */
export function readDisclosure(encoded: string): Disclosure {
  let parts: unknown;
  try {
    parts = JSON.parse(bytesIn(encoded).toString());
  } catch {
    throw new SdJwtFault('form', 'a disclosure is not JSON');
  }
  if (!Array.isArray(parts) || parts.length < 2 || parts.length > 3 || typeof parts[0] !== 'string')
    throw new SdJwtFault('form', 'a disclosure is not two or three values after a salt');
  const digest = digestOf(encoded);
  if (parts.length === 2) return { encoded, digest, name: undefined, value: parts[1] as Json };
  const [, name, value] = parts as [string, unknown, Json];
  if (typeof name !== 'string' || reserved.has(name))
    throw new SdJwtFault('claims', 'a disclosure has a name that no claim may have');
  return { encoded, digest, name, value };
}

/** base64url of SHA-256 over the letters of the disclosure as they were sent (RFC 9901, 4.2.3). */
function digestOf(encoded: string): string {
  return hash('sha256', encoded, 'base64url');
}

/** What looks like a digest and belongs to nothing: hides how many claims there are (RFC 9901, 4.2.5). */
export function decoyDigest(): string {
  return hash('sha256', randomBytes(32), 'base64url');
}
