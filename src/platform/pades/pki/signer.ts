import { sign, X509Certificate, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { ids } from './names.ts';
import { nothing, oid, sequence } from './der.ts';

/** Whoever holds a key: software, a hardware module, a remote service. The key itself is never seen. */
export interface Signer {
  /** DER of the certificate of the key. */
  readonly certificate: Buffer;
  /** DER of those above it, the issuer first; the root may be left out. */
  readonly issuers: readonly Buffer[];
  /** Signs bytes with SHA-256: RSASSA-PKCS1-v1_5, or ECDSA as DER. */
  sign(bytes: Buffer): Promise<Buffer>;
}

const signLater = promisify(sign);

/** A signer whose key is in memory. */
export function softwareSigner(
  key: KeyObject,
  certificate: Buffer,
  issuers: readonly Buffer[] = [],
): Signer {
  return { certificate, issuers, sign: (bytes) => signLater('sha256', bytes, key) };
}

/** AlgorithmIdentifier of what a key signs; RSA carries NULL (RFC 4055, section 5). */
export function algorithmOf(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'rsa') return sequence(oid(ids.sha256WithRsa), nothing);
  if (key.asymmetricKeyType === 'ec') return sequence(oid(ids.ecdsaWithSha256));
  throw new TypeError(`no signatures by ${key.asymmetricKeyType}`);
}

/** The same for the key of a certificate. */
export function algorithmOfCertificate(certificate: Buffer): Buffer {
  return algorithmOf(new X509Certificate(certificate).publicKey);
}

export const sha256Algorithm = sequence(oid(ids.sha256), nothing);
