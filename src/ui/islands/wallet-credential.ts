import { seal, type BackupLock, type Sealed } from './wallet-backup.ts';
import { base64url, jsonIn, jsonPart, sha256, utf8 } from './wallet-bytes.ts';

/** A credential in the wallet, with the key that it is bound to. */
export interface Held {
  readonly id: string;
  readonly credential: string;
  /** Signs, and never leaves the browser. */
  readonly key: CryptoKey;
  readonly jwk: JsonWebKey;
  readonly takenAt: number;
  /** The key for the backup; absent when there was no passphrase yet. */
  readonly sealed?: Sealed | undefined;
}

/** One thing that a credential says, as it travels and as it reads. */
export interface Claim {
  readonly name: string;
  readonly value: unknown;
  readonly encoded: string;
}

export interface Outline {
  readonly type: string;
  readonly expiresAt: number | undefined;
  readonly claims: readonly Claim[];
}

export type HolderKey = Pick<Held, 'key' | 'jwk' | 'sealed'>;

const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A fresh key on P-256. With a lock there is, for a moment, one that can be exported: its copy for the backup. */
export async function newHolderKey(lock: BackupLock | undefined): Promise<HolderKey> {
  const pair = await crypto.subtle.generateKey(signing, lock !== undefined, ['sign', 'verify']);
  const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
  if (!lock) return { key: pair.privateKey, jwk };
  const plain = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return { key: await importHolderKey(plain), jwk, sealed: await seal(lock, plain) };
}

export function importHolderKey(pkcs8: ArrayBuffer): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, signing, false, ['sign']);
}

/** What a credential says (RFC 9901, 4), read for its holder: the office that signed it is trusted by having given it. */
export function readCredential(credential: string): Outline {
  const [jwt = '', ...rest] = credential.split('~');
  const payload = jsonIn(jwt.split('.')[1] ?? '') as { vct: string; exp?: number };
  const claims = rest.filter(Boolean).map((encoded): Claim => {
    const [, name, value] = jsonIn(encoded) as [string, string, unknown];
    return { name, value, encoded };
  });
  return { type: payload.vct, expiresAt: payload.exp, claims };
}

/** The credential with only these claims, bound to who asks and to this one question (RFC 9901, 4.3). */
export async function presentation(
  { credential, key }: Pick<Held, 'credential' | 'key'>,
  names: readonly string[],
  asked: { readonly audience: string; readonly nonce: string; readonly at: number },
): Promise<string> {
  const shown = readCredential(credential).claims.filter(({ name }) => names.includes(name));
  const [jwt = ''] = credential.split('~');
  const bound = [jwt, ...shown.map(({ encoded }) => encoded), ''].join('~');
  const { audience: aud, nonce, at: iat } = asked;
  const said = { iat, aud, nonce, sd_hash: await sha256(bound) };
  return bound + (await signJwt({ typ: 'kb+jwt' }, said, key));
}

/** A JWT with ES256. */
export async function signJwt(header: object, payload: object, key: CryptoKey): Promise<string> {
  const signed = `${jsonPart({ ...header, alg: 'ES256' })}.${jsonPart(payload)}`;
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(how, key, utf8(signed));
  return `${signed}.${base64url(signature)}`;
}
