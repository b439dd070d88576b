// Writes docs/generated/: what the code does, as documents that reviewers compare. `npm run goldens`.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownMigrations } from '#/app/migrations.ts';
import { startEmbedded } from '#/platform/db/embedded/index.ts';
import { migrate } from '#/platform/db/index.ts';
import { makeGoldens } from '../test/goldens/goldens.ts';
import { testApplication } from '../test/journeys/application.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs/generated');
const dataDir = mkdtempSync(join(tmpdir(), 'cqs-goldens-'));
chmodSync(dataDir, 0o755);
const server = await startEmbedded({ dataDir, isDurable: false, tell: () => undefined });
await migrate(server.url, ownMigrations());
const running = testApplication(server.url);
try {
  mkdirSync(target, { recursive: true });
  const goldens = await makeGoldens(running.application, running.services.database);
  for (const [name, text] of Object.entries(goldens)) writeFileSync(join(target, name), text);
  console.log(`${Object.keys(goldens).length} bản mẫu trong docs/generated`);
} finally {
  await running.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
