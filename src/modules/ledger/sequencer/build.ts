import { randomBytes } from 'node:crypto';
import { leafBody } from '../leaf/leaf.ts';
import { append, type Edge } from '../merkle/edge.ts';
import { leafHash, type Hash } from '../merkle/hash.ts';
import type { ChainEnd } from '../store/chains.ts';
import type { NewLeaf } from '../store/leaves.ts';
import type { Pending } from '../store/pending.ts';
import type { TilePlace } from '../tiles/tile-hashes.ts';
import { tileWidth } from '../tiles/tile-path.ts';

/** What a batch of acts adds to the log. */
export interface Addition {
  readonly edge: Edge;
  readonly leaves: readonly NewLeaf[];
  readonly tiles: readonly (TilePlace & { readonly hashes: readonly Hash[] })[];
}

/** Gives acts their places, links each to the last leaf of its case, and grows the tree. */
export function build(edge: Edge, batch: readonly Pending[], ends: readonly ChainEnd[]): Addition {
  const chains = new Map(
    ends.map((end) => [keyOf(end), { caseId: end.caseId, head: leafHash(end.body) }]),
  );
  const hashes: Hash[] = [];
  const leaves = batch.map((act, at): NewLeaf => {
    const chain = chains.get(keyOf(act));
    const caseId = chain?.caseId ?? randomBytes(16);
    const body = leafBody({ ...act, caseId, previous: chain?.head ?? null });
    const head = leafHash(body);
    chains.set(keyOf(act), { caseId, head });
    hashes.push(head);
    return { ...act, idx: edge.size + at, body, caseId };
  });
  const tiles = new Map<string, TilePlace & { hashes: Hash[] }>();
  const grownEdge = append(edge, hashes, (level, index, hash) => {
    if (level % 8 !== 0) return;
    const place = { level: level / 8, index: Math.floor(index / tileWidth) };
    const key = `${place.level}/${place.index}`;
    const tile = tiles.get(key);
    if (tile) tile.hashes.push(hash);
    else tiles.set(key, { ...place, hashes: [hash] });
  });
  return { edge: grownEdge, leaves, tiles: [...tiles.values()] };
}

function keyOf({ kind, subject }: Pick<ChainEnd, 'kind' | 'subject'>): string {
  return `${kind}/${subject}`;
}
