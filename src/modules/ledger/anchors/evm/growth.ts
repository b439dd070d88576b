import type { Tx } from '#/platform/db/index.ts';
import type { Hash } from '../../merkle/hash.ts';
import { consistencyRanges } from '../../merkle/proof.ts';
import { isConsistent } from '../../merkle/verify.ts';
import { tileReader } from '../../store/tiles.ts';
import { hashesOf } from '../../tiles/tile-hashes.ts';

interface Tree {
  readonly size: number;
  readonly root: Hash;
}

/** Proves from our own tiles that a tree of ours continues another one; undefined when it does not. */
export async function growthFrom(tx: Tx, older: Tree, ours: Tree): Promise<Hash[] | undefined> {
  if (older.size > ours.size) return undefined;
  const proof = await hashesOf(consistencyRanges(older.size, ours.size), tileReader(tx));
  return isConsistent(older, ours, proof) ? proof : undefined;
}
