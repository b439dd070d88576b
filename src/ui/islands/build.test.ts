import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIslands } from './build.ts';
import { tooNew } from '../../../test/web/too-new.ts';
import { workerFile } from './worker-file.ts';

/**
 * The modeller of the studio, on a page of its own that only officials open; the reader of cards, fetched to scan one;
 * the wallet, on pages of its own, which looks for all that it needs (new browsers') before it starts.
 */
const isLarge = (name: string) =>
  /^(process-drawing|bpmn|card-reader|zxing_reader|wallet)\./.test(name);

const folder = mkdtempSync(join(tmpdir(), 'islands-'));

beforeAll(() => buildIslands(folder));
afterAll(() => rmSync(folder, { recursive: true }));

test('all scripts of citizens’ pages together stay below 10 kB gzip, and the loader names every island by its file', () => {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { isEntry?: boolean }
  >;
  expect(Object.keys(manifest).filter((name) => manifest[name]?.isEntry)).toEqual(['loader.ts']);
  const all = readdirSync(join(folder, 'dao'));
  const weigh = (names: readonly string[]) =>
    names
      .map((name) => gzipSync(readFileSync(join(folder, 'dao', name))).length)
      .reduce((sum, size) => sum + size, 0);
  const scripts = all.filter((name) => !isLarge(name));
  expect(weigh(scripts)).toBeLessThan(10_000);
  expect(weigh(all.filter((name) => /^process-drawing\..*(js|css)$/.test(name)))).toBeLessThan(
    200_000,
  );
  expect(scripts.every((name) => /^[a-z-]+\.[\w-]{8}\.js$/.test(name))).toBe(true);
});

test('scripts hold nothing that Chrome 71 could not read, and call nothing that it does not know unless they look for it first', () => {
  const scripts = readdirSync(join(folder, 'dao'))
    .filter((name) => !isLarge(name))
    .map((name) => `dao/${name}`);
  const faults = [...scripts, workerFile].flatMap((name) =>
    tooNew(readFileSync(join(folder, name), 'utf8')).map((fault) => `${name}: ${fault}`),
  );
  expect(scripts.length).toBeGreaterThan(5);
  expect(faults).toEqual([]);
  expect(tooNew('class A { #x = a?.b ?? 1; f() { return this.#x.replaceAll("", "") } }')).toEqual([
    'PropertyDefinition',
    'PrivateIdentifier',
    '??',
    'ChainExpression',
    'replaceAll',
    'PrivateIdentifier',
  ]);
});

test('the service worker is one script without imports', () => {
  const script = readFileSync(join(folder, workerFile), 'utf8');
  expect(script).not.toMatch(/\bimport\b|\bexport\b/);
  expect(gzipSync(script).length).toBeLessThan(6_000);
});
