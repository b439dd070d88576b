import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listNeededKeys } from '#/modules/document/index.ts';
import { fingerprintOf, shortly } from '#/platform/backup/index.ts';
import type { Config } from '#/platform/config/index.ts';
import { openKeys } from '#/platform/crypto/index.ts';
import { isMigrated, openDatabase } from '#/platform/db/index.ts';
import { openFolder } from '#/platform/files/index.ts';
import { sealFiles } from '#/platform/sealed-files/index.ts';
import { createVault } from '#/platform/vault/index.ts';
import { openKms } from '../kms.ts';
import { ownMigrations } from '../migrations.ts';
import { restoreHere, type Wanted } from './restore-here.ts';

/** What a trial has shown. */
export interface Drill {
  readonly id: string;
  readonly fingerprint: string;
  readonly tables: number;
  readonly objects: number;
  /** Papers that the data names and the files do not have. */
  readonly missing: number;
  /** Whether its structure is that of this program. */
  readonly isCurrent: boolean;
}

/**
 * Restores a backup beside the living installation, reads every row of it (PostgreSQL compares the checksum of every page),
 * looks for each paper that the data names, and takes everything away again.
 */
export async function drill(
  config: Config,
  wanted: Wanted,
  tell: (line: string) => void,
): Promise<Drill> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cqs-drill-'));
  // As root the server runs as another account, which must pass.
  await chmod(dataDir, 0o755);
  const site = {
    dataDir,
    secretFile: join(dataDir, 'keys', 'secret'),
    keyFile: join(dataDir, 'keys', 'keks.json'),
    s3: null,
  };
  try {
    let seen: Omit<Drill, 'id' | 'objects'> | undefined;
    const { chosen, objects } = await restoreHere(site, wanted, tell, async (url) => {
      seen = await look({ ...config, ...site }, url);
    });
    return { id: chosen.manifest.id, objects, ...seen! };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function look(config: Config, url: string): Promise<Omit<Drill, 'id' | 'objects'>> {
  const fingerprint = await fingerprintOf(url);
  const keys = openKeys(config.secretFile, false);
  const database = openDatabase(url, 2, createVault(openKms(config, keys)));
  const files = sealFiles(openFolder(join(config.dataDir, 'files')), database);
  try {
    const [names, isCurrent] = await database.transaction(
      async (tx) => [await listNeededKeys(tx), await isMigrated(tx, ownMigrations())] as const,
    );
    let missing = 0;
    for (const key of names) if (!(await files.has(key))) missing += 1;
    return {
      fingerprint: shortly(fingerprint),
      tables: Object.keys(fingerprint).length,
      missing,
      isCurrent,
    };
  } finally {
    await database.close();
  }
}
