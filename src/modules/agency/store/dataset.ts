import { newId } from '#/values/id.ts';
import { forget, once, type Tx } from '#/platform/db/index.ts';

export type DatasetName = 'places' | 'calendar' | 'units';

/** The digest of the edition that was loaded last, undefined when none was. */
export async function findDigest(tx: Tx, name: DatasetName): Promise<string | undefined> {
  const row = await tx
    .selectFrom('agency.dataset')
    .select('digest')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.digest;
}

/** The present version of a data set. @throws Error when it was never loaded. */
export async function getVersion(tx: Tx, name: DatasetName): Promise<string> {
  const version = await findVersion(tx, name);
  if (version === undefined)
    throw new Error(`The data set "${name}" was not loaded: run the seed of agency`);
  return version;
}

/** The present version of a data set, undefined when it was never loaded. */
export async function findVersion(tx: Tx, name: DatasetName): Promise<string | undefined> {
  const versions = await once(tx, memory, () => selectVersions(tx));
  return versions.get(name);
}

const memory = 'agency.dataset';

async function selectVersions(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('agency.dataset').select(['name', 'version']).execute();
  return new Map(rows.map(({ name, version }) => [name, version]));
}

/** Notes that an edition was loaded. */
export async function upsertDataset(
  tx: Tx,
  name: DatasetName,
  digest: string,
  at: Date,
): Promise<void> {
  const edition = { digest, version: newId(), loaded_at: at };
  forget(tx, memory);
  await tx
    .insertInto('agency.dataset')
    .values({ name, ...edition })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(edition))
    .execute();
}

/** Notes that data was changed by hand, so that no memory keeps the old ones. */
export async function updateVersion(tx: Tx, name: DatasetName): Promise<void> {
  forget(tx, memory);
  await tx
    .updateTable('agency.dataset')
    .set({ version: newId() })
    .where('name', '=', name)
    .execute();
}
