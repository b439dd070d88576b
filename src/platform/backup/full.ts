import { mkdir, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { BackupFault } from './backup-fault.ts';
import { alone, connected, readCluster } from './cluster.ts';
import { noteDestroyed } from './destroyed.ts';
import { writeKeys, type KeyFiles } from './key-bundle.ts';
import { listManifests, writeManifest, type Manifest } from './manifest.ts';
import { copyObjects, type Stored } from './objects.ts';
import { partFile, type BackupPlace } from './place.ts';
import { copyBase } from './replication.ts';
import { sealFor } from './sealed-stream.ts';
import { compressed } from './wal.ts';
import { writeWhole, type Written } from './whole-file.ts';

/** What is backed up. */
export interface Source {
  readonly url: string;
  readonly stored: Stored;
  readonly keyFiles: KeyFiles;
}

/**
 * Makes a full backup: the cluster, then the files (so that none is missing that the data names), the keys sealed for their
 * own keeper, and last the manifest. What was begun and not finished is taken away.
 * @throws BackupFault when the place holds another cluster's backups
 */
export async function backUp(source: Source, place: BackupPlace, now: Date): Promise<Manifest> {
  const cluster = await connected(source.url, readCluster);
  for (const { manifest } of await listManifests(place.dir))
    if (manifest.system !== cluster.system)
      throw new BackupFault('other-cluster', { dir: place.dir });
  const id = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const path = (part: string) => partFile(place.dir, id, part);
  const { keys, data } = place.recipients;
  await mkdir(partFile(place.dir, id, ''), { recursive: true, mode: 0o700 });
  try {
    const base = await copyBase(source.url, `cqs ${id}`);
    const tar = await writeWhole(path('base.sealed'), sealFor(data, compressed(base.tar)));
    const { startedAt, endedAt } = await base.reach;
    const objects = await alone(source.url, async () => {
      await noteDestroyed(source.url, place);
      return copyObjects(source.stored, place);
    });
    const parts: Record<string, Written> = {
      'base.sealed': tar,
      'keys.sealed': await writeKeys(path('keys.sealed'), keys, source.keyFiles),
      'objects.gz': await writeWhole(path('objects.gz'), packedNames(objects)),
    };
    const manifest: Manifest = {
      format: 1,
      id,
      startedAt: now.toISOString(),
      endedAt: new Date().toISOString(),
      ...cluster,
      fromLsn: startedAt,
      toLsn: endedAt,
      parts,
    };
    await writeManifest(place.dir, place.keys, manifest);
    return manifest;
  } catch (error) {
    await rm(partFile(place.dir, id, ''), { recursive: true, force: true });
    throw error;
  }
}

function packedNames(names: readonly string[]): AsyncIterable<Buffer> {
  const lines = names.toSorted().map((name) => `${name}\n`);
  return Readable.from([Buffer.from(lines.join(''))], { objectMode: false }).pipe(createGzip());
}
