import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Content } from '../database/fixture.ts';
import { testApplication } from './application.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The demo commune as a fresh installation holds it: places, offices, calendars, accounts, procedures. */
export const demoCommune: Content = {
  key: contentKey(),
  async fill(url) {
    const running = testApplication(url);
    try {
      await running.application.seed();
    } finally {
      await running.close();
    }
  },
};

/** Whatever the seed reads or runs lies in these folders; hashing them takes some 50 ms. */
function contentKey(): string {
  const hash = createHash('sha256');
  const files = globSync(
    ['src/**/*.{ts,tsx,json,typ,sql}', 'procedures/**/*', 'package-lock.json'],
    { cwd: root, withFileTypes: true },
  );
  for (const file of files
    .filter((one) => one.isFile())
    .map((one) => `${one.parentPath}/${one.name}`)
    .toSorted()) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}
