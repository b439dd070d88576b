import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { RunAs } from './account.ts';
import type { Binaries } from './binaries.ts';

interface Launch {
  readonly binaries: Binaries;
  readonly runAs: RunAs | null;
  readonly folder: string;
  readonly port: number;
  readonly isDurable: boolean;
}

/** Starts the server process, apart from our terminal: Ctrl-C reaches us first, and we then stop it in order. */
export function launch({ binaries, runAs, folder, port, isDurable }: Launch): ChildProcess {
  const log = openSync(`${folder}.log`, 'a', 0o600);
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    wal_compression: 'on',
    max_wal_size: '2GB',
    // Backups keep the log until it is copied: rather a gap there than a full disk here.
    max_slot_wal_keep_size: '4GB',
    random_page_cost: '1.1',
    password_encryption: 'scram-sha-256',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', folder, ...flags], {
    ...runAs,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
}

/** Whether the process is over, or never began. */
export function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Resolves when the server answers a query. @throws Error when the process ended or half a minute passed. */
export async function waitUntilReady(
  hasEnded: () => boolean,
  port: number,
  password: string,
): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (hasEnded()) throw new Error('server process ended');
    if (await answers(port, password)) return;
    await pause(50);
  }
  throw new Error('server did not answer in 30 seconds');
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'cqs',
    password,
    database: 'postgres',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A TCP port of the loopback address that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
