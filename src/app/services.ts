import { ownersOf } from '#/modules/dossier/index.ts';
import { readKeeper } from '#/modules/privacy/index.ts';
import { systemClock, type Clock } from '#/platform/clock.ts';
import type { Config } from '#/platform/config/index.ts';
import { openKeys } from '#/platform/crypto/index.ts';
import { openDatabase } from '#/platform/db/index.ts';
import type { Files } from '#/platform/files/index.ts';
import { openJobs, type JobQueue } from '#/platform/jobs/index.ts';
import { openLog } from '#/platform/log.ts';
import type { Services } from '#/platform/module.ts';
import { createPapersmith } from '#/platform/papersmith/index.ts';
import { sealFiles } from '#/platform/sealed-files/index.ts';
import { createVault } from '#/platform/vault/index.ts';
import { closeAll } from './close-all.ts';
import { openKms } from './kms.ts';
import { openStore } from './store.ts';

/** The services of one process, and the way to end them. */
export interface RunningServices {
  readonly services: Services;
  readonly queue: JobQueue;
  /** The store of files as it is, sealed. */
  readonly store: Files;
  /** Address of the database under the account that owns it, for work on the whole cluster. */
  readonly url: string;
  close(): Promise<void>;
}

/** Opens everything that modules work with, on a database that is migrated. */
export function openServices(
  config: Config,
  databaseUrl: string,
  clock: Clock = systemClock,
  ownerUrl: string = databaseUrl,
): RunningServices {
  const log = openLog(config.logLevel);
  const keys = openKeys(config.secretFile, config.mayMakeSecret);
  const vault = createVault(openKms(config, keys));
  const database = openDatabase(databaseUrl, config.poolSize, vault);
  database.keepReads(readKeeper(clock, ownersOf));
  const queue = openJobs(databaseUrl, log);
  const papersmith = createPapersmith();
  const store = openStore(config);
  const services: Services = {
    config,
    database,
    clock,
    jobs: queue,
    files: sealFiles(store, database),
    keys,
    vault,
    log,
    papersmith,
  };
  const close = () =>
    closeAll([() => queue.close(), () => papersmith.close(), () => database.close()]);
  return { services, queue, store, url: ownerUrl, close };
}
