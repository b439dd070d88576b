import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keys } from '../crypto/index.ts';
import { BackupFault } from './backup-fault.ts';
import { writeWhole, type Written } from './whole-file.ts';

/** What a full backup is. Written last: a backup without it was never finished. */
export interface Manifest {
  readonly format: 1;
  /** Name of its folder, which is its beginning: `20261124T020000Z`. */
  readonly id: string;
  readonly startedAt: string;
  readonly endedAt: string;
  /** PostgreSQL's own number of the cluster. */
  readonly system: string;
  readonly timeline: number;
  /** Major version: only the same one can go on with it. */
  readonly server: number;
  readonly segmentBytes: number;
  /** Places of the log between which it was copied. */
  readonly fromLsn: string;
  readonly toLsn: string;
  readonly parts: Readonly<Record<string, Written>>;
}

const fileName = 'manifest.json';
const purpose = 'backup manifest';

export async function writeManifest(dir: string, keys: Keys, manifest: Manifest): Promise<void> {
  const text = JSON.stringify(manifest, null, 2);
  const signed = JSON.stringify({ manifest: text, mac: keys.sign(purpose, text) }, null, 2);
  await writeWhole(join(dir, manifest.id, fileName), [Buffer.from(`${signed}\n`)]);
}

/** A manifest whose writer is not proven yet. */
export interface Claimed {
  readonly manifest: Manifest;
  /** @throws BackupFault when this installation did not write it */
  readonly prove: (keys: Keys) => void;
}

/** Finished backups of a place, the oldest first. */
export async function listManifests(dir: string): Promise<Claimed[]> {
  const found: Claimed[] = [];
  const names: string[] = await readdir(dir).catch(() => []);
  for (const id of names.filter((name) => /^\d{8}T\d{6}Z$/.test(name)).toSorted()) {
    const text = await readFile(join(dir, id, fileName), 'utf8').catch(() => undefined);
    if (text !== undefined) found.push(claimed(text, `${id}/${fileName}`));
  }
  return found;
}

function claimed(text: string, file: string): Claimed {
  let manifest: Manifest;
  let signed: { manifest: string; mac: string };
  try {
    signed = JSON.parse(text) as typeof signed;
    manifest = JSON.parse(signed.manifest) as Manifest;
  } catch (cause) {
    throw new BackupFault('damaged', { file }, { cause });
  }
  return {
    manifest,
    prove(keys) {
      if (!keys.verify(purpose, signed.manifest, signed.mac))
        throw new BackupFault('forged', { file });
    },
  };
}
