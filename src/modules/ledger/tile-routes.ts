import type { FastifyReply } from 'fastify';
import { raw, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { everybody } from './access.ts';
import { signedNote } from './prove.ts';
import { findPublished } from './store/checkpoints.ts';
import { listBodies } from './store/leaves.ts';
import { findLog } from './store/log.ts';
import { tileReader } from './store/tiles.ts';
import { encodeBundle } from './tiles/entry-bundle.ts';
import { isInTree, parseTilePath, tileWidth, type TileId } from './tiles/tile-path.ts';

/** The log as files (C2SP tlog-tiles): anybody may copy and check all of it. */
export function tileRoutes({ database }: Pick<Services, 'database'>): Route[] {
  return [
    raw('GET', '/ledger/checkpoint', everybody, async (_request, reply) => {
      const published = await database.transaction(findPublished);
      if (!published) return missing(reply);
      return open(reply, 'no-cache').type(plain).send(signedNote(published));
    }),
    raw('GET', '/ledger/policy', everybody, async (_request, reply) => {
      const log = await database.transaction(findLog);
      if (!log) return missing(reply);
      return open(reply, 'no-cache').type(plain).send(`log ${log.vkeys[0]!}\n${log.policy}`);
    }),
    raw('GET', '/ledger/tile/*', everybody, async (request, reply) => {
      const tile = parseTilePath(request.url.split('?', 1)[0]!.slice('/ledger/'.length));
      const bytes = tile && (await read(tile));
      if (!bytes) return missing(reply);
      return open(reply, 'public, max-age=31536000, immutable')
        .type('application/octet-stream')
        .send(bytes);
    }),
  ];

  /** Nothing beyond the published checkpoint is shown. */
  function read(tile: TileId): Promise<Buffer | undefined> {
    return database.transaction(async (tx) => {
      const published = await findPublished(tx);
      if (!published || !isInTree(published.size, tile)) return undefined;
      const { level, index, width } = tile;
      const first = index * tileWidth;
      if (level === 'entries') return encodeBundle(await listBodies(tx, first, first + width));
      const [hashes] = await tileReader(tx)([{ level, index }]);
      return hashes!.subarray(0, width * 32);
    });
  }
}

const plain = 'text/plain; charset=utf-8';

/** Pages of other sites may read the log, too. */
function open(reply: FastifyReply, cache: string): FastifyReply {
  return reply.headers({
    'cache-control': cache,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
}

function missing(reply: FastifyReply): FastifyReply {
  return open(reply, 'no-cache').code(404).type(plain).send('not found\n');
}
