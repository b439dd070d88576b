import { readMigrations, migrate } from '#/platform/db/index.ts';
import type { Config } from '#/platform/config/index.ts';
import { buildIslands } from '#/ui/islands/build.ts';
import { compose, islandsDir } from './application.ts';
import { announce } from './announce.ts';
import { serveMetrics } from './metrics.ts';
import { moduleOrder } from './order.ts';
import { openServer } from './server-of.ts';
import { openServices } from './services.ts';

export type Role = 'all' | 'web' | 'worker' | 'migrate';

/** Runs a process in a role until it is told to stop. */
export async function run(config: Config, role: Role): Promise<void> {
  const tell = (line: string) => console.log(line);
  const server = await openServer(config, tell);
  const steps = await migrate(
    server.url,
    readMigrations(new URL('..', import.meta.url).pathname, moduleOrder),
  );
  if (steps.length > 0) tell(`Đã cập nhật cấu trúc dữ liệu: ${steps.length} bước.`);
  if (role === 'migrate') return server.stop();
  const running = openServices(config, server.url);
  const isWeb = role !== 'worker';
  if (isWeb) await buildIslands(islandsDir);
  const application = compose(running.services, running.queue);
  await application.seed();
  const web = isWeb ? await application.web() : undefined;
  const metrics = await serveMetrics(config, application);
  stopOnSignal(async () => {
    await web?.close();
    await metrics?.close();
    await running.close();
    await server.stop();
  });
  await web?.listen({ port: config.port, host: config.host });
  if (role !== 'web') await running.queue.work();
  announce(config, role, tell);
}

/** The first signal ends in order: requests and jobs under way finish. A second one ends at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log('Đang dừng…');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
