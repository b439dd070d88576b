import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Database, Tx } from '../db/index.ts';
import {
  FileDamaged,
  FileGone,
  type Content,
  type Files,
  type StoredFile,
} from '../files/index.ts';
import {
  deleteFileKey,
  findFileKey,
  findObject,
  insertFileKey,
  listMoved,
  newFileKey,
} from './file-keys.ts';
import { openStream, sealStream } from './stream.ts';

/**
 * Files that nobody reads from a disk or a backup: each is sealed under a key of its own, which is sealed under the data
 * key of whom the file concerns; when that is destroyed the file is gone too. Hash and size are those of the content.
 * Whoever calls from within a transaction gives it along: a second connection might wait for the first for ever.
 */
export interface SealedFiles {
  /** Stores content for a subject of the vault: a person, a draft, a dossier, or `nobodysFiles`. Each has its own copy. */
  put(area: string, content: Content, whose: string, tx?: Tx): Promise<StoredFile>;
  /** The content as a stream, which ends in FileDamaged when something was changed or cut off. Throws FileGone. */
  get(key: string, tx?: Tx): Promise<Readable>;
  /** The content at once. Throws FileGone or FileDamaged. */
  read(key: string, tx?: Tx): Promise<Buffer>;
  has(key: string): Promise<boolean>;
  /** Takes a file and its key away, unless it was stored after `unlessAfter`. */
  remove(key: string, unlessAfter?: Date): Promise<void>;
  list(area: string): AsyncIterable<{ readonly key: string; readonly storedAt: Date }>;
  /** Seals a file that was stored before files were sealed; it keeps its name. FileGone or FileDamaged where there is none. */
  sealPlain(key: string, whose: string): Promise<void>;
}

/** The subject of files that tell about nobody, such as samples. */
export const nobodysFiles = '00000000-0000-7000-8000-0000000000b3';

/** Seals whatever goes into a store and opens what comes out of it. */
export function sealFiles(store: Files, database: Database): SealedFiles {
  const within = <T>(tx: Tx | undefined, work: (tx: Tx) => Promise<T>) =>
    tx ? work(tx) : database.transaction(work);

  async function put(area: string, content: Content, whose: string, tx?: Tx): Promise<StoredFile> {
    const { bytes, sha256, size, object } = await storeSealed(area, content);
    await within(tx, (open) => insertFileKey(open, { name: object, object, bytes }, whose));
    return { key: object, sha256, size };
  }

  async function storeSealed(area: string, content: Content) {
    const { key, bytes } = newFileKey();
    const hash = createHash('sha256');
    let size = 0;
    const sealed = sealStream(
      key,
      content instanceof Uint8Array ? once(content) : content,
      (piece) => {
        hash.update(piece);
        size += piece.length;
      },
    );
    const { key: object } = await store.put(area, sealed);
    return { bytes, object, sha256: hash.digest('hex'), size };
  }

  async function get(key: string, tx?: Tx): Promise<Readable> {
    const found = await within(tx, (open) => findFileKey(open, key));
    if (!found?.key) throw new FileGone(key);
    const sealed = await store.get(found.object);
    return Readable.from(
      openStream(found.key, sealed, () => new FileDamaged(key)),
      {
        objectMode: false,
      },
    );
  }

  return {
    put,
    get,
    read: async (key, tx) => await buffer(await get(key, tx)),
    has: async (key) => {
      const object = await database.transaction((tx) => findObject(tx, key));
      return object !== undefined && (await store.has(object));
    },
    async remove(key, unlessAfter) {
      const object = (await database.transaction((tx) => findObject(tx, key))) ?? key;
      await store.remove(object, unlessAfter);
      if (!(await store.has(object))) await database.transaction((tx) => deleteFileKey(tx, key));
    },
    async *list(area) {
      const moved = await database.transaction(listMoved);
      for await (const { key, storedAt } of store.list(area))
        yield { key: moved.get(key) ?? key, storedAt };
    },
    async sealPlain(key, whose) {
      // Interrupted before, it has been sealed already, and only the plain bytes were left.
      if (await database.transaction((tx) => findObject(tx, key))) return await store.remove(key);
      const { bytes, object } = await storeSealed(key.split('/', 1)[0]!, await store.read(key));
      await database.transaction((tx) => insertFileKey(tx, { name: key, object, bytes }, whose));
      await store.remove(key);
    },
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
