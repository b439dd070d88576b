import { join } from 'node:path';
import { readMigrations, type Migration } from '#/platform/db/index.ts';
import { moduleOrder } from './order.ts';

const sourceRoot = join(import.meta.dirname, '..');

/** The steps that bring a database to the structure of this program. */
export function ownMigrations(): Migration[] {
  return readMigrations(sourceRoot, moduleOrder);
}
