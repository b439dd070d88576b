import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compose } from '#/app/application.ts';
import { ownMigrations } from '#/app/migrations.ts';
import { openServices, type RunningServices } from '#/app/services.ts';
import { readConfig } from '#/platform/config/index.ts';
import { migrate } from '#/platform/db/index.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';
import { freePort } from '#/platform/db/embedded/launch.ts';
import nodeFlags from '../tools/node-flags.json' with { type: 'json' };

/** A demo installation of its own: durable database, data folder, and the program serving pages in its own process. */
export interface Installation extends RunningServices {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly port: number;
  /** Bytes of memory that the serving process holds now. */
  residentBytes(): number;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '..');

/** Sets an installation up; `prepare` fills it before pages are served. */
export async function install(
  prepare: (running: RunningServices) => Promise<void>,
): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-bench-'));
  const server = await startEmbedded({ dataDir, isDurable: true, tell: () => undefined });
  await migrate(server.url, ownMigrations());
  const config = readConfig({
    CQS_DATA_DIR: dataDir,
    CQS_REQUESTS_PER_MINUTE: '0',
    CQS_DEMO: '1',
    CQS_LOG_LEVEL: 'error',
    DATABASE_POOL: '24',
  });
  const running = openServices(config, server.url);
  await compose(running.services, running.queue).seed();
  await prepare(running);
  const port = await freePort();
  const child = serve(dataDir, server.url, port);
  await untilReady(child, port);
  async function close(): Promise<void> {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    await running.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return {
    ...running,
    databaseUrl: server.url,
    dataDir,
    port,
    close,
    residentBytes: () => residentBytes(child.pid!),
  };
}

function serve(dataDir: string, databaseUrl: string, port: number): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, 'src/main.ts', 'web'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      CQS_DATA_DIR: dataDir,
      CQS_REQUESTS_PER_MINUTE: '0',
      CQS_DEMO: '1',
      CQS_LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (child.exitCode !== null) throw new Error('the program ended before it served pages');
    const answer = await fetch(`http://127.0.0.1:${port}/healthz/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await pause(50);
  }
  throw new Error('the program did not serve pages within a minute');
}

function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
