import { sql } from 'kysely';
import type { Database } from '#/platform/db/index.ts';
import { raw, type Route } from '#/platform/http/index.ts';

/** Liveness and readiness for supervisors: 200 or 503 with `{"status": …}`. */
export function healthRoutes(database: Database): Route[] {
  return [
    raw('GET', '/healthz/live', ['anyone'], async (_request, reply) =>
      reply.send({ status: 'ok' }),
    ),
    raw('GET', '/healthz/ready', ['anyone'], async (_request, reply) => {
      try {
        await database.transaction((tx) => sql`select 1`.execute(tx));
        return await reply.send({ status: 'ok' });
      } catch {
        return reply.code(503).send({ status: 'database unavailable' });
      }
    }),
  ];
}
