const constructed = 0x20;
const deepest = 64;

/**
 * Refuses what is not written in definite, shortest lengths that fit into each other exactly (X.690, 10.1), as
 * signatures in PDFs must be (ISO 32000-2, 12.8.3.3). The reader behind it is lenient: without this a signature could be
 * written in other ways and still be believed. @throws Error
 */
export function checkDer(bytes: Buffer, start = 0, end = bytes.length, depth = 0): void {
  if (depth > deepest) throw new Error('nested too deeply');
  for (let at = start; at < end;) {
    const isConstructed = (bytes[at]! & constructed) !== 0;
    // Zeros are what follows a signature, not a part of it; tags of several bytes occur in none.
    if (bytes[at] === 0 || (bytes[at]! & 0x1f) === 0x1f) throw new Error('no tag of a signature');
    const { from, to } = contentAt(bytes, at + 1);
    if (to > end) throw new Error('longer than what holds it');
    if (isConstructed) checkDer(bytes, from, to, depth + 1);
    at = to;
  }
}

/** Where the content of an element begins and ends whose length stands here. */
function contentAt(bytes: Buffer, at: number): { from: number; to: number } {
  const first = bytes[at];
  if (first === undefined) throw new Error('no length');
  if (first < 0x80) return { from: at + 1, to: at + 1 + first };
  const size = first - 0x80;
  if (size === 0 || size > 4 || at + 1 + size > bytes.length) throw new Error('no definite length');
  const length = bytes.readUIntBE(at + 1, size);
  if (length < 0x80 || length < 2 ** (8 * (size - 1))) throw new Error('length not shortest');
  return { from: at + 1 + size, to: at + 1 + size + length };
}
