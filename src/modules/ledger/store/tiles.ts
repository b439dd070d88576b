import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';
import type { Hash } from '../merkle/hash.ts';
import type { ReadTiles, TilePlace } from '../tiles/tile-hashes.ts';

/** Appends hashes to tiles: those of one tile in their order. */
export async function appendToTiles(
  tx: Tx,
  tiles: readonly (TilePlace & { readonly hashes: readonly Hash[] })[],
): Promise<void> {
  await sql`/* prepared */
    insert into ledger.tile as tile (level, n, hashes)
    select * from unnest(
      ${tiles.map(({ level }) => level)}::int[], ${tiles.map(({ index }) => index)}::bigint[],
      ${tiles.map(({ hashes }) => Buffer.concat(hashes))}::bytea[])
    on conflict (level, n) do update set hashes = tile.hashes || excluded.hashes`.execute(tx);
}

/** Reads tiles in a transaction. @throws Error when one is not there. */
export function tileReader(tx: Tx): ReadTiles {
  return async (places) => {
    if (places.length === 0) return [];
    const { rows } = await sql<{ level: number; n: number; hashes: Buffer }>`/* prepared */
      select level, n, hashes from ledger.tile
       where (level, n) in (select * from unnest(${places.map(({ level }) => level)}::int[],
                                                 ${places.map(({ index }) => index)}::bigint[]))`.execute(
      tx,
    );
    return places.map(({ level, index }) => {
      const row = rows.find((one) => one.level === level && one.n === index);
      if (!row) throw new Error(`the ledger has no tile ${level}/${index}`);
      return row.hashes;
    });
  };
}
