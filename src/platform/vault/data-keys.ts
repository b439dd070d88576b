import { sql } from 'kysely';
import { newId } from '#/values/id.ts';
import { once, vaultOf, type Tx } from '../db/index.ts';
import type { DataKey } from './cell.ts';

interface KeptKey {
  readonly id: string;
  readonly kek: string;
  readonly wrapped: Buffer;
}

/**
 * The key that seals for a subject (a person, or one of the names below); made with the first thing that is sealed. A
 * key is remembered beyond its transaction only once it was read from the database: what was rolled back never was.
 */
export function currentKey(tx: Tx, subject: string): Promise<DataKey> {
  const known = vaultOf(tx).current.get(subject);
  return known
    ? Promise.resolve(known)
    : once(tx, `vault ${subject}`, () => findOrMake(tx, subject));
}

async function findOrMake(tx: Tx, subject: string): Promise<DataKey> {
  const vault = vaultOf(tx);
  const kept = await findCurrent(tx, subject);
  if (kept) {
    const key = vault.keyOf(kept.id, subject, { kek: kept.kek, bytes: kept.wrapped });
    vault.current.set(subject, key);
    return key;
  }
  const id = newId();
  const { key, wrapped } = vault.make(id, subject);
  // Of two transactions that make the first key of a person, the second waits for the first and takes its key.
  await sql`/* unanswered */ insert into platform.data_key (id, subject, kek, wrapped)
    values (${id}, ${subject}, ${wrapped.kek}, ${wrapped.bytes}) on conflict do nothing`.execute(
    tx,
  );
  const live = await findCurrent(tx, subject);
  if (!live) throw new Error('the data key that was made is gone');
  return live.id === id
    ? key
    : vault.keyOf(live.id, subject, { kek: live.kek, bytes: live.wrapped });
}

async function findCurrent(tx: Tx, subject: string): Promise<KeptKey | undefined> {
  const { rows } = await sql<KeptKey>`
    select id, kek, wrapped from platform.data_key
     where subject = ${subject} and retired_at is null and destroyed_at is null`.execute(tx);
  return rows[0];
}

/** Every key of a subject that was not destroyed, the current one first. */
export async function listKeys(tx: Tx, subject: string): Promise<DataKey[]> {
  const { rows } = await sql<KeptKey>`
    select id, kek, wrapped from platform.data_key
     where subject = ${subject} and destroyed_at is null order by retired_at desc nulls first`.execute(
    tx,
  );
  const vault = vaultOf(tx);
  return rows.map(({ id, kek, wrapped }) => vault.keyOf(id, subject, { kek, bytes: wrapped }));
}

/** Makes keys for many subjects that have none yet: for loading in bulk. */
export async function makeKeys(tx: Tx, subjects: readonly string[]): Promise<Map<string, DataKey>> {
  const vault = vaultOf(tx);
  const made = subjects.map((subject) => {
    const id = newId();
    return { subject, id, ...vault.make(id, subject) };
  });
  await sql`/* unanswered */ insert into platform.data_key (id, subject, kek, wrapped)
    select * from unnest(${made.map(({ id }) => id)}::uuid[], ${subjects}::uuid[],
      ${made.map(({ wrapped }) => wrapped.kek)}::text[], ${made.map(({ wrapped }) => wrapped.bytes)}::bytea[])`.execute(
    tx,
  );
  return new Map(made.map(({ subject, key }) => [subject, key]));
}
