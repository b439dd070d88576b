import type { Config } from '#/platform/config/index.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';

/** The database of an installation. */
export interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The PostgreSQL that DATABASE_URL names, or the one that comes with npm. */
export async function openServer(
  config: Config,
  tell: (line: string) => void,
): Promise<DatabaseServer> {
  if (config.databaseUrl !== null)
    return { url: config.databaseUrl, stop: () => Promise.resolve() };
  return startEmbedded({ dataDir: config.dataDir, isDurable: true, tell });
}
