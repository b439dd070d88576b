import type { Keys } from '#/platform/crypto/index.ts';
import { isMigrated, type Database, type Migration } from '#/platform/db/index.ts';
import { raw, type Route } from '#/platform/http/index.ts';

/** What a process needs to be of use. */
interface Needs {
  readonly database: Database;
  readonly keys: Keys;
  readonly migrations: readonly Migration[];
}

/**
 * Liveness and readiness for supervisors. Ready are: the database, every migration that this program knows, and the
 * keys; 503 names what is not. A database that a newer release has brought further stays usable while processes are
 * replaced one by one.
 */
export function healthRoutes(needs: Needs): Route[] {
  return [
    raw('GET', '/healthz/live', ['anyone'], async (_request, reply) =>
      reply.send({ status: 'ok' }),
    ),
    raw('GET', '/healthz/ready', ['anyone'], async (_request, reply) => {
      const missing = await missingOf(needs);
      return missing.length === 0
        ? reply.send({ status: 'ok' })
        : reply.code(503).send({ status: 'unavailable', missing });
    }),
  ];
}

async function missingOf({ database, keys, migrations }: Needs): Promise<string[]> {
  const missing = keys.verify('health', 'ready', keys.sign('health', 'ready')) ? [] : ['keys'];
  try {
    const isCurrent = await database.transaction((tx) => isMigrated(tx, migrations));
    return isCurrent ? missing : [...missing, 'migrations'];
  } catch {
    return [...missing, 'database'];
  }
}
