import { createServer } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { compose, type Application } from '#/app/application.ts';
import { openServices, type RunningServices } from '#/app/services.ts';
import type { StillClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';

/** One web process of the demo commune on a port of its own, under the address that all of them have. */
export interface Node extends RunningServices {
  readonly application: Application;
  readonly web: FastifyInstance;
  readonly clock: StillClock;
  /** Where this process listens. */
  readonly origin: string;
}

/**
 * Starts a node. Tokens are counted by the machine's clock, so its clock is that of the machine. `publicUrl` is the
 * site's address, which several nodes share; its own when omitted.
 */
export async function startNode(databaseUrl: string, publicUrl?: string): Promise<Node> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-node-'));
  const config = readConfig({
    PORT: String(port),
    CQS_DATA_DIR: dataDir,
    CQS_DEMO: '1',
    CQS_LOG_LEVEL: 'error',
    CQS_PUBLIC_URL: publicUrl ?? origin,
    DATABASE_POOL: '6',
  });
  mkdirSync(dirname(config.secretFile), { recursive: true });
  writeFileSync(config.secretFile, Buffer.alloc(64, 'an invented secret'));
  const clock = runningClock();
  const running = openServices(config, databaseUrl, clock);
  const application = compose(running.services, running.queue);
  await application.seed();
  const web = await application.web();
  await web.listen({ host: 'localhost', port });
  return {
    ...running,
    application,
    web,
    clock,
    origin,
    async close() {
      await web.close();
      application.untie();
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The machine's clock, which can be put forward. */
function runningClock(): StillClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    set: (instant) => void (ahead = instant.getTime() - Date.now()),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
