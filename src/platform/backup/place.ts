import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Keys } from '../crypto/index.ts';
import type { Pair } from './recipients.ts';

/** Where backups lie and who may write to them. */
export interface BackupPlace {
  readonly dir: string;
  /** Of the installation: lists and manifests are signed under it. */
  readonly keys: Keys;
  readonly recipients: Pair;
}

export const walList = (dir: string) => join(dir, 'wal', 'list');
export const walFile = (dir: string, segment: string) => join(dir, 'wal', `${segment}.sealed`);
export const objectList = (dir: string) => join(dir, 'objects', 'list');
export const objectFile = (dir: string, name: string) =>
  join(dir, 'objects', name.slice(0, 2), `${name.slice(2)}.sealed`);
export const destroyedList = (dir: string) => join(dir, 'destroyed-keys');
export const partFile = (dir: string, id: string, part: string) => join(dir, id, part);

/** The private half that opens each part. */
export const keeperOf = (part: string, identity: Pair): KeyObject =>
  part === 'keys.sealed' ? identity.keys : identity.data;
