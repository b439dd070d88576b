/** The same bytes in parts of one size, the last one shorter; at least one. */
export async function* inParts(
  content: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let filled = 0;
  for await (const chunk of content) {
    for (let from = 0; from < chunk.length;) {
      const taken = chunk.subarray(from, from + size - filled);
      held.push(Buffer.from(taken));
      filled += taken.length;
      from += taken.length;
      if (filled < size) continue;
      yield Buffer.concat(held);
      held = [];
      filled = 0;
    }
  }
  if (filled > 0) yield Buffer.concat(held);
}
