import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { BackupFault } from './backup-fault.ts';

const magic = Buffer.from('CQSB1\n');
const pointBytes = 32;
const keyBytes = 32;
const tagBytes = 16;
const headBytes = magic.length + pointBytes + keyBytes + tagBytes;
const chunkBytes = 65_536;

/**
 * Seals a stream for whoever holds the private half of an X25519 key (RFC 7748). A fresh file key is wrapped under what
 * a fresh key pair and the recipient agree on (HKDF-SHA-256, RFC 5869); the content follows in chunks of 64 KiB under
 * AES-256-GCM, each nonce being its number and whether it is the last one (STREAM, Hoang et al. 2015), so that chunks
 * can be neither changed, swapped, left out nor cut off. Memory stays the same however long it is.
 */
export async function* sealFor(
  recipient: KeyObject,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const fresh = generateKeyPairSync('x25519');
  const point = pointOf(fresh.publicKey);
  const fileKey = randomBytes(keyBytes);
  const cipher = createCipheriv(
    'aes-256-gcm',
    wrapKey(fresh.privateKey, recipient, point),
    nonce(0, false),
  );
  const wrapped = Buffer.concat([cipher.update(fileKey), cipher.final()]);
  yield Buffer.concat([magic, point, wrapped, cipher.getAuthTag()]);
  let number = 0;
  let held: Buffer | undefined;
  for await (const chunk of inPieces(content, chunkBytes)) {
    if (held) yield sealChunk(fileKey, held, number++, false);
    held = chunk;
  }
  yield sealChunk(fileKey, held ?? Buffer.alloc(0), number, true);
}

/**
 * Opens what `sealFor` sealed.
 * @throws BackupFault when it was sealed for somebody else, changed, or ends too early; what came before is genuine.
 */
export async function* openSealed(
  identity: KeyObject,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let fileKey: Buffer | undefined;
  let number = 0;
  let held: Buffer | undefined;
  let rest = Buffer.alloc(0);
  for await (const bytes of sealed) {
    rest = rest.length === 0 ? Buffer.from(bytes) : Buffer.concat([rest, bytes]);
    if (!fileKey) {
      if (rest.length < headBytes) continue;
      fileKey = openHead(identity, rest.subarray(0, headBytes));
      rest = rest.subarray(headBytes);
    }
    while (rest.length >= chunkBytes + tagBytes) {
      if (held) yield openChunk(fileKey, held, number++, false);
      held = Buffer.from(rest.subarray(0, chunkBytes + tagBytes));
      rest = rest.subarray(chunkBytes + tagBytes);
    }
  }
  if (!fileKey) throw new BackupFault('cut-short');
  if (rest.length > 0) {
    if (held) yield openChunk(fileKey, held, number++, false);
    held = rest;
  }
  if (!held) throw new BackupFault('cut-short');
  yield openChunk(fileKey, held, number, true);
}

function openHead(identity: KeyObject, head: Buffer): Buffer {
  if (!head.subarray(0, magic.length).equals(magic)) throw new BackupFault('not-sealed');
  const point = head.subarray(magic.length, magic.length + pointBytes);
  const wrapped = head.subarray(magic.length + pointBytes);
  const theirs = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: point.toString('base64url') },
    format: 'jwk',
  });
  const own = createPublicKey(identity);
  const key = derive(
    diffieHellman({ privateKey: identity, publicKey: theirs }),
    point,
    pointOf(own),
  );
  return opened(key, wrapped, nonce(0, false), 'wrong-key');
}

function wrapKey(ours: KeyObject, recipient: KeyObject, point: Buffer): Buffer {
  return derive(
    diffieHellman({ privateKey: ours, publicKey: recipient }),
    point,
    pointOf(recipient),
  );
}

function derive(agreed: Buffer, ours: Buffer, theirs: Buffer): Buffer {
  return Buffer.from(
    hkdfSync('sha256', agreed, Buffer.concat([ours, theirs]), 'cqs backup 1', keyBytes),
  );
}

function pointOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
}

function sealChunk(key: Buffer, plain: Buffer, number: number, isLast: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(number, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(key: Buffer, sealed: Buffer, number: number, isLast: boolean): Buffer {
  if (sealed.length < tagBytes) throw new BackupFault('cut-short');
  return opened(key, sealed, nonce(number, isLast), 'changed');
}

function opened(key: Buffer, sealed: Buffer, iv: Buffer, fault: 'wrong-key' | 'changed'): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new BackupFault(fault, {}, { cause });
  }
}

function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* inPieces(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const bytes of content) {
    for (let from = 0; from < bytes.length;) {
      const taken = Math.min(size - filled, bytes.length - from);
      piece.set(bytes.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
      if (filled < size) continue;
      yield piece;
      piece = Buffer.allocUnsafe(size);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
