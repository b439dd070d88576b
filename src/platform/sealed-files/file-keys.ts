import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { vaultOf, type Database, type Tx } from '../db/index.ts';
import {
  currentKey,
  openBytesUnder,
  sealBytesUnder,
  VaultFault,
  type DataKey,
} from '../vault/index.ts';

/** The key of a new file, before it is known where the file lies. */
export function newFileKey(): { readonly key: KeyObject; readonly bytes: Buffer } {
  const bytes = randomBytes(32);
  return { key: createSecretKey(bytes), bytes };
}

/**
 * Keeps the key of a file, sealed under the key of whom it concerns. A name has one key: of two processes that seal the same
 * file of before, the second leaves bytes that are swept away.
 */
export async function insertFileKey(
  tx: Tx,
  file: { readonly name: string; readonly object: string; readonly bytes: Buffer },
  whose: string,
): Promise<void> {
  const dataKey = await currentKey(tx, whose);
  await sql`
    insert into platform.file_key (name, object, data_key, wrapped)
    values (${file.name}, ${file.object}, ${dataKey.id}, ${wrap(dataKey, file.name, file.bytes)})
    on conflict (name) do nothing`.execute(tx);
}

/** Where a file lies, and its key; no key when the data key of whom it concerned was destroyed. */
export interface Found {
  readonly object: string;
  readonly key: KeyObject | undefined;
}

export async function findFileKey(tx: Tx, name: string): Promise<Found | undefined> {
  const [kept] = await select(tx, sql`f.name = ${name}`);
  if (!kept) return undefined;
  const bytes = unwrap(tx, kept);
  return { object: kept.object, key: bytes && createSecretKey(bytes) };
}

export async function findObject(tx: Tx, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ object: string }>`
    select object from platform.file_key where name = ${name}`.execute(tx);
  return rows[0]?.object;
}

/** Files that do not lie where their names say: by where they lie. */
export async function listMoved(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; object: string }>`
    select name, object from platform.file_key where object <> name`.execute(tx);
  return new Map(rows.map(({ name, object }) => [object, name]));
}

/** Once its key is gone nobody reads the file again, wherever its bytes still are. */
export async function deleteFileKey(tx: Tx, name: string): Promise<void> {
  await sql`delete from platform.file_key where name = ${name}`.execute(tx);
}

/** Seals the keys of files under the living key of another subject: the files themselves stay as they are. */
export async function rewrapFileKeys(
  tx: Tx,
  names: readonly string[],
  whose: string,
): Promise<void> {
  if (names.length === 0) return;
  await rewrap(tx, await select(tx, sql`f.name = any(${[...names]}::text[])`), () => whose);
}

/** Does so for all files whose data keys are retired. Returns how many these were. */
export async function sealFilesUnderNewKeys(database: Database): Promise<number> {
  let sealed = 0;
  for (let done = batch; done === batch; sealed += done)
    done = await database.transaction((tx) => rewrapRetired(tx, batch));
  return sealed;
}

const batch = 500;

async function rewrapRetired(tx: Tx, limit: number): Promise<number> {
  const kept = await select(
    tx,
    sql`k.retired_at is not null and k.destroyed_at is null limit ${limit} for update of f`,
  );
  await rewrap(tx, kept, ({ subject }) => subject);
  return kept.length;
}

interface Kept {
  readonly name: string;
  readonly object: string;
  readonly wrapped: Buffer;
  readonly dataKey: string;
  readonly subject: string;
  readonly kek: string | null;
  readonly sealed: Buffer | null;
}

async function select(tx: Tx, which: ReturnType<typeof sql>): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select f.name, f.object, f.wrapped, k.id as "dataKey", k.subject, k.kek, k.wrapped as sealed
      from platform.file_key f join platform.data_key k on k.id = f.data_key where ${which}`.execute(
    tx,
  );
  return rows;
}

async function rewrap(tx: Tx, kept: readonly Kept[], whose: (one: Kept) => string): Promise<void> {
  const anew = [];
  for (const one of kept) {
    const bytes = unwrap(tx, one);
    if (!bytes) continue;
    const dataKey = await currentKey(tx, whose(one));
    anew.push({ name: one.name, id: dataKey.id, wrapped: wrap(dataKey, one.name, bytes) });
  }
  await sql`
    update platform.file_key f set data_key = n.id, wrapped = n.wrapped
      from unnest(${anew.map(({ name }) => name)}::text[], ${anew.map(({ id }) => id)}::uuid[],
                  ${anew.map(({ wrapped }) => wrapped)}::bytea[]) as n (name, id, wrapped)
     where f.name = n.name`.execute(tx);
}

function wrap(dataKey: DataKey, name: string, bytes: Buffer): Buffer {
  return sealBytesUnder(dataKey.secret, bytes, labelOf(name, dataKey.id));
}

function unwrap(
  tx: Tx,
  { name, wrapped, dataKey, subject, kek, sealed }: Kept,
): Buffer | undefined {
  if (kek === null || sealed === null) return undefined;
  const { secret } = vaultOf(tx).keyOf(dataKey, subject, { kek, bytes: sealed });
  const bytes = openBytesUnder(secret, wrapped, labelOf(name, dataKey));
  if (!bytes) throw new VaultFault(`Khóa của tệp ${name} đã bị sửa`);
  return bytes;
}

/** A key is worth nothing for another file, or under another data key. */
function labelOf(name: string, dataKey: string): string {
  return `file key|${name}|${dataKey}`;
}
