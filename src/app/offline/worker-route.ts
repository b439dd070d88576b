import { createHash } from 'node:crypto';
import { raw, type Route } from '#/platform/http/index.ts';
import type { PublicAssets } from '../assets.ts';

/** The service worker, headed by the edition of what it keeps: another style or script makes another worker. */
export function workerRoutes({ worker, offline }: PublicAssets): Route[] {
  if (worker === undefined) return [];
  const version = createHash('sha256')
    .update(offline.join('\n'))
    .update(worker)
    .digest('hex')
    .slice(0, 12);
  const script = `self.edition=${JSON.stringify({ version, assets: offline })};\n${worker}`;
  return [
    raw('GET', '/phuc-vu.js', ['anyone'], async (_request, reply) =>
      reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(script),
    ),
  ];
}
