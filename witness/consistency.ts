import { hash } from 'node:crypto';

interface Tree {
  readonly size: number;
  readonly root: Buffer;
}

/**
 * Whether the proof shows that the old tree is the beginning of the new one. Written after the recursion of RFC 6962,
 * section 2.1.2, and not after the loop of RFC 9162 that the log uses: two programs do not share a fault.
 */
export function continues(old: Tree, now: Tree, proof: readonly Buffer[]): boolean {
  if (old.size === 0) return proof.length === 0;
  if (old.size === now.size) return proof.length === 0 && old.root.equals(now.root);
  const rest = [...proof];
  const roots = rebuild(old.size, now.size, true, old.root, rest);
  return (
    roots !== undefined &&
    rest.length === 0 &&
    roots.old.equals(old.root) &&
    roots.now.equals(now.root)
  );
}

/** Both roots of a subtree of n leaves of which m are old, from the hashes at the end of the proof. */
function rebuild(
  m: number,
  n: number,
  isWhole: boolean,
  oldRoot: Buffer,
  proof: Buffer[],
): { old: Buffer; now: Buffer } | undefined {
  if (m === n) {
    const root = isWhole ? oldRoot : proof.pop();
    return root && { old: root, now: root };
  }
  const sibling = proof.pop();
  if (!sibling) return undefined;
  let k = 1;
  while (k * 2 < n) k *= 2;
  if (m <= k) {
    const left = rebuild(m, k, isWhole, oldRoot, proof);
    return left && { old: left.old, now: node(left.now, sibling) };
  }
  const right = rebuild(m - k, n - k, false, oldRoot, proof);
  return right && { old: node(sibling, right.old), now: node(sibling, right.now) };
}

function node(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from([1]), left, right]), 'buffer');
}

const empty = hash('sha256', '', 'buffer');

/** A tree without leaves has the hash of nothing as its root. */
export function isEmptyRoot(root: Buffer): boolean {
  return root.equals(empty);
}
