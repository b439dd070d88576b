import type { Readable } from 'node:stream';
import type { SealedFiles } from '#/platform/sealed-files/index.ts';
import type { ReceivedFile } from '../papers/add-file.ts';
import { maxFileBytes } from '../papers/paper.ts';
import { area } from '../papers/paper-works.ts';
import { limited, TooLarge } from './limited.ts';

/** Stores a file that comes in; one that grows too large is not kept, but is told of. */
export async function receive(
  files: SealedFiles,
  owner: string,
  name: string,
  content: Readable,
): Promise<Pick<ReceivedFile, 'name' | 'size' | 'stored'>> {
  try {
    const stored = await files.put(area, limited(content, maxFileBytes), owner);
    return { name, size: stored.size, stored };
  } catch (error) {
    if (error instanceof TooLarge) return { name, size: maxFileBytes };
    throw error;
  }
}
