/** A tile of C2SP tlog-tiles: 256 hashes of complete subtrees of 256^level leaves, or 256 entries. */
export interface TileId {
  /** Height in tiles, or 'entries' for the bundles of the leaves themselves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** How many of its 256 places are filled. */
  readonly width: number;
}

export const tileWidth = 256;

/** The path below the log's prefix: tile/0/x001/x234/067, tile/1/000.p/17, tile/entries/005. */
export function tilePath({ level, index, width }: TileId): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`${groups.length === 0 ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`);
  const partial = width === tileWidth ? '' : `.p/${width}`;
  return `tile/${level}/${groups.join('/')}${partial}`;
}

/** Reads a path; undefined when it is not the one spelling of a tile. */
export function parseTilePath(path: string): TileId | undefined {
  const parts =
    /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(
      path,
    );
  if (!parts) return undefined;
  const tile: TileId = {
    level: parts[1] === 'entries' ? 'entries' : Number(parts[1]),
    index: Number(parts[2]!.replace(/[x/]/g, '')),
    width: parts[3] === undefined ? tileWidth : Number(parts[3]),
  };
  return tilePath(tile) === path ? tile : undefined;
}

/** How many places of a tile are filled in a tree; 0 when the tree does not reach it. */
export function widthIn(size: number, { level, index }: Pick<TileId, 'level' | 'index'>): number {
  const hashes = Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level));
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
}

/** Whether a tree of this size has the tile: filled as far as it says, and not empty. */
export function isInTree(size: number, tile: TileId): boolean {
  const width = widthIn(size, tile);
  if (tile.width === tileWidth) return width === tileWidth;
  return tile.width > 0 && tile.width <= width;
}
