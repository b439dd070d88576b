import { emptyRoot, nodeHash, type Hash } from './hash.ts';
import { half, isOdd } from './size.ts';

/**
 * The right edge of a tree: all that is needed to append. `peaks[l]` is the complete subtree of height l when bit l of
 * the size is set, else null.
 */
export interface Edge {
  readonly size: number;
  readonly peaks: readonly (Hash | null)[];
}

export const emptyEdge: Edge = { size: 0, peaks: [] };

/** Told of every subtree that an append completes, leaves (level 0) included. */
type OnComplete = (level: number, index: number, hash: Hash) => void;

/** Appends leaf hashes one after another. */
export function append(edge: Edge, leaves: readonly Hash[], onComplete?: OnComplete): Edge {
  const peaks = [...edge.peaks];
  let { size } = edge;
  for (const leaf of leaves) {
    let hash = leaf;
    let level = 0;
    let index = size;
    onComplete?.(0, index, hash);
    for (; isOdd(index); level += 1) {
      hash = nodeHash(peaks[level]!, hash);
      peaks[level] = null;
      index = half(index);
      onComplete?.(level + 1, index, hash);
    }
    peaks[level] = hash;
    size += 1;
  }
  return { size, peaks };
}

/** The root hash: peaks folded from the lowest upward. */
export function rootOf({ peaks }: Edge): Hash {
  let root: Hash | undefined;
  for (const peak of peaks) if (peak) root = root === undefined ? peak : nodeHash(peak, root);
  return root ?? emptyRoot;
}
