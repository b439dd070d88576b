import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Config } from '#/platform/config/index.ts';
import type { Database } from '#/platform/db/index.ts';
import { registerGauges } from './gauges.ts';

/** What a process and its installation tell of themselves. */
export interface Metrics {
  readonly registry: Registry;
  /** Everything as it is now, in Prometheus' text format. */
  text(): Promise<string>;
}

export function openMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const refresh = registerGauges(registry, database);
  return {
    registry,
    async text() {
      await refresh();
      return registry.metrics();
    },
  };
}

/** Serves Prometheus text at `/metrics` on a port of its own; none when METRICS_PORT is 0. */
export async function serveMetrics(
  config: Config,
  metrics: Metrics,
): Promise<{ close(): Promise<void> } | undefined> {
  if (config.metricsPort === 0) return undefined;
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (body) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(body),
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
