import { sql } from 'kysely';
import type { Tx } from '#/platform/db/index.ts';

/** A witness and how it stands. */
export interface Witness {
  readonly name: string;
  readonly vkey: string;
  readonly url: string | null;
  /** Size of the last checkpoint that it cosigned, as far as we know. */
  readonly size: number;
  readonly standing: 'new' | 'good' | 'away' | 'refuses' | 'disagrees';
  readonly told: string | null;
  readonly seenAt: Date | null;
}

export async function listWitnesses(tx: Tx): Promise<Witness[]> {
  const { rows } = await sql<Witness>`
    select name, vkey, url, size, standing, told, seen_at as "seenAt" from ledger.witness order by name`.execute(
    tx,
  );
  return rows;
}

/** Makes the list equal to that of the policy. A witness whose key or address changed begins anew. */
export async function replaceWitnesses(
  tx: Tx,
  witnesses: readonly Pick<Witness, 'name' | 'vkey' | 'url'>[],
): Promise<void> {
  const names = witnesses.map(({ name }) => name);
  await sql`delete from ledger.witness where name <> all(${names}::text[])`.execute(tx);
  for (const { name, vkey, url } of witnesses)
    await sql`
      insert into ledger.witness as w (name, vkey, url, standing) values (${name}, ${vkey}, ${url}, 'new')
      on conflict (name) do update set vkey = ${vkey}, url = ${url}, standing = 'new', told = null,
        size = case when w.vkey = ${vkey} then w.size else 0 end
       where w.vkey <> ${vkey} or w.url is distinct from ${url}`.execute(tx);
}

export async function updateWitness(
  tx: Tx,
  name: string,
  {
    size,
    standing,
    told,
    seenAt,
  }: Partial<Pick<Witness, 'size' | 'seenAt'>> & Pick<Witness, 'standing' | 'told'>,
): Promise<void> {
  await sql`
    update ledger.witness
       set size = coalesce(${size ?? null}, size), standing = ${standing}, told = ${told},
           seen_at = coalesce(${seenAt ?? null}, seen_at)
     where name = ${name}`.execute(tx);
}
