import type { FastifyReply } from 'fastify';
import { raw, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { everybody } from '../access.ts';
import { findAnchor, findDemoStamper, type KeptAnchor } from '../store/anchors.ts';

/**
 * Proofs of anchors as files, for `openssl ts -verify -token_in -in neo-N.tst -data neo-N.txt -CAfile … -untrusted …`:
 * the token, the checkpoint that it is of, and the certificates of the demonstration.
 */
export function anchorRoutes({ database }: Pick<Services, 'database'>): Route[] {
  return [
    raw('GET', '/so-minh-bach/neo/:size', everybody, async (_request, reply, visit) => {
      const found = await find(visit.params['size'], visit.query['noi']);
      if (!found) return missing(reply);
      return isJson(found.proof)
        ? send(reply, 'application/json', `neo-${found.size}.json`, found.proof)
        : send(reply, 'application/timestamp-reply', `neo-${found.size}.tst`, found.proof);
    }),
    raw('GET', '/so-minh-bach/neo/:size/diem', everybody, async (_request, reply, visit) => {
      const found = await find(visit.params['size'], visit.query['noi']);
      if (!found) return missing(reply);
      return send(
        reply,
        'text/plain; charset=utf-8',
        `neo-${found.size}.txt`,
        Buffer.from(found.note),
      );
    }),
    raw('GET', '/so-minh-bach/chung-thu-neo', everybody, async (_request, reply) => {
      const stamper = await database.transaction(findDemoStamper);
      if (!stamper) return missing(reply);
      const text = [stamper.root, stamper.issuing].map(pem).join('');
      return send(reply, 'application/x-pem-file', 'chung-thu-neo.pem', Buffer.from(text));
    }),
  ];

  async function find(
    size: string | undefined,
    place: string | undefined,
  ): Promise<KeptAnchor | undefined> {
    if (size === undefined || !/^[1-9]\d{0,14}$/.test(size)) return undefined;
    return await database.transaction((tx) => findAnchor(tx, Number(size), place));
  }
}

function send(reply: FastifyReply, type: string, name: string, body: Buffer): FastifyReply {
  return reply
    .headers({
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache',
    })
    .type(type)
    .send(body);
}

/** Chains prove by JSON that says where to look, time stamps by DER, which never begins so. */
function isJson(proof: Buffer): boolean {
  return proof[0] === 0x7b;
}

function missing(reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain; charset=utf-8').send('not found\n');
}

function pem(der: Buffer): string {
  const body = der.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
}
