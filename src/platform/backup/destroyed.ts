import { connected } from './cluster.ts';
import { addToList, readList } from './ledger-of-files.ts';
import { destroyedList, type BackupPlace } from './place.ts';

/**
 * Writes down which data keys were destroyed (their numbers, never whose): an older backup still holds them sealed, and a
 * restore destroys them again before anybody can read what they open.
 */
export async function noteDestroyed(url: string, place: BackupPlace): Promise<void> {
  const known = await readList(destroyedList(place.dir), place.keys);
  const ids = await connected(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from platform.data_key where destroyed_at is not null',
    );
    return rows.map(({ id }) => id);
  });
  const fresh = ids.filter((id) => !known.has(id));
  const through = new Date().toISOString();
  await addToList(
    destroyedList(place.dir),
    place.keys,
    fresh.map((name) => ({ name, sha256: '-', size: 0, through })),
  );
}

/** Destroys in a restored database what had been destroyed after the backup. @returns how many keys */
export async function destroyAgain(
  url: string,
  { dir, keys }: Pick<BackupPlace, 'dir' | 'keys'>,
): Promise<number> {
  const ids = [...(await readList(destroyedList(dir), keys)).keys()];
  return connected(url, async (client) => {
    const { rowCount } = await client.query(
      `update platform.data_key set kek = null, wrapped = null, destroyed_at = now(), destroyed_by = 'cqs restore',
              destroyed_why = 'destroyed before the data was restored'
        where id = any($1::uuid[]) and destroyed_at is null`,
      [ids],
    );
    return rowCount ?? 0;
  });
}
