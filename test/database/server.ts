import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#/platform/db/embedded/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
  }
}

/** Starts one throw-away PostgreSQL for the whole run, or uses the one that CQS_TEST_DATABASE_URL names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['CQS_TEST_DATABASE_URL'];
  if (outside) {
    project.provide('databaseServer', outside);
    return () => Promise.resolve();
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'cqs-test-'));
  chmodSync(dataDir, 0o755); // as root the server runs as another account, which must pass
  const server = await startEmbedded({ dataDir, isDurable: false, tell: () => undefined });
  project.provide('databaseServer', server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
