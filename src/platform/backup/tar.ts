import { mkdir, open, symlink, type FileHandle } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { BackupFault } from './backup-fault.ts';

const block = 512;

interface Entry {
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly mode: number;
  readonly target: string;
}

/**
 * Unpacks a tar stream (POSIX ustar, IEEE 1003.1) below a folder. Names that lead out of it are refused.
 * @throws BackupFault when it ends in the middle of a file
 */
export async function unpack(tar: AsyncIterable<Buffer>, folder: string): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  let left = 0;
  let padding = 0;
  let file: FileHandle | undefined;
  let isOver = false;
  try {
    for await (const bytes of tar) {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      for (;;) {
        if (left > 0) {
          const part = rest.subarray(0, left);
          if (part.length === 0) break;
          await file!.writeFile(part);
          left -= part.length;
          rest = rest.subarray(part.length);
          if (left > 0) break;
        }
        if (padding > 0) {
          const skipped = Math.min(padding, rest.length);
          padding -= skipped;
          rest = rest.subarray(skipped);
          if (padding > 0) break;
        }
        await file?.close();
        file = undefined;
        if (isOver || rest.length < block) break;
        const entry = readHeader(rest.subarray(0, block));
        rest = rest.subarray(block);
        if (!entry) {
          isOver = true;
          break;
        }
        file = await begin(entry, folder);
        left = file ? entry.size : 0;
        padding = file ? (block - (entry.size % block)) % block : 0;
      }
      if (isOver) rest = Buffer.alloc(0);
    }
  } finally {
    await file?.close();
  }
  if (!isOver) throw new BackupFault('cut-short');
}

/** A block of zeros ends the archive. */
function readHeader(header: Buffer): Entry | undefined {
  if (header.every((byte) => byte === 0)) return undefined;
  const text = (from: number, to: number) =>
    header.subarray(from, to).toString('utf8').replace(/\0.*$/s, '');
  const number = (from: number, to: number) => Number.parseInt(text(from, to).trim() || '0', 8);
  const prefix = text(345, 500);
  const name = text(0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: number(100, 108) & 0o777,
    // Sizes from 8 GiB on are binary.
    size: (header[124]! & 0x80) === 0 ? number(124, 136) : Number(header.readBigUInt64BE(128)),
    kind: String.fromCharCode(header[156]!),
    target: text(157, 257),
  };
}

async function begin(entry: Entry, folder: string): Promise<FileHandle | undefined> {
  const path = normalize(join(folder, entry.name));
  if (path !== folder && !path.startsWith(folder + sep) && `${folder}${sep}` !== path)
    throw new BackupFault('changed');
  switch (entry.kind) {
    case '5':
      await mkdir(path, { recursive: true, mode: 0o700 });
      return undefined;
    case '2':
      await symlink(entry.target, path);
      return undefined;
    default:
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      return open(path, 'w', entry.mode | 0o600);
  }
}
