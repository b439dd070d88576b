import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compose, type Application } from '#/app/application.ts';
import { openServices, type RunningServices } from '#/app/services.ts';
import { stillClock, type StillClock } from '#/platform/clock.ts';
import { readConfig } from '#/platform/config/index.ts';
import { testSecret } from '../database/vault.ts';

/** The composed application on a test database, with a clock that tests move. */
export interface TestApplication extends RunningServices {
  readonly application: Application;
  readonly clock: StillClock;
}

/** A Tuesday morning in working time: 2026-07-14, 9 o'clock in Vietnam. */
export const tuesdayMorning = new Date('2026-07-14T02:00:00Z');

/** Composes the application in demo mode on a database; files and keys lie in a folder of their own. */
export function testApplication(
  databaseUrl: string,
  at: Date = tuesdayMorning,
  own: {
    readonly publicUrl?: string;
    readonly requestsPerMinute?: number;
    /** The folder of another process of the same installation, which removes it. */
    readonly dataDir?: string;
  } = {},
): TestApplication {
  const dataDir = own.dataDir ?? mkdtempSync(join(tmpdir(), 'cqs-app-'));
  const config = readConfig({
    CQS_DATA_DIR: dataDir,
    CQS_DEMO: '1',
    CQS_LOG_LEVEL: 'error',
    // One test does in a second what people do in an hour.
    CQS_REQUESTS_PER_MINUTE: String(own.requestsPerMinute ?? 0),
    DATABASE_POOL: '8',
    CQS_PUBLIC_URL: own.publicUrl ?? '',
  });
  // One secret for all: what one process of the tests has signed, another one knows as its own.
  mkdirSync(dirname(config.secretFile), { recursive: true });
  writeFileSync(config.secretFile, testSecret);
  const clock = stillClock(at);
  const running = openServices(config, databaseUrl, clock);
  const application = compose(running.services, running.queue);
  return {
    ...running,
    application,
    clock,
    async close() {
      application.untie();
      await running.close();
      if (own.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
