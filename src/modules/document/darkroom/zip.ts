import { inflateRawSync } from 'node:zlib';
import { Spoil } from './spoil.ts';

/** Room for a long text with many pictures; a bomb needs more. */
const maxUnpacked = 150 * 1024 * 1024;
const maxEntries = 3_000;

/**
 * Refuses a zip archive that is broken or unpacks to more than a text can need (APPNOTE 6.3.10, 4.3.12 and 4.3.16).
 * The sizes that an archive states may lie, so every entry is unpacked here under what is left of the limit.
 */
export function checkZip(bytes: Uint8Array): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let left = maxUnpacked;
    for (const entry of entriesOf(zip)) left -= unpackedSize(zip, entry, left);
  } catch (cause) {
    if (cause instanceof Spoil) throw cause;
    const isBomb = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Spoil(isBomb ? 'word-too-large' : 'word-damaged', { cause });
  }
}

interface Entry {
  readonly method: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Spoil('word-damaged');
  const count = zip.readUInt16LE(end + 10);
  if (count > maxEntries) throw new Spoil('word-too-large');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Spoil('word-damaged');
    entries.push({
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      headerAt: zip.readUInt32LE(at + 42),
    });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackedSize(zip: Buffer, entry: Entry, left: number): number {
  const at = entry.headerAt;
  if (zip.readUInt32LE(at) !== 0x04034b50) throw new Spoil('word-damaged');
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(from, from + entry.packedSize);
  if (entry.method === 0) return packed.length;
  if (entry.method !== 8) throw new Spoil('word-damaged');
  return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) }).length;
}
