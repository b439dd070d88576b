import type { Readable } from 'node:stream';

/** Bytes at once or as they come. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>;

export interface StoredFile {
  /** How it is found again: its area and its hash, `papers/9f86d0…`. */
  readonly key: string;
  /** SHA-256 of the content, in lower-case hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * A store of files that never change: a file is addressed by the hash of its content, so the same content in one area
 * is kept once, and nobody can put other bytes under a known key. What is stored survives a power cut from the moment
 * that `put` returns. An area is a plain word; whoever uses one decides what in it is still needed.
 */
export interface Files {
  /** Stores content; of content that is there already only the time of storing is renewed. */
  put(area: string, content: Content): Promise<StoredFile>;
  /** The content as a stream. Throws FileGone. */
  get(key: string): Promise<Readable>;
  /** The content at once, compared with its hash. Throws FileGone or FileDamaged. */
  read(key: string): Promise<Buffer>;
  has(key: string): Promise<boolean>;
  /** Takes a file away, unless it was stored (again) after `unlessAfter`. Removing what is not there is no fault. */
  remove(key: string, unlessAfter?: Date): Promise<void>;
  /** All files of an area, in no order. */
  list(area: string): AsyncIterable<{ readonly key: string; readonly storedAt: Date }>;
}
