import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#/platform/db/index.ts';
import { challenge, isFault, program, type Route } from '#/platform/http/index.ts';
import type { Services } from '#/platform/module.ts';
import { callerCheck, type Caller } from './caller.ts';
import { badRequest, ScimFault } from './fault.ts';
import type { Resource } from './resource.ts';

/** One request of a client that is known. */
export interface ScimCall {
  readonly by: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** The body of a writing request. */
  readonly body: Resource;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly at: Date;
}

export interface ScimAnswer {
  readonly status: 200 | 201 | 204 | 304;
  readonly body?: Resource | undefined;
  readonly location?: string | undefined;
  readonly version?: string | undefined;
}

type Handle = (tx: Tx, call: ScimCall) => Promise<ScimAnswer>;

const mediaType = 'application/scim+json; charset=utf-8';
const largest = 1_048_576;

/** Makes SCIM routes below `/scim/v2`: who calls is found out, the work is one transaction, errors are those of RFC 7644. */
export function scimServer(services: Services) {
  const find = callerCheck(services);
  return function scim(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    handle: Handle,
  ): Route {
    return program(method, `/scim/v2${path}`, async (request, reply) => {
      const at = services.clock.now();
      const by = await find(request, at);
      if ('error' in by && isFault(by)) {
        challenge(reply, by);
        return sendError(reply, new ScimFault(by.status, 'A token with scope scim is needed.'));
      }
      try {
        const body = ['POST', 'PUT', 'PATCH'].includes(method) ? await readBody(request) : {};
        const call = callOf(request, by as Caller, body, at);
        return send(reply, await services.database.transaction((tx) => handle(tx, call)));
      } catch (error) {
        if (error instanceof ScimFault) return sendError(reply, error);
        throw error;
      }
    });
  };
}

function callOf(request: FastifyRequest, by: Caller, body: Resource, at: Date): ScimCall {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  return {
    by,
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    body,
    ifMatch,
    ifNoneMatch,
    at,
  };
}

async function readBody(request: FastifyRequest): Promise<Resource> {
  if (!/^application\/(scim\+)?json\b/i.test(request.headers['content-type'] ?? ''))
    throw new ScimFault(415, 'The body is application/scim+json.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new ScimFault(413, 'The body is too large.');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  // NUL is stored nowhere, and "__proto__" names nothing of ours.
  if (/\\u0000|"(?:__proto__|constructor)"\s*:/.test(text))
    throw badRequest('invalidSyntax', 'The body holds what no resource has.');
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Resource;
  } catch {
    // Told below.
  }
  throw badRequest('invalidSyntax', 'The body is no JSON object.');
}

function send(reply: FastifyReply, { status, body, location, version }: ScimAnswer): FastifyReply {
  void reply.code(status).header('cache-control', 'no-store');
  if (location !== undefined) void reply.header('location', location);
  if (version !== undefined) void reply.header('etag', version);
  return body === undefined || status === 304
    ? reply.send()
    : reply.type(mediaType).send(JSON.stringify(body));
}

function sendError(reply: FastifyReply, { status, message, scimType }: ScimFault): FastifyReply {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType !== undefined && { scimType }),
    detail: message,
  };
  return reply.code(status).type(mediaType).send(JSON.stringify(body));
}
