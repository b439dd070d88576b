import { Readable } from 'node:stream';
import { createReadStream } from 'node:fs';
import type { Files } from '../files/index.ts';
import { BackupFault } from './backup-fault.ts';
import { addToList, readList, type Listed } from './ledger-of-files.ts';
import { objectFile, objectList, type BackupPlace } from './place.ts';
import { openSealed, sealFor } from './sealed-stream.ts';
import { writeWhole } from './whole-file.ts';

/** A store of files and which of its areas are kept. */
export interface Stored {
  readonly files: Files;
  readonly areas: readonly string[];
}

const batch = 64;

/** Copies files that are not in the backup yet: what is stored never changes, so each is copied once. Gives all their names. */
export async function copyObjects({ files, areas }: Stored, place: BackupPlace): Promise<string[]> {
  const list = objectList(place.dir);
  const known = await readList(list, place.keys);
  const names: string[] = [];
  let fresh: Listed[] = [];
  for (const area of areas) {
    for await (const { key } of files.list(area)) {
      const name = nameOf(key, place);
      names.push(name);
      if (known.has(name)) continue;
      const content = await files.get(key).catch(() => undefined);
      // Thrown away between listing and reading: nothing names it any more.
      if (!content) continue;
      const written = await writeWhole(
        objectFile(place.dir, name),
        sealFor(place.recipients.data, named(key, content)),
      );
      fresh.push({ name, ...written, through: new Date().toISOString() });
      if (fresh.length < batch) continue;
      await addToList(list, place.keys, fresh);
      fresh = [];
    }
  }
  await addToList(list, place.keys, fresh);
  return names;
}

/** The key of a file is the hash of what it holds: in the backup it is hidden, for it tells who holds a known paper. */
function nameOf(key: string, { keys }: Pick<BackupPlace, 'keys'>): string {
  return Buffer.from(keys.sign('backup names', key), 'base64url').toString('hex');
}

async function* named(key: string, content: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${key}\n`);
  yield* content;
}

/** Puts every file of the backup into a store again. @returns how many */
export async function restoreObjects(
  dir: string,
  { keys, recipients: identity }: Pick<BackupPlace, 'keys' | 'recipients'>,
  files: Pick<Files, 'put' | 'has'>,
): Promise<number> {
  const listed = await readList(objectList(dir), keys);
  for (const { name } of listed.values()) {
    const content = openSealed(identity.data, sealedObject(dir, name))[Symbol.asyncIterator]();
    const { key, rest } = await keyOf(content);
    const area = key.slice(0, key.indexOf('/'));
    const stored = await files.put(area, Readable.from(rest, { objectMode: false }));
    if (stored.key !== key) throw new BackupFault('damaged', { file: `objects/${name}` });
  }
  return listed.size;
}

async function* sealedObject(dir: string, name: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(objectFile(dir, name)) as AsyncIterable<Buffer>;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new BackupFault('missing', { file: `objects/${name}` }, { cause });
  }
}

async function keyOf(
  content: AsyncIterator<Buffer>,
): Promise<{ key: string; rest: AsyncGenerator<Buffer> }> {
  const first = (await content.next()).value as Buffer | undefined;
  const end = first?.indexOf(10) ?? -1;
  if (!first || end < 0) throw new BackupFault('changed');
  async function* rest(): AsyncGenerator<Buffer> {
    yield first!.subarray(end + 1);
    for (let next = await content.next(); !next.done; next = await content.next()) yield next.value;
  }
  return { key: first.subarray(0, end).toString(), rest: rest() };
}
