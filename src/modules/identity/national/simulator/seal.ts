import { constants, createCipheriv, publicEncrypt, randomBytes, type KeyObject } from 'node:crypto';

/** Seals as VNeID does: AES-ECB under a fresh key, which is sealed by RSA PKCS#1 v1.5. */
export function seal(words: string, publicKey: KeyObject, bytes: 16 | 24 | 32 = 32) {
  const aesKey = randomBytes(bytes);
  const cipher = createCipheriv(`aes-${bytes * 8}-ecb`, aesKey, null);
  const data = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]).toString('base64');
  const padding = constants.RSA_PKCS1_PADDING;
  return { data, key: publicEncrypt({ key: publicKey, padding }, aesKey).toString('base64') };
}
