import type { Range } from './node.ts';
import { isPowerOfTwo, splitOf } from './size.ts';

/**
 * The ranges whose hashes prove that the leaf is in the tree, the leaf's sibling first (RFC 6962, section 2.1.1).
 * @throws RangeError when the tree has no such leaf.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return ranges;
}

/**
 * The ranges whose hashes prove that the tree of `from` leaves is the beginning of that of `to` (RFC 6962, 2.1.2:
 * the first hash is left out when the verifier knows it, which is so for a complete old tree).
 * @throws RangeError when from > to.
 */
export function consistencyRanges(from: number, to: number): Range[] {
  if (!(from >= 0 && from <= to)) throw new RangeError(`${from} is not a beginning of ${to}`);
  if (from === 0 || from === to) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, to];
  while (end !== from) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return start === 0 && isPowerOfTwo(from) ? ranges : [{ start, end }, ...ranges];
}
