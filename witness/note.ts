import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';

/** A key of a log or of this witness, as C2SP signed-note writes it: name+id+base64(type ‖ key). */
export interface Key {
  readonly name: string;
  readonly id: Buffer;
  readonly type: number;
  readonly key: KeyObject;
}

export interface Checkpoint {
  /** All lines that are signed, with the last newline. */
  readonly text: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly signatures: readonly { readonly name: string; readonly blob: Buffer }[];
}

const spki: Readonly<Record<number, { head: string; length: number }>> = {
  1: { head: '302a300506032b6570032100', length: 32 },
  4: { head: '302a300506032b6570032100', length: 32 },
};

export function keyId(name: string, type: number, raw: Buffer): Buffer {
  return hash(
    'sha256',
    Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([type]), raw]),
    'buffer',
  ).subarray(0, 4);
}

/** Reads a key. @throws Error when it is none that this program can check with. */
export function readKey(vkey: string): Key {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const [type = 0, raw] = [bytes[0], bytes.subarray(1)];
  const kind = spki[type];
  if (!kind || raw.length !== kind.length || keyId(name, type, raw).toString('hex') !== id)
    throw new Error(`not an Ed25519 verifier key: ${vkey}`);
  const der = Buffer.concat([Buffer.from(kind.head, 'hex'), raw]);
  return {
    name,
    id: Buffer.from(id, 'hex'),
    type,
    key: createPublicKey({ key: der, format: 'der', type: 'spki' }),
  };
}

/** Reads a signed checkpoint; undefined when it is not one. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, gap + 1);
  const [origin, digits, encoded] = text.split('\n');
  if (!origin || !digits || !encoded || !/^(0|[1-9]\d{0,15})$/.test(digits)) return undefined;
  const root = Buffer.from(encoded, 'base64');
  const size = Number(digits);
  if (root.length !== 32 || root.toString('base64') !== encoded || !Number.isSafeInteger(size))
    return undefined;
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > 100) return undefined;
  const signatures = lines.map((line) => {
    const [, name = '', blob = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    return { name, blob: Buffer.from(blob, 'base64') };
  });
  if (signatures.some(({ blob }) => blob.length < 5)) return undefined;
  return { text, origin, size, root, signatures };
}

/** Whether a known key of the log signed it, and no signature of a known key is wrong. */
export function isSignedBy(checkpoint: Checkpoint, keys: readonly Key[]): boolean {
  let isSigned = false;
  for (const { name, blob } of checkpoint.signatures) {
    const key = keys.find((one) => one.name === name && one.id.equals(blob.subarray(0, 4)));
    if (!key) continue;
    if (!verify(null, Buffer.from(checkpoint.text), key.key, blob.subarray(4))) return false;
    isSigned = true;
  }
  return isSigned;
}
