/** Cuts a stream into pieces of one size, the last one shorter or as long; of an empty stream there is one, empty. */
export async function* pieces(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncIterable<{ readonly piece: Buffer; readonly isLast: boolean }> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    length += chunk.length;
    if (length <= size) continue;
    const all = Buffer.concat(waiting, length);
    let from = 0;
    // Whether a piece is the last one is known only when something follows it.
    for (; all.length - from > size; from += size)
      yield { piece: all.subarray(from, from + size), isLast: false };
    waiting = [all.subarray(from)];
    length = all.length - from;
  }
  yield { piece: Buffer.concat(waiting, length), isLast: true };
}
