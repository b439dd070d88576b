import { createHash } from 'node:crypto';
import { connected } from './cluster.ts';

/** Count and sum of the hashes of all rows, by table; and where every sequence stands. */
export type Fingerprint = Readonly<Record<string, string>>;

/**
 * Reads every row of every table, in one snapshot, and sums up their hashes, so that order does not matter and memory stays
 * small. Two databases with the same fingerprint hold the same.
 */
export async function fingerprintOf(url: string): Promise<Fingerprint> {
  return connected(url, async (client) => {
    await client.query(`set timezone = 'UTC'; set extra_float_digits = 3`);
    await client.query('begin isolation level repeatable read read only');
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables t
         join pg_class c on c.oid = format('%I.%I', schemaname, tablename)::regclass
        where schemaname !~ '^(pg_|information_schema$)' and c.relpersistence = 'p' order by 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)
                || ' ' || coalesce(sum(hashtextextended(t::text, 1)::numeric), 0) as sum from ${name} t`,
      );
      found[name] = rows[0]!.sum;
    }
    const { rows: sequences } = await client.query<{ name: string; sum: string | null }>(
      `select format('%I.%I', schemaname, sequencename) as name, last_value::text as sum from pg_sequences`,
    );
    for (const { name, sum } of sequences) found[name] = sum ?? '-';
    await client.query('commit');
    return found;
  });
}

/** One word for all of it. */
export function shortly(fingerprint: Fingerprint): string {
  return createHash('sha256')
    .update(
      Object.keys(fingerprint)
        .toSorted()
        .map((name) => `${name} ${fingerprint[name]}\n`)
        .join(''),
    )
    .digest('hex');
}
