// A worker thread that serves the page of `render-pages.tsx` by components and by literals, and tells its processor time.
import type { AddressInfo } from 'node:net';
import { threadCpuUsage } from 'node:process';
import { parentPort } from 'node:worker_threads';
import fastify from 'fastify';
import { componentPage, literalOf, rows } from './render-pages.tsx';

const literal = literalOf();
if (literal(rows) !== componentPage(rows)) throw new Error('the two pages are not the same');

const server = fastify();
server.get('/components', (_, reply) =>
  reply.type('text/html; charset=utf-8').send(componentPage(rows)),
);
server.get('/literals', (_, reply) => reply.type('text/html; charset=utf-8').send(literal(rows)));
await server.listen({ host: '127.0.0.1', port: 0 });
parentPort!.on('message', () => {
  const { user, system } = threadCpuUsage();
  parentPort!.postMessage((user + system) / 1e6);
});
parentPort!.postMessage((server.server.address() as AddressInfo).port);
