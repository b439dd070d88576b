import { sql } from 'kysely';
import { vaultOf, type Database, type Tx } from '../db/index.ts';

const batch = 500;

interface Kept {
  readonly id: string;
  readonly subject: string;
  readonly kek: string;
  readonly wrapped: Buffer;
}

/** What a rotation did. */
export interface Rotation {
  /** The KEK that seals from now on. */
  readonly kek: string;
  /** Data keys that were sealed anew. */
  readonly rewrapped: number;
  /** Retired KEKs that no data key needed any more, and that are destroyed. */
  readonly forgotten: readonly string[];
}

/**
 * Makes a new KEK and seals all data keys under it, a few at a time while everybody goes on working; the data itself
 * stays as it is. KEKs of earlier rotations are destroyed once nothing is sealed under them. Interrupted, it is begun again.
 */
export async function rotateKek(database: Database): Promise<Rotation> {
  const [kek, before] = await database.transaction((tx) => {
    const { kms } = vaultOf(tx);
    return Promise.resolve([kms.rotate(), kms.retired()] as const);
  });
  let rewrapped = 0;
  for (let done = batch; done === batch; rewrapped += done)
    done = await database.transaction((tx) => rewrap(tx, kek));
  // The KEK that has just been replaced may still be at work in a process that has not looked since.
  const forgotten = await database.transaction((tx) => forgetUnused(tx, before.slice(0, -1)));
  return { kek, rewrapped, forgotten };
}

async function rewrap(tx: Tx, kek: string): Promise<number> {
  const { kms } = vaultOf(tx);
  const { rows } = await sql<Kept>`
    select id, subject, kek, wrapped from platform.data_key
     where kek <> ${kek} limit ${batch} for update skip locked`.execute(tx);
  const anew = rows.map(({ id, subject, wrapped, kek: by }) => {
    const label = `data key|${id}|${subject}`;
    return { id, ...kms.wrap(kms.unwrap({ kek: by, bytes: wrapped }, label), label) };
  });
  await sql`
    update platform.data_key k set kek = n.kek, wrapped = n.wrapped
      from unnest(${anew.map(({ id }) => id)}::uuid[], ${anew.map((one) => one.kek)}::text[],
                  ${anew.map(({ bytes }) => bytes)}::bytea[]) as n (id, kek, wrapped)
     where k.id = n.id`.execute(tx);
  return rows.length;
}

async function forgetUnused(tx: Tx, retired: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ kek: string }>`
    select kek from unnest(${[...retired]}::text[]) as r (kek)
     where not exists (select from platform.data_key k where k.kek = r.kek)`.execute(tx);
  for (const { kek } of rows) vaultOf(tx).kms.forget(kek);
  return rows.map(({ kek }) => kek);
}

/**
 * Retires the data keys of subjects: the next write makes a new one, and `sealUnderNewKeys` brings over what is there.
 */
export async function retireKeys(tx: Tx, subjects: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.data_key set retired_at = now()
     where subject = any(${[...subjects]}::uuid[]) and retired_at is null and destroyed_at is null`.execute(
    tx,
  );
  vaultOf(tx).forgetKeys();
  return Number(numAffectedRows);
}

/** Destroys all keys of subjects: nobody can read again what they sealed, in backups neither. Returns how many. */
export async function destroyKeys(
  tx: Tx,
  subjects: readonly string[],
  record: { readonly by: string; readonly why: string; readonly at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.data_key
       set kek = null, wrapped = null, destroyed_at = ${record.at}, destroyed_by = ${record.by}, destroyed_why = ${record.why}
     where subject = any(${[...subjects]}::uuid[]) and destroyed_at is null`.execute(tx);
  vaultOf(tx).forgetKeys();
  return Number(numAffectedRows);
}
