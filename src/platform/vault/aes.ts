import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';

const [nonceBytes, tagBytes] = [12, 16];

/** What sealing adds to the length of a text. */
const sealBytes = nonceBytes + tagBytes;

/**
 * AES-256-GCM (NIST SP 800-38D): nonce, ciphertext, tag. Nonces are random: a counter would repeat after a snapshot
 * was restored. Keys are KeyObjects, which cost a fifth of keys given as bytes.
 */
export function sealBytesUnder(key: KeyObject, plain: Buffer, label: string): Buffer {
  const sealed = Buffer.allocUnsafe(sealBytes + plain.length);
  randomFillSync(sealed, 0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  cipher.setAAD(Buffer.from(label));
  cipher.update(plain).copy(sealed, nonceBytes);
  cipher.final();
  cipher.getAuthTag().copy(sealed, nonceBytes + plain.length);
  return sealed;
}

/** What was sealed; undefined when key or label is another one, or a bit was changed. */
export function openBytesUnder(key: KeyObject, sealed: Buffer, label: string): Buffer | undefined {
  if (sealed.length < sealBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(label));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}
