import type { Config } from '#/platform/config/index.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';

/** The database of an installation. */
export interface DatabaseServer {
  /** The account that owns the tables. */
  readonly url: string;
  /** The account under which pages and jobs work; it owns nothing where there are two. */
  readonly programUrl: string;
  /** How the program's account gets in, where it is ours to make. */
  readonly program?: { readonly account: string; readonly password: string } | undefined;
  stop(): Promise<void>;
}

/** The PostgreSQL that DATABASE_URL names, or the one that comes with npm. */
export async function openServer(
  config: Config,
  tell: (line: string) => void,
): Promise<DatabaseServer> {
  const { databaseUrl: programUrl, databaseAdminUrl } = config;
  if (programUrl !== null)
    return { url: databaseAdminUrl ?? programUrl, programUrl, stop: () => Promise.resolve() };
  const server = await startEmbedded({ dataDir: config.dataDir, isDurable: true, tell });
  const { url, program } = server;
  return { url, programUrl: program.url, program, stop: () => server.stop() };
}
