import { nodeHash, type Hash } from '../merkle/hash.ts';
import { fold, nodesOf, type Node, type Range } from '../merkle/node.ts';
import { tileWidth } from './tile-path.ts';

/** A tile without its width: where hashes are stored. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** Gives the hashes of tiles as far as they are filled, in the order asked for. */
export type ReadTiles = (places: readonly TilePlace[]) => Promise<Buffer[]>;

/** Levels of the tree in one level of tiles: 256 = 2^8. */
const levelsInTile = 8;

/** The tile that a subtree lies in. */
function placeOf({ level, index }: Node): TilePlace {
  const tile = Math.floor(level / levelsInTile);
  return { level: tile, index: Math.floor(firstEntry({ level, index }) / tileWidth) };
}

/** Hashes of ranges from the tiles that they lie in; each tile is read once. */
export async function hashesOf(ranges: readonly Range[], read: ReadTiles): Promise<Hash[]> {
  const nodes = ranges.map(nodesOf);
  const places = new Map<string, TilePlace>();
  for (const place of nodes.flat().map(placeOf)) places.set(keyOf(place), place);
  const tiles = await read([...places.values()]);
  const byPlace = new Map([...places.keys()].map((key, at) => [key, tiles[at]!]));
  return nodes.map((parts) =>
    fold(parts.map((node) => hashIn(byPlace.get(keyOf(placeOf(node)))!, node))),
  );
}

/** The hash of a subtree from the hashes in its tile. @throws RangeError when the tile does not reach so far. */
function hashIn(tile: Buffer, node: Node): Hash {
  const first = firstEntry(node) % tileWidth;
  let hashes = Array.from({ length: 2 ** (node.level % levelsInTile) }, (_, at) => {
    const hash = tile.subarray((first + at) * 32, (first + at + 1) * 32);
    if (hash.length !== 32) throw new RangeError(`tile ${keyOf(placeOf(node))} is too short`);
    return hash;
  });
  while (hashes.length > 1)
    hashes = Array.from({ length: hashes.length / 2 }, (_, at) =>
      nodeHash(hashes[2 * at]!, hashes[2 * at + 1]!),
    );
  return hashes[0]!;
}

/** Place of the first hash of a subtree among all hashes of its tile level. */
function firstEntry({ level, index }: Node): number {
  return index * 2 ** (level % levelsInTile);
}

function keyOf({ level, index }: TilePlace): string {
  return `${level}/${index}`;
}
