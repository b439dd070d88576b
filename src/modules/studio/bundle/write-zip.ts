import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive: its name with slashes, and its text (UTF-8). */
export interface ZippedFile {
  readonly name: string;
  readonly text: string;
}

/** Files that hold the same text make the same archive: the time of an entry is always the beginning of 1980 (the least). */
const leastDate = 0x0021;
/** Bit 11: names are UTF-8 (APPNOTE 6.3.10, 4.4.4). */
const utf8Names = 0x0800;

/** A zip archive of text files (APPNOTE 6.3.10). */
export function writeZip(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const bytes = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name, 'utf8');
    const sizes = { crc: crc32(bytes), packed: packed.length, plain: bytes.length };
    parts.push(localHeader(sizes, title), title, packed);
    directory.push(centralHeader(sizes, title, offset), title);
    offset += 30 + title.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endOf(files.length, central.length, offset)]);
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
}

function localHeader(sizes: Sizes, title: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeFacts(header, 6, sizes, title);
  return header;
}

function centralHeader(sizes: Sizes, title: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  writeFacts(header, 8, sizes, title);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** Flags, method, time, checksum, sizes and length of the name: the same in both headers. */
function writeFacts(
  header: Buffer,
  at: number,
  { crc, packed, plain }: Sizes,
  title: Buffer,
): void {
  header.writeUInt16LE(utf8Names, at);
  header.writeUInt16LE(8, at + 2);
  header.writeUInt16LE(leastDate, at + 6);
  header.writeUInt32LE(crc, at + 8);
  header.writeUInt32LE(packed, at + 12);
  header.writeUInt32LE(plain, at + 16);
  header.writeUInt16LE(title.length, at + 20);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
