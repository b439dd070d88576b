import type { Readable } from 'node:stream';

/** The content came to more bytes than are taken. */
export class TooLarge extends Error {
  constructor(limit: number) {
    super(`More than ${limit} bytes`);
    this.name = 'TooLarge';
  }
}

/** The same bytes, up to a limit. The stream is left open then: what remains of it can still be read to its end. */
export async function* limited(content: Readable, limit: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > limit) throw new TooLarge(limit);
    yield bytes;
  }
}
