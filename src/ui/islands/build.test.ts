import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildIslands } from './build.ts';

/** The modeller of the studio: the one large island, on a page of its own that only officials open. */
const isModeller = (name: string) => /^(process-drawing|bpmn)\./.test(name);

test('all scripts of citizens’ pages together stay below 10 kB gzip, and the loader names every island by its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'islands-'));
  try {
    await buildIslands(folder);
    const manifest = JSON.parse(
      readFileSync(join(folder, '.vite/manifest.json'), 'utf8'),
    ) as Record<string, { isEntry?: boolean }>;
    expect(Object.keys(manifest).filter((name) => manifest[name]?.isEntry)).toEqual(['loader.ts']);
    const all = readdirSync(join(folder, 'dao'));
    const weigh = (names: readonly string[]) =>
      names
        .map((name) => gzipSync(readFileSync(join(folder, 'dao', name))).length)
        .reduce((sum, size) => sum + size, 0);
    const scripts = all.filter((name) => !isModeller(name));
    expect(weigh(scripts)).toBeLessThan(10_000);
    expect(weigh(all.filter((name) => /^process-drawing\..*(js|css)$/.test(name)))).toBeLessThan(
      200_000,
    );
    expect(scripts.every((name) => /^[a-z-]+\.[\w-]{8}\.js$/.test(name))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
