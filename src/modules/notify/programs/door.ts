import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#/platform/db/index.ts';
import type { Services } from '#/platform/module.ts';
import { authenticate, type Caller } from './authenticate.ts';
import { ApiFault, validationFault } from './fault.ts';
import type { Told } from './order.ts';

/** A call of a service that has proven itself. */
export interface ServiceCall {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Told;
  readonly at: Date;
  /** Address of this site. */
  readonly base: string;
}

export type Handle = (tx: Tx, call: ServiceCall) => Promise<object>;

/** Messages of a minute from one service, whatever it may send in a day. */
const mostPerMinute = 60_000;
const mostBytes = 200_000;

/** Serves one route of the interface: proof, limits, JSON in and out, errors in its own shape. */
export function door(
  services: Pick<Services, 'database' | 'clock' | 'config' | 'log'>,
  meter: (subject: string, most: number) => number | undefined,
  status: 200 | 201,
  handle: Handle,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    try {
      const body = request.method === 'POST' ? await readJson(request) : {};
      const at = services.clock.now();
      const answer = await services.database.transaction(async (tx) => {
        const caller = await authenticate(tx, request.headers.authorization, at);
        if (meter(`notify ${caller.service.id}`, mostPerMinute) !== undefined)
          throw new ApiFault(429, 'RateLimitError', 'Exceeded rate limit for this service');
        return handle(tx, {
          caller,
          params: request.params as Record<string, string>,
          query: request.query as Record<string, string | string[]>,
          body,
          at,
          base: services.config.publicUrl,
        });
      });
      return await reply.code(status).header('cache-control', 'private, no-store').send(answer);
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      return reply.code(error.status).send({ status_code: error.status, errors: error.errors });
    }
  };
}

async function readJson(request: FastifyRequest): Promise<Told> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.raw.iterator({ destroyOnReturn: false })) {
    size += (part as Buffer).length;
    if (size > mostBytes) throw new ApiFault(413, 'BadRequestError', 'Request is too large');
    parts.push(part as Buffer);
  }
  let json: unknown;
  try {
    json = JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw validationFault('Invalid JSON supplied in POST data');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw validationFault('POST data is not of type object');
  return json as Told;
}
