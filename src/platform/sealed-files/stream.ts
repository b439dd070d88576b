import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { pieces } from './pieces.ts';

/** What every sealed file begins with: a name and a version. It is authenticated with the first piece. */
const head = Buffer.from('CQSFILE\u0001', 'latin1');

/** How much is sealed at once, as age and the STREAM construction do it: memory stays bounded whatever comes. */
export const pieceBytes = 65_536;
const tagBytes = 16;

type Bytes = AsyncIterable<Uint8Array>;

/**
 * Seals a stream piece by piece (STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, 2015, with AES-256-GCM): the nonce of
 * a piece is its number and whether it is the last one, so a piece that is missing, doubled or in another place does not
 * open. A key seals one file only, which is why nonces may count. `measure` sees the plain pieces.
 */
export async function* sealStream(
  key: KeyObject,
  content: Bytes,
  measure: (plain: Uint8Array) => void,
): Bytes {
  yield head;
  let no = 0;
  for await (const { piece, isLast } of pieces(content, pieceBytes)) {
    measure(piece);
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(no++, isLast)).setAAD(head);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens what was sealed so. `damaged` makes what is thrown when a bit was changed, or something is missing or too much. */
export async function* openStream(key: KeyObject, sealed: Bytes, damaged: () => Error): Bytes {
  let no = 0;
  for await (const { piece, isLast } of pieces(withoutHead(sealed, damaged), pieceBytes + tagBytes))
    yield openPiece(key, piece, nonceOf(no++, isLast), damaged);
}

function openPiece(key: KeyObject, piece: Buffer, nonce: Buffer, damaged: () => Error): Buffer {
  if (piece.length < tagBytes) throw damaged();
  const end = piece.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(head);
  decipher.setAuthTag(piece.subarray(end));
  const plain = decipher.update(piece.subarray(0, end));
  try {
    decipher.final();
  } catch {
    throw damaged();
  }
  return plain;
}

async function* withoutHead(sealed: Bytes, damaged: () => Error): Bytes {
  let start = Buffer.alloc(0);
  for await (const chunk of sealed) {
    if (start.length === head.length) {
      yield chunk;
      continue;
    }
    const seen = Buffer.concat([start, chunk]);
    start = seen.subarray(0, head.length);
    if (start.length === head.length && !start.equals(head)) throw damaged();
    if (seen.length > head.length) yield seen.subarray(head.length);
  }
  if (start.length < head.length) throw damaged();
}

/** Eleven bytes of number, one that says whether this is the end. */
function nonceOf(no: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(no, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
