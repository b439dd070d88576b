import { constants, createDecipheriv, privateDecrypt, type KeyObject } from 'node:crypto';

/** Longest answer that is looked at. */
const longest = 64 * 1024;

/**
 * Opens what VNeID seals: `key` is an AES key under our RSA key (PKCS#1 v1.5), `data` is AES-ECB under that. Undefined
 * for whatever does not open. A tampered `key` does not fail in OpenSSL but gives random bytes of random length
 * (implicit rejection, against Bleichenbacher's oracle), some of them a legal length: then padding, UTF-8 or JSON fails.
 * There is no MAC: only TLS and the checks of the content tell a forged body.
 */
export function openSealed(data: string, key: string, privateKey: KeyObject): string | undefined {
  if (data.length > longest || !isBase64(data) || !isBase64(key)) return undefined;
  try {
    const aesKey = privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(key, 'base64'),
    );
    const cipher = cipherOf(aesKey.length);
    if (cipher === undefined) return undefined;
    const decipher = createDecipheriv(cipher, aesKey, null);
    const opened = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(opened);
  } catch {
    // One answer for every fault: what failed must not be told from outside.
    return undefined;
  }
}

/** The object that a body holds, sealed or plain; undefined when it holds none. */
export function readBody(
  body: string,
  privateKey: KeyObject,
): Readonly<Record<string, unknown>> | undefined {
  const outer = objectOf(body);
  if (outer === undefined) return undefined;
  const { data, key } = outer;
  // By its fields and not by its looks: a plain body may hold such words in a name.
  if (typeof data !== 'string' || typeof key !== 'string') return outer;
  const opened = openSealed(data, key, privateKey);
  return opened === undefined ? undefined : objectOf(opened);
}

function objectOf(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function cipherOf(bytes: number): string | undefined {
  return [16, 24, 32].includes(bytes) ? `aes-${bytes * 8}-ecb` : undefined;
}

function isBase64(text: string): boolean {
  return text !== '' && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
