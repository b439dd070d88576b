import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** PKCS #8 (RFC 8410, section 7) before the 32 bytes of a private key of Ed25519. */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
/** SubjectPublicKeyInfo (RFC 8410, section 4) before the 32 bytes of a public one. */
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs under one key. */
export interface Signer {
  readonly keyId: string;
  /** 32 bytes in base64url, as partners enter it. */
  readonly publicKey: string;
  sign(text: string): Buffer;
}

/** A signer from 32 secret bytes, the same for the same bytes. */
export function openSigner(seed: Buffer): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([privateHead, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(publicHead.length).toString('base64url');
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key),
  };
}

/** How a public key is named: the first 128 bits of its SHA-256. */
export function keyIdOf(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest();
  return hash.subarray(0, 16).toString('base64url');
}

/** A public key from its 32 bytes in base64url; undefined when it is none. */
export function readPublicKey(publicKey: string): KeyObject | undefined {
  const bytes = Buffer.from(publicKey, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== publicKey) return undefined;
  try {
    return createPublicKey({
      key: Buffer.concat([publicHead, bytes]),
      format: 'der',
      type: 'spki',
    });
  } catch {
    return undefined;
  }
}

/** Whether a signature of a text is right under a public key. */
export function isSignedBy(publicKey: string, text: string, signature: Buffer): boolean {
  const key = readPublicKey(publicKey);
  return (
    key !== undefined && signature.length === 64 && verify(null, Buffer.from(text), key, signature)
  );
}
