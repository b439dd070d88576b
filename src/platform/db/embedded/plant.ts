import { chownSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serverAccount } from './account.ts';
import { placeFor } from './place.ts';
import type { EmbeddedOptions } from './server.ts';

/** A data folder that is laid down from elsewhere, and a folder beside it for the server to read meanwhile. */
export interface Plot {
  readonly folder: string;
  readonly besides: string;
}

/**
 * Fills the folder of the server that comes along with a cluster that exists already; `startEmbedded` then goes on with it.
 * @returns undefined when there is a cluster already: it is never overwritten
 */
export async function plantCluster(
  options: EmbeddedOptions,
  password: string,
  fill: (plot: Plot) => Promise<void>,
): Promise<Plot | undefined> {
  const runAs = serverAccount();
  const folder = placeFor(options, runAs);
  if (existsSync(join(folder, 'PG_VERSION'))) return undefined;
  const plot = { folder, besides: `${folder}.incoming` };
  for (const each of Object.values(plot)) rmSync(each, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await fill(plot);
  } catch (error) {
    for (const each of Object.values(plot)) rmSync(each, { recursive: true, force: true });
    throw error;
  }
  await chmod(folder, 0o700);
  if (runAs) for (const each of Object.values(plot)) giveAll(each, runAs.uid, runAs.gid);
  writeFileSync(`${folder}.password`, password, { mode: 0o600 });
  writeFileSync(`${folder}.ready`, '');
  return plot;
}

function giveAll(path: string, uid: number, gid: number): void {
  if (!existsSync(path)) return;
  chownSync(path, uid, gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) giveAll(inner, uid, gid);
    else chownSync(inner, uid, gid);
  }
}

/** Where the password of the cluster is kept that belongs to a folder of data. */
export function passwordFile(options: Pick<EmbeddedOptions, 'dataDir' | 'tell'>): string {
  return `${placeFor(options, serverAccount())}.password`;
}
