import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Credentials and proofs are some kilobytes. */
const largest = 262_144;

/** An error as OAuth and OpenID4VC say it. */
export class ProtocolFault extends Error {
  readonly code: string;
  readonly status: 400 | 401 | 404;

  constructor(code: string, status: 400 | 401 | 404 = 400) {
    super(code);
    this.name = 'ProtocolFault';
    this.code = code;
    this.status = status;
  }
}

/** Answers with JSON that nobody keeps, or with the error that the work throws. */
export function answering(work: (request: FastifyRequest) => Promise<object>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    void reply.headers({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' });
    try {
      return await reply.send(await work(request));
    } catch (error) {
      if (!(error instanceof ProtocolFault)) throw error;
      if (error.status === 401)
        void reply.header('www-authenticate', 'Bearer error="invalid_token"');
      return reply.code(error.status).send({ error: error.code });
    }
  };
}

/** A form that a program sent. @throws ProtocolFault */
export async function formOf(request: FastifyRequest): Promise<Record<string, string>> {
  // NUL is stored nowhere.
  return Object.fromEntries(new URLSearchParams((await textOf(request)).replaceAll('%00', '')));
}

/** A JSON object that a program sent. @throws ProtocolFault */
export async function jsonOf(request: FastifyRequest): Promise<Record<string, unknown>> {
  return parseObject(await textOf(request));
}

export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the one answer for all that does not read.
  }
  throw new ProtocolFault('invalid_request');
}

/** Secrets are looked up by their hash: who reads the database has none of them. */
export function secretHash(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

async function textOf(request: FastifyRequest): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new ProtocolFault('invalid_request');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
