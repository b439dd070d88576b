import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built islands lie, seen from the project's root. */
export const islandsDir = join(import.meta.dirname, '../../dist/islands');

const sourceDir = join(import.meta.dirname, '../ui/islands');
const stampOf = (dir: string) => join(dir, '.built-from');

/** Builds the browser scripts when they are not built from the sources as they are now. */
export async function ensureIslands(tell: (line: string) => void): Promise<void> {
  const wanted = fingerprint();
  if (builtFrom() === wanted) return;
  tell('Đang dựng phần chạy trong trình duyệt…');
  // The builder is large, and most starts do without it.
  const { buildIslands } = await import('#/ui/islands/build.ts');
  const draft = `${islandsDir}.${process.pid}`;
  await buildIslands(draft);
  writeFileSync(stampOf(draft), wanted);
  rmSync(islandsDir, { recursive: true, force: true });
  renameSync(draft, islandsDir);
}

function fingerprint(): string {
  const hash = createHash('sha256')
    .update(versionOf('vite'))
    .update(versionOf('bpmn-js'))
    .update(versionOf('zxing-wasm'));
  for (const name of readdirSync(sourceDir).toSorted()) {
    hash.update(name).update(readFileSync(join(sourceDir, name)));
  }
  return hash.digest('hex');
}

function versionOf(name: string): string {
  // By its path: not every package lets its package.json be imported.
  const file = join(import.meta.dirname, '../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function builtFrom(): string | undefined {
  try {
    return readFileSync(stampOf(islandsDir), 'utf8');
  } catch {
    return undefined;
  }
}
