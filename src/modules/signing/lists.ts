import type { FastifyReply } from 'fastify';
import { raw, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { everybody } from './access.ts';
import { demoLists, findAuthority } from './demo/authority.ts';

/** What the authority of the demonstration publishes: its list of revoked certificates (RFC 5280), and its root. */
export function listRoutes({ database, keys, clock }: Services): Route[] {
  return [
    raw('GET', '/chung-thu-so/trinh-dien.crl', everybody, async (_request, reply) => {
      const found = await database.transaction(async (tx) => {
        const authority = await findAuthority(tx, keys);
        return authority && (await demoLists(tx, authority, clock.now()))[1];
      });
      return send(reply, 'application/pkix-crl', 'trinh-dien.crl', found);
    }),
    raw('GET', '/chung-thu-so/trinh-dien.cer', everybody, async (_request, reply) => {
      const found = await database.transaction((tx) => findAuthority(tx, keys));
      return send(reply, 'application/pkix-cert', 'trinh-dien.cer', found?.root);
    }),
  ];
}

function send(reply: FastifyReply, type: string, name: string, body: Buffer | undefined) {
  if (!body) return reply.code(404).type('text/plain; charset=utf-8').send('not found\n');
  return reply
    .headers({
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache',
    })
    .type(type)
    .send(body);
}
