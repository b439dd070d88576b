import { createReadStream } from 'node:fs';
import type { Keys } from '../crypto/index.ts';
import { BackupFault } from './backup-fault.ts';
import { logAfter } from './choose.ts';
import { readList } from './ledger-of-files.ts';
import { listManifests, type Manifest } from './manifest.ts';
import { keeperOf, objectFile, objectList, partFile, walFile, walList } from './place.ts';
import type { Pair } from './recipients.ts';
import { openSealed } from './sealed-stream.ts';
import { numberOf } from './segments.ts';
import { compareWhole } from './whole-file.ts';

/** What was compared. */
export interface Verified {
  readonly backups: readonly Manifest[];
  readonly objects: number;
  readonly segments: number;
  /** Faults, one line each; none when everything is whole. */
  readonly faults: readonly string[];
}

/**
 * Reads everything in a place and compares it with what was written and signed; with the private keys every file is opened
 * as well. All faults are told, not only the first.
 */
export async function verifyBackup(dir: string, keys: Keys, identity?: Pair): Promise<Verified> {
  const faults: string[] = [];
  const attempt = async (work: () => Promise<void> | void) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof BackupFault)) throw error;
      faults.push(error.message);
    }
  };
  const backups: Manifest[] = [];
  await attempt(async () => {
    for (const { manifest, prove } of await listManifests(dir)) {
      await attempt(() => prove(keys));
      backups.push(manifest);
      for (const [part, written] of Object.entries(manifest.parts))
        await attempt(() =>
          whole(partFile(dir, manifest.id, part), `${manifest.id}/${part}`, written),
        );
    }
  });
  if (backups.length === 0) faults.push(new BackupFault('no-backup', { dir }).message);
  const objects = await listed(objectList(dir), (name) => objectFile(dir, name), 'objects');
  const segments = await listed(walList(dir), (name) => walFile(dir, name), 'wal');
  await attempt(() => refuseGap());

  async function listed(list: string, fileOf: (name: string) => string, kind: string) {
    let count = 0;
    await attempt(async () => {
      for (const written of (await readList(list, keys)).values()) {
        count += 1;
        await attempt(() => whole(fileOf(written.name), `${kind}/${written.name}.sealed`, written));
      }
    });
    return count;
  }

  async function whole(path: string, name: string, written: { sha256: string; size: number }) {
    await compareWhole(path, name, written);
    if (identity && name.endsWith('.sealed'))
      for await (const _ of openSealed(
        keeperOf(name.slice(name.indexOf('/') + 1), identity),
        createReadStream(path),
      ));
  }

  /** Of the log that follows the newest backup. */
  async function refuseGap(): Promise<void> {
    const newest = backups.at(-1);
    if (!newest) return;
    const size = { bytes: newest.segmentBytes };
    const all = [...(await readList(walList(dir), keys)).keys()].toSorted();
    const after = await logAfter(dir, newest, keys);
    const last = after.at(-1)?.name;
    const beyond = all.at(-1);
    if (last && beyond && numberOf(size, beyond) > numberOf(size, last))
      throw new BackupFault('gap', { segment: last });
  }

  return { backups, objects, segments, faults };
}
