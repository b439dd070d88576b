import type { Clock } from './clock.ts';
import type { Config } from './config/index.ts';
import type { Keys } from './crypto/index.ts';
import type { Database, Tx } from './db/index.ts';
import type { Route } from './http/route.ts';
import type { Job, Jobs } from './jobs/index.ts';
import type { Log } from './log.ts';
import type { Papersmith } from './papersmith/index.ts';
import type { RefusalTable } from './refusal.ts';
import type { SealedFiles } from './sealed-files/index.ts';
import type { Vault } from './vault/index.ts';

/** What the platform gives to every module. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly files: SealedFiles;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly log: Log;
  readonly papersmith: Papersmith;
}

/** What a module gives to the application. */
export interface Mount {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly jobs?: readonly Job[];
  readonly refusals?: RefusalTable;
  /** Loads data that the module cannot do without, and demo data in demo mode. Runs at every start: idempotent. */
  seed?(tx: Tx, services: Services): Promise<void>;
  /** Begins work that never ends by itself, in processes that do the work of the back office. */
  work?(): Work;
}

/** Continuous work of a process. */
export interface Work {
  /** Lets what is under way end, and stops. */
  stop(): Promise<void>;
}
