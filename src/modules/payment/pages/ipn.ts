import type { FastifyRequest } from 'fastify';
import { program, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { fieldsOf } from '../gateway/call-gateway.ts';
import type { Fields, Gateway } from '../gateway/gateway.ts';
import { takeWord } from '../gateway/take-word.ts';

const longest = 16 * 1024;

/** Hears a gateway's message and gives the answer: the same for the real way in and for the simulator. */
export async function hear(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  gateway: Gateway,
  fields: Fields,
): Promise<Fields> {
  const word = { gateway: gateway.code, kind: 'ipn', heard: gateway.hear(fields) } as const;
  const verdict = await database.transaction((tx) => takeWord(tx, word, clock.now()));
  return gateway.answer(verdict);
}

/** Where gateways tell of payments by themselves. VNPAY asks by GET, the national platform posts JSON. */
export function ipnRoutes(services: Services, gateways: readonly Gateway[]): Route[] {
  return gateways.map((gateway) => {
    const method = gateway.code === 'vnpay' ? 'GET' : 'POST';
    return program(method, `/thanh-toan/ipn/${gateway.code}`, async (request, reply) => {
      const fields = method === 'GET' ? fieldsOf(request.query) : await bodyOf(request);
      const answer = await hear(services, gateway, fields);
      return reply.header('cache-control', 'no-store').send(answer);
    });
  });
}

/** A body that is no JSON object has no fields, and so no right signature. */
async function bodyOf(request: FastifyRequest): Promise<Fields> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.raw as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > longest) return {};
    parts.push(part);
  }
  try {
    return fieldsOf(JSON.parse(Buffer.concat(parts).toString('utf8')));
  } catch {
    return {};
  }
}
