import { keysFrom, type Keys } from '../crypto/index.ts';
import { BackupFault } from './backup-fault.ts';
import { openKeyBundle, type KeyBundle } from './key-bundle.ts';
import { readList, type Listed } from './ledger-of-files.ts';
import { listManifests, type Manifest } from './manifest.ts';
import { partFile, walList } from './place.ts';
import type { Pair } from './recipients.ts';
import { numberAt, unbroken } from './segments.ts';

/** A backup from which an installation can be restored, and how far its log reaches. */
export interface Chosen {
  readonly dir: string;
  readonly manifest: Manifest;
  readonly bundle: KeyBundle;
  /** Of the installation that wrote it. */
  readonly keys: Keys;
  /** What follows it in the log without a gap. */
  readonly log: readonly Listed[];
  /** The instant up to which it can be restored. */
  readonly through: string;
}

/**
 * Chooses the newest full backup, or the newest that was finished before `until`.
 * @throws BackupFault when there is none, somebody else wrote it, or the log does not reach so far
 */
export async function choose(dir: string, identity: Pair, until?: Date): Promise<Chosen> {
  const all = await listManifests(dir);
  if (all.length === 0) throw new BackupFault('no-backup', { dir });
  const fitting = all.filter(({ manifest }) => !until || new Date(manifest.endedAt) <= until);
  const claimed = fitting.at(-1);
  if (!claimed) throw new BackupFault('too-early', { first: all[0]!.manifest.endedAt });
  const { manifest } = claimed;
  const bundle = await openKeyBundle(partFile(dir, manifest.id, 'keys.sealed'), identity.keys);
  if (!bundle.secret) throw new BackupFault('missing', { file: 'secret' });
  const keys = keysFrom(bundle.secret);
  claimed.prove(keys);
  const log = await logAfter(dir, manifest, keys);
  const through = lastInstant(log) ?? manifest.endedAt;
  if (until && until > new Date(through)) throw new BackupFault('too-late', { last: through });
  return { dir, manifest, bundle, keys, log, through };
}

/** The segments from the one in which the backup ended. */
export async function logAfter(dir: string, manifest: Manifest, keys: Keys): Promise<Listed[]> {
  const segments = { bytes: manifest.segmentBytes };
  const all = (await readList(walList(dir), keys)).values();
  return unbroken(segments, all, numberAt(segments, manifest.toLsn), manifest.timeline);
}

/** Only the last segment of each pull has an instant. */
function lastInstant(log: readonly Listed[]): string | undefined {
  return log.findLast(({ through }) => through !== '-')?.through;
}
