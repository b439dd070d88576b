import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Config } from '#/platform/config/index.ts';
import type { Application } from './application.ts';

/** Serves Prometheus text at `/metrics` on a port of its own; none when METRICS_PORT is 0. */
export async function serveMetrics(
  config: Config,
  application: Application,
): Promise<{ close(): Promise<void> } | undefined> {
  if (config.metricsPort === 0) return undefined;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.setDefaultLabels({ routes: String(application.routes.length) });
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (body) => response.writeHead(200, { 'content-type': registry.contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, config);
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.metricsPort, config.host, resolve);
  });
}
