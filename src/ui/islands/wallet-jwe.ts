import { base64url, jsonPart, randomBytes, utf8 } from './wallet-bytes.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const enc = 'A256GCM';

/** JSON as a compact JWE for a key on P-256: ECDH-ES and A256GCM (RFC 7516; RFC 7518, 4.6 and 5.3). */
export async function encryptFor(
  key: JsonWebKey & { kid?: string },
  plain: object,
): Promise<string> {
  const { kty, crv, x, y, kid } = key;
  const point = { kty: kty!, crv: crv!, x: x!, y: y! };
  const theirs = await crypto.subtle.importKey('jwk', point, curve, false, []);
  const own = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const epk = await crypto.subtle.exportKey('jwk', own.publicKey);
  const header = jsonPart({
    alg: 'ECDH-ES',
    enc,
    ...(kid !== undefined && { kid }),
    epk: { kty: epk.kty, crv: epk.crv, x: epk.x, y: epk.y },
  });
  const shared = await crypto.subtle.deriveBits(
    { name: 'ECDH', public: theirs },
    own.privateKey,
    256,
  );
  const content = await crypto.subtle.importKey('raw', await concatKdf(shared), 'AES-GCM', false, [
    'encrypt',
  ]);
  const iv = randomBytes(12);
  const how = { name: 'AES-GCM', iv, additionalData: utf8(header) };
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(how, content, utf8(JSON.stringify(plain))),
  );
  const [text, tag] = [sealed.subarray(0, -16), sealed.subarray(-16)];
  return [header, '', base64url(iv), base64url(text), base64url(tag)].join('.');
}

/** One round of the Concat KDF gives the 256 bits that A256GCM wants (NIST SP 800-56A; RFC 7518, 4.6.2). */
async function concatKdf(shared: ArrayBuffer): Promise<ArrayBuffer> {
  const parts = [number(1), new Uint8Array(shared), sized(enc), sized(''), sized(''), number(256)];
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return crypto.subtle.digest('SHA-256', whole);
}

function sized(text: string): Uint8Array {
  const bytes = utf8(text);
  const whole = new Uint8Array(4 + bytes.length);
  whole.set(number(bytes.length));
  whole.set(bytes, 4);
  return whole;
}

function number(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
}
