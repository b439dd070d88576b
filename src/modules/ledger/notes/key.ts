import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';

/** What a key signs, as the byte that stands before it: see C2SP signed-note and tlog-cosignature. */
export const keyTypes = { log: 0x01, cosignature: 0x04, subtree: 0x06 } as const;

type KeyType = (typeof keyTypes)[keyof typeof keyTypes];

/** A key that signatures on notes are checked with. */
export interface VerifierKey {
  readonly name: string;
  readonly type: KeyType;
  /** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ key), in hexadecimal. */
  readonly id: string;
  /** The key itself: 32 bytes of Ed25519, 1,312 of ML-DSA-44. */
  readonly raw: Buffer;
  readonly key: KeyObject;
}

/** A key with its secret half. */
export interface SigningKey extends VerifierKey {
  readonly secret: KeyObject;
}

/** DER heads around raw keys: SubjectPublicKeyInfo and PKCS#8 of RFC 8410, and of RFC 9881 for ML-DSA-44. */
const heads = {
  ed25519: { publicKey: '302a300506032b6570032100', seed: '302e020100300506032b657004220420' },
  mlDsa44: {
    publicKey: '30820532300b06096086480165030403110382052100',
    seed: '3034020100300b060960864801650304031104228020',
  },
} as const;

const lengths: Readonly<Record<KeyType, number>> = { 1: 32, 4: 32, 6: 1312 };

function headsOf(type: KeyType) {
  return type === keyTypes.subtree ? heads.mlDsa44 : heads.ed25519;
}

/** A verifier key from its raw bytes. @throws RangeError when the length is wrong. */
function verifierKey(name: string, type: KeyType, raw: Buffer): VerifierKey {
  if (raw.length !== lengths[type]) throw new RangeError(`key of ${raw.length} bytes`);
  const key = createPublicKey({
    key: Buffer.concat([Buffer.from(headsOf(type).publicKey, 'hex'), raw]),
    format: 'der',
    type: 'spki',
  });
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed(type, raw)]), 'hex');
  return { name, type, id: id.slice(0, 8), raw, key };
}

/** A signing key from a secret seed of 32 bytes. */
export function signingKey(name: string, type: KeyType, seed: Buffer): SigningKey {
  const secret = createPrivateKey({
    key: Buffer.concat([Buffer.from(headsOf(type).seed, 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  return { ...verifierKey(name, type, spki.subarray(-lengths[type])), secret };
}

/** The key as text: name+id+base64(type ‖ key). */
export function formatVkey({ name, id, type, raw }: VerifierKey): string {
  return `${name}+${id}+${typed(type, raw).toString('base64')}`;
}

/** Reads a key from its text; undefined when it is not one that we can check with. */
export function parseVkey(text: string): VerifierKey | undefined {
  const [, name, id, encoded] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (name === undefined || encoded === undefined) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  const type = bytes[0] as KeyType;
  if (bytes.length - 1 !== lengths[type] || bytes.toString('base64') !== encoded) return undefined;
  const key = verifierKey(name, type, bytes.subarray(1));
  return key.id === id ? key : undefined;
}

function typed(type: KeyType, raw: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), raw]);
}
