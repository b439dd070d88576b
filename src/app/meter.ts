import type { Meter, Route } from '#/platform/http/index.ts';
import { rateMeter } from '#/platform/limits/index.ts';
import type { Services } from '#/platform/module.ts';

/** Doors behind which a press, a simulation or a whole file is worked on, as docs/security/costly.md tells. */
const costlyDoors = [
  'POST /kiem-chung/tep',
  'POST /xuong-thu-tuc/:id/mo-phong',
  'POST /xuong-thu-tuc/nhap',
] as const;

/** The limits of requests; none when the operator wants none. @throws Error when a costly door is no route any more. */
export function meterOf(
  { config, database, log }: Pick<Services, 'config' | 'database' | 'log'>,
  routes: readonly Route[],
): Meter | undefined {
  const doors = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const gone = costlyDoors.filter((door) => !doors.has(door));
  if (gone.length > 0) throw new Error(`costly doors are no routes: ${gone.join(', ')}`);
  if (config.requestsPerMinute === 0) return undefined;
  return {
    take: rateMeter(database, log),
    perMinute: config.requestsPerMinute,
    costly: new Set(costlyDoors),
  };
}
