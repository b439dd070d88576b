import { createReadStream } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createZstdDecompress } from 'node:zlib';
import { Readable } from 'node:stream';
import type { KeyObject } from 'node:crypto';
import type { Chosen } from './choose.ts';
import { partFile, walFile } from './place.ts';
import type { Pair } from './recipients.ts';
import { openSealed } from './sealed-stream.ts';
import { unpack } from './tar.ts';
import { compareWhole, writeWhole } from './whole-file.ts';

/**
 * Lays down a data folder from which PostgreSQL of the same major version recovers by itself: the base, the log that follows,
 * and up to which instant it is to be replayed. Everything is compared with its signed sum before it is opened.
 */
export async function unpackBackup(
  chosen: Chosen,
  identity: Pair,
  { folder, logFolder, until }: { folder: string; logFolder: string; until?: Date | undefined },
): Promise<void> {
  const { dir, manifest, log } = chosen;
  const base = partFile(dir, manifest.id, 'base.sealed');
  await compareWhole(base, `${manifest.id}/base.sealed`, manifest.parts['base.sealed']!);
  await unpack(plain(base, identity.data), folder);
  await mkdir(logFolder, { recursive: true, mode: 0o700 });
  for (const segment of log) {
    const path = walFile(dir, segment.name);
    await compareWhole(path, `wal/${segment.name}`, segment);
    await writeWhole(join(logFolder, segment.name), plain(path, identity.data));
  }
  await writeFile(join(folder, 'recovery.signal'), '', { mode: 0o600 });
  await appendFile(join(folder, 'postgresql.auto.conf'), recoverySettings(logFolder, until));
}

function plain(path: string, identity: KeyObject): AsyncIterable<Buffer> {
  const opened = Readable.from(openSealed(identity, createReadStream(path)), { objectMode: false });
  const unpacked = createZstdDecompress();
  opened.once('error', (error) => unpacked.destroy(error));
  return opened.pipe(unpacked) as AsyncIterable<Buffer>;
}

/** PostgreSQL 15, 20.5.5 and 20.5.6. Only this timeline: what came after another restore is another story. */
function recoverySettings(logFolder: string, until: Date | undefined): string {
  const copy = process.platform === 'win32' ? 'copy' : 'cp';
  const path = logFolder.replaceAll('%', '%%').replaceAll("'", "''");
  const lines = [
    `restore_command = '${copy} "${path}/%f" "%p"'`,
    `recovery_target_timeline = 'current'`,
    ...(until
      ? [
          `recovery_target_time = '${until.toISOString().replace('Z', '+00')}'`,
          `recovery_target_action = 'promote'`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Settings that are taken back once it has recovered. */
export const recoveryNames = [
  'restore_command',
  'recovery_target_timeline',
  'recovery_target_time',
  'recovery_target_action',
] as const;
