import { crc32, inflateRawSync } from 'node:zlib';

/** Why an archive cannot be taken. */
export type ZipFlaw =
  | 'no-zip'
  | 'damaged'
  | 'locked'
  | 'odd'
  | 'too-large'
  | 'too-many'
  | 'twice'
  | 'several'
  | 'missing'
  | 'no-text';

/** A zip archive that cannot be taken; `names` are the files that it is about. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault';
  readonly flaw: ZipFlaw;
  readonly names: readonly string[];

  constructor(flaw: ZipFlaw, ...names: readonly string[]) {
    super([flaw, ...names].join(' '));
    this.flaw = flaw;
    this.names = names;
  }
}

const mostEntries = 200;

/**
 * The files of a zip archive by their names, each unpacked only under the limit: sizes that an archive states may lie
 * (APPNOTE 6.3.10, 4.3.12 and 4.3.16). Entries that nobody asks for are never unpacked.
 */
export function readZip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): ReadonlyMap<string, Buffer> {
  try {
    return entriesOf(zip, isWanted, mostBytes);
  } catch (error) {
    if (error instanceof ZipFault) throw error;
    const isBomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFault(isBomb ? 'too-large' : 'damaged');
  }
}

function entriesOf(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new ZipFault('no-zip');
  const count = zip.readUInt16LE(end + 10);
  if (count > mostEntries) throw new ZipFault('too-many');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let no = 0; no < count; no += 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new ZipFault('damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (isWanted(name)) {
      if (files.has(name)) throw new ZipFault('twice', name);
      files.set(name, unpacked(zip, at, mostBytes));
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function unpacked(zip: Buffer, entry: number, mostBytes: number): Buffer {
  if ((zip.readUInt16LE(entry + 8) & 1) !== 0) throw new ZipFault('locked');
  const method = zip.readUInt16LE(entry + 10);
  const packedSize = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(header) !== 0x04034b50) throw new ZipFault('damaged');
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(from, from + packedSize);
  if (method !== 0 && method !== 8) throw new ZipFault('odd');
  const bytes = method === 8 ? inflateRawSync(packed, { maxOutputLength: mostBytes }) : packed;
  if (bytes.length > mostBytes) throw new ZipFault('too-large');
  if (crc32(bytes) !== zip.readUInt32LE(entry + 16)) throw new ZipFault('damaged');
  return bytes;
}
