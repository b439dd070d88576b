import { paperArea } from '#/modules/document/index.ts';
import {
  alone,
  backUp,
  copyObjects,
  noteDestroyed,
  prune,
  pullLog,
  readRecipients,
  type BackupPlace,
  type Source,
} from '#/platform/backup/index.ts';
import { passwordFile } from '#/platform/db/embedded/index.ts';
import type { RunningServices } from '../services.ts';
import { recorded } from './record.ts';

type Here = Pick<RunningServices, 'services' | 'store' | 'url'>;

/** Where to, for whom, and for how long. */
export interface Order {
  readonly dir: string;
  readonly recipients: string;
  readonly keepDays: number;
}

const areas = [paperArea];

/** Makes a full backup of this installation and takes old ones away. */
export async function backUpFully(here: Here, order: Order) {
  const place = placeOf(here, order);
  return recorded(here.services.database, 'full', async () => {
    const now = new Date();
    const manifest = await backUp(sourceOf(here), place, now);
    const pruned = await alone(here.url, () => prune(place.dir, place.keys, order.keepDays, now));
    const bytes = Object.values(manifest.parts).reduce((sum, { size }) => sum + size, 0);
    return { goodAt: now, bytes, manifest, pruned };
  });
}

/** Copies what was committed since, and then the files that came with it. Undefined when another process is doing it. */
export async function backUpLog(here: Here, order: Order) {
  const place = placeOf(here, order);
  return recorded(here.services.database, 'log', async () => {
    const pulled = await pullLog(here.url, place);
    if (!pulled) return undefined;
    await alone(here.url, async () => {
      await copyObjects(sourceOf(here).stored, place);
      await noteDestroyed(here.url, place);
    });
    return { goodAt: pulled.through, segments: pulled.segments };
  });
}

function placeOf({ services: { keys } }: Here, { dir, recipients }: Order): BackupPlace {
  return { dir, keys, recipients: readRecipients(recipients) };
}

function sourceOf({ services: { config }, store, url }: Here): Source {
  return {
    url,
    stored: { files: store, areas },
    keyFiles: {
      secret: config.secretFile,
      keks: config.keyFile,
      database:
        config.databaseUrl === null
          ? passwordFile({ dataDir: config.dataDir, tell: () => undefined })
          : '',
    },
  };
}
