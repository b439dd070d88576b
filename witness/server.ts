import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Answer, Witness } from './witness.ts';

const mostBytes = 100_000;

/** Serves a witness over HTTP. TLS and limits of rate are the business of the proxy in front of it. */
export function serve(witness: Witness): Server {
  const server = createServer((request, response) => {
    answer(witness, request).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      () => response.writeHead(400).end(),
    );
  });
  server.requestTimeout = 10_000;
  return server;
}

async function answer(witness: Witness, request: IncomingMessage): Promise<Answer> {
  const path = (request.url ?? '').split('?', 1)[0]!;
  if (request.method === 'POST' && path === '/add-checkpoint')
    return witness.addCheckpoint(await bodyOf(request));
  const [, originHash] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path) ?? [];
  if (request.method === 'GET' && originHash) return witness.checkpoint(originHash);
  return { status: 404, type: 'text/plain; charset=utf-8', body: 'no such address\n' };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) throw new Error('too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
