import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BackupFault } from './backup-fault.ts';

/** How a written file is known again. */
export interface Written {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Writes a file that is there whole and on the disk, or not at all. */
export async function writeWhole(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Written> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}.part`;
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(draft, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
    await file.close();
    await rename(draft, path);
  } finally {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
  }
  return { sha256: hash.digest('hex'), size };
}

/** Compares a file with what was written. @throws BackupFault when it is missing or another */
export async function compareWhole(path: string, name: string, written: Written): Promise<void> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      size += (chunk as Buffer).length;
    }
  } catch (cause) {
    throw new BackupFault('missing', { file: name }, { cause });
  }
  if (size !== written.size || hash.digest('hex') !== written.sha256)
    throw new BackupFault('damaged', { file: name });
}
