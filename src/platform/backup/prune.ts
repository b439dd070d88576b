import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Keys } from '../crypto/index.ts';
import { addToList, readList } from './ledger-of-files.ts';
import { listManifests } from './manifest.ts';
import { objectFile, objectList, partFile, walFile, walList } from './place.ts';
import { numberAt, numberOf } from './segments.ts';

const dayMs = 86_400_000;

/**
 * Takes away full backups older than `keepDays`, the log before the oldest one that stays, and files that none of those names
 * any more. The newest backup always stays. @returns how many full backups went
 */
export async function prune(dir: string, keys: Keys, keepDays: number, now: Date): Promise<number> {
  const all = (await listManifests(dir)).map((claimed) => {
    claimed.prove(keys);
    return claimed.manifest;
  });
  const limit = now.getTime() - keepDays * dayMs;
  const kept = all.filter(
    (one, index) => index === all.length - 1 || Date.parse(one.endedAt) >= limit,
  );
  const gone = all.filter((one) => !kept.includes(one));
  const [oldest] = kept;
  if (!oldest || gone.length === 0) return 0;
  for (const { id } of gone) await rm(partFile(dir, id, ''), { recursive: true, force: true });
  const segments = { bytes: oldest.segmentBytes };
  const first = numberAt(segments, oldest.fromLsn);
  await dropFrom(
    walList(dir),
    keys,
    (name) => walFile(dir, name),
    ({ name }) => numberOf(segments, name) >= first,
  );
  const named = new Set<string>();
  for (const { id } of kept)
    for (const name of gunzipSync(await readFile(partFile(dir, id, 'objects.gz')))
      .toString()
      .split('\n'))
      named.add(name);
  const isYoung = (through: string) => through >= kept.at(-1)!.startedAt;
  await dropFrom(
    objectList(dir),
    keys,
    (name) => objectFile(dir, name),
    (one) => named.has(one.name) || isYoung(one.through),
  );
  return gone.length;
}

/** The list is written anew before the files go: one that is listed is never missing. */
async function dropFrom(
  list: string,
  keys: Keys,
  fileOf: (name: string) => string,
  stays: (one: { name: string; through: string }) => boolean,
): Promise<void> {
  const all = [...(await readList(list, keys)).values()];
  const kept = all.filter(stays);
  if (kept.length === all.length) return;
  await writeFile(`${list}.new`, '', { mode: 0o600 });
  await addToList(`${list}.new`, keys, kept);
  await rename(`${list}.new`, list);
  for (const one of all) if (!kept.includes(one)) await rm(fileOf(one.name), { force: true });
}
