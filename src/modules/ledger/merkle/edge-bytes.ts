import type { Edge } from './edge.ts';
import type { Hash } from './hash.ts';
import { half, isOdd } from './size.ts';

/** The peaks of an edge one after another, the lowest first; the bits of the size tell which they are. */
export function encodeEdge({ peaks }: Edge): Buffer {
  return Buffer.concat(peaks.filter((peak) => peak !== null));
}

/** Reads an edge of a size. @throws RangeError when there are too few or too many hashes. */
export function decodeEdge(size: number, bytes: Buffer): Edge {
  const peaks: (Hash | null)[] = [];
  let at = 0;
  for (let rest = size; rest > 0; rest = half(rest)) {
    peaks.push(isOdd(rest) ? bytes.subarray(at, at + 32) : null);
    if (isOdd(rest)) at += 32;
  }
  if (at !== bytes.length) throw new RangeError(`edge of ${bytes.length} bytes for size ${size}`);
  return { size, peaks };
}
