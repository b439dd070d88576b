import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  BackupFault,
  choose,
  connected,
  destroyAgain,
  recoveryNames,
  restoreObjects,
  unpackBackup,
  type Chosen,
  type Pair,
} from '#/platform/backup/index.ts';
import type { Config } from '#/platform/config/index.ts';
import { plantCluster, startEmbedded } from '#/platform/db/embedded/index.ts';
import { openFolder } from '#/platform/files/index.ts';
import { openStore } from '../store.ts';

type Tell = (line: string) => void;

/** Which backup, opened by whom, up to when. */
export interface Wanted {
  readonly dir: string;
  readonly identity: Pair;
  readonly until?: Date | undefined;
}

/** Where an installation is to stand again. */
export type Site = Pick<Config, 'dataDir' | 'secretFile' | 'keyFile' | 's3'>;

/** What stands there again. */
export interface Restored {
  readonly chosen: Chosen;
  readonly objects: number;
  /** Keys of people that had been destroyed since and were destroyed again. */
  readonly destroyed: number;
}

/**
 * Restores a whole installation with the database that comes along: cluster and log, files, keys. Nothing that exists is
 * overwritten. `inspect` may look at the database before it is stopped again.
 */
export async function restoreHere(
  site: Site,
  wanted: Wanted,
  tell: Tell,
  inspect?: (url: string) => Promise<void>,
): Promise<Restored> {
  const { dir, identity, until } = wanted;
  const chosen = await choose(dir, identity, until);
  // Passable as at a first start: the server may run as another account.
  await mkdir(site.dataDir, { recursive: true });
  await layKeys(site, chosen);
  tell(`Đang chép lại bản ${chosen.manifest.id} và ${chosen.log.length} đoạn nhật ký…`);
  const embedded = { dataDir: site.dataDir, isDurable: true, tell };
  const password = chosen.bundle.database?.toString() ?? '';
  const plot = await plantCluster(embedded, password, ({ folder, besides }) =>
    unpackBackup(chosen, identity, { folder, logFolder: besides, until }),
  );
  if (!plot) throw new BackupFault('not-empty', { dir: site.dataDir });
  const server = await startEmbedded(embedded);
  try {
    await recover(server.url);
    await rm(plot.besides, { recursive: true, force: true });
    const destroyed = await destroyAgain(server.url, { dir, keys: chosen.keys });
    tell('Đang chép lại giấy tờ…');
    const store = openStore(site);
    const objects = await restoreObjects(dir, { keys: chosen.keys, recipients: identity }, store);
    await inspect?.(server.url);
    return { chosen, objects, destroyed };
  } finally {
    await server.stop();
  }
}

/**
 * Lays the cluster down in a folder for a PostgreSQL server of one's own, which recovers when it is started on it. Keys and
 * files go beside it.
 */
export async function restoreInto(
  folder: string,
  { dir, identity, until }: Wanted,
): Promise<Restored> {
  if (existsSync(folder)) throw new BackupFault('not-empty', { dir: folder });
  const chosen = await choose(dir, identity, until);
  await layKeys({ secretFile: join(folder, 'secret'), keyFile: join(folder, 'keks.json') }, chosen);
  const [data, log] = [join(folder, 'postgres'), join(folder, 'log')];
  await unpackBackup(chosen, identity, { folder: data, logFolder: log, until });
  const store = openFolder(join(folder, 'files'));
  const objects = await restoreObjects(dir, { keys: chosen.keys, recipients: identity }, store);
  return { chosen, objects, destroyed: 0 };
}

/** @throws BackupFault when other keys are there already */
async function layKeys(
  site: Pick<Site, 'secretFile' | 'keyFile'>,
  { bundle }: Chosen,
): Promise<void> {
  for (const [file, bytes] of [
    [site.secretFile, bundle.secret],
    [site.keyFile, bundle.keks],
  ] as const) {
    if (bytes === null) continue;
    if (existsSync(file)) {
      if (!readFileSync(file).equals(bytes)) throw new BackupFault('not-empty', { dir: file });
      continue;
    }
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, bytes, { mode: 0o600, flush: true });
  }
}

/** Waits until the log is replayed, and takes back what was set for that. */
async function recover(url: string): Promise<void> {
  for (;;) {
    const isOver = await connected(url, async (client) => {
      const { rows } = await client.query<{ over: boolean }>(
        'select not pg_is_in_recovery() as over',
      );
      return rows[0]!.over;
    });
    if (isOver) break;
    await pause(100);
  }
  await connected(url, async (client) => {
    for (const name of recoveryNames) await client.query(`alter system reset ${name}`);
    // The slot is of the cluster that was: whoever backs up this one makes it anew.
    await client.query(
      `select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'cqs_backup'`,
    );
  });
}
