import type { Tx } from '#/platform/db/index.ts';
import { parseLeaf, type Leaf } from '../leaf/leaf.ts';
import { append, emptyEdge, rootOf, type Edge } from '../merkle/edge.ts';
import { leafHash, type Hash } from '../merkle/hash.ts';
import { listStoredLeaves, listTiles, type StoredLeaf } from '../store/inspect.ts';
import { tileWidth } from '../tiles/tile-path.ts';
import { Chains } from './chains.ts';
import type { Report } from './report.ts';

const batch = 4096;

/** What the leaves say when everything is computed from them anew. */
export interface Recomputed {
  readonly edge: Edge;
  /** Root of the tree at each size that was asked for. */
  readonly roots: ReadonlyMap<number, Hash>;
  readonly chains: Chains;
  /** Leaves that nothing opens, with their case. */
  readonly unopened: readonly { readonly idx: number; readonly caseId: string }[];
  /** Number of leaves of each kind that are opened. */
  readonly opened: ReadonlyMap<string, number>;
  readonly openedAt: Date | null;
}

/** Reads every leaf, checks it and its chain, and computes tree and tiles from nothing but the leaves. */
export async function recompute(
  tx: Tx,
  sizes: ReadonlySet<number>,
  report: Report,
): Promise<Recomputed> {
  const roots = new Map<number, Hash>([[0, rootOf(emptyEdge)]]);
  const chains = new Chains(report);
  const unopened: { idx: number; caseId: string }[] = [];
  const opened = new Map<string, number>();
  const tiles = new Map<string, Hash[]>();
  let edge = emptyEdge;
  let openedAt: Date | null = null;
  for (let from = 0; ;) {
    const rows = await listStoredLeaves(tx, from, batch);
    for (const row of rows) {
      if (row.idx !== edge.size) report.add('leaf', `${edge.size} is followed by ${row.idx}`);
      const hash = leafHash(row.body);
      edge = append(edge, [hash], (level, index, one) => {
        if (level % 8 !== 0) return;
        const key = `${level / 8}/${Math.floor(index / tileWidth)}`;
        const tile = tiles.get(key);
        if (tile) tile.push(one);
        else tiles.set(key, [one]);
      });
      if (sizes.has(edge.size)) roots.set(edge.size, rootOf(edge));
      const leaf = parseLeaf(row.body);
      if (!leaf) {
        report.add('leaf', `${row.idx} is not an entry of this log`);
        continue;
      }
      if (row.idx === 0) openedAt = leaf.at;
      compareCopies(row, leaf, report);
      chains.follow(row, leaf, hash);
      if (row.opening === null)
        unopened.push({ idx: row.idx, caseId: leaf.caseId.toString('base64url') });
      else opened.set(leaf.kind, (opened.get(leaf.kind) ?? 0) + 1);
    }
    if (rows.length < batch) break;
    from = rows.at(-1)!.idx + 1;
  }
  await compareTiles(tx, tiles, report);
  return { edge, roots, chains, unopened, opened, openedAt };
}

/** What lists are made from must say what the leaf says. */
function compareCopies(row: StoredLeaf, leaf: Leaf, report: Report): void {
  const { procedure, verb, state, unit } = leaf.facts;
  const isSame =
    row.kind === leaf.kind &&
    Math.floor(row.at.getTime() / 1000) === Math.floor(leaf.at.getTime() / 1000) &&
    row.caseId.equals(leaf.caseId) &&
    row.procedure === (procedure ?? null) &&
    row.verb === (verb ?? null) &&
    row.state === (state ?? null) &&
    row.unit === (unit ?? null) &&
    (row.opening === null || (row.opening.kind === leaf.kind && row.opening.n === leaf.n));
  if (!isSame) report.add('copy', `leaf ${row.idx}`);
}

async function compareTiles(tx: Tx, computed: Map<string, Hash[]>, report: Report): Promise<void> {
  for (let after: { level: number; n: number } | null = null; ;) {
    const rows = await listTiles(tx, after, 500);
    for (const { level, n, hashes } of rows) {
      const key = `${level}/${n}`;
      const expected = computed.get(key);
      computed.delete(key);
      if (!expected || !Buffer.concat(expected).equals(hashes)) report.add('tile', key);
    }
    const last = rows.at(-1);
    if (!last || rows.length < 500) break;
    after = last;
  }
  for (const key of computed.keys()) report.add('tile', `${key} is missing`);
}
